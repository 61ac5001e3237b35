// What an event does to the rows. Folding the journal through here from nothing gives exactly the rows there are [I25]. Must
// never refuse, read, or know which store will write.

import { known, never } from '../../shared/lib/assert.ts'
import { type BookingLine, paymentsOf } from '../../shared/domain/booking.ts'
import { isOfAlert } from '../../shared/domain/alert-events.ts'
import { isOfChange } from '../../shared/domain/change-events.ts'
import type { Entry } from '../../shared/domain/catalogue.ts'
import type { BookingConfirmed, HouseEvent, SeatsHeld, TicketsChosen } from '../../shared/domain/events.ts'
import { isOfMessage } from '../../shared/domain/message-events.ts'
import type { StandbyEvent } from '../../shared/domain/people-events.ts'
import { type StaffEvent, isOfStaff } from '../../shared/domain/people-events.ts'
import { isShiftEvent } from '../../shared/domain/shift-events.ts'
import type { BookingId, SeatId, ShowId, StaffId, WalletId } from '../../shared/domain/ids.ts'
import { type Transfer, transfersOf } from '../../shared/domain/ledger.ts'
import { alertWrite } from './alert-rows.ts'
import { changeWrites } from './change-rows.ts'
import type { JournalEntry } from './journal.ts'
import { messageWrite } from './message-rows.ts'
import { epochRow } from './house-epoch.ts'
import { namedWrites } from './lost-sale-rows.ts'
import { terminalTasksOf } from './terminal-tasks.ts'
import { type Row, type Write, change, drop, put } from './rows.ts'
import { shiftWrites } from './shift-rows.ts'

export function writesOf({ row, event }: JournalEntry): Write[] {
  return [
    put('journal', row),
    ...effectOf({ row, event }),
    ...booksOf({ row, event }),
    ...terminalTasksOf({ row, event }),
  ]
}

/** [P9] [I18] The movements of money in an event, under the event's own sequence. */
function booksOf({ row: { sequence, kioskId }, event }: JournalEntry): Write[] {
  return transfersOf(event, kioskId).map((one, part) => {
    const { debit, credit, amountMinor, currency } = one
    return put('transfer', { sequence, part, debit, credit, amountMinor, currency, walletId: walletOf(one) })
  })
}

function walletOf({ debit, credit }: Transfer): WalletId | null {
  const account = [debit, credit].find((one) => one.startsWith('wallet:'))
  return account === undefined ? null : (Number(account.slice('wallet:'.length)) as WalletId)
}

function effectOf({ row, event }: JournalEntry): Write[] {
  if (isOfMessage(event)) return [messageWrite(event, row)]
  if (isOfAlert(event)) return [alertWrite(event, row)]
  if (isOfChange(event)) return changeWrites(event, row)
  const { atMs } = row
  if (isShiftEvent(event)) return shiftWrites(event, row)
  if (isOfStaff(event)) return triesOf(event, row)
  switch (event.type) {
    case 'seats-held':
      return held(event, row)
    case 'hold-extended':
    case 'hold-deferred':
    case 'customer-chosen':
      return [booking(event, endsOf(event, atMs))]
    case 'tickets-chosen':
      return chosen(event)
    case 'hold-lapsed':
      return [booking(event, { lapsedAtMs: atMs })]
    case 'booking-expired':
      return [booking(event, { state: 'expired', expiredAtMs: atMs }), ...released(event)]
    case 'booking-cancelled':
      return [booking(event, { state: 'cancelled', cancelledAtMs: atMs }), ...released(event)]
    case 'booking-failed':
      return [booking(event, { state: 'payment_failed', paymentFailedAtMs: atMs }), ...released(event)]
    case 'payment-begun':
    case 'payment-taken':
    case 'payment-failed':
    case 'payment-late':
    case 'proof-reviewed':
    case 'booking-confirmed':
    case 'money-returned':
    case 'booking-refunded':
    case 'seats-returned':
    case 'booking-reseated':
      return effectOfMoney(event, row)
    case 'tickets-reprinted': {
      const { bookingId, copy, tickets } = event
      const counted = put('reprint', { bookingId, copy, atMs, kioskId: row.kioskId })
      return tickets ? [counted, booking(event, { ticketsSequence: row.sequence })] : [counted]
    }
    case 'ticket-checked-in': {
      const { bookingId, number, isLast, scannedAtMs = atMs } = event
      const entry = put('checkIn', { bookingId, number, atMs: scannedAtMs, kioskId: row.kioskId })
      return isLast ? [entry, booking(event, { state: 'completed', completedAtMs: atMs })] : [entry]
    }
    case 'booking-deleted':
      return [booking(event, { state: 'deleted', deletedAtMs: atMs }), ...released({ seatIds: [], ...event })]
    case 'entry-saved':
      return [saved(event.entry)]
    case 'prices-set':
      return [put('priceList', { showId: event.showId, version: event.version, prices: event.prices })]
    case 'standby-joined':
    case 'standby-left':
    case 'standby-served':
      return [waitOf(event, row)]
    case 'house-restored':
      return [put('meta', epochRow(event)), drop('meta', { key: 'recovery' })]
    case 'sale-lost':
      return namedWrites(event)
    case 'refund-settled':
    case 'wallet-topped-up':
    case 'plan-imported':
    case 'update-asked':
      return []
    default:
      return never(event)
  }
}

type MoneyEvent = Extract<
  HouseEvent,
  | { type: 'payment-begun' | 'payment-taken' | 'payment-failed' | 'payment-late' | 'proof-reviewed' }
  | { type: 'booking-confirmed' | 'money-returned' | 'booking-refunded' | 'seats-returned' }
  | { type: 'booking-reseated' }
>

/** What events about money do to a booking. */
function effectOfMoney(event: MoneyEvent, row: Row<'journal'>): Write[] {
  switch (event.type) {
    case 'payment-taken':
    case 'payment-failed':
      return [booking(event, { lapsedAtMs: null, payments: paymentsOf(event) })]
    case 'payment-begun':
    case 'payment-late':
    case 'proof-reviewed':
      return [booking(event, { payments: paymentsOf(event) })]
    case 'booking-confirmed':
      return confirmed(event, row)
    case 'money-returned':
      return [booking(event, { payments: event.payments })]
    case 'booking-refunded': {
      const { payments } = event
      return [booking(event, { state: 'refunded', refundedAtMs: row.atMs, ...(payments && { payments }) })]
    }
    case 'seats-returned': {
      const { lines, returned, earlier = [], totals, payments } = event
      const set = { lines, returned: [...earlier, ...returned], ...totals, payments }
      return [booking(event, set), ...released(event)]
    }
    case 'booking-reseated': {
      const { lines, totals, payments, taken, freed } = event
      const set = { lines, ...totals, payments, ticketsSequence: row.sequence }
      const places = lines.filter(({ seatId }) => taken.includes(seatId))
      return [
        booking(event, set),
        ...released({ ...event, seatIds: freed }),
        ...places.map((line) => claimed(event, line)),
      ]
    }
    default:
      return never(event)
  }
}

/** A hold gets another end. */
function endsOf(
  event: Extract<HouseEvent, { type: 'hold-extended' | 'hold-deferred' | 'customer-chosen' }>,
  atMs: number,
): Partial<Row<'booking'>> {
  const { expiresAtMs, graceEndsAtMs } = event
  if (event.type === 'hold-extended') return { expiresAtMs, graceEndsAtMs, extendedAtMs: atMs }
  const { holdMs } = event
  const ends = { holdMs, expiresAtMs, graceEndsAtMs }
  if (event.type === 'customer-chosen') return { customerId: event.customerId, ...ends }
  return { purpose: 'reservation', ...ends, extendedAtMs: null, lapsedAtMs: null }
}

/** [I41] Wrong PINs in a row, per person and per kiosk; everything else that people do at a desk changes no row. */
function triesOf(event: StaffEvent, { atMs, kioskId }: Row<'journal'>): Write[] {
  const kiosk = `kiosk ${kioskId}`
  if (event.type === 'pin-set') return [tries(ofStaff(event), atMs, 0)]
  if (event.type === 'staff-signed-in') return [tries(ofStaff(event), atMs, 0), tries(kiosk, atMs, 0)]
  if (event.type !== 'sign-in-failed') return []
  return [tries(ofStaff(event), atMs, event.ofStaff, event.isFinal), tries(kiosk, atMs, event.ofKiosk)]
}

function ofStaff({ staffId }: { readonly staffId: StaffId }): string {
  return `staff ${staffId}`
}

function tries(subject: string, lastAtMs: number, failures: number, isLocked = false): Write {
  return put('lockout', { subject, failures, lastAtMs, isLocked })
}

interface OfBooking {
  readonly bookingId: BookingId
  readonly showId: ShowId
}

function booking({ bookingId }: OfBooking, set: Partial<Row<'booking'>>): Write {
  return change('booking', { bookingId }, set)
}

function claimOf({ showId, bookingId }: OfBooking, seatId: SeatId) {
  return { showId, seatId, bookingId }
}

function claimed(of: OfBooking, line: Pick<BookingLine, 'seatId' | 'ticketTypeId'>): Write {
  return put('claim', { ...claimOf(of, line.seatId), ticketTypeId: line.ticketTypeId })
}

function released(event: OfBooking & { readonly seatIds: readonly SeatId[] }): Write[] {
  return event.seatIds.map((seatId) => drop('claim', claimOf(event, seatId)))
}

/** Field by field, as the booking itself is created (`domain/booking.ts`). */
function held(event: SeatsHeld, { atMs, sequence }: Row<'journal'>): Write[] {
  const { baseMinor, discountMinor, feeMinor, totalMinor, currency } = event.totals
  const { claimsAtPayment = false } = event
  const row: Row<'booking'> = {
    bookingId: event.bookingId,
    showId: event.showId,
    purpose: event.purpose,
    cartId: event.cartId,
    customerId: event.customerId,
    kioskId: event.kioskId,
    staffId: event.staffId,
    lines: event.lines,
    currency,
    baseMinor,
    discountMinor,
    feeMinor,
    totalMinor,
    couponCode: event.couponCode,
    priceVersion: event.priceVersion,
    holdMs: event.holdMs,
    expiresAtMs: event.expiresAtMs,
    graceEndsAtMs: event.graceEndsAtMs,
    claimsAtPayment,
    sequence,
    state: 'reserved',
    reservedAtMs: atMs,
    extendedAtMs: null,
    lapsedAtMs: null,
    confirmedAtMs: null,
    expiredAtMs: null,
    cancelledAtMs: null,
    refundedAtMs: null,
    paymentFailedAtMs: null,
    completedAtMs: null,
    deletedAtMs: null,
    returned: null,
    payments: null,
    ticketsSequence: null,
  }
  const claims = claimsAtPayment ? [] : event.lines.map((line) => claimed(event, line))
  return [put('booking', row), ...claims]
}

function chosen(event: TicketsChosen): Write[] {
  const { totals, couponCode, lines } = event
  const types = lines.map(({ seatId, ticketTypeId }) =>
    change('claim', claimOf(event, seatId), { ticketTypeId }),
  )
  return [booking(event, { ...totals, couponCode, lines }), ...types]
}

function confirmed(event: BookingConfirmed, { atMs, sequence }: Row<'journal'>): Write[] {
  const { payment, others, seatIds, ticketTypeIds } = event
  const set = { state: 'confirmed', confirmedAtMs: atMs, ticketsSequence: sequence } as const
  const money = payment && { payments: paymentsOf({ payment, others }) }
  const claims = (ticketTypeIds ?? []).map((ticketTypeId, index) =>
    claimed(event, { seatId: known(seatIds[index], 'seat of a type'), ticketTypeId }),
  )
  return [booking(event, { ...set, ...money }), ...claims]
}

function waitOf(event: StandbyEvent, { sequence }: Row<'journal'>): Write {
  const { showId, cartId } = event
  if (event.type === 'standby-left') return change('standby', { showId, cartId }, { state: 'left' })
  if (event.type === 'standby-served') return change('standby', { showId, cartId }, { state: 'served' })
  const { type: _type, ...waiting } = event
  return put('standby', { ...waiting, sequence, state: 'waiting' })
}

function saved(entry: Entry): Write {
  const { kind, ...row } = entry
  // Fields that journals of older versions do not have.
  if (kind === 'customer')
    return put('customer', {
      ...entry,
      language: entry.language ?? null,
      withdrawn: entry.withdrawn ?? false,
    })
  if (kind === 'listing') return put('listing', { ...entry, images: entry.images ?? [] })
  if (kind === 'show') return put('show', { ...entry, withdrawn: entry.withdrawn ?? false })
  return { put: kind, row } as Write
}
