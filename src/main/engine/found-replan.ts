// What moving a show to another version of its plan would change [L4], as a decision finds it. Owns which plans are versions of
// one another; must never decide whether the show may move.

import type { ShowRecord } from '../../shared/domain/asks.ts'
import type { FoundReplan } from '../../shared/domain/changes/replan-shows.ts'
import type { PlanId, ShowId } from '../../shared/domain/ids.ts'
import { type PlanDifferences, differencesOf } from '../../shared/domain/seat-plan/plan-version.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import type { Store } from '../store/store.ts'
import { firstVersionOf } from './plan-versions.ts'
import type { Reader } from './reader.ts'

/** The show, and what moving it to another plan of the house would change; null if that plan is no version of the show's own. */
export function withReplan(
  store: Store,
  reader: Reader,
  record: ShowRecord,
  planId: PlanId,
): ShowRecord & { readonly replan: FoundReplan | null } {
  const first = firstVersionOf(store, planId)
  const to = first === firstVersionOf(store, record.entry.planId) ? reader.plan(planId) : null
  return { ...record, replan: to && foundReplan(reader, record.entry.showId, to) }
}

/** `to`: a version of the show's plan, which need not be in the house yet. */
export function foundReplan(reader: Reader, showId: ShowId, to: Plan): FoundReplan {
  const from = reader.planOfShow(showId)
  const differences = differencesBetween(from, to)
  const { gone, recategorised, reflagged } = differences
  const claimantOf = reader.claimantsIn(showId)
  const standing = [...gone, ...recategorised, ...reflagged].flatMap((seatId) => claimantOf(seatId) ?? [])
  // Bookings that claim seats only at payment have no claims yet [H10].
  const pending = reader.pending.matching({ showId })
  const bookings = new Map([...standing, ...pending].map((booking) => [booking.bookingId, booking]))
  const blocked = new Set(reader.blocks.in(showId).keys())
  return { from, to, differences, bookings: [...bookings.values()], blocked }
}

/** Computed once for each pair of plans: plans never change, and a whole season of shows moves from one to the other. */
const worked = new WeakMap<Plan, WeakMap<Plan, PlanDifferences>>()

function differencesBetween(from: Plan, to: Plan): PlanDifferences {
  const others = worked.get(from) ?? new WeakMap<Plan, PlanDifferences>()
  worked.set(from, others)
  const ready = others.get(to) ?? differencesOf(from, to)
  others.set(to, ready)
  return ready
}
