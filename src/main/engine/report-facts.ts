// The facts that reports are computed from, as the office asks for them [A6]: a page of the journal at a time. Owns how much one
// answer reads; must never add anything up, nor hold up a sale by reading a season from end to end.

import type { Booking, BookingLine } from '../../shared/domain/booking.ts'
import type { BookingConfirmed, HouseEvent } from '../../shared/domain/events.ts'
import type { BookingId, KioskId } from '../../shared/domain/ids.ts'
import { drawerMoves } from '../../shared/domain/reports/drawer-fact.ts'
import { type SaleFact, type ToldSale, isOfSale, saleFacts } from '../../shared/domain/reports/fact.ts'
import { type Payment, paidMinor } from '../../shared/domain/tender.ts'
import { REPORT_ROWS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { HoldFact } from '../../shared/contract/report-operations.ts'
import { bookingAt } from './kept-answers.ts'
import {
  bookingsChanged,
  bookingsMadeBetween,
  bookingsSold,
  journalOfReport,
} from '../store/report-queries.ts'
import type { Row, Store } from '../store/store.ts'
import { sequenceAfter } from './sequence-after.ts'

const HOUSE = 'house' as KioskId

export function reportFacts(store: Store, input: Input<'report-facts'>): Output<'report-facts'> {
  const begin = sequenceAfter(store, input.fromMs - 1) - 1
  const end = sequenceAfter(store, input.untilMs - 1) - 1
  const after = Math.max(begin, input.after ?? begin)
  const rows = store.select(journalOfReport, after, Math.min(REPORT_ROWS_MAX, Math.max(0, end - after)))
  const page = pageOf(store, rows)
  const facts: Facts = { sales: [], drawers: [], holds: [] }
  let last = rows.length > 0 ? after : end
  for (const row of page.rows) {
    tellRow(facts, page, row)
    last = row.sequence
    if (page.readBack > REPORT_ROWS_MAX) break
  }
  const isAll = last >= end
  return { ...facts, share: isAll ? 1 : (last - begin) / (end - begin), next: isAll ? null : last }
}

/** Mutable, because it is filled row by row: a season has a hundred thousand. */
interface Facts {
  readonly sales: SaleFact[]
  readonly drawers: Output<'report-facts'>['drawers'][number][]
  readonly holds: HoldFact[]
}

type JournalRow = Pick<Row<'journal'>, (typeof journalOfReport.only)[number]>
interface Told extends JournalRow {
  readonly event: HouseEvent
}
/** A booking; with its lines and money only if the page does not tell them. */
type Reported = Pick<Row<'booking'>, (typeof bookingsMadeBetween.only)[number]> &
  Partial<Pick<Row<'booking'>, (typeof bookingsChanged.only)[number]>>
type Lines = readonly BookingLine[]

/** Journal rows with what is needed of their bookings, read all together: a third of the cost of asking for each. */
interface Page {
  readonly store: Store
  readonly rows: readonly Told[]
  /** Bookings that were made on this page, or of which something was sold or given back on it. */
  readonly bookings: ReadonlyMap<BookingId, Reported>
  /** For sales of exactly what was held, by the sequence of the sale: the lines. */
  readonly asHeld: ReadonlyMap<number, Lines>
  /** Rows that were read again to fold bookings as they were then: an answer ends once these are as many as its own rows. */
  readBack: number
}

function pageOf(store: Store, journalRows: readonly JournalRow[]): Page {
  const rows = journalRows.map((row) => ({ ...row, event: JSON.parse(row.body) as HouseEvent }))
  const asHeld = soldAsHeld(rows)
  return { store, rows, readBack: 0, asHeld, bookings: bookingsOf(store, rows, asHeld) }
}

/** A booking held and paid on one page with no event in between: the journal says what was sold, so its row of today need not be read. */
function soldAsHeld(rows: readonly Told[]): ReadonlyMap<number, Lines> {
  const held = new Map<BookingId, Lines>()
  const sold = new Map<number, Lines>()
  for (const { event, sequence } of rows) {
    if (event.type === 'seats-held') held.set(event.bookingId, event.lines)
    else if ('bookingId' in event) {
      const lines = held.get(event.bookingId)
      if (lines && event.type === 'booking-confirmed' && isSoldBy(event, lines)) sold.set(sequence, lines)
      held.delete(event.bookingId)
    }
  }
  return sold
}

function bookingsOf(
  store: Store,
  rows: readonly Told[],
  asHeld: Page['asHeld'],
): ReadonlyMap<BookingId, Reported> {
  const bookings = new Map<BookingId, Reported>()
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return bookings
  const made = store.select(bookingsMadeBetween, first.sequence - 1, last.sequence + 1)
  for (const booking of made) bookings.set(booking.bookingId, booking)
  const [sold, changed] = [new Set<BookingId>(), new Set<BookingId>()]
  for (const { event, sequence } of rows)
    if (isOfSale(event) && !asHeld.has(sequence))
      (event.type === 'booking-confirmed' ? sold : changed).add(event.bookingId)
  for (const booking of store.select(bookingsSold, JSON.stringify([...sold])))
    bookings.set(booking.bookingId, booking)
  for (const booking of store.select(bookingsChanged, JSON.stringify([...changed])))
    bookings.set(booking.bookingId, booking)
  return bookings
}

function tellRow({ sales, drawers, holds }: Facts, page: Page, row: Told): void {
  const { event, sequence, atMs, showId } = row
  for (const move of drawerMoves(event, row.kioskId)) drawers.push({ ...move, sequence, atMs, showId })
  if (event.type === 'seats-held') holds.push(...holdsOf(page, row, event))
  else sales.push(...salesOf(page, row, event))
}

/** [P8] A hold that rescues a late payment is not a customer's choice of seats. */
function holdsOf(
  { bookings }: Page,
  { sequence, atMs }: Told,
  event: Extract<HouseEvent, { type: 'seats-held' }>,
): readonly HoldFact[] {
  if (event.rescues !== undefined) return []
  const { bookingId, showId, staffId, kioskId, lines } = event
  const isSold = (bookings.get(bookingId)?.confirmedAtMs ?? null) !== null
  return [{ sequence, atMs, bookingId, showId, staffId, kioskId, seats: lines.length, isSold }]
}

function salesOf(page: Page, row: Told, event: HouseEvent): readonly SaleFact[] {
  if (!isOfSale(event)) return []
  const booking = page.bookings.get(event.bookingId)
  if (!booking) return []
  // A terminal's answer is recorded by the house; it counts for whoever made the booking.
  const { staffId, kioskId } = row.kioskId === HOUSE ? booking : row
  const { bookingId, showId } = event
  return saleFacts({
    event,
    bookingId,
    showId,
    staffId,
    kioskId,
    sequence: row.sequence,
    atMs: row.atMs,
    booking: {
      ...booking,
      lines: booking.lines ?? [],
      returned: booking.returned ?? [],
      payments: booking.payments ?? [],
    },
    // A sale needs what it sold; only later events need to know whether the booking had been sold.
    wasSold: event.type !== 'booking-confirmed' && wasSold(page, row, booking),
    sold: event.type === 'booking-confirmed' ? soldBy(page, row, event, booking) : null,
  })
}

/** What was sold: today's row says it, unless seats were moved since; then the booking's events are folded. */
function soldBy(
  page: Page,
  { sequence }: Told,
  event: BookingConfirmed,
  booking: Reported,
): ToldSale['sold'] {
  const payments = paidBy(event)
  const asHeld = page.asHeld.get(sequence)
  if (asHeld) return { lines: asHeld, payments }
  const today = [...(booking.lines ?? []), ...(booking.returned ?? [])]
  if (isSoldBy(event, today)) return { lines: today, payments }
  const held = sequence - booking.sequence > REPORT_ROWS_MAX ? heldBy(page.store, booking) : null
  return held && isSoldBy(event, held) ? { lines: held, payments } : thenOf(page, sequence, booking)
}

function paidBy({ payment, others = [] }: BookingConfirmed): readonly Payment[] {
  return payment ? [...others, payment] : []
}

/** Exactly these seats, for exactly the sum that was paid. */
function isSoldBy(event: BookingConfirmed, lines: Lines): boolean {
  const { payment, seatIds } = event
  return (
    payment !== undefined &&
    lines.length === seatIds.length &&
    seatIds.every((one) => lines.some((line) => line.seatId === one)) &&
    costOf(lines) === paidMinor(paidBy(event))
  )
}

/**
 * A reservation may be paid a hundred thousand rows after it was made: if its first event has the sum of the sale, it says what was sold.
 */
function heldBy(store: Store, { sequence }: Reported): Lines | null {
  const row = store.get('journal', sequence)
  const event = row && (JSON.parse(row.body) as HouseEvent)
  return event?.type === 'seats-held' ? event.lines : null
}

/** The booking as it was after a row, folded from all its events up to there. */
function thenOf(page: Page, sequence: number, booking: Reported): Booking {
  page.readBack += sequence - booking.sequence
  return bookingAt(page.store, { atSequence: sequence })
}

function costOf(lines: Lines): number {
  return lines.reduce((sum, line) => sum + line.priceMinor - line.discountMinor + line.feeMinor, 0)
}

/** If both have the same millisecond, the booking's events say which came first. */
function wasSold(page: Page, { sequence, atMs }: Told, booking: Reported): boolean {
  const { confirmedAtMs } = booking
  if (confirmedAtMs !== atMs) return confirmedAtMs !== null && confirmedAtMs < atMs
  return thenOf(page, sequence, booking).confirmedAtMs !== null
}
