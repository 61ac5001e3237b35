// A customer's own screen between two customers: how long nobody has touched it, and beginning anew. Owns both; whose seats are
// given back is the house's word.

import { createStore } from 'zustand/vanilla'
import { inFlight } from '../../shared/domain/tender.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { boxOffice } from '../box-office.ts'
import { preferences } from './preferences.ts'
import { fresh, releaseSeats, sale } from './sale.ts'
import { goTo, screen } from './screen.ts'

/** By the house's clock: when somebody was here last. */
export const presence = createStore(() => ({ touchedAtMs: boxOffice.hubNowMs() }))

export function touch(): void {
  presence.setState({ touchedAtMs: boxOffice.hubNowMs() })
}

/** With the twenty seconds in which somebody is asked: seats that nobody stands before are free after 45. */
export const QUIET_MS = 25 * SECOND_MS

/** From then on somebody is asked whether they are there, and it is their answer that counts. */
function touchUnlessAsked(): void {
  if (boxOffice.hubNowMs() < presence.getState().touchedAtMs + QUIET_MS) touch()
}

for (const kind of ['pointerdown', 'keydown', 'wheel'] as const)
  window.addEventListener(kind, touchUnlessAsked, { capture: true, passive: true })

/** What has just come, such as tickets, is to be looked at. */
screen.subscribe(touch)

/** The language that the next customer is greeted in: as it was before the first one came. */
const greeting = preferences.getState().language

/** A terminal that is being asked is somebody's money: nobody is sent away from it. */
export function mayStartOver(): boolean {
  const { booking, asking } = sale.getState()
  return asking === null && (booking === null || inFlight(booking.payments) === null)
}

/** For the next customer: what was held is given back, and nothing of this one is left on the screen. */
export async function startOver(): Promise<void> {
  if (!mayStartOver()) return
  if (sale.getState().booking) await releaseSeats()
  sale.setState(fresh())
  preferences.setState({ language: greeting })
  goTo({ name: 'tonight' })
}
