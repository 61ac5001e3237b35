// What a manager may do to many rows at once [A2]: which rows, what to them, and what came of each. Owns these words; what follows
// from them is decided beside, a file a kind. One row changed in a table is a change of one: it is tried, journaled and undone alike.

import type { Booking } from '../booking.ts'
import type { CouponEntry, CustomerEntry, ListingEntry, ListingImage } from '../catalogue.ts'
import type { ChangeId, PlanId, ShowId } from '../ids.ts'
import type { FoundSeat, FoundShow, PriceTable } from '../show.ts'
import type { SheetKind } from '../spreadsheet/sheet.ts'
import type { Terms, TermsPatch } from '../terms.ts'
import type { ShowRecord } from '../asks.ts'
import type { EntrySaved, PricesSet } from '../catalogue-events.ts'
import type { HouseEvent } from '../events.ts'
import type { RowsChanged, SeatsBlocked, SeatsUnblocked, ShowReplanned } from '../change-events.ts'

/** A show, listing, customer or seat by its number, a coupon by its code, a hold by the id of its booking. */
export type RowId = number | string

export type CatalogueKind = 'shows' | 'listings' | 'customers' | 'coupons' | TermsPlace

/** Where terms are set, from far to near; the house has one row, and its number is this. */
export const termsPlaces = ['house', 'venues', 'listings', 'shows'] as const
export type TermsPlace = (typeof termsPlaces)[number]
export const HOUSE_ROW = 1

/** Fields of a row, as they are from now on. */
export type Patch = Readonly<Record<string, unknown>>

/** Percent: nothing is given away by a slip of the finger, nor made ten times as dear. */
export const PERCENT_MIN = -90
export const PERCENT_MAX = 900

export type ShowsChange =
  | { readonly of: 'shows'; readonly kind: 'set'; readonly set: { readonly active: boolean } }
  /** Every price of the show, rounded half up. */
  | { readonly of: 'shows'; readonly kind: 'percent'; readonly percent: number }
  /** Every price that there is becomes this one, in minor units. */
  | { readonly of: 'shows'; readonly kind: 'price'; readonly priceMinor: number }
  /** Earlier or later, its end of sales with it. */
  | { readonly of: 'shows'; readonly kind: 'move'; readonly byMs: number }
  /** [L4] On another version of their plan. */
  | { readonly of: 'shows'; readonly kind: 'plan'; readonly planId: PlanId }

export interface ListingPatch {
  readonly active?: boolean
  readonly title?: string
  /** Of its details, those that are given; null: gone. */
  readonly details?: Readonly<Record<string, string | number | readonly string[] | null>>
}

export type ListingsChange =
  | { readonly of: 'listings'; readonly kind: 'set'; readonly set: ListingPatch }
  | {
      readonly of: 'listings'
      readonly kind: 'amenity'
      readonly amenity: string
      readonly isThere: boolean
    }
  /** All of its pictures, in their order. */
  | { readonly of: 'listings'; readonly kind: 'images'; readonly images: readonly ListingImage[] }

export interface SeatsChange {
  readonly of: 'seats'
  readonly showId: ShowId
  /** Null: on sale again. */
  readonly blockedFor: string | null
}

export interface CustomersChange {
  readonly of: 'customers'
  readonly kind: 'set'
  readonly set: Partial<Pick<CustomerEntry, 'name' | 'phone' | 'email' | 'vip' | 'language'>>
}

export interface CouponsChange {
  readonly of: 'coupons'
  readonly kind: 'set'
  readonly set: Partial<Omit<CouponEntry, 'kind' | 'code'>>
}

/** [H2] What rows sell by, from now on. */
export interface TermsChange {
  readonly of: 'terms'
  readonly at: TermsPlace
  readonly set: TermsPatch
}

/** What is found of a row whose terms change. */
export interface TermsRow {
  readonly id: RowId
  readonly terms: Partial<Terms>
}

/** [H12] */
export interface HoldsChange {
  readonly of: 'holds'
  readonly kind: 'release'
  readonly reason: string
}

/** Everything that an earlier change did, back. */
export interface UndoChange {
  readonly of: 'undo'
  readonly changeId: ChangeId
}

/** New shows like one that there is: so many. */
export interface SeriesChange {
  readonly of: 'series'
  readonly showId: ShowId
  readonly shows: number
}

/** [A3] What a spreadsheet that was brought back did: so many lines of it. */
export interface SheetChange {
  readonly of: 'sheet'
  readonly sheet: SheetKind
  readonly lines: number
}

export type ForwardChange =
  | ShowsChange
  | ListingsChange
  | SeatsChange
  | CustomersChange
  | CouponsChange
  | HoldsChange
  | TermsChange
export type RowsChange = ForwardChange | UndoChange
/** What may stand in the list of changes, and be undone from there. */
export type ListedChange = RowsChange | SeriesChange | SheetChange

/** Released seats are free for whoever comes first: nobody can promise them back. */
export function hasWayBack({ of }: { readonly of: ListedChange['of'] }): boolean {
  return of !== 'holds'
}

export const skipReasons = [
  'not-found',
  'held',
  'sold',
  'blocked',
  'too-high',
  'in-the-past',
  'malformed',
  'changed-since',
  'over',
  'promised',
  'paying',
  'part-paid',
  'displaces',
  'other-plan',
  'in-use',
] as const
export type SkipReason = (typeof skipReasons)[number]

export interface SkippedRow {
  readonly id: RowId
  readonly reason: SkipReason
}

/** What a change does to one row, and why not where it does nothing. */
export interface RowOutcome {
  readonly id: RowId
  readonly outcome: 'changes' | 'same' | 'skipped'
  readonly reason: SkipReason | null
}

/** What a change does to some rows, and what is journaled for it. */
export interface Part {
  readonly events: readonly HouseEvent[]
  readonly outcomes: readonly RowOutcome[]
}

export interface ListingRecord {
  readonly entry: ListingEntry
  /** Of its shows. */
  readonly liveHolds: number
}

/** Rows as a change finds them; one that is not there is left out. */
export type FoundRows =
  | { readonly of: 'terms'; readonly rows: readonly TermsRow[] }
  | { readonly of: 'shows'; readonly rows: readonly ShowRecord[] }
  | { readonly of: 'listings'; readonly rows: readonly ListingRecord[] }
  | { readonly of: 'seats'; readonly show: FoundShow | null; readonly rows: readonly FoundSeat[] }
  | { readonly of: 'customers'; readonly rows: readonly CustomerEntry[] }
  | { readonly of: 'coupons'; readonly rows: readonly CouponEntry[] }
  | { readonly of: 'holds'; readonly rows: readonly Booking[] }

/** A row of an earlier change as it is now; of a show or a listing, who has seats of it. */
export interface FoundAgain {
  readonly id: RowId
  readonly row: Patch
  readonly liveHolds: number
  readonly sold: number
}

/** An event of the change that is undone, with what it changed as that is now. */
export type Undoable =
  | {
      readonly event: RowsChanged
      readonly found: readonly FoundAgain[]
    }
  /** Null: the show is not there any more, or not on what the event left it on. */
  | { readonly event: ShowReplanned; readonly record: ShowRecord | null }
  | { readonly event: PricesSet; readonly show: FoundShow | null; readonly before: PriceTable | null }
  /** A show that was made. */
  | { readonly event: EntrySaved; readonly now: ShowRecord | null }
  /** A customer, coupon or listing that was made. */
  | { readonly event: EntrySaved; readonly made: FoundAgain | null }
  | {
      readonly event: SeatsBlocked | SeatsUnblocked
      readonly show: FoundShow | null
      readonly seats: readonly FoundSeat[]
    }

export function changes(id: RowId): RowOutcome {
  return { id, outcome: 'changes', reason: null }
}

export function same(id: RowId): RowOutcome {
  return { id, outcome: 'same', reason: null }
}

export function skipped(id: RowId, reason: SkipReason): RowOutcome {
  return { id, outcome: 'skipped', reason }
}
