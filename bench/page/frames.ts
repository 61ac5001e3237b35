// The frames of a page. The bench's browser has no frame limit, and the compositor lets a page be only so far ahead: where every frame
// changes something, frames come as fast as script, raster and composite allow, whichever is slowest, not at a screen's 60 Hz. A frame
// that changes nothing waits for the clock: so every frame must change something.

import { type Distance, PAN_BEGINS, PAN_ENDS } from './page-bench.ts'

/** Frames at the start of a run that are not counted: earlier work finishes in them. */
const WARM_FRAMES = 8

export function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())))
}

/** `step` must change something in every frame. */
export async function panFrames(count: number, step: (index: number) => void): Promise<void> {
  for (let index = 0; index < count + WARM_FRAMES; index += 1) {
    if (index === WARM_FRAMES) performance.mark(PAN_BEGINS)
    step(index)
    // oxlint-disable-next-line no-await-in-loop -- frames follow each other
    await nextFrame()
  }
  performance.mark(PAN_ENDS)
}

/** The zoom factor in frame `index`, relative to all in sight: a second in to eight times, a second out. */
export function zoomAt(index: number): number {
  return 8 ** ((1 - Math.cos((index * Math.PI) / 60)) / 2)
}

/**
 * Px from where the mouse was pressed. From all in sight everything stays in sight; near, 240 frames pass over some 2,000 px of house.
 */
const reaches = { all: { x: 16, y: 8 }, near: { x: 420, y: 300 } }

/** Where the mouse is in frame `index`, relative to where it was pressed: round and round, at most as fast as a hand in 1/60 s. */
export function handAt(index: number, distance: Distance) {
  const { x, y } = reaches[distance]
  // Two different periods: the path does not repeat within a run, and crosses what lies between.
  return { x: x * Math.sin(index / 40), y: y * Math.sin(index / 29) }
}
