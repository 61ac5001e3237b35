// What the house sells, as it is from now on. Every event carries the whole of what it is about; must never say what was before.

import type { Entry } from './catalogue.ts'
import type { PlanId, ShowId } from './ids.ts'

/** A row of the catalogue as it is from now on: a venue, a listing, a show, a customer … */
export interface EntrySaved {
  readonly type: 'entry-saved'
  readonly entry: Entry
}

/** [P2] A new price list of a show. `prices[category][ticketType]` in minor units; null: that seat does not admit that type. */
export interface PricesSet {
  readonly type: 'prices-set'
  readonly showId: ShowId
  readonly version: number
  readonly prices: readonly (readonly (number | null)[])[]
}

/** The plan itself is kept beside the journal under its digest (SHA-256 of its canonical form): it never changes. */
export interface PlanImported {
  readonly type: 'plan-imported'
  readonly planId: PlanId
  readonly name: string
  readonly seats: number
  readonly digest: string
  /** [L4] The plan that its versions come from, and which of them it is; left out: it is a plan of its own, the first. */
  readonly versionOf?: PlanId
  readonly version?: number
}

export type CatalogueEvent = EntrySaved | PricesSet | PlanImported
