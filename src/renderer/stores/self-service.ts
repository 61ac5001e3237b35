// A self-service screen between two customers: how long nobody has touched it, and starting over. Owns both; the house decides
// which seats are released.

import { createStore } from 'zustand/vanilla'
import { inFlight } from '../../shared/domain/tender.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { boxOffice } from '../box-office.ts'
import { preferences } from './preferences.ts'
import { fresh, releaseSeats, sale } from './sale.ts'
import { goTo, screen } from './screen.ts'

/** The last touch, by the house's clock. */
export const presence = createStore(() => ({ touchedAtMs: boxOffice.hubNowMs() }))

export function touch(): void {
  presence.setState({ touchedAtMs: boxOffice.hubNowMs() })
}

/** Together with the twenty seconds of the question "still there?", abandoned seats are free after 45. */
export const QUIET_MS = 25 * SECOND_MS

/** Once the question is shown, only its answer counts as a touch. */
function touchUnlessAsked(): void {
  if (boxOffice.hubNowMs() < presence.getState().touchedAtMs + QUIET_MS) touch()
}

for (const kind of ['pointerdown', 'keydown', 'wheel'] as const)
  window.addEventListener(kind, touchUnlessAsked, { capture: true, passive: true })

/** A new screen, such as the tickets, deserves a look: the time starts again. */
screen.subscribe(touch)

/** The language in which the next customer is greeted: the one set before the first customer came. */
const greeting = preferences.getState().language

/** While a terminal is being asked, somebody's money is at stake: nobody is sent away then. */
export function mayStartOver(): boolean {
  const { booking, asking } = sale.getState()
  return asking === null && (booking === null || inFlight(booking.payments) === null)
}

/** Starts over for the next customer: what was held is released, and nothing of this customer stays on the screen. */
export async function startOver(): Promise<void> {
  if (!mayStartOver()) return
  if (sale.getState().booking) await releaseSeats()
  sale.setState(fresh())
  preferences.setState({ language: greeting })
  goTo({ name: 'tonight' })
}
