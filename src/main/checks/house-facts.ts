// What many bookings share, read once: shows, the versions of their plans, their price lists. Owns that memory; must never keep
// more than the house's catalogue, however much it sold.

import type { PlanId, ShowId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import type { PriceTable } from '../../shared/domain/show.ts'
import type { ShowReplanned } from '../../shared/domain/change-events.ts'
import { planOf } from '../store/plan-rows.ts'
import { journalOfKind } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'

const replannedRows = journalOfKind('show-replanned')

export class HouseFacts {
  readonly #store: Store
  readonly #shows = new Map<ShowId, Row<'show'> | null>()
  readonly #plans = new Map<PlanId, Plan | null>()
  #replanned: ReadonlyMap<ShowId, readonly PlanId[]> | null = null
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

  /**
   * [L4] Every version of its plan that the show was ever on, the present one first: a booking that ended long ago may be of an
   * earlier one.
   */
  plansOfShow(showId: ShowId): readonly Plan[] {
    this.#replanned ??= replannings(this.#store)
    const earlier = this.#replanned.get(showId) ?? []
    const present = this.show(showId)?.planId
    const all = new Set([...(present === undefined ? [] : [present]), ...earlier])
    return [...all].flatMap((planId) => this.plan(planId) ?? [])
  }

  plan(planId: PlanId): Plan | null {
    return kept(this.#plans, planId, () => planOf(this.#store, planId))
  }

  /** [P2] Of the version that a booking pins. */
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

/** By show, the plans that it was moved to or from. */
function replannings(store: Store): ReadonlyMap<ShowId, readonly PlanId[]> {
  const plans = new Map<ShowId, PlanId[]>()
  for (const { body } of store.select(replannedRows, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)) {
    const { showId, planId, insteadOf } = JSON.parse(body) as ShowReplanned
    plans.set(showId, [...(plans.get(showId) ?? []), planId, insteadOf])
  }
  return plans
}
