// Money that waits for somebody: bookings to be paid later [H16], money that goes back, money that came too late [P8]. Owns the asking and
// the notice of late money; must never say where money is but by the house's slip.

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

/** Whatever this desk may see of it, asked anew. */
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

/** [P8] A slip that was not there when this window began, or was told last. */
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

/** Asked while somebody looks: seats move when a booking ends. */
export function followMoney(): () => void {
  void lookForMoney()
  return shows.subscribe(() => void lookForMoney())
}
