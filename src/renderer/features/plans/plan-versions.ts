import type { Output } from '../../../shared/contract/operations.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import type { PlanId } from '../../../shared/domain/ids.ts'
import { ask } from '../../box-office.ts'

export type PlanHead = Output<'plans'>['plans'][number]

/** [L4] All versions of the plan to which this one belongs. */
export async function versionsOf(
  planId: PlanId,
): Promise<ReadonlySet<PlanId> | Exclude<Answer<never>, { kind: 'done' }>> {
  const answer = await ask('plans', {})
  return answer.kind === 'done' ? familyOf(answer.value.plans, planId) : answer
}

export function familyOf(plans: readonly PlanHead[], planId: PlanId): ReadonlySet<PlanId> {
  const own = plans.find((plan) => plan.planId === planId)
  const first = own?.versionOf ?? planId
  const family = plans.filter((plan) => (plan.versionOf ?? plan.planId) === first)
  return new Set(family.map((plan) => plan.planId))
}
