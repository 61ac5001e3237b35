/**
 * What a page of the bench shows: our map in two sizes, as many plain buttons as the smaller one has seats, or the past of the larger
 * one.
 */
export type Subject = '2010' | '80000' | 'dom2010' | 'past80000'

/** `all`: every seat is in sight, as small as that makes them. `near`: seats at their natural size. */
export type Distance = 'all' | 'near'

/** Marks in the browser's own trace: between them are only the counted frames of a pan or a zoom. */
export const PAN_BEGINS = 'pan-begins'
export const PAN_ENDS = 'pan-ends'

/** The functions that the page offers to the bench; results are in ms. */
export interface PageBench {
  /** From an empty page until the picture is complete and the browser has had a frame to show it. */
  firstPaint(): Promise<number>
  /** Zooms there and waits until drawing has stopped. */
  goTo(distance: Distance): Promise<void>
  /** Frame by frame, with the mouse held down and moved in each. The browser's trace knows how long each took to be shown. */
  pan(distance: Distance, frames: number): Promise<void>
  /** The same with the wheel: nearer and farther around the middle. */
  zoom(frames: number): Promise<void>
  /** For each of so many changes of one seat: the slower of the two frames that bring it to the screen. */
  change(times: number): Promise<readonly number[]>
}

/** The buttons are measured for panning only. */
export type GridBench = Omit<PageBench, 'change' | 'zoom'>

/** [A6] A show's past on its map. */
export interface PastBench {
  /** From a journal's steps until every instant can be shown. */
  read(): Promise<number>
  /** For each of so many steps to random moments of the show's life: until the map shows it. */
  step(times: number): Promise<readonly number[]>
  /** How many seats the last step changed, so that a map that stood still is not timed. */
  changed(): Promise<number>
}

declare global {
  interface Window {
    pageBench?: PageBench | GridBench | PastBench
  }
}
