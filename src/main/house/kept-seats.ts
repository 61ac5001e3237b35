// [SYNC 4.7] What a house that sells again does about the sales it lost: it takes their seats off sale and ends the bookings in their
// way. Owns which booking gives way; must never take a seat from somebody who has paid for it here.

import type { HouseEvent } from '../../shared/domain/events.ts'
import { type Booking, holdEndMs } from '../../shared/domain/booking.ts'
import { blocked } from '../../shared/domain/changes/change-seats.ts'
import { cancelled, expiredEvents } from '../../shared/domain/hold-end.ts'
import type { SeatId, ShowId } from '../../shared/domain/ids.ts'
import { type LostSale, hasItsSeats } from '../../shared/domain/lost-sale.ts'
import type { FoundSeat } from '../../shared/domain/show.ts'
import { inFlight, paidMinor } from '../../shared/domain/tender.ts'
import type { Reader } from '../engine/reader.ts'
import type { LostRow } from '../store/lost-sale-rows.ts'

/** As long as any reason may be. */
const REASON_CHARS = 200

export interface Saying {
  readonly nowMs: number
  /** The reason given for lost sales that nobody has seen to. */
  readonly why: string
}

interface Kept {
  readonly showId: ShowId
  readonly reason: string
  /** On sale by now, each once, whoever claims it. */
  readonly seats: readonly FoundSeat[]
}

/**
 * Whoever has the tickets has paid: a hold or a promise gives way to them, whenever it was made. A seat that was paid for here, or is
 * being paid for, is taken from nobody.
 */
export function givesWay({ state, payments, expiresAtMs }: Booking, nowMs: number): boolean {
  if (state !== 'reserved') return false
  const isUnpaid = inFlight(payments) === null && paidMinor(payments) === 0
  return isUnpaid || nowMs >= holdEndMs({ expiresAtMs, payments })
}

/**
 * [A2] Takes the seats off sale at once, or, where somebody has paid here, as soon as that booking gives the seat up: one of the two
 * customers may be moved, and the seat then belongs to the other.
 */
export function keptSeats(
  reader: Reader,
  rows: readonly LostRow[],
  { nowMs, why }: Saying,
): readonly HouseEvent[] {
  const kept = keptOf(reader, rows, why)
  const ending = new Map<string, readonly HouseEvent[]>()
  const end = (one: Booking, reason: string) => {
    if (!givesWay(one, nowMs) || ending.has(one.bookingId)) return
    ending.set(one.bookingId, nowMs < holdEndMs(one) ? [cancelled(one, reason)] : expiredEvents(one))
  }
  for (const { seats, reason } of kept)
    for (const { claimedBy } of seats) if (claimedBy) end(claimedBy, reason)
  // The lost sale's own hold ends too. If it were paid again, the sale named as lost would exist here, and if lost again it would not be
  // named.
  for (const row of rows) {
    const own = reader.booking(row.sale.bookingId)
    if (own) end(own, reasonOf(row, why))
  }
  return [...[...ending.values()].flat(), ...kept.flatMap(offSale)]
}

function offSale({ showId, seats, reason }: Kept): readonly HouseEvent[] {
  const nobodys = seats.map((seat) => ({ ...seat, claimedBy: null }))
  return nobodys.length > 0 ? blocked(showId, nobodys, reason) : []
}

/** A seat that several receipts claim belongs to the first one. */
function keptOf(reader: Reader, rows: readonly LostRow[], why: string): readonly Kept[] {
  const taken = new Map<ShowId, Set<SeatId>>()
  return rows.filter(isKept).map((row) => {
    const { sale } = row
    const before = taken.get(sale.showId) ?? new Set()
    const seats = seatsOf(reader, sale).filter(
      ({ seatId, blockedFor, claimedBy }) =>
        blockedFor === undefined && !before.has(seatId) && !isItsOwn(sale, claimedBy),
    )
    taken.set(sale.showId, new Set([...before, ...seats.map(({ seatId }) => seatId)]))
    return { showId: sale.showId, reason: reasonOf(row, why), seats }
  })
}

/** The lost sale's booking is here too and has this seat, perhaps after a move: it is its customer's, who may return it. */
function isItsOwn({ bookingId }: LostSale, claimant: Booking | null): boolean {
  return claimant?.bookingId === bookingId && hasItsSeats(claimant.state)
}

/** False where somebody decided to let the seats go. */
function isKept({ sale, settled }: LostRow): boolean {
  return hasItsSeats(sale.state) && settled?.keepsSeats !== false
}

function seatsOf(reader: Reader, { showId, seats }: LostSale): readonly FoundSeat[] {
  const seatIds = seats.map(({ seatId }) => seatId)
  return reader.seatsOf(showId, seatIds, reader.claimantsIn(showId))
}

function reasonOf({ sale, settled }: LostRow, why: string): string {
  return `${sale.numbers[0] ?? ''} ${settled?.note ?? why}`.trim().slice(0, REASON_CHARS)
}
