// The versions of a plan, as the house keeps them [L4]: which is the newest, and what a newly drawn one becomes. Owns their
// order; must never say which show is on which.

import type { PlanId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { nextVersion } from '../../shared/domain/seat-plan/plan-version.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { known } from '../../shared/lib/assert.ts'
import type { PlanVersion } from '../store/plan-rows.ts'
import { versionsOfPlan } from '../store/plan-queries.ts'
import type { Store } from '../store/store.ts'
import type { Reader } from './reader.ts'

/** The first version, which identifies all versions of one plan; null: there is no such plan. */
export function firstVersionOf(store: Store, planId: PlanId): PlanId | null {
  const row = store.get('plan', planId)
  return row ? (row.versionOf ?? planId) : null
}

export interface FollowingPlan {
  readonly plan: Plan
  readonly version: PlanVersion
}

/** A newly drawn plan as the next version of an existing one; `planId`: any of its versions. */
export function following(
  { store, reader }: { readonly store: Store; readonly reader: Reader },
  made: Plan,
  planId: PlanId,
): FollowingPlan | Refusal {
  const first = firstVersionOf(store, planId)
  if (first === null) return { code: 'NOT_FOUND', what: 'plan', id: String(planId) }
  const newest = store.select(versionsOfPlan, first, 1)[0] ?? { planId: first, version: 1 }
  const plan = nextVersion(made, known(reader.plan(newest.planId), 'newest version of a plan'))
  if (!plan) return { code: 'INVALID_INPUT', field: 'versionOf', problem: 'too-much', detail: '' }
  return { plan, version: { versionOf: first, version: newest.version + 1 } }
}
