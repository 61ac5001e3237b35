// The tables of what is sold: bookings, their claims, the books, and what is done with them. With schema.ts the only place where a column
// is named.

import { sql } from 'drizzle-orm'
import {
  customType,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { AlertKind } from '../src/shared/domain/alert-events.ts'
import type { BookingLine, BookingPurpose, BookingState, ReturnedLine } from '../src/shared/domain/booking.ts'
import type * as id from '../src/shared/domain/ids.ts'
import type { ShiftState } from '../src/shared/domain/shift.ts'
import type { CountedCash, OpeningFloat } from '../src/shared/domain/shift-events.ts'
import type {
  Channel,
  LetterLanguage,
  MessageId,
  MessageKind,
  MessageState,
  SendProblem,
} from '../src/shared/domain/message.ts'
import type { Account, Payment, TerminalMode } from '../src/shared/domain/tender.ts'
import type { Currency } from '../src/shared/lib/money.ts'
import { flag, json, refers, show } from './schema.ts'

export const booking = sqliteTable(
  'booking',
  {
    bookingId: text('booking_id').$type<id.BookingId>().notNull().unique(),
    /** Of the journal row that made it. The file's own key: rows this wide lie in order behind a number, not behind a text. */
    sequence: integer('sequence').primaryKey(),
    showId: refers<id.ShowId>('show_id', () => show.showId),
    state: text('state').$type<BookingState>().notNull(),
    purpose: text('purpose').$type<BookingPurpose>().notNull(),
    /** [H10] Its seats are claimed when they are paid. */
    claimsAtPayment: flag('claims_at_payment').notNull(),
    cartId: text('cart_id').$type<id.CartId>().notNull(),
    customerId: integer('customer_id').$type<id.CustomerId>(),
    kioskId: text('kiosk_id').$type<id.KioskId>().notNull(),
    staffId: integer('staff_id').$type<id.StaffId>().notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    baseMinor: integer('base_minor').notNull(),
    discountMinor: integer('discount_minor').notNull(),
    feeMinor: integer('fee_minor').notNull(),
    totalMinor: integer('total_minor').notNull(),
    couponCode: text('coupon_code'),
    priceVersion: integer('price_version').notNull(),
    holdMs: integer('hold_ms').notNull(),
    reservedAtMs: integer('reserved_at_ms').notNull(),
    expiresAtMs: integer('expires_at_ms').notNull(),
    graceEndsAtMs: integer('grace_ends_at_ms').notNull(),
    extendedAtMs: integer('extended_at_ms'),
    lapsedAtMs: integer('lapsed_at_ms'),
    confirmedAtMs: integer('confirmed_at_ms'),
    expiredAtMs: integer('expired_at_ms'),
    cancelledAtMs: integer('cancelled_at_ms'),
    refundedAtMs: integer('refunded_at_ms'),
    paymentFailedAtMs: integer('payment_failed_at_ms'),
    completedAtMs: integer('completed_at_ms'),
    deletedAtMs: integer('deleted_at_ms'),
    /** Seats, each with its price; those that were given back are in `returned`. */
    lines: json<readonly BookingLine[]>('lines').notNull(),
    returned: json<readonly ReturnedLine[]>('returned'),
    payments: json<readonly Payment[]>('payments'),
    /** Of the journal row that carries its tickets: it is part of their signed codes, and nothing else keeps them. */
    ticketsSequence: integer('tickets_sequence'),
  },
  (table) => [
    // Partial: a sale over the counter has no customer and writes nothing into it.
    index('booking_by_customer').on(table.customerId).where(sql`customer_id IS NOT NULL`),
    index('booking_by_coupon').on(table.couponCode).where(sql`coupon_code IS NOT NULL`),
  ],
)

const ofBooking = () =>
  text('booking_id')
    .$type<id.BookingId>()
    .notNull()
    .references(() => booking.bookingId)

/** A booking that is kept as its number, a tenth of its id: rows have the id, and the store's words look it up (`store/sql-text.ts`). */
const bookingNumber = customType<{ data: id.BookingId; driverData: number }>({ dataType: () => 'integer' })

/**
 * The bookings that stand on seats now, held or paid; a row goes when its seat is free again. The key is the last word on C1: a
 * seat of a show has one claim or none.
 */
export const claim = sqliteTable(
  'claim',
  {
    showId: integer('show_id').$type<id.ShowId>().notNull(),
    seatId: integer('seat_id').$type<id.SeatId>().notNull(),
    bookingId: bookingNumber('booking')
      .notNull()
      .references(() => booking.sequence),
    ticketTypeId: integer('ticket_type_id').$type<id.TicketTypeId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.showId, table.seatId] })],
)

/**
 * [P9] The books: every movement of money, from one account to another, so that it is balanced by being written at all. `debit`
 * is the account it came to (a drawer, a terminal), `credit` the one it is owed to (a booking, a wallet).
 */
export const transfer = sqliteTable(
  'transfer',
  {
    /** Of the journal row that moved it; `part` counts within it. */
    sequence: integer('sequence').notNull(),
    part: integer('part').notNull(),
    debit: text('debit').$type<Account>().notNull(),
    credit: text('credit').$type<Account>().notNull(),
    amountMinor: integer('amount_minor').notNull(),
    /** Null: an older version did not write it down. */
    currency: text('currency').$type<Currency>(),
    /** The wallet it touched. */
    walletId: integer('wallet_id').$type<id.WalletId>(),
  },
  (table) => [
    primaryKey({ columns: [table.sequence, table.part] }),
    index('transfer_by_wallet').on(table.walletId).where(sql`wallet_id IS NOT NULL`),
  ],
)

/** [P6] What the terminal was asked for and has not answered; a row goes with its answer. */
export const terminalTask = sqliteTable('terminal_task', {
  taskKey: text('task_key').primaryKey(),
  kind: text('kind').$type<'pay' | 'refund'>().notNull(),
  bookingId: text('booking_id').$type<id.BookingId>().notNull(),
  paymentId: text('payment_id').$type<id.PaymentId>().notNull(),
  mode: text('mode').$type<TerminalMode>().notNull(),
  amountMinor: integer('amount_minor').notNull(),
  currency: text('currency').$type<Currency>().notNull(),
  reference: text('reference'),
})

/** [T3] Tickets that were let in. */
export const checkIn = sqliteTable(
  'check_in',
  {
    bookingId: ofBooking(),
    number: text('number').notNull(),
    atMs: integer('at_ms').notNull(),
    kioskId: text('kiosk_id').$type<id.KioskId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.bookingId, table.number] })],
)

/** Where the tickets of 0.1.0 are: their numbers were drawn by chance, those since lead to their rows by themselves. */
export const earlyTicket = sqliteTable('early_ticket', {
  number: text('number').primaryKey(),
  sequence: integer('sequence').notNull(),
})

/** [T2] Each time the tickets of a booking were printed again. Apart from `booking`: a sale never reads it. */
export const reprint = sqliteTable(
  'reprint',
  {
    bookingId: ofBooking(),
    copy: integer('copy').notNull(),
    atMs: integer('at_ms').notNull(),
    kioskId: text('kiosk_id').$type<id.KioskId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.bookingId, table.copy] })],
)

/** [H15] Who waits for seats of a show, and who did. */
export const standby = sqliteTable(
  'standby',
  {
    showId: integer('show_id').$type<id.ShowId>().notNull(),
    cartId: text('cart_id').$type<id.CartId>().notNull(),
    /** Of the journal row that made it wait: the order of the queue. */
    sequence: integer('sequence').notNull(),
    kioskId: text('kiosk_id').$type<id.KioskId>().notNull(),
    staffId: integer('staff_id').$type<id.StaffId>().notNull(),
    count: integer('count').notNull(),
    seatIds: json<readonly id.SeatId[] | null>('seat_ids'),
    state: text('state').$type<'waiting' | 'served' | 'left'>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.showId, table.cartId] }),
    index('standby_waiting').on(table.showId, table.sequence).where(sql`state IN ('waiting')`),
  ],
)

/** [A5] The shifts of each kiosk's drawer; `number` is its Z report's. What the report says is in the journal row that closed it. */
export const shift = sqliteTable(
  'shift',
  {
    kioskId: text('kiosk_id').$type<id.KioskId>().notNull(),
    number: integer('number').notNull(),
    state: text('state').$type<ShiftState>().notNull(),
    openedBy: text('opened_by').notNull(),
    /** Of the journal row that opened it, and of the one that closed it. */
    openedSequence: integer('opened_sequence').notNull(),
    openedAtMs: integer('opened_at_ms').notNull(),
    floats: json<readonly OpeningFloat[]>('floats').notNull(),
    /** Null before the count. */
    counts: json<readonly CountedCash[]>('counts'),
    closedSequence: integer('closed_sequence'),
    closedAtMs: integer('closed_at_ms'),
  },
  (table) => [primaryKey({ columns: [table.kioskId, table.number] })],
)

/** [T2] What customers are told, and what came of it. A sale whose customer cannot be written to writes nothing here. */
export const message = sqliteTable(
  'message',
  {
    /** Of the journal row that made it. */
    messageId: integer('message_id').$type<MessageId>().primaryKey(),
    bookingId: text('booking_id')
      .$type<id.BookingId>()
      .references(() => booking.bookingId),
    kind: text('kind').$type<MessageKind>().notNull(),
    channel: text('channel').$type<Channel>().notNull(),
    recipient: text('recipient').notNull(),
    language: text('language').$type<LetterLanguage>().notNull(),
    /** Of the journal row that it is about; its own, where somebody asked for it. */
    cause: integer('cause').notNull(),
    state: text('state').$type<MessageState>().notNull(),
    queuedAtMs: integer('queued_at_ms').notNull(),
    dueAtMs: integer('due_at_ms').notNull(),
    nextAtMs: integer('next_at_ms').notNull(),
    endsAtMs: integer('ends_at_ms'),
    attempts: integer('attempts').notNull(),
    problem: text('problem').$type<SendProblem>(),
    detail: text('detail').notNull(),
    endedAtMs: integer('ended_at_ms'),
  },
  (table) => [
    // The last word on "once": an event is told by one channel once.
    uniqueIndex('message_once').on(table.cause, table.channel),
    index('message_by_booking').on(table.bookingId),
    index('message_waiting').on(table.nextAtMs).where(sql`state IN ('waiting')`),
    index('message_failed').on(table.messageId).where(sql`state IN ('failed')`),
  ],
)

/** [K3] What the house noticed about a show: some a day at most. */
export const alert = sqliteTable(
  'alert',
  {
    /** Of the journal row that raised it. */
    alertId: integer('alert_id').primaryKey(),
    showId: refers<id.ShowId>('show_id', () => show.showId),
    kind: text('kind').$type<AlertKind>().notNull(),
    count: integer('count').notNull(),
    beside: integer('beside').notNull(),
    sinceMs: integer('since_ms').notNull(),
    raisedAtMs: integer('raised_at_ms').notNull(),
    state: text('state').$type<'standing' | 'ended'>().notNull(),
    untilMs: integer('until_ms'),
  },
  // The last word on "once": a show is told one thing at a time.
  (table) => [uniqueIndex('alert_standing').on(table.showId, table.kind).where(sql`state IN ('standing')`)],
)
