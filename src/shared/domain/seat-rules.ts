// Who may have which free seat: ladies' seats, companions' seats, single seats left alone. Owns rules H14 and L3; must never look at
// a plan: what is around a choice has been read before.

import { known } from '../lib/assert.ts'
import type { BookingLine } from './booking.ts'
import type { Actor } from './catalogue.ts'
import type { Override } from './events.ts'
import type { SeatId } from './ids.ts'
import type { WantedLine } from './pricing.ts'
import type { Refusal } from './refusal.ts'
import type { SeatsAround } from './seat-plan/seats-around.ts'
import type { FoundSeat } from './show.ts'
import type { Terms } from './terms.ts'

type Labelled = Pick<FoundSeat, 'seatId' | 'label'>

/** [L3] A ladies' seat is for a woman only; a companion's seat only for somebody who also takes a wheelchair place near it. */
export function refusalOfSeatRules(
  { womens, withoutWheelchair }: SeatsAround,
  seats: readonly Labelled[],
  lines: readonly Pick<WantedLine, 'seatId' | 'passenger'>[],
): Refusal | null {
  const notWomen = womens.filter(
    (seatId) => lines.find((line) => line.seatId === seatId)?.passenger?.gender !== 'female',
  )
  if (notWomen.length > 0) return { code: 'LADIES_ONLY', seats: labelsOf(notWomen, seats) }
  if (withoutWheelchair.length === 0) return null
  return { code: 'COMPANION_ONLY', seats: labelsOf(withoutWheelchair, seats) }
}

/** The same for lines that are already booked and move to other seats. */
export function refusalOfSitting(around: SeatsAround, lines: readonly BookingLine[]): Refusal | null {
  const sitting = lines.map(({ seatId, gender }) => ({ seatId, ...(gender && { passenger: { gender } }) }))
  return refusalOfSeatRules(around, lines, sitting)
}

/** [H14] Where the show refuses to leave a single seat alone, only a manager may allow it, giving the reason. */
export function refusalOfSingleSeats(
  { leftAlone }: SeatsAround,
  { singleSeatRule }: Terms,
  override: Override | undefined,
  { role }: Actor,
): Refusal | null {
  if (singleSeatRule !== 'refuse' || leftAlone.length === 0) return null
  if (!override) return { code: 'SINGLE_SEAT', seats: leftAlone }
  return role === 'manager' || role === 'admin' ? null : { code: 'NOT_ALLOWED', role }
}

/** [L3] Every passenger must be on the list; the refusal names the first seat whose passenger is not. */
export function refusalOfNameless(
  lines: readonly BookingLine[],
  { asksNames }: Pick<Terms, 'asksNames'>,
): Refusal | null {
  const nameless = asksNames
    ? lines.find(({ name, age }) => name === undefined || age === undefined)
    : undefined
  if (!nameless) return null
  return { code: 'INVALID_INPUT', field: 'passenger', problem: 'empty', detail: nameless.label }
}

/** The manager's permission for the journal: only where it was needed. */
export function overrideUsed(
  { leftAlone }: SeatsAround,
  { singleSeatRule }: Terms,
  override: Override | undefined,
): { readonly override?: Override } {
  return override && singleSeatRule === 'refuse' && leftAlone.length > 0 ? { override } : {}
}

function labelsOf(seatIds: readonly SeatId[], seats: readonly Labelled[]): readonly string[] {
  return seatIds.map(
    (seatId) =>
      known(
        seats.find((seat) => seat.seatId === seatId),
        'a chosen seat',
      ).label,
  )
}
