// Money that waits for somebody: bookings to be paid later [H16], refunds due, money that arrived too late [P8]. Owns the
// requests and the notice of late money; must never say where money is except by the house's slip.

import { createStore } from 'zustand/vanilla'
import type { Output } from '../../shared/contract/operations.ts'
import { ask, boxOffice } from '../box-office.ts'
import { sale } from './sale.ts'
import { shows } from './shows.ts'

export type Reserved = Output<'reservations'>['bookings'][number]
export type Owed = Output<'money-due'>['bookings'][number]
export type Slip = Output<'late-money'>['slips'][number]

interface MoneyWaiting {
  readonly reserved: readonly Reserved[]
  readonly owed: readonly Owed[]
  readonly slips: readonly Slip[]
}

export const moneyWaiting = createStore<MoneyWaiting>(() => ({ reserved: [], owed: [], slips: [] }))

/** Reloads whatever this desk may see of it. */
export async function lookForMoney(): Promise<void> {
  const [reserved, owed, late] = await Promise.all([
    ask('reservations', {}),
    ask('money-due', {}),
    ask('late-money', {}),
  ])
  if (reserved.kind === 'done') moneyWaiting.setState({ reserved: reserved.value.bookings })
  if (owed.kind === 'done') moneyWaiting.setState({ owed: owed.value.bookings })
  if (late.kind === 'done') moneyWaiting.setState({ slips: late.value.slips })
}

/** [P8] The time of the last slip reported, at first of this window's start: only newer slips are reported. */
let toldAtMs = boxOffice.hubNowMs()

boxOffice.subscribe({ kind: 'payments' }, (news) => {
  if (news.kind === 'payments' && news.bookingIds.length > 0) void tellOfLate()
})

async function tellOfLate(): Promise<void> {
  const answer = await ask('late-money', {})
  if (answer.kind !== 'done') return
  const { slips } = answer.value
  moneyWaiting.setState({ slips })
  const newest = slips[0]
  if (!newest || newest.atMs <= toldAtMs) return
  toldAtMs = newest.atMs
  sale.setState({ notice: { kind: 'late', slip: newest } })
}

/** Reloads while somebody looks, at every change of a show: a booking that ends changes its seats. */
export function followMoney(): () => void {
  void lookForMoney()
  return shows.subscribe(() => void lookForMoney())
}
