// [V14] Whether this machine's clock agrees with the house's. Owns the comparison; countdowns never use this machine's clock, so
// a wrong one is reported and does no other harm.

import { createStore } from 'zustand/vanilla'
import { MINUTE_MS, SECOND_MS } from '../../shared/lib/time.ts'
import { ask, boxOffice } from '../box-office.ts'

interface State {
  /** How far this machine's clock is ahead of the house's; negative if behind. Null if close enough, or not known. */
  readonly aheadMs: number | null
}

/** Papers and logs of different machines are compared to the minute. */
const OFF_MS = 2 * MINUTE_MS
const LOOK_EVERY_MS = 10 * SECOND_MS

export const clockOff = createStore<State>(() => ({ aheadMs: null }))

function aheadMs(): number {
  return Date.now() - boxOffice.hubNowMs()
}

/** After sleep, this machine's idea of the house's time is stale until the house has answered: so it asks before reporting anything. */
async function look(): Promise<void> {
  if (boxOffice.connection !== 'open') return
  if (Math.abs(aheadMs()) > OFF_MS) await ask('house', {})
  const off = aheadMs()
  clockOff.setState({ aheadMs: Math.abs(off) > OFF_MS ? off : null })
}

setInterval(() => void look(), LOOK_EVERY_MS)
boxOffice.watch((connection) => (connection === 'open' ? void look() : undefined))
