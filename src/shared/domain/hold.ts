// Holding seats: making and re-pricing a hold. Owns rules H1, H2, H4, H5, H8, H9, asks seat-rules for H14 and L3; must never know
// who is told or where it is kept.

import { known } from '../lib/assert.ts'
import type { Asks, Found } from './asks.ts'
import { type Booking, evolveBooking, holdEndMs, payEndMs } from './booking.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { BookingEvent, Override, SeatsHeld } from './events.ts'
import { type BookingAnswer, cancelled, expiredEvents, lapsedUnder, idsOf } from './hold-end.ts'
import type { BookingId, CartId, CustomerId, ShowId } from './ids.ts'
import { refusalIfInFlight, refusalIfOver, refusalIfPartPaid } from './pending.ts'
import { type Priced, type WantedLine, couponRefusal, passengerOf, priceLines } from './pricing.ts'
import { type MissedSeat, type Refusal, isRefusal } from './refusal.ts'
import { refusalIfNotCustomers, refusalIfNotYours } from './rights.ts'
import { overrideUsed, refusalOfSeatRules, refusalOfSingleSeats } from './seat-rules.ts'
import { type FoundSeat, type FoundShow, refusalIfClosed, seatStateAt } from './show.ts'
import { isNightOver } from './stay.ts'

export interface HoldRequest {
  readonly showId: ShowId
  readonly cartId: CartId
  readonly lines: readonly WantedLine[]
  readonly customerId: CustomerId | null
  readonly couponCode: string | null
  /** [C2] The show's revision when the client looked at it. */
  readonly seenRevision?: number
  /** [H14] A manager's permission to leave a single seat alone. */
  readonly override?: Override
}

export interface HoldAnswer extends BookingAnswer {
  /** [H14] Free seats that this hold leaves alone, where the show's terms care. */
  readonly leftAlone: readonly string[]
}

type HoldReads = 'show' | 'seats' | 'around' | 'cart' | 'customer' | 'coupon' | 'freeSeats' | 'changed'

export function holdReads(request: HoldRequest, nowMs: number): Asks<HoldReads> {
  const { showId, cartId } = request
  const seatIds = request.lines.map((line) => line.seatId)
  return {
    show: showId,
    seats: { showId, seatIds },
    around: { showId, cartId, seatIds, nowMs },
    changed: { showId, seatIds, sinceRevision: request.seenRevision ?? null },
    cart: cartId,
    customer: request.customerId,
    coupon: { code: request.couponCode, nowMs },
    freeSeats: { showId, nowMs },
  }
}

/** [H1] All or nothing: if one seat is not available the whole request is refused, naming every such seat with its reason. */
export function decideHold(
  found: Found<HoldReads>,
  request: HoldRequest,
  context: Context,
): Decision<HoldAnswer> {
  const { show, cart, around } = found
  if (!show) return refuse({ code: 'NOT_FOUND', what: 'show', id: String(request.showId) })
  const refusal =
    refusalIfClosed(show, context.nowMs) ??
    refusalIfNotCustomers(context.actor, request.customerId === null) ??
    (cart && refusalIfNotYours(cart, context.actor)) ??
    (cart && refusalIfInFlight(cart)) ??
    (cart && refusalIfPartPaid(cart)) ??
    refusalOfSelection(found, show, request) ??
    refusalOfCustomer(found, request) ??
    refusalOfCoupon(found, request, cart, context.nowMs) ??
    refusalOfChanged(found) ??
    refusalOfTaken(found.seats, show, cart, context.nowMs) ??
    refusalOfSeatRules(around, found.seats, request.lines) ??
    refusalOfSingleSeats(around, show.terms, request.override, context.actor)
  if (refusal) return refuse(refusal)
  const priced = priceLines(show, found.seats, request.lines, request.couponCode ? found.coupon : null)
  if (isRefusal(priced)) return refuse(priced)

  // Nothing below may refuse: from here the hold exists.
  const holdMs = found.customer?.vip === true ? show.terms.vipHoldMs : show.terms.holdMs
  const held = {
    ...seatsHeld(show, request, { ...priced, holdMs }, context),
    ...overrideUsed(around, show.terms, request.override),
  }
  const freed = bookingsGivingWay(found.seats, cart, context.nowMs)
  const { leftAlone } = around
  return accept([...freed, held], { booking: evolveBooking(null, held, context.nowMs), leftAlone })
}

function seatsHeld(
  show: FoundShow,
  request: HoldRequest,
  { lines, totals, holdMs }: Priced & { readonly holdMs: number },
  { nowMs, actor, newBookingId }: Context,
): SeatsHeld {
  return {
    type: 'seats-held',
    bookingId: newBookingId(),
    showId: show.showId,
    purpose: 'hold',
    cartId: request.cartId,
    customerId: request.customerId,
    kioskId: actor.kioskId,
    staffId: actor.staffId,
    lines,
    totals,
    couponCode: request.couponCode,
    priceVersion: show.priceVersion,
    holdMs,
    expiresAtMs: nowMs + holdMs,
    graceEndsAtMs: nowMs + holdMs + show.terms.graceMs,
    ...(show.claimPolicy === 'on-payment' && { claimsAtPayment: true }),
  }
}

/** [H9] Ends the cart's earlier selection, and [H5] every lapsed booking that still occupied a wanted seat. */
function bookingsGivingWay(seats: readonly FoundSeat[], cart: Booking | null, nowMs: number): BookingEvent[] {
  const events = lapsedUnder(seats.filter(({ claimedBy }) => claimedBy?.bookingId !== cart?.bookingId))
  if (!cart) return events
  return [...events, ...(nowMs < holdEndMs(cart) ? [cancelled(cart, 'replaced')] : expiredEvents(cart))]
}

function refusalOfSelection(
  found: Found<HoldReads>,
  show: FoundShow,
  { lines }: HoldRequest,
): Refusal | null {
  const { seatsMax } = show.terms
  if (lines.length > seatsMax) {
    return { code: 'TOO_MANY_SEATS', asked: lines.length, limit: seatsMax, left: found.freeSeats }
  }
  const unknown = lines.find((line) => !found.seats.some((seat) => seat.seatId === line.seatId))
  if (unknown) return badLine('unknown-seat', String(unknown.seatId))
  const repeated = lines.find((line, index) => lines.findIndex((one) => one.seatId === line.seatId) < index)
  if (!repeated) return null
  const twice = found.seats.find((seat) => seat.seatId === repeated.seatId)
  return badLine('duplicate-seat', known(twice, 'a repeated seat was read').label)
}

function badLine(problem: 'unknown-seat' | 'duplicate-seat', detail: string): Refusal {
  return { code: 'INVALID_INPUT', field: 'lines', problem, detail }
}

function refusalOfCustomer(found: Found<'customer'>, { customerId }: HoldRequest): Refusal | null {
  if (customerId === null || found.customer) return null
  return { code: 'NOT_FOUND', what: 'customer', id: String(customerId) }
}

/** [P4] A cart that already carries the coupon does not count against itself. The same check for quote, hold and choice of tickets. */
export function refusalOfCoupon(
  found: Found<'coupon'>,
  { couponCode }: { readonly couponCode: string | null },
  own: Booking | null,
  nowMs: number,
): Refusal | null {
  if (couponCode === null) return null
  const carriesIt = own !== null && own.couponCode === found.coupon?.code && nowMs < payEndMs(own)
  const coupon = found.coupon && { ...found.coupon, uses: found.coupon.uses - (carriesIt ? 1 : 0) }
  return couponRefusal(couponCode, coupon, nowMs)
}

/** [C2] Versions are compared before states: a seat that changed and is free again still is not the seat that was seen. */
function refusalOfChanged({ seats, changed }: Found<'seats' | 'changed'>): Refusal | null {
  const since = seats.filter((seat) => changed.includes(seat.seatId)).map((seat) => seat.label)
  return since.length > 0 ? { code: 'CONCURRENT_MODIFICATION', what: 'seats', seats: since } : null
}

/** [H1] Names every seat that somebody else has, or that is not on sale, as is a night that is over [L6]. `cart`: the booking whose own seats do not count. */
export function refusalOfTaken(
  seats: readonly FoundSeat[],
  show: FoundShow,
  cart: Booking | null,
  nowMs: number,
): Refusal | null {
  const missed: MissedSeat[] = []
  for (const seat of seats) {
    const isOwn = seat.claimedBy !== null && seat.claimedBy.bookingId === cart?.bookingId
    const isOver = seat.night !== undefined && isNightOver(show, seat.night, nowMs)
    const now = seatStateAt(isOwn ? { ...seat, claimedBy: null } : seat, show.prices, nowMs)
    const reason = isOver ? 'blocked' : now
    if (reason !== 'available') missed.push({ seatId: seat.seatId, label: seat.label, reason })
  }
  return missed.length > 0 ? { code: 'SEAT_NOT_AVAILABLE', seats: missed } : null
}

export interface ChooseRequest {
  readonly bookingId: BookingId
  readonly lines: readonly WantedLine[]
  readonly couponCode: string | null
}

/** Re-prices the same seats for other ticket types or another coupon, from the price list that the booking was made with [P2]. */
export function decideChooseTickets(
  found: Found<'booking' | 'showOf' | 'seatsOf' | 'coupon'>,
  request: ChooseRequest,
  { nowMs, actor }: Context,
): Decision<BookingAnswer> {
  const { booking, showOf: show } = found
  if (!booking || !show) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  const refusal =
    refusalIfNotYours(booking, actor) ??
    refusalIfOver(booking, found.seatsOf, nowMs, holdEndMs(booking)) ??
    refusalIfInFlight(booking) ??
    refusalIfPartPaid(booking) ??
    refusalOfOtherSeats(booking, request.lines) ??
    refusalOfCoupon(found, request, booking, nowMs)
  if (refusal) return refuse(refusal)
  const lines = inOrderOf(booking, request.lines)
  const priced = priceLines(show, found.seatsOf, lines, request.couponCode ? found.coupon : null)
  if (isRefusal(priced)) return refuse(priced)

  const event = {
    type: 'tickets-chosen',
    ...idsOf(booking),
    ...priced,
    couponCode: request.couponCode,
  } as const
  return acceptFor(booking, event, nowMs)
}

/**
 * A booking's lines keep their order, in whatever order they are chosen again. The passenger's gender was checked when the seat was
 * held, and stays; name and age may be given now, or stay as they were.
 */
function inOrderOf(booking: Booking, wanted: readonly WantedLine[]): readonly WantedLine[] {
  return booking.lines.map((held) => {
    const line = known(
      wanted.find((one) => one.seatId === held.seatId),
      'a booking’s seat was chosen',
    )
    const { gender } = passengerOf(held)
    return { ...line, passenger: { ...passengerOf(held), ...line.passenger, gender } }
  })
}

function refusalOfOtherSeats(booking: Booking, lines: readonly WantedLine[]): Refusal | null {
  const own = new Set(booking.lines.map((line) => line.seatId))
  const given = new Set(lines.map((line) => line.seatId))
  if (lines.length === own.size && given.size === own.size && own.isSubsetOf(given)) return null
  const stray = lines.find((line) => !own.has(line.seatId))
  return {
    code: 'INVALID_INPUT',
    field: 'lines',
    problem: 'other-seats',
    detail: stray ? String(stray.seatId) : '',
  }
}

function acceptFor(booking: Booking, event: BookingEvent, nowMs: number): Decision<BookingAnswer> {
  return accept([event], { booking: evolveBooking(booking, event, nowMs) })
}
