// When a browser really put a new frame on its screen, read from its own trace. Owns that reading; must never take a frame that was
// requested for one that was shown: an overloaded browser skips some.

import type { Browser, Page } from '@playwright/test'
import { known } from '../src/shared/lib/assert.ts'
import { PAN_BEGINS, PAN_ENDS } from './page/page-bench.ts'

export interface TraceEvent {
  readonly name: string
  /** Microseconds of one clock for all processes of the browser. */
  readonly ts: number
}

/** The end of composing a frame and presenting it on the screen. */
export const SWAP = 'DisplayScheduler::DrawAndSwap'

/** Runs `pan` and returns the ms from each frame shown during it to the next: script, raster and composite, whichever is slowest. */
export async function timeSwaps(page: Page, pan: () => Promise<unknown>): Promise<readonly number[]> {
  const browser: Browser = known(page.context().browser(), 'a browser')
  // Only these two categories: all of them would double the time of a frame.
  await browser.startTracing(page, { categories: ['viz', 'blink.user_timing'] })
  await pan()
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly TraceEvent[] }
  return swapTimes(trace.traceEvents)
}

export function swapTimes(events: readonly TraceEvent[]): readonly number[] {
  const at = (mark: string) => events.find(({ name }) => name === mark)?.ts
  const [begin, end] = [at(PAN_BEGINS), at(PAN_ENDS)]
  if (begin === undefined || end === undefined) throw new Error('the trace knows of no pan')
  const swaps = events.filter(({ name, ts }) => name === SWAP && ts >= begin && ts <= end)
  const shown = swaps.map(({ ts }) => ts).toSorted((a, b) => a - b)
  return shown.slice(1).map((ts, index) => (ts - (shown[index] as number)) / 1000)
}
