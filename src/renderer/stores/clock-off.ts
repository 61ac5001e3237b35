// [V14] Whether this machine's clock is the house's. Owns the comparing; countdowns never go by this machine's clock, so a wrong one is said
// and nothing else.

import { createStore } from 'zustand/vanilla'
import { MINUTE_MS, SECOND_MS } from '../../shared/lib/time.ts'
import { ask, boxOffice } from '../box-office.ts'

interface State {
  /** How far this machine's clock is ahead of the house's; behind, below zero. Null: near enough, or not known. */
  readonly aheadMs: number | null
}

/** Papers and logs of two machines are laid side by side by the minute. */
const OFF_MS = 2 * MINUTE_MS
const LOOK_EVERY_MS = 10 * SECOND_MS

export const clockOff = createStore<State>(() => ({ aheadMs: null }))

function aheadMs(): number {
  return Date.now() - boxOffice.hubNowMs()
}

/** A machine that slept knows the house's time only when it has heard of it again: it asks before it says anything. */
async function look(): Promise<void> {
  if (boxOffice.connection !== 'open') return
  if (Math.abs(aheadMs()) > OFF_MS) await ask('house', {})
  const off = aheadMs()
  clockOff.setState({ aheadMs: Math.abs(off) > OFF_MS ? off : null })
}

setInterval(() => void look(), LOOK_EVERY_MS)
boxOffice.watch((connection) => (connection === 'open' ? void look() : undefined))
