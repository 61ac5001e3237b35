// The bookings that hold seats at this moment, as the office sees them [A1] [H12]: from the bookings in memory, a page at a time.

import { type Booking, holdEndMs } from '../../shared/domain/booking.ts'
import { standingSeats, whyNotReleased } from '../../shared/domain/hold-end.ts'
import { TABLE_ROWS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { HoldRow } from '../../shared/contract/row-operations.ts'
import type { Store } from '../store/store.ts'
import { staffName } from './actor-of.ts'
import type { Reader } from './reader.ts'
import { roomsIn } from './show-facts.ts'

interface Parts {
  readonly store: Store
  readonly reader: Reader
  readonly nowMs: () => number
}

export function holdRows({ store, reader, nowMs }: Parts, asked: Input<'hold-rows'>): Output<'hold-rows'> {
  const atMs = nowMs()
  const holds = (bookings: readonly Booking[]) => bookings.filter((booking) => holdsSeats(booking, atMs))
  if ('ids' in asked) {
    const pending = asked.ids.flatMap((bookingId) => reader.pending.get(bookingId) ?? [])
    return { rows: holds(pending).map((booking) => rowOf(store, reader, booking)), isMore: false }
  }
  const { after } = asked
  const all = holds(reader.pending.matching({}))
  const next = after === null ? all : all.filter(({ bookingId }) => bookingId > after)
  const rows = next.slice(0, TABLE_ROWS_MAX).map((booking) => rowOf(store, reader, booking))
  return { rows, isMore: next.length > rows.length }
}

/** [H4] By the clock, whether or not the end was recorded. */
function holdsSeats(booking: Booking, nowMs: number): boolean {
  return standingSeats(booking).length > 0 && nowMs < holdEndMs(booking)
}

const states = { promised: 'reserved', paying: 'paying', 'part-paid': 'part-paid' } as const

function rowOf(store: Store, reader: Reader, booking: Booking): HoldRow {
  const { bookingId, showId, kioskId, staffId, customerId, lines, reservedAtMs, totals } = booking
  const left = whyNotReleased(booking)
  return {
    bookingId,
    showId,
    seats: lines.map(({ label }) => label),
    ...roomsIn(reader, booking),
    state: left ? states[left] : 'held',
    seller: staffName(store, staffId),
    kioskId,
    customer: customerId === null ? null : (store.get('customer', customerId)?.name ?? null),
    reservedAtMs,
    endsAtMs: holdEndMs(booking),
    totalMinor: totals.totalMinor,
    currency: totals.currency,
  }
}
