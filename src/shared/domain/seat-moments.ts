// What a journal row meant for one seat, as its story names it [A6]. Owns these names; must never know how they are worded.

import { never } from '../lib/assert.ts'
import type { BookingEvent, HouseEvent } from './events.ts'
import type { SeatId } from './ids.ts'
import { isOnSale } from './show.ts'

/** What may happen to one seat, as its story names it [A6]. */
export const seatMomentKinds = [
  'held',
  'reserved',
  'hold-extended',
  'hold-deferred',
  'tickets-chosen',
  'customer-chosen',
  'payment-begun',
  'payment-taken',
  'payment-failed',
  'payment-late',
  'proof-reviewed',
  'sold',
  'money-returned',
  'refund-settled',
  'refunded',
  'expired',
  'cancelled',
  'failed',
  'returned',
  'moved-here',
  'moved-away',
  'reprinted',
  'checked-in',
  'deleted',
  'put-on-sale',
  'taken-off-sale',
] as const
export type SeatMomentKind = (typeof seatMomentKinds)[number]

export interface MomentSeat {
  readonly seatId: SeatId
  /** Index into the show's price table. */
  readonly category: number
  /** Whether a ticket of the event's booking, given by its number, is for this seat. */
  readonly hasTicket: (number: string) => boolean
  /** [L4] Whether the seat exists in the plan that the show was on before the row, and in the one after it. */
  readonly wasThere: boolean
  readonly isThere: boolean
}

/** What a row of the seat's show or booking meant for it; null: nothing. */
export function seatMomentKind(event: HouseEvent, seat: MomentSeat): SeatMomentKind | null {
  if (event.type === 'prices-set')
    return isOnSale(seat.category, event.prices) ? 'put-on-sale' : 'taken-off-sale'
  if (event.type === 'show-replanned') return replanned(seat)
  if (event.type === 'seats-blocked') return 'taken-off-sale'
  if (event.type === 'seats-unblocked') return 'put-on-sale'
  return 'bookingId' in event ? ofBooking(event, seat) : null
}

function replanned({ wasThere, isThere }: MomentSeat): SeatMomentKind | null {
  if (wasThere === isThere) return null
  return isThere ? 'put-on-sale' : 'taken-off-sale'
}

const reasoned = ['seats-blocked', 'booking-cancelled', 'seats-returned', 'booking-deleted'] as const
type Reasoned = Extract<HouseEvent, { readonly type: (typeof reasoned)[number] }>

/** The reason that somebody gave; empty: none was asked for. */
export function reasonOf(event: HouseEvent): string {
  return isReasoned(event) ? event.reason : ''
}

function isReasoned(event: HouseEvent): event is Reasoned {
  return reasoned.some((type) => type === event.type)
}

function ofBooking(event: BookingEvent, { seatId, hasTicket }: MomentSeat): SeatMomentKind | null {
  switch (event.type) {
    case 'seats-held':
      return event.purpose === 'hold' ? 'held' : 'reserved'
    case 'hold-extended':
    case 'hold-deferred':
    case 'tickets-chosen':
    case 'customer-chosen':
    case 'payment-begun':
    case 'payment-taken':
    case 'payment-failed':
    case 'payment-late':
    case 'proof-reviewed':
    case 'money-returned':
    case 'refund-settled':
      return event.type
    case 'booking-confirmed':
      return 'sold'
    case 'booking-refunded':
      return 'refunded'
    case 'booking-expired':
      return 'expired'
    case 'booking-cancelled':
      return 'cancelled'
    case 'booking-failed':
      return 'failed'
    case 'seats-returned':
      return event.seatIds.includes(seatId) ? 'returned' : null
    case 'booking-reseated':
      if (event.freed.includes(seatId)) return 'moved-away'
      return event.taken.includes(seatId) ? 'moved-here' : null
    case 'tickets-reprinted':
      return 'reprinted'
    case 'ticket-checked-in':
      return hasTicket(event.number) ? 'checked-in' : null
    case 'booking-deleted':
      return 'deleted'
    // The story already has the end by the clock.
    case 'hold-lapsed':
      return null
    default:
      return never(event)
  }
}
