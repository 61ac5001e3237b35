/** The functions that the table's page offers to the bench. */
export interface TableBench {
  /** Lines drawn now; the rows that the table says it has. */
  seen(): { readonly lines: number; readonly rows: number; readonly first: string }
  /** Frame by frame, with the wheel as fast as a hand turns it. The browser's trace knows how long each took to be shown. */
  scroll(frames: number): Promise<void>
  /** Types into the search; returns ms until its rows are drawn and the browser has had a frame to show them. */
  search(text: string): Promise<number>
  /** Presses a column's head; measured likewise. */
  sort(head: string): Promise<number>
}

declare global {
  interface Window {
    tableBench?: TableBench
  }
}
