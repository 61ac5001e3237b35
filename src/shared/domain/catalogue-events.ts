// Changes to what the house sells. Every event carries the whole new state of what it is about; must never say what was before.

import type { Entry } from './catalogue.ts'
import type { PlanId, ShowId } from './ids.ts'

/** The new state of a catalogue row: a venue, a listing, a show, a customer … */
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

/** The plan itself never changes: it is kept beside the journal under its digest (SHA-256 of its canonical form). */
export interface PlanImported {
  readonly type: 'plan-imported'
  readonly planId: PlanId
  readonly name: string
  readonly seats: number
  readonly digest: string
  /** [L4] The plan it is a version of, and its version number; left out: it is a plan of its own, the first version. */
  readonly versionOf?: PlanId
  readonly version?: number
}

export type CatalogueEvent = EntrySaved | PricesSet | PlanImported
