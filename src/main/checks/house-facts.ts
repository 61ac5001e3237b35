import type { PlanId, ShowId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import type { PriceTable } from '../../shared/domain/show.ts'
import { planOf } from '../store/plan-rows.ts'
import type { Row, Store } from '../store/store.ts'

/** What many bookings share, read once: shows, their plans and their price lists. As many as the house has, not as it has sales. */
export class HouseFacts {
  readonly #store: Store
  readonly #shows = new Map<ShowId, Row<'show'> | null>()
  readonly #plans = new Map<PlanId, Plan | null>()
  readonly #prices = new Map<string, PriceTable | null>()

  constructor(store: Store) {
    this.#store = store
  }

  show(showId: ShowId): Row<'show'> | null {
    return kept(this.#shows, showId, () => this.#store.get('show', showId) ?? null)
  }

  planOfShow(showId: ShowId): Plan | null {
    const show = this.show(showId)
    return show && this.plan(show.planId)
  }

  plan(planId: PlanId): Plan | null {
    return kept(this.#plans, planId, () => planOf(this.#store, planId))
  }

  /** [P2] As of the version that a booking pins. */
  prices(showId: ShowId, version: number): PriceTable | null {
    const read = () => this.#store.get('priceList', showId, version)?.prices ?? null
    return kept(this.#prices, `${showId} ${version}`, read)
  }
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const ready = map.get(key)
  if (ready !== undefined) return ready
  const made = make()
  map.set(key, made)
  return made
}
