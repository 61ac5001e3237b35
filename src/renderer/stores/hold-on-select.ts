// Shows whose seats are held as they are clicked [H10]: the whole choice is held anew after every change of it. Owns when; what a
// hold is, and what a refusal does to the choice, is in stores/sale.ts.

import { holdSeats, isHeldAsChosen, releaseSeats, sale } from './sale.ts'
import { shows } from './shows.ts'

/** Clicks that follow each other so fast are one choice; no rival is faster for it by more than that. */
const SETTLE_MS = 120

/** The choice that the house was last asked to hold: whatever it said, it is not asked the same again by itself. */
let asked = sale.getState().lines
let timer: ReturnType<typeof setTimeout> | null = null

sale.subscribe((now) => {
  const { lines, booking, asking, notice, showId } = now
  const isOurs = showId !== null && shows.getState().rows.get(showId)?.claimPolicy === 'on-select'
  // Whose time is up, or whose hold the house has not, decides anew.
  if (!isOurs || notice?.kind === 'time-up' || notice?.kind === 'unknown') asked = lines
  const isSettled = lines === asked || isHeldAsChosen(now) || (lines.length === 0 && !booking)
  if (isSettled || asking !== null || timer !== null) return
  timer = setTimeout(follow, SETTLE_MS)
})

/** What came between (another cart, a key that held it) is looked at again. */
function follow(): void {
  timer = null
  const now = sale.getState()
  const { lines, booking, asking } = now
  if (asking !== null || lines === asked || isHeldAsChosen(now)) return
  asked = lines
  if (lines.length > 0) void holdSeats()
  else if (booking) void releaseSeats()
}
