// The frames of a page, timed from the inside. The bench's browser has no frame limit, and the compositor lets a page be only so
// far ahead: where every frame changes something, the time from one frame to the next is that of the slowest of script, raster
// and composite, not of a screen's 60 Hz. A frame that changes nothing waits for the clock: so none may.

import type { Distance } from './page-bench.ts'

/** Frames at the start of a run that are not counted: what was under way before comes to its end in them. */
const WARM_FRAMES = 8

export function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())))
}

/** `step` changes something each time. Answers how long each frame took. */
export async function timeFrames(count: number, step: (index: number) => void): Promise<readonly number[]> {
  const times: number[] = []
  let beforeMs = await nextFrame()
  for (let index = 0; index < count + WARM_FRAMES; index += 1) {
    step(index)
    // oxlint-disable-next-line no-await-in-loop -- frames follow each other
    const nowMs = await nextFrame()
    if (index >= WARM_FRAMES) times.push(nowMs - beforeMs)
    beforeMs = nowMs
  }
  return times
}

/** Px from the press. Where all is in sight it stays so; near, 240 frames pass over some 2,000 px of house. */
const reaches = { all: { x: 16, y: 8 }, near: { x: 420, y: 300 } }

/** Where the mouse is in frame `index`, from where it was pressed: round and round, at most as fast as a hand in 1/60 s. */
export function handAt(index: number, distance: Distance) {
  const { x, y } = reaches[distance]
  // Two turns that do not meet: the way does not repeat, and crosses what is between.
  return { x: x * Math.sin(index / 40), y: y * Math.sin(index / 29) }
}
