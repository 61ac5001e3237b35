import type { PlanId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { planOf } from '../store/plan-rows.ts'
import type { Store } from '../store/store.ts'

/** Plans as they were read: none ever changes, but one that came in a commit that was undone was never here. */
export class KeptPlans {
  readonly #store: Store
  readonly #plans = new Map<PlanId, Plan>()
  readonly #categories = new Map<PlanId, number>()

  constructor(store: Store) {
    this.#store = store
  }

  /** `onRead`: told how to take it back. */
  plan(planId: PlanId, onRead: (takeBack: () => void) => void): Plan | null {
    const ready = this.#plans.get(planId)
    if (ready) return ready
    const plan = planOf(this.#store, planId)
    if (!plan) return null
    this.#plans.set(planId, plan)
    onRead(() => this.#plans.delete(planId))
    return plan
  }

  /** How many it has: apart from the plan itself, which whoever asks for a price need not read. */
  categoriesOf(planId: PlanId): number {
    const kept = this.#plans.get(planId)?.categories.length ?? this.#categories.get(planId)
    const count = kept ?? this.#store.get('plan', planId)?.categories.length ?? 0
    this.#categories.set(planId, count)
    return count
  }

  /** What may have been read inside a part that was undone. */
  forget(): void {
    this.#categories.clear()
  }

  forgetAll(): void {
    this.forget()
    this.#plans.clear()
  }
}
