/** What a page of the bench shows: our map at two sizes, or as many plain buttons as the smaller has seats. */
export type Subject = '2010' | '80000' | 'dom2010'

/** `all`: every seat is in sight, as small as that makes them. `near`: seats at their natural size. */
export type Distance = 'all' | 'near'

/** What the page lets the bench ask of it; all answers are ms. */
export interface PageBench {
  /** From nothing until the picture is whole and the browser has had a frame to show it. */
  firstPaint(): Promise<number>
  /** Zooms there and waits until nothing is drawn any more. */
  goTo(distance: Distance): Promise<void>
  /** Frame by frame, the mouse held down and moved on in each. */
  pan(distance: Distance, frames: number): Promise<readonly number[]>
  /** Of each of so many changes of one seat: the slower of the two frames that bring it to the screen. */
  change(times: number): Promise<readonly number[]>
}

declare global {
  interface Window {
    pageBench?: PageBench
  }
}
