/** What the page of the table lets the bench ask of it. */
export interface TableBench {
  /** Lines drawn now; the rows that the table says it has. */
  seen(): { readonly lines: number; readonly rows: number; readonly first: string }
  /** Frame by frame, as fast a turn of the wheel as a hand makes. The browser's trace knows how long each took to be shown. */
  scroll(frames: number): Promise<void>
  /** Types into the search; ms until its rows are drawn and the browser has had a frame to show them. */
  search(text: string): Promise<number>
  /** Presses a column's head; the same. */
  sort(head: string): Promise<number>
}

declare global {
  interface Window {
    tableBench?: TableBench
  }
}
