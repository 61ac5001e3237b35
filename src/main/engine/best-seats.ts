// Answers which seats are the best for a party [H13], and which rooms for a stay [L6]. Owns the checks of what is asked. What is
// best is decided by the domain, and whether the seats can be had is decided when they are held.

import { bestAvailable, nearestTogether } from '../../shared/domain/seat-plan/best-available.ts'
import type { CartId, ShowId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { type Plan, seatLabel } from '../../shared/domain/seat-plan/plan.ts'
import { seatStateCode } from '../../shared/domain/seat-state.ts'
import { type FoundShow, priceOf } from '../../shared/domain/show.ts'
import { isNightOver, rowsOver, stayUnits } from '../../shared/domain/stay.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { PROPOSALS_MAX } from '../../shared/contract/limits.ts'
import type { Reader } from './reader.ts'

export function bestSeats(
  reader: Reader,
  { showId, skip, cartId, ...wish }: Input<'best-seats'>,
  nowMs: number,
): Output<'best-seats'> | Refusal {
  const show = reader.show(showId)
  if (!show) return noShow(showId)
  const plan = reader.planOfShow(showId)
  const refusal =
    (wish.category === null ? null : refusalOfIndex('category', wish.category, plan.categories)) ??
    (wish.section === null ? null : refusalOfIndex('section', wish.section, plan.sections)) ??
    refusalOfCount(reader, show, wish.count, nowMs)
  if (refusal) return refusal
  const states = statesFor(reader, plan, { showId, cartId, nowMs })
  const seen = { ...wish, isBeforeScreen: show.sort === 'film' }
  return { proposals: bestAvailable(plan, states, seen, PROPOSALS_MAX).slice(skip) }
}

/** A night that is over is no longer sold. */
export function bestStay(
  reader: Reader,
  { showId, cartId, ...wish }: Input<'best-stay'>,
  nowMs: number,
): Output<'best-stay'> | Refusal {
  const show = reader.show(showId)
  if (!show) return noShow(showId)
  const plan = reader.planOfShow(showId)
  const refusal =
    refusalOfIndex('roomType', wish.roomType, plan.sections) ??
    refusalOfCount(reader, show, wish.nights * wish.rooms, nowMs)
  if (refusal) return refusal
  if (isNightOver(show, wish.fromNight, nowMs))
    return { code: 'INVALID_INPUT', field: 'fromNight', problem: 'in-the-past', detail: '' }
  return { stay: stayUnits(plan, statesFor(reader, plan, { showId, cartId, nowMs }), wish) }
}

function noShow(showId: ShowId): Refusal {
  return { code: 'NOT_FOUND', what: 'show', id: String(showId) }
}

function refusalOfIndex(field: string, index: number, list: readonly unknown[]): Refusal | null {
  return index < list.length
    ? null
    : { code: 'INVALID_INPUT', field, problem: 'malformed', detail: String(index) }
}

function refusalOfCount(
  reader: Reader,
  { showId, terms }: FoundShow,
  asked: number,
  nowMs: number,
): Refusal | null {
  if (asked <= terms.seatsMax) return null
  return { code: 'TOO_MANY_SEATS', asked, limit: terms.seatsMax, left: reader.board(showId).freeAt(nowMs) }
}

/** [C5] The nearest seats together that cost the same as these lines; seats reserved for certain customers are skipped. */
export function nearestLike(
  reader: Reader,
  { showId, lines, cartId }: Input<'nearest-seats'>,
  nowMs: number,
): Output<'nearest-seats'> | Refusal {
  const show = reader.show(showId)
  if (!show) return noShow(showId)
  const plan = reader.planOfShow(showId)
  const strange = lines.find(({ seatId }) => seatId >= plan.count)
  if (strange)
    return {
      code: 'INVALID_INPUT',
      field: 'lines',
      problem: 'unknown-seat',
      detail: String(strange.seatId),
    }
  const states = statesFor(reader, plan, { showId, cartId, nowMs })
  const fits = plan.categories.map((_, category) =>
    lines.every((line) => costsTheSame(show, plan, line, category)),
  )
  for (let seat = 0; seat < plan.count; seat += 1)
    if (fits[plan.category[seat] ?? 0] !== true) states[seat] = seatStateCode.blocked
  const near = lines.map(({ seatId }) => seatId)
  const [seatIds] = nearestTogether(plan, states, near, 1)
  return { seats: seatIds?.map((seatId) => ({ seatId, label: seatLabel(plan, seatId) })) ?? null }
}

function costsTheSame(
  show: FoundShow,
  plan: Plan,
  { seatId, ticketTypeId }: Input<'nearest-seats'>['lines'][number],
  category: number,
): boolean {
  const priceMinor = priceOf(show, plan.category[seatId] ?? 0, ticketTypeId)
  return priceMinor !== null && priceOf(show, category, ticketTypeId) === priceMinor
}

/** As the show stands for one cart: seats that it holds itself count as available to it. */
function statesFor(
  reader: Reader,
  plan: Plan,
  { showId, cartId, nowMs }: { showId: ShowId; cartId: CartId | undefined; nowMs: number },
): Uint8Array {
  const states = reader.board(showId).statesAt(nowMs)
  const own = cartId === undefined ? null : reader.pending.ofCart(cartId)
  if (own?.showId === showId)
    for (const { seatId } of own.lines) if (seatId < plan.count) states[seatId] = seatStateCode.available
  const show = reader.show(showId)
  if (show?.sort === 'hotel') blockRows(states, plan, rowsOver(plan, show, nowMs))
  return states
}

function blockRows(states: Uint8Array, { row }: Plan, rows: ReadonlySet<number>): void {
  for (const [seat, itsRow] of row.entries()) if (rows.has(itsRow)) states[seat] = seatStateCode.blocked
}
