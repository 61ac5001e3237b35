import type { PlanId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { planOf } from '../store/plan-rows.ts'
import type { Store } from '../store/store.ts'

/** A cache of plans. A plan never changes; but one read inside a commit that is then undone must be taken back. */
export class KeptPlans {
  readonly #store: Store
  readonly #plans = new Map<PlanId, Plan>()
  readonly #categories = new Map<PlanId, number>()

  constructor(store: Store) {
    this.#store = store
  }

  /** `onRead`: is given the function that takes the read back. */
  plan(planId: PlanId, onRead: (takeBack: () => void) => void): Plan | null {
    const ready = this.#plans.get(planId)
    if (ready) return ready
    const plan = planOf(this.#store, planId)
    if (!plan) return null
    this.#plans.set(planId, plan)
    onRead(() => this.#plans.delete(planId))
    return plan
  }

  /** Its number of categories, without reading the plan itself: whoever asks for a price does not need that. */
  categoriesOf(planId: PlanId): number {
    const kept = this.#plans.get(planId)?.categories.length ?? this.#categories.get(planId)
    const count = kept ?? this.#store.get('plan', planId)?.categories.length ?? 0
    this.#categories.set(planId, count)
    return count
  }

  /** Drops what may have been read inside a part that was undone. */
  forget(): void {
    this.#categories.clear()
  }

  forgetAll(): void {
    this.forget()
    this.#plans.clear()
  }
}
