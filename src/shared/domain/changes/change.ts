// What a manager may do to many rows at once [A2]: which rows, what change, and the outcome for each. Owns these types; the decisions
// are in the files beside this one, one per kind. Changing a single row in a table is a change of one: previewed, journaled and undone
// the same way.

import type { Currency } from '../../lib/money.ts'
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

/** The levels at which terms are set, from far to near. The house has one row, whose number is `HOUSE_ROW`. */
export const termsPlaces = ['house', 'venues', 'listings', 'shows'] as const
export type TermsPlace = (typeof termsPlaces)[number]
export const HOUSE_ROW = 1

/** New values of some fields of a row. */
export type Patch = Readonly<Record<string, unknown>>

/** Percent. The bounds keep a typing error from giving tickets away, or making them more than ten times as expensive. */
export const PERCENT_MIN = -90
export const PERCENT_MAX = 900

export type ShowsChange =
  | { readonly of: 'shows'; readonly kind: 'set'; readonly set: { readonly active: boolean } }
  /** Every price of the show, rounded half up. */
  | { readonly of: 'shows'; readonly kind: 'percent'; readonly percent: number }
  /** Every existing price in that currency becomes this one, in minor units; older versions meant whichever currency a show has. */
  | {
      readonly of: 'shows'
      readonly kind: 'price'
      readonly priceMinor: number
      readonly currency?: Currency
    }
  /** Moves the show's start earlier or later, and the end of its sales with it. */
  | { readonly of: 'shows'; readonly kind: 'move'; readonly byMs: number }
  /** [L4] Moves shows to another version of their plan. */
  | { readonly of: 'shows'; readonly kind: 'plan'; readonly planId: PlanId }

export interface ListingPatch {
  readonly active?: boolean
  readonly title?: string
  /** Only the details to change; null removes one. */
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
  /** Replaces all of its pictures, in this order. */
  | { readonly of: 'listings'; readonly kind: 'images'; readonly images: readonly ListingImage[] }

export interface SeatsChange {
  readonly of: 'seats'
  readonly showId: ShowId
  /** The reason; null: puts them on sale again. */
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

/** [H2] New terms of sale for rows. */
export interface TermsChange {
  readonly of: 'terms'
  readonly at: TermsPlace
  readonly set: TermsPatch
}

/** A row whose terms change, as it is found. */
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

/** Undoes everything that an earlier change did. */
export interface UndoChange {
  readonly of: 'undo'
  readonly changeId: ChangeId
}

/** A number of new shows like an existing one. */
export interface SeriesChange {
  readonly of: 'series'
  readonly showId: ShowId
  readonly shows: number
}

/** [A3] The import of a spreadsheet: how many lines it had. */
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
/** What may be in the list of changes, and be undone from there. */
export type ListedChange = RowsChange | SeriesChange | SheetChange

/** Whether a change can be undone: not a release, since its seats go to whoever comes first. */
export function hasWayBack({ of }: { readonly of: ListedChange['of'] }): boolean {
  return of !== 'holds'
}

export const skipReasons = [
  'not-found',
  'held',
  'sold',
  'blocked',
  'too-high',
  'other-currency',
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

/** What a change does to one row, or why it does nothing. */
export interface RowOutcome {
  readonly id: RowId
  readonly outcome: 'changes' | 'same' | 'skipped'
  readonly reason: SkipReason | null
}

/** What a change does to some rows, and the events to journal for it. */
export interface Part {
  readonly events: readonly HouseEvent[]
  readonly outcomes: readonly RowOutcome[]
}

export interface ListingRecord {
  readonly entry: ListingEntry
  /** Bookings that hold seats of its shows now. */
  readonly liveHolds: number
}

/** Rows as a change finds them; rows that do not exist are left out. */
export type FoundRows =
  | { readonly of: 'terms'; readonly rows: readonly TermsRow[] }
  | { readonly of: 'shows'; readonly rows: readonly ShowRecord[] }
  | { readonly of: 'listings'; readonly rows: readonly ListingRecord[] }
  | { readonly of: 'seats'; readonly show: FoundShow | null; readonly rows: readonly FoundSeat[] }
  | { readonly of: 'customers'; readonly rows: readonly CustomerEntry[] }
  | { readonly of: 'coupons'; readonly rows: readonly CouponEntry[] }
  | { readonly of: 'holds'; readonly rows: readonly Booking[] }

/** A row of an earlier change as it is now; for a show or a listing, also how many have seats of it. */
export interface FoundAgain {
  readonly id: RowId
  readonly row: Patch
  readonly liveHolds: number
  readonly sold: number
}

/** An event of the change to undo, with the present state of what it changed. */
export type Undoable =
  | {
      readonly event: RowsChanged
      readonly found: readonly FoundAgain[]
    }
  /** Null: the show no longer exists, or is no longer on the plan that the event moved it to. */
  | { readonly event: ShowReplanned; readonly record: ShowRecord | null }
  | { readonly event: PricesSet; readonly show: FoundShow | null; readonly before: PriceTable | null }
  /** A show that the change created. */
  | { readonly event: EntrySaved; readonly now: ShowRecord | null }
  /** A customer, coupon or listing that the change created. */
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
