// How much of anything is told, taken or listed at once. Owns the numbers that the contract names, each with its reason; a rule of the house is no
// limit and stands in the domain.

/** What one frame to the hub may weigh: no order is near it, and a hostile one cannot make the hub hold more (SYNC.md 5.7). */
export const FRAME_BYTES_MAX = 64 * 1024
/** Characters of one piece of an upload: UTF-8 and JSON escapes at most double it for real plans, well under a frame. */
export const CHUNK_CHARS = 24 * 1024
/** The largest file that is read: a stadium of 80,000 seats is 12 MB of pretix JSON. The plan reader's own limit is the same. */
export const UPLOAD_CHARS_MAX = 16 * 1024 * 1024
/** The picture of a transfer: a telephone's photograph is 3 MB, a screenshot less than one. */
export const PICTURE_BYTES_MAX = 4 * 1024 * 1024
/** Its pieces, in base64: four characters for three bytes. */
export const PICTURE_PIECES_MAX = Math.ceil(((PICTURE_BYTES_MAX / 3) * 4) / CHUNK_CHARS) + 1
/** Rows named in one frame: so many numbers are half of what a frame may weigh. More come as a file. */
export const CHANGE_IDS_MAX = 4000
/** Rows of one change: more than a chain of houses has of anything. */
export const CHANGE_ROWS_MAX = 200_000
/** Changes listed at once: a screen full. */
export const CHANGES_MAX = 50
/** Rows that a change left, told with their reasons: whoever has read two hundred knows why. */
export const SKIPPED_MAX = 200
/** Rows of a table that the office reads at once: some milliseconds of the house, between which it sells; a hundred thousand are 50 pages. */
export const TABLE_ROWS_MAX = 2000
/** Bookings that the office's table reads at once: each costs a look at its tickets, and all of them some milliseconds. */
export const BOOKING_ROWS_MAX = 500
/** Seats of a show that the office's table reads at once: some milliseconds of the house, where all of them are sold. */
export const SEAT_ROWS_MAX = 500
/** Pictures of transfers told at once: nobody looks at so many before the next are asked for. */
export const OPEN_PROOFS_MAX = 100
/** Faults of a spreadsheet told at once: whoever has mended two hundred looks again. */
export const SHEET_FAULTS_MAX = 200
/** Lines of one request. Above the seats a booking may have, so that the refusal can say how many were asked for [H8]. */
export const LINES_MAX = 200
/** Prices changed in one step: every category and ticket type of the largest table that a screen shows. */
export const PRICES_MAX = 500
/** What may be looked for: a scanned ticket code is under 250 characters. */
export const FIND_TEXT_MAX = 400
/** Rows of the audit log at once: some screens full; the next are asked for. */
export const AUDIT_ROWS_MAX = 100
/** Rows of a show's journal at once: a few milliseconds of the house, between which it sells. */
export const STEP_ROWS_MAX = 1000
/** Rows of the whole journal told to a report at once: some milliseconds of the house, between which it sells. */
export const REPORT_ROWS_MAX = 1000
/** [K3] Alerts of one answer: more in the days of a report nobody reads one by one. */
export const ALERTS_MAX = 200
/** What happened to one seat, at once: most have a handful; one that was held all evening is told in pieces. */
export const MOMENTS_MAX = 200
/** Rows of the journal whose chain is followed at once: a few milliseconds of the house, between which it sells. */
export const PROVEN_ROWS_MAX = 2000
/** Bookings found at once, two screens full: whoever has not seen it by then types another letter. */
export const FOUND_MAX = 50
/** Coins and notes told apart in one count: more than any currency has. */
export const DENOMINATIONS_MAX = 30
/** Of one value in one drawer: a full bag of the smallest coins, many times over. */
export const PIECES_MAX = 100_000
/** Shifts listed at once: some months of one desk. */
export const SHIFT_ROWS_MAX = 100
/** Proposals for one party: whoever has looked at so many chooses by hand. */
export const PROPOSALS_MAX = 20
/** Papers of one printing: the tickets of the largest booking and its receipt. */
export const PAPERS_MAX = 201
/** Of one printing, as text: two hundred tickets as pictures for a wide roll, or one document with its fonts. */
export const PRINT_CHARS_MAX = 24 * 1024 * 1024

/** Of a passenger's name: longer ones do not fit on a ticket. */
export const PASSENGER_NAME_MAX = 60
/** In years; nobody who travels was older. */
export const AGE_MAX = 122
/** [L4] Shows looked at in one dry run of another version of their plan: a season of evenings; each asks for the seats that differ. */
export const REPLAN_SHOWS_MAX = 200
/** [L4] Seats named of one show that stand in the way: what a person reads through; how many there are is said besides. */
export const DISPLACED_MAX = 50
/** [SYNC 4.7] Receipts in a frame: as many as are surely less than a frame where each is of a family, fewer where they are of coaches. */
export const RECEIPTS_MAX = 16
/** A seat, a section or a ticket's number on a receipt; what is longer is cut by the kiosk. */
export const RECEIPT_WORD_MAX = 60
/** Ways in which one booking was paid. */
export const RECEIPT_WAYS_MAX = 20
/** Lost sales on a screen, the oldest first; what comes after them follows as they are settled. */
export const LOST_SHOWN_MAX = 30
