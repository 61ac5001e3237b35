import { SWAP, type TraceEvent } from './swaps.ts'

/** Marks: the seller's key, in the trace of one screen; the first drawing after the news of that sale, in the trace of the other. */
export const PRESSED = 'sale-pressed'
export const DRAWN = 'sale-drawn'

/**
 * For each sale, ms from the key to the first frame that the other screen showed after its drawing had begun. Both traces use one clock.
 */
export function repaintTimes(
  seller: readonly TraceEvent[],
  watcher: readonly TraceEvent[],
): readonly number[] {
  const pressed = timesOf(seller, PRESSED)
  const drawn = timesOf(watcher, DRAWN)
  const swaps = timesOf(watcher, SWAP)
  if (pressed.length !== drawn.length)
    throw new Error(`${pressed.length} sales, of which another screen drew ${drawn.length}`)
  return pressed.map((pressedAt, at) => {
    const drawnAt = drawn[at] ?? Infinity
    const shownAt = swaps.find((ts) => ts >= drawnAt)
    if (shownAt === undefined || drawnAt < pressedAt) throw new Error('a sale was drawn and never shown')
    return (shownAt - pressedAt) / 1000
  })
}

function timesOf(events: readonly TraceEvent[], called: string): readonly number[] {
  return events
    .filter(({ name }) => name === called)
    .map(({ ts }) => ts)
    .toSorted((a, b) => a - b)
}
