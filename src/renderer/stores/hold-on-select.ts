// Shows whose seats are held as they are clicked [H10]: every change of the choice holds the whole of it again. Owns when; what a
// hold is, and what a refusal does to the choice, is in stores/sale.ts.

import { holdSeats, isHeldAsChosen, releaseSeats, sale } from './sale.ts'
import { shows } from './shows.ts'

/** Clicks in such quick succession are one choice; it gives a rival a head start of no more than that. */
const SETTLE_MS = 120

/** The choice that the house was last asked to hold: whatever it answered, the same choice is not requested again automatically. */
let asked = sale.getState().lines
let timer: ReturnType<typeof setTimeout> | null = null

sale.subscribe((now) => {
  const { lines, booking, asking, notice, showId } = now
  const isOurs = showId !== null && shows.getState().rows.get(showId)?.claimPolicy === 'on-select'
  // After a timed-out hold, or one the house does not know, the seller decides again.
  if (!isOurs || notice?.kind === 'time-up' || notice?.kind === 'unknown') asked = lines
  const isSettled = lines === asked || isHeldAsChosen(now) || (lines.length === 0 && !booking)
  if (isSettled || asking !== null || timer !== null) return
  timer = setTimeout(follow, SETTLE_MS)
})

/** Checks again, since something may have come in between (another cart, a key that held it). */
function follow(): void {
  timer = null
  const now = sale.getState()
  const { lines, booking, asking } = now
  if (asking !== null || lines === asked || isHeldAsChosen(now)) return
  asked = lines
  if (lines.length > 0) void holdSeats()
  else if (booking) void releaseSeats()
}
