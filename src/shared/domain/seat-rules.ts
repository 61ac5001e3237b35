// Who may have which seat, beyond its being free: ladies' seats, companions' seats, seats left alone. Owns rules H14 and L3; must
// never look at a plan: what is around a choice was found before.

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

/** [L3] Only a woman has a ladies' seat, and only whoever comes with a wheelchair the seat beside it. */
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

/** The same of lines that are booked already, on other seats. */
export function refusalOfSitting(around: SeatsAround, lines: readonly BookingLine[]): Refusal | null {
  const sitting = lines.map(({ seatId, gender }) => ({ seatId, ...(gender && { passenger: { gender } }) }))
  return refusalOfSeatRules(around, lines, sitting)
}

/** [H14] Where the show refuses to leave a seat alone, only a manager's word lets it be, with the reason. */
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

/** [L3] Nobody is carried who is not on the list: named by the first seat whose passenger is not. */
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

/** What the journal keeps of a manager's word: only one that was needed. */
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
