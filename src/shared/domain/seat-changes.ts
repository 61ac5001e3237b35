// What an event changes on the screens: which seats of which show, and to what state. Must never look anything up.

import { never } from '../lib/assert.ts'
import { isOfAlert } from './alert-events.ts'
import { type ChangeEvent, isOfChange } from './change-events.ts'
import type { HouseEvent } from './events.ts'
import type { SeatId, ShowId } from './ids.ts'
import { isShiftEvent } from './shift-events.ts'
import type { SeatState } from './seat-state.ts'
import { isOfStaff } from './people-events.ts'

/** The show whose revision an event advances; null where it concerns no show. */
export function showOf(event: HouseEvent): ShowId | null {
  if (event.type === 'entry-saved') return event.entry.kind === 'show' ? event.entry.showId : null
  return 'showId' in event ? event.showId : null
}

export interface SeatChange {
  readonly seatIds: readonly SeatId[]
  /** `pending`: held or reserved, whichever its booking was before. */
  readonly state: SeatState | 'pending'
}

/** Which seats an event changes on the screens, and to what; most events change none. */
export function seatChanges(event: HouseEvent): readonly SeatChange[] {
  if (isOfChange(event)) return offOrOnSale(event)
  if (isOfAlert(event) || isShiftEvent(event) || isOfStaff(event)) return []
  switch (event.type) {
    case 'seats-held': {
      if (event.claimsAtPayment) return []
      const seatIds = event.lines.map((line) => line.seatId)
      return [{ seatIds, state: event.purpose === 'hold' ? 'held' : 'reserved' }]
    }
    case 'hold-deferred':
      return [{ seatIds: event.seatIds, state: 'reserved' }]
    case 'payment-begun':
      return [{ seatIds: event.seatIds, state: 'paying' }]
    case 'payment-taken':
      return event.seatIds ? [{ seatIds: event.seatIds, state: 'pending' }] : []
    case 'payment-failed':
      return [{ seatIds: event.seatIds, state: 'pending' }]
    case 'booking-confirmed':
      return [{ seatIds: event.seatIds, state: 'sold' }]
    case 'hold-lapsed':
    case 'booking-expired':
    case 'booking-cancelled':
    case 'booking-failed':
    case 'seats-returned':
      return [{ seatIds: event.seatIds, state: 'available' }]
    case 'booking-deleted':
      return event.seatIds ? [{ seatIds: event.seatIds, state: 'available' }] : []
    case 'booking-reseated':
      return [
        { seatIds: event.freed, state: 'available' },
        { seatIds: event.taken, state: 'sold' },
      ]
    case 'hold-extended':
    case 'tickets-chosen':
    case 'customer-chosen':
    case 'payment-late':
    case 'proof-reviewed':
    case 'money-returned':
    case 'booking-refunded':
    case 'tickets-reprinted':
    case 'refund-settled':
    case 'ticket-checked-in':
    case 'wallet-topped-up':
    case 'entry-saved':
    case 'prices-set':
    case 'plan-imported':
    case 'house-restored':
    case 'sale-lost':
    case 'update-asked':
    case 'standby-joined':
    case 'standby-left':
    case 'standby-served':
    case 'message-queued':
    case 'message-asked':
    case 'message-sent':
    case 'message-failed':
    case 'message-dropped':
    case 'message-retried':
      return []
    default:
      return never(event)
  }
}

function offOrOnSale(event: ChangeEvent): readonly SeatChange[] {
  // Which seats differ after `show-replanned` only the plans can tell: screens reload the whole show.
  if (event.type === 'seats-blocked') return [{ seatIds: event.seatIds, state: 'blocked' }]
  return event.type === 'seats-unblocked' ? [{ seatIds: event.seatIds, state: 'available' }] : []
}
