// The seats of a show as the office's table shows them [A1], a page at a time: where each is, its state, whose it is, and why it
// is off sale. Must never read the claims of a whole stadium at once.

import type { SeatId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { seatStates } from '../../shared/domain/seat-state.ts'
import {
  type Plan,
  type SeatFlag,
  isGone,
  seatFlag,
  seatLabel,
  sectionOf,
} from '../../shared/domain/seat-plan/plan.ts'
import { SEAT_ROWS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { SeatRow } from '../../shared/contract/row-operations.ts'
import { known } from '../../shared/lib/assert.ts'
import type { Store } from '../store/store.ts'
import { firstNumber } from './bookings-page.ts'
import type { Reader } from './reader.ts'

interface Parts {
  readonly store: Store
  readonly reader: Reader
  readonly nowMs: () => number
}

const flags = Object.keys(seatFlag) as readonly SeatFlag[]

export function seatRows(parts: Parts, asked: Input<'seat-rows'>): Output<'seat-rows'> | Refusal {
  const { reader, nowMs } = parts
  const { showId } = asked
  if (!reader.show(showId)) return { code: 'NOT_FOUND', what: 'show', id: String(showId) }
  const plan = reader.planOfShow(showId)
  const { seatIds, isMore } =
    'ids' in asked
      ? { seatIds: asked.ids.filter((seatId) => !isGone(plan, seatId)), isMore: false }
      : pageOf(plan, asked.after)
  const states = reader.board(showId).statesAt(nowMs())
  const holders = holdersOf(parts)
  const blocked = reader.blocks.in(showId)
  const rows = seatIds.map((seatId): SeatRow => {
    const state = known(seatStates[states[seatId] ?? 0], 'state of a seat')
    const isHad = state !== 'available' && state !== 'blocked'
    const claim = isHad ? parts.store.get('claim', showId, seatId) : undefined
    const holder = claim ? holders(claim.bookingId) : null
    return { ...placeOf(plan, seatId), state, holder, blockedFor: blocked.get(seatId) ?? null }
  })
  return { rows, isMore }
}

/** Skips seats that only an earlier version of the plan had [L4]. */
function pageOf(plan: Plan, after: SeatId | null) {
  const seatIds: SeatId[] = []
  for (let seat = after === null ? 0 : after + 1; seat < plan.count; seat += 1) {
    if (isGone(plan, seat)) continue
    if (seatIds.length === SEAT_ROWS_MAX) return { seatIds, isMore: true }
    seatIds.push(seat as SeatId)
  }
  return { seatIds, isMore: false }
}

function placeOf(plan: Plan, seatId: SeatId) {
  const row = known(plan.rows[plan.row[seatId] ?? 0], 'row of a seat')
  const bits = plan.flags[seatId] ?? 0
  return {
    seatId,
    label: seatLabel(plan, seatId),
    section: known(plan.sections[sectionOf(plan, seatId)], 'section of a seat').name,
    row: row.label,
    number: known(plan.numbers[seatId], 'number of a seat'),
    category: known(plan.category[seatId], 'category of a seat'),
    flags: flags.filter((flag) => (bits & seatFlag[flag]) !== 0),
  }
}

/** Each booking is read once, however many of the seats it has. */
function holdersOf({ store, reader }: Parts) {
  const holders = new Map<string, SeatRow['holder']>()
  return (bookingId: NonNullable<SeatRow['holder']>['bookingId']): SeatRow['holder'] => {
    const ready = holders.get(bookingId)
    if (ready) return ready
    const pending = reader.pending.get(bookingId)
    const row = pending ? null : store.get('booking', bookingId)
    const kioskId = pending?.kioskId ?? known(row, 'booking of a claim').kioskId
    const sequence = row?.ticketsSequence ?? null
    const holder = { bookingId, kioskId, number: sequence === null ? null : firstNumber(store, sequence) }
    holders.set(bookingId, holder)
    return holder
  }
}
