/** What a plan may hold at most; each with the reason for its number. Sizes in plan units. */
export const planLimits = {
  /** The largest stadiums have 100,000 seats; one more column is 400 kB there. */
  seats: 100_000,
  /** A bowl of 80,000 in blocks has 3,000; the row column is 16 bits wide. */
  rows: 5_000,
  /** The same bowl has some 130 blocks; a list of 500 is the most a person can scroll through. */
  sections: 500,
  /** The category column is 8 bits wide; five are left for what the house adds. */
  categories: 250,
  /** Words and shapes drawn beside the seats: two per row. */
  areas: 10_000,
  /** Floors drawn on top of each other: no house sells more than 12. Keeps the laid-out width exact in Float32. */
  floors: 12,
  /** Corners of all polygons together: 500 sections of 40, as hand-drawn balconies have. */
  corners: 20_000,
  /** Names of sections, rows, seats, categories: what fits on a ticket's line. */
  label: 64,
  /** Plan names, words on areas, printed ids: a sentence, not a page. */
  title: 200,
  /**
   * Characters of a file: 100,000 seats at 160 each, what pretix's editor writes. Our own bowl of 80,000 is
   * 12 M.
   */
  text: 16 * 1024 * 1024,
  /** Objects and lists in a file: two a seat, as much again for the rest. Bounds memory before parsing. */
  openings: 500_000,
  /** Cells and quotation marks of a table: 100,000 lines of 25. Bounds memory before parsing. */
  cells: 2_500_000,
  /** Columns of a table: a plan has fifteen, and spreadsheets carry notes beside it. */
  columns: 200,
  /** Any number in a file, either side of zero: sums of three stay exact enough, and far off any canvas. */
  coordinate: 1_000_000,
  /** Eight times the bowl of 80,000; a Float32 still tells 1/128 unit apart there. */
  canvas: 100_000,
  /** Seat radius: files draw at 4 to 20; the ratio bounds the work of the overlap search. */
  smallestRadius: 1,
  largestRadius: 128,
} as const
