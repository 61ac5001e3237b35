/** What a page of the bench shows: our map at two sizes, as many plain buttons as the smaller has seats, or the larger one's past. */
export type Subject = '2010' | '80000' | 'dom2010' | 'past80000'

/** `all`: every seat is in sight, as small as that makes them. `near`: seats at their natural size. */
export type Distance = 'all' | 'near'

/** Marks in the browser's own trace: between them nothing but the counted frames of a pan or a zoom. */
export const PAN_BEGINS = 'pan-begins'
export const PAN_ENDS = 'pan-ends'

/** What the page lets the bench ask of it; answers are ms. */
export interface PageBench {
  /** From nothing until the picture is whole and the browser has had a frame to show it. */
  firstPaint(): Promise<number>
  /** Zooms there and waits until nothing is drawn any more. */
  goTo(distance: Distance): Promise<void>
  /** Frame by frame, the mouse held down and moved on in each. The browser's trace knows how long each took to be shown. */
  pan(distance: Distance, frames: number): Promise<void>
  /** The same by the wheel: nearer and farther around the middle. */
  zoom(frames: number): Promise<void>
  /** Of each of so many changes of one seat: the slower of the two frames that bring it to the screen. */
  change(times: number): Promise<readonly number[]>
}

/** Buttons are there for the pan alone. */
export type GridBench = Omit<PageBench, 'change' | 'zoom'>

/** [A6] A show's past on its map. */
export interface PastBench {
  /** From a journal's steps until every instant can be shown. */
  read(): Promise<number>
  /** Of each of so many steps to anywhere in the show's life: until the map shows it. */
  step(times: number): Promise<readonly number[]>
  /** How many seats the last of them changed, so that nobody times a map that stood still. */
  changed(): Promise<number>
}

declare global {
  interface Window {
    pageBench?: PageBench | GridBench | PastBench
  }
}
