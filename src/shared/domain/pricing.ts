// The one price function [P1]: quotes and bookings both come through `priceLines`, so that they cannot differ. Owns totals,
// coupons and shares; must never look at a clock or keep a price.

import { assert, known } from '../lib/assert.ts'
import { type Currency, percentOf, splitByWeight } from '../lib/money.ts'
import type { BookingLine, Totals } from './booking.ts'
import type { CouponEntry } from './catalogue.ts'
import type { SeatId, TicketTypeId } from './ids.ts'
import type { Refusal } from './refusal.ts'
import { type FoundSeat, type FoundShow, priceOf } from './show.ts'

/** A seat asked for, and the ticket type to sell it as. */
export interface WantedLine {
  readonly seatId: SeatId
  readonly ticketTypeId: TicketTypeId
  readonly passenger?: Passenger
}

/** [L3] Who will sit there, as far as a rule asks. */
export interface Passenger {
  readonly gender: 'female' | 'male' | 'unspecified'
  readonly name?: string
  readonly age?: number
}

/** A coupon as a decision finds it. `uses`: bookings that carry it now and are paid, or can still be. */
export interface FoundCoupon extends CouponEntry {
  readonly uses: number
}

export interface Priced {
  readonly lines: readonly BookingLine[]
  readonly totals: Totals
}

/** Amounts in minor units of the show's currency. Refuses INVALID_INPUT for a type that a seat does not admit. */
export function priceLines(
  show: FoundShow,
  seats: readonly FoundSeat[],
  wanted: readonly WantedLine[],
  coupon: CouponEntry | null,
): Priced | Refusal {
  const bare = []
  for (const { seatId, ticketTypeId, passenger } of wanted) {
    const seat = known(
      seats.find((one) => one.seatId === seatId),
      'a priced seat was read',
    )
    const priceMinor = priceOf(show, seat.category, ticketTypeId)
    if (priceMinor === null) return notAdmitted(seat, show, ticketTypeId)
    bare.push({ seat, ticketTypeId, priceMinor, passenger })
  }
  const prices = bare.map((line) => line.priceMinor)
  const discountMinor = discountOf(sum(prices), coupon)
  const shares = splitByWeight(discountMinor, prices)
  const lines = bare.map(({ seat, ticketTypeId, priceMinor, passenger }, index) => ({
    seatId: seat.seatId,
    label: seat.label,
    section: seat.section,
    ticketTypeId,
    ticketType: known(show.ticketTypes[ticketTypeId], 'ticket type name'),
    priceMinor,
    discountMinor: known(shares[index], 'share'),
    feeMinor: show.terms.feeMinor,
    ...saidOf(passenger),
  }))
  return { lines, totals: totalsOf(lines, show.currency) }
}

/** [P3] [P4] discount = min(percent of base rounded half up, its maximum), never more than the base. */
export function discountOf(baseMinor: number, coupon: CouponEntry | null): number {
  if (!coupon) return 0
  return Math.min(percentOf(baseMinor, coupon.percent), coupon.discountMaxMinor, baseMinor)
}

/** [P3] total = base − discount + fee. */
export function totalsOf(lines: readonly BookingLine[], currency: Currency): Totals {
  const baseMinor = sum(lines.map((line) => line.priceMinor))
  const discountMinor = sum(lines.map((line) => line.discountMinor))
  const feeMinor = sum(lines.map((line) => line.feeMinor))
  const totalMinor = baseMinor - discountMinor + feeMinor
  assert(Number.isSafeInteger(totalMinor) && totalMinor >= 0, 'totals in range')
  return { currency, baseMinor, discountMinor, feeMinor, totalMinor }
}

/** [P4] Null when the coupon may be used now; the same check for quote and booking (bug 4 of MISSION.md). */
export function couponRefusal(code: string, coupon: FoundCoupon | null, nowMs: number): Refusal | null {
  const no = (reason: Extract<Refusal, { code: 'INVALID_COUPON' }>['reason']): Refusal => ({
    code: 'INVALID_COUPON',
    coupon: code,
    reason,
  })
  if (!coupon) return no('unknown')
  if (!coupon.active) return no('inactive')
  if (nowMs < coupon.validFromMs) return no('not-yet')
  if (nowMs >= coupon.validUntilMs) return no('over')
  if (coupon.usesMax !== null && coupon.uses >= coupon.usesMax) return no('used-up')
  return null
}

/** The passenger of a booked line, as far as it was said. */
export function passengerOf({ gender, name, age }: Pick<BookingLine, 'gender' | 'name' | 'age'>): Passenger {
  return {
    gender: gender ?? 'unspecified',
    ...(name !== undefined && { name }),
    ...(age !== undefined && { age }),
  }
}

/** Only what was said, so that lines of a show that does not ask for passengers stay short. */
function saidOf(passenger: Passenger | undefined): Pick<BookingLine, 'gender' | 'name' | 'age'> {
  if (!passenger) return {}
  const { gender, name, age } = passenger
  return {
    ...(gender !== 'unspecified' && { gender }),
    ...(name !== undefined && { name }),
    ...(age !== undefined && { age }),
  }
}

function notAdmitted(seat: FoundSeat, show: FoundShow, ticketTypeId: TicketTypeId): Refusal {
  const type = show.ticketTypes[ticketTypeId] ?? String(ticketTypeId)
  return {
    code: 'INVALID_INPUT',
    field: 'lines',
    problem: 'type-not-admitted',
    detail: `${seat.label} · ${type}`,
  }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
