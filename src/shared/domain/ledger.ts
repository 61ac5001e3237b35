// The books: which money an event moved, from where to where [P9]. Every movement is one transfer between two accounts, so money
// cannot leave one without arriving in the other. Owns that reading of events; must never refuse or look anything up.

import { never } from '../lib/assert.ts'
import type { Currency } from '../lib/money.ts'
import type { HouseEvent } from './events.ts'
import type { CashMoved, ShiftClosed, ShiftOpened } from './shift-events.ts'
import type { BookingId, KioskId } from './ids.ts'
import { isOfAlert } from './alert-events.ts'
import { isOfChange } from './change-events.ts'
import { isOfMessage } from './message-events.ts'
import type { Account, Payment, Refund } from './tender.ts'
import { isOfStaff } from './people-events.ts'

/** `debit` is the account that the money came to, `credit` the one that it came from. Amounts in minor units, above zero. */
export interface Transfer {
  readonly debit: Account
  readonly credit: Account
  readonly amountMinor: number
  /** Null: journals of older versions did not record it. */
  readonly currency: Currency | null
}

/** Most events move no money. `kioskId`: where the event was recorded, for older journals, in which cash has no account. */
export function transfersOf(event: HouseEvent, kioskId: KioskId): readonly Transfer[] {
  if (isOfMessage(event) || isOfChange(event) || isOfAlert(event) || isOfStaff(event)) return []
  switch (event.type) {
    case 'payment-taken':
    case 'payment-late':
      return received(event.bookingId, event.payment, kioskId)
    case 'booking-confirmed':
      return event.payment ? received(event.bookingId, event.payment, kioskId) : []
    case 'booking-refunded':
      return event.refunds
        ? returned(event, event.refunds, event.currency)
        : [entry(bookingAccount(event), `drawer:${kioskId}`, event.refundMinor, null)].filter(isMovement)
    case 'money-returned':
      return returned(event, event.refunds, event.currency)
    case 'seats-returned':
      return returned(event, event.refunds, event.totals.currency)
    case 'booking-reseated':
      return [
        ...(event.payment ? received(event.bookingId, event.payment, kioskId) : []),
        ...returned(event, event.refunds, event.totals.currency),
      ]
    case 'proof-reviewed': {
      const { payment } = event
      if (payment.review !== 'rejected') return []
      // What was already given back of it is lost: cash paid out for money that never came.
      const goneMinor = payment.amountMinor - (payment.refundedMinor ?? 0)
      const gone = entry(bookingAccount(event), accountOf(payment, kioskId), goneMinor, currencyOf(payment))
      return [gone].filter(isMovement)
    }
    case 'wallet-topped-up':
      return [entry(event.account, `wallet:${event.walletId}`, event.amountMinor, event.currency)]
    case 'shift-opened':
    case 'cash-moved':
    case 'shift-closed':
      return ofDrawer(event)
    case 'drawer-opened':
    case 'shift-counted':
    case 'house-restored':
    case 'sale-lost':
    case 'update-asked':
    case 'payment-begun':
    case 'payment-failed':
    case 'seats-held':
    case 'hold-extended':
    case 'hold-deferred':
    case 'hold-lapsed':
    case 'tickets-chosen':
    case 'customer-chosen':
    case 'booking-expired':
    case 'booking-cancelled':
    case 'booking-failed':
    case 'booking-deleted':
    case 'tickets-reprinted':
    case 'refund-settled':
    case 'ticket-checked-in':
    case 'entry-saved':
    case 'prices-set':
    case 'plan-imported':
    case 'standby-joined':
    case 'standby-left':
    case 'standby-served':
      return []
    default:
      return never(event)
  }
}

function entry(debit: Account, credit: Account, amountMinor: number, currency: Currency | null): Transfer {
  return { debit, credit, amountMinor, currency }
}

/** A free seat moves no money. */
function isMovement({ amountMinor }: Transfer): boolean {
  return amountMinor > 0
}

function bookingAccount({ bookingId }: { readonly bookingId: BookingId }): Account {
  return `booking:${bookingId}`
}

function accountOf({ account }: Payment, kioskId: KioskId): Account {
  return account ?? `drawer:${kioskId}`
}

function currencyOf({ currency }: Payment): Currency | null {
  return currency ?? null
}

/** A payment is owed to the booking's customer, until the booking has earned it. */
function received(bookingId: BookingId, payment: Payment, kioskId: KioskId): readonly Transfer[] {
  const to = accountOf(payment, kioskId)
  // Money handed over by another booking is already in the books, by that booking's event.
  if (to.startsWith('booking:')) return []
  const amount = payment.amountMinor
  return [entry(to, bookingAccount({ bookingId }), amount, currencyOf(payment))].filter(isMovement)
}

function returned(
  event: { readonly bookingId: BookingId },
  refunds: readonly Refund[],
  currency: Currency | undefined,
): readonly Transfer[] {
  return refunds
    .map(({ account, amountMinor }) => entry(bookingAccount(event), account, amountMinor, currency ?? null))
    .filter(isMovement)
}

/**
 * [A5] A shift begins and ends with an empty drawer: what was in it goes to the safe, the float comes out of the safe, and at the end
 * the counted cash goes back there, so that whatever the books still have in the drawer is what was missing.
 */
function ofDrawer(event: ShiftOpened | CashMoved | ShiftClosed): readonly Transfer[] {
  const drawer: Account = `drawer:${event.kioskId}`
  const into = (from: Account, amountMinor: number, currency: Currency) =>
    amountMinor < 0 ? entry(from, drawer, -amountMinor, currency) : entry(drawer, from, amountMinor, currency)
  if (event.type === 'cash-moved') {
    const { direction, amountMinor, currency } = event
    return [into('safe:house', direction === 'in' ? amountMinor : -amountMinor, currency)]
  }
  const moves =
    event.type === 'shift-opened'
      ? event.floats.flatMap(({ currency, foundMinor, amountMinor }) => [
          into('safe:house', -foundMinor, currency),
          into('safe:house', amountMinor, currency),
        ])
      : event.counts.flatMap(({ currency, expectedMinor, amountMinor }) => [
          into(`variance:${event.kioskId}`, amountMinor - expectedMinor, currency),
          into('safe:house', -amountMinor, currency),
        ])
  return moves.filter(isMovement)
}
