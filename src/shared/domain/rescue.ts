// Money that arrived after its booking had ended [P8]. Owns what becomes of it, in one commit; must never leave it unassigned.

import { known } from '../lib/assert.ts'
import { dayInZone } from '../lib/time.ts'
import type { Found } from './asks.ts'
import { type Booking, dueMinor, evolveAll, evolveBooking, payEndMs } from './booking.ts'
import { type Context, type Decision, accept } from './decision.ts'
import type { BookingEvent, HouseEvent } from './events.ts'
import { expiredEvents, idsOf, lapsedUnder } from './hold-end.ts'
import type { WalletId } from './ids.ts'
import { confirmed } from './payment.ts'
import { refusalOfSitting } from './seat-rules.ts'
import { type FoundSeat, type FoundShow, refusalIfClosed, seatStateAt } from './show.ts'
import { type Payment, type Refund, beside, paidMinor, withRefunds } from './tender.ts'
import { openWallet, walletAccount } from './wallet.ts'

export const rescues = ['same-seats', 'other-seats', 'wallet'] as const
export type Rescue = (typeof rescues)[number]

export type RescueReads =
  | 'seatsOf'
  | 'aroundMoved'
  | 'offered'
  | 'nearest'
  | 'couponOf'
  | 'walletOf'
  | 'nextIds'

interface RescueAnswer {
  readonly outcome: Rescue
  readonly booking: Booking
}

export interface Late {
  readonly booking: Booking
  readonly show: FoundShow
  readonly payment: Payment
}

/**
 * [P8] Same seats if they are free, else the nearest that cost the same, else a wallet: in one commit. Only a wallet if nobody could
 * buy them now, or the show is at another time than it was.
 */
export function rescued(found: Found<RescueReads>, late: Late, context: Context): Decision<RescueAnswer> {
  const { booking, payment } = late
  const { offered, nearest } = found
  const isWhole = payment.amountMinor === dueMinor(booking) && paidMinor(booking.payments) === 0
  const isOpen = offered !== null && refusalIfClosed(offered, context.nowMs) === null
  const came = cameLate(late, context)
  if (!isOpen || !isWhole || isCouponUsedUp(found, booking, context.nowMs))
    return toWallet(found, late, came, context)
  const own = found.seatsOf.map((seat) => withoutOwn(seat, booking))
  // [L4] A seat that the show's plan no longer has is not found.
  const areThere = own.length === booking.lines.length
  const areFree =
    areThere && own.every((seat) => seatStateAt(seat, offered.prices, context.nowMs) === 'available')
  // [L3] Nor may they be had by whoever would sit beside a woman who came meanwhile.
  const areTheirs = areFree && refusalOfSitting(found.aroundMoved, booking.lines) === null
  if (areTheirs) return toSeats(late, came, { outcome: 'same-seats', seats: own }, context)
  if (nearest) return toSeats(late, came, { outcome: 'other-seats', seats: nearest }, context)
  return toWallet(found, late, came, context)
}

/** [P4] By now the booking's coupon may have been used by other bookings up to its limit. */
function isCouponUsedUp({ couponOf }: Found<'couponOf'>, booking: Booking, nowMs: number): boolean {
  if (!couponOf || couponOf.usesMax === null) return false
  const isOwn = booking.state === 'reserved' && nowMs < payEndMs(booking)
  return couponOf.uses - (isOwn ? 1 : 0) >= couponOf.usesMax
}

/** What is recorded before the money is used. `ended`: the booking after that. */
interface Came {
  readonly events: readonly BookingEvent[]
  readonly ended: Booking
}

/** [I8] Records the end of the booking with all its consequences, unless that was done already, and then the arrival of the money. */
function cameLate({ booking, payment }: Late, { nowMs }: Context): Came {
  const over = booking.state === 'reserved' ? expiredEvents(booking) : []
  const before = evolveAll(booking, over, nowMs)
  const others = beside(before.payments, payment)
  const came: BookingEvent = { type: 'payment-late', ...idsOf(booking), payment, ...others }
  return { events: [...over, came], ended: evolveBooking(before, came, nowMs) }
}

/** A booking that is still pending does not block its own seats. */
function withoutOwn(seat: FoundSeat, { bookingId }: Booking): FoundSeat {
  return seat.claimedBy?.bookingId === bookingId ? { ...seat, claimedBy: null } : seat
}

/** A new booking for the money, since what has ended stays ended [I8]. */
function toSeats(
  { booking, show, payment }: Late,
  came: Came,
  { outcome, seats }: { readonly outcome: Rescue; readonly seats: readonly FoundSeat[] },
  context: Context,
): Decision<RescueAnswer> {
  const bookingId = context.newBookingId()
  const { showId, customerId, kioskId, staffId, couponCode, priceVersion, holdMs, totals } = booking
  const { currency } = totals
  const lines = booking.lines.map((line, index) => {
    const { seatId, label, section } = known(seats[index], 'seat of a rescued line')
    return { ...line, seatId, label, section }
  })
  const held: BookingEvent = {
    type: 'seats-held',
    bookingId,
    showId,
    purpose: 'hold',
    cartId: context.newCartId(),
    customerId,
    kioskId,
    staffId,
    lines,
    totals,
    couponCode,
    priceVersion,
    holdMs,
    expiresAtMs: context.nowMs + holdMs,
    graceEndsAtMs: context.nowMs + holdMs + show.terms.graceMs,
    rescues: booking.bookingId,
  }
  const refund = { paymentId: payment.paymentId, amountMinor: payment.amountMinor }
  const moved: BookingEvent = {
    type: 'money-returned',
    ...idsOf(booking),
    ...givenBack(came.ended, { ...refund, account: `booking:${bookingId}` }),
    currency,
  }
  const fresh = evolveBooking(null, held, context.nowMs)
  const own: Payment = {
    ...payment,
    paymentId: context.newPaymentId(),
    account: `booking:${booking.bookingId}`,
  }
  const before = [...came.events, moved, ...lapsedUnder(seats), held]
  const day = dayInZone(context.nowMs, show.zone)
  const sold = confirmed(fresh, { payment: own, day, row: before.length }, context)
  return accept([...before, sold], { outcome, booking: evolveBooking(fresh, sold, context.nowMs) })
}

function toWallet(
  found: Found<'walletOf' | 'nextIds'>,
  { booking, payment }: Late,
  came: Came,
  context: Context,
): Decision<RescueAnswer> {
  const { currency } = booking.totals
  const walletId = found.nextIds.wallet as WalletId
  const purse = openWallet(found.walletOf, { walletId, customerId: booking.customerId, currency })
  const account = walletAccount(purse.walletId)
  const refund = { paymentId: payment.paymentId, amountMinor: payment.amountMinor, account }
  const back = givenBack(came.ended, refund)
  const moved: BookingEvent = { type: 'money-returned', ...idsOf(booking), ...back, currency }
  const events: HouseEvent[] = [...purse.opened, ...came.events, moved]
  return accept(events, { outcome: 'wallet', booking: evolveBooking(came.ended, moved, context.nowMs) })
}

/** The late payment is passed on to the booking or wallet that uses it. */
function givenBack({ payments }: Booking, refund: Refund) {
  return { refunds: [refund], payments: withRefunds(payments, [refund]) }
}
