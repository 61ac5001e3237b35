// What reports are reckoned from, as the office asks for it [A6]: a page of the journal at a time. Owns how much one answer reads; must
// never add anything up, nor hold up a sale by reading a season from end to end.

import type { BookingLine } from '../../shared/domain/booking.ts'
import type { BookingConfirmed, HouseEvent } from '../../shared/domain/events.ts'
import type { KioskId } from '../../shared/domain/ids.ts'
import { drawerMoves } from '../../shared/domain/reports/drawer-fact.ts'
import { type SaleFact, type ToldSale, isOfSale, saleFacts } from '../../shared/domain/reports/fact.ts'
import { type Payment, paidMinor } from '../../shared/domain/tender.ts'
import { REPORT_ROWS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { HoldFact } from '../../shared/contract/report-operations.ts'
import { bookingAt } from './kept-answers.ts'
import { journalAfter } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import { sequenceAfter } from './sequence-after.ts'

const HOUSE = 'house' as KioskId

export function reportFacts(store: Store, input: Input<'report-facts'>): Output<'report-facts'> {
  const begin = sequenceAfter(store, input.fromMs - 1) - 1
  const end = sequenceAfter(store, input.untilMs - 1) - 1
  const after = Math.max(begin, input.after ?? begin)
  const rows = store.select(journalAfter, after, Math.min(REPORT_ROWS_MAX, Math.max(0, end - after)))
  const told = rows.map((row) => factsOfRow(store, row))
  const last = rows.at(-1)?.sequence ?? end
  return {
    sales: told.flatMap(({ sales }) => sales),
    drawers: told.flatMap(({ drawers }) => drawers),
    holds: told.flatMap(({ holds }) => holds),
    share: last >= end ? 1 : (last - begin) / (end - begin),
    next: last >= end ? null : last,
  }
}

type Facts = Pick<Output<'report-facts'>, 'sales' | 'drawers' | 'holds'>

function factsOfRow(store: Store, row: Row<'journal'>): Facts {
  const event = JSON.parse(row.body) as HouseEvent
  const { sequence, atMs, showId } = row
  const drawers = drawerMoves(event, row.kioskId).map((move) => ({ ...move, sequence, atMs, showId }))
  if (!('bookingId' in event)) return { sales: [], drawers, holds: [] }
  if (event.type === 'seats-held') return { sales: [], drawers, holds: holdsOf(store, row, event) }
  return { sales: salesOf(store, row, event), drawers, holds: [] }
}

/** [P8] What rescues a payment is nobody's choice of seats. */
function holdsOf(
  store: Store,
  { sequence, atMs }: Row<'journal'>,
  event: Extract<HouseEvent, { type: 'seats-held' }>,
): readonly HoldFact[] {
  if (event.rescues !== undefined) return []
  const { bookingId, showId, staffId, kioskId, lines } = event
  const confirmedAtMs = store.get('booking', bookingId)?.confirmedAtMs ?? null
  const seats = lines.length
  return [{ sequence, atMs, bookingId, showId, staffId, kioskId, seats, isSold: confirmedAtMs !== null }]
}

function salesOf(store: Store, row: Row<'journal'>, event: HouseEvent): readonly SaleFact[] {
  if (!isOfSale(event)) return []
  const booking = store.get('booking', event.bookingId)
  if (!booking) return []
  // What a terminal answered is the doing of whose booking it is.
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
    booking: { ...booking, returned: booking.returned ?? [], payments: booking.payments ?? [] },
    wasSold: wasSold(store, row, booking),
    sold: event.type === 'booking-confirmed' ? soldBy(store, row, event, booking) : null,
  })
}

/** As it was sold: today's row says it, unless seats were moved since; then its events do. */
function soldBy(
  store: Store,
  { sequence }: Row<'journal'>,
  { payment, others = [], seatIds }: BookingConfirmed,
  booking: Row<'booking'>,
): ToldSale['sold'] {
  const lines: readonly BookingLine[] = [...booking.lines, ...(booking.returned ?? [])]
  const payments: readonly Payment[] = payment ? [...others, payment] : []
  const isSame =
    lines.length === seatIds.length && seatIds.every((one) => lines.some((line) => line.seatId === one))
  if (payment && isSame && costOf(lines) === paidMinor(payments)) return { lines, payments }
  const then = bookingAt(store, { atSequence: sequence })
  return { lines: then.lines, payments: then.payments }
}

function costOf(lines: readonly BookingLine[]): number {
  return lines.reduce((sum, line) => sum + line.priceMinor - line.discountMinor + line.feeMinor, 0)
}

/** In the very millisecond of its sale its events say what came before what. */
function wasSold(
  store: Store,
  { sequence, atMs }: Row<'journal'>,
  { confirmedAtMs }: Row<'booking'>,
): boolean {
  if (confirmedAtMs !== atMs) return confirmedAtMs !== null && confirmedAtMs < atMs
  return bookingAt(store, { atSequence: sequence }).confirmedAtMs !== null
}
