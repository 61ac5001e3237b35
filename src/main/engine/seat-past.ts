// The history of a show's seats, as the office asks for it [A6]: a page of journal steps at a time, and who did what to one seat.
// Owns how much one answer reads; must never hold up a sale by reading a show from end to end.

import type { ShowReplanned } from '../../shared/domain/change-events.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { PlanId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { reasonOf, seatMomentKind } from '../../shared/domain/seat-moments.ts'
import { isGone } from '../../shared/domain/seat-plan/plan.ts'
import { seatSteps } from '../../shared/domain/seat-steps.ts'
import { STEP_ROWS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { columnsOfSteps } from '../../shared/contract/step-columns.ts'
import { journalOfKind, journalOfShow } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import { actorOf } from './actor-of.ts'
import { revisionOf } from './journal-writer.ts'
import type { Reader } from './reader.ts'

/** Few rows: a show is moved to another version of its plan only a few times in its life. */
const replannings = journalOfKind('show-replanned')

interface Parts {
  readonly store: Store
  readonly reader: Reader
}

export function seatStepsAfter(
  { store, reader }: Parts,
  { showId, after }: Input<'seat-steps'>,
): Output<'seat-steps'> | Refusal {
  if (!reader.show(showId)) return { code: 'NOT_FOUND', what: 'show', id: String(showId) }
  const rows = store.select(journalOfShow, showId, after, STEP_ROWS_MAX)
  const steps = rows.flatMap((row) => seatSteps(eventOf(row), row.revision ?? 0, row.atMs))
  const isAll = rows.length < STEP_ROWS_MAX
  return {
    steps: columnsOfSteps(steps),
    revision: revisionOf(store, showId),
    next: isAll ? null : (rows.at(-1)?.revision ?? null),
    plans: plansOfLife(store, reader, showId).map(({ planId }) => planId),
  }
}

export function seatMoments(
  { store, reader }: Parts,
  { showId, seatId, revisions }: Input<'seat-moments'>,
): Output<'seat-moments'> | Refusal {
  if (!reader.show(showId)) return { code: 'NOT_FOUND', what: 'show', id: String(showId) }
  const plans = plansOfLife(store, reader, showId).flatMap(({ planId, from }) => {
    const plan = reader.plan(planId)
    return plan ? [{ plan, from }] : []
  })
  if (plans.every(({ plan }) => isGone(plan, seatId)))
    return { code: 'INVALID_INPUT', field: 'seatId', problem: 'unknown-seat', detail: String(seatId) }
  const moments = revisions.flatMap((revision) => {
    const row = rowOf(store, showId, revision)
    const event = row && eventOf(row)
    const hasTicket = ticketsOn(reader, event, seatId)
    const on = plans.findLastIndex(({ from }) => from <= revision)
    const [before, after] = [plans[event?.type === 'show-replanned' ? on - 1 : on], plans[on]]
    const isIn = (one: typeof before) => one !== undefined && !isGone(one.plan, seatId)
    const category = after?.plan.category[seatId] ?? 0
    const seat = { seatId, category, hasTicket, wasThere: isIn(before), isThere: isIn(after) }
    const kind = event && seatMomentKind(event, seat)
    if (!row || !kind) return []
    return [{ revision, kind, reason: reasonOf(event), by: actorOf(store, row), kioskId: row.kioskId }]
  })
  return { moments }
}

interface PlanOfLife {
  readonly planId: PlanId
  /** The revision since which the show is on this plan. */
  readonly from: number
}

/** [L4] The versions of its plan that a show was on, oldest first. */
function plansOfLife(store: Store, reader: Reader, showId: ShowId): readonly PlanOfLife[] {
  const moves = store
    .select(replannings, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
    .filter((row) => row.showId === showId)
    .toReversed()
    .map(({ revision, body }) => ({ from: revision ?? 0, event: JSON.parse(body) as ShowReplanned }))
  const first = moves[0]?.event.insteadOf ?? reader.planOfShow(showId).planId
  return [{ planId: first, from: 0 }, ...moves.map(({ from, event }) => ({ from, planId: event.planId }))]
}

function rowOf(store: Store, showId: ShowId, revision: number): Row<'journal'> | null {
  const row = store.select(journalOfShow, showId, revision - 1, 1)[0]
  return row?.revision === revision ? row : null
}

function ticketsOn(reader: Reader, event: HouseEvent | null, seatId: SeatId): (number: string) => boolean {
  return (number) => {
    const booking = event && 'bookingId' in event ? reader.booking(event.bookingId) : null
    return booking?.tickets.some((ticket) => ticket.seatId === seatId && ticket.number === number) ?? false
  }
}

function eventOf({ body }: Row<'journal'>): HouseEvent {
  return JSON.parse(body) as HouseEvent
}
