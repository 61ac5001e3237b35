// [SYNC 4.7] What a house that sells again does for the sales that it lost: their seats off sale, and what stands in their way ended. Owns who
// gives way; must never take a seat from whoever has paid for it here.

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
  /** What is said of those that nobody has seen to. */
  readonly why: string
}

interface Kept {
  readonly showId: ShowId
  readonly reason: string
  /** On sale by now, each once, whoever has it. */
  readonly seats: readonly FoundSeat[]
}

/**
 * Whoever has the tickets has paid: a hold or a promise gives way to them, of whenever it is. What was paid here, or is being paid, is nobody's to
 * take.
 */
export function givesWay({ state, payments, expiresAtMs }: Booking, nowMs: number): boolean {
  if (state !== 'reserved') return false
  const isUnpaid = inFlight(payments) === null && paidMinor(payments) === 0
  return isUnpaid || nowMs >= holdEndMs({ expiresAtMs, payments })
}

/**
 * [A2] Off sale at once, or where somebody has paid here, from when that booking gives the seat up: of two customers one may be moved, and the seat
 * is the other's.
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
  // Its own hold ended by the sale. Paid once more, what is named as lost would be there, and lost again it would not be named.
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

/** Seats that are another's as well, by another receipt, are the first one's. */
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

/** Sold here as well, it was moved elsewhere since: this seat its customer has, and may give back. */
function isItsOwn({ bookingId }: LostSale, claimant: Booking | null): boolean {
  return claimant?.bookingId === bookingId && hasItsSeats(claimant.state)
}

/** Not where somebody let them go. */
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
