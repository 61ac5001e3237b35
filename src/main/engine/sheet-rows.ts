// Rows as sheets have them [A3]: what a sheet's decision finds, and the export. Owns the reading; must never write a row.

import type { ListingId, ShowId, VenueId } from '../../shared/domain/ids.ts'
import { type PricedShow, priceHead, priceLines } from '../../shared/domain/spreadsheet/price-sheet.ts'
import type { SheetFound } from '../../shared/domain/spreadsheet/decide-sheet.ts'
import { keyOf } from '../../shared/domain/spreadsheet/sheet-columns.ts'
import {
  type SheetShow,
  type ShowsFound,
  showHead,
  showLine,
} from '../../shared/domain/spreadsheet/show-sheet.ts'
import type { EntryKind, SheetEntry, SheetKey } from '../../shared/domain/spreadsheet/sheet.ts'
import { sheetHead, sheetLines } from '../../shared/domain/spreadsheet/write-sheet.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { known } from '../../shared/lib/assert.ts'
import * as query from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import { kindOf } from './catalogue-reader.ts'
import { showRecord } from './changing-rows.ts'
import type { Reader } from './reader.ts'

export interface SheetParts {
  readonly store: Store
  readonly reader: Reader
}

/** Rows read at once: a few milliseconds, between which the house sells. */
const PAGE_ROWS = 1000
/** Shows exported at once: each may have hundreds of prices. */
const PAGE_SHOWS = 100

export function exportSheet(
  parts: SheetParts & { readonly nowMs: () => number },
  { of, after }: Input<'export-sheet'>,
): Output<'export-sheet'> {
  if (of === 'prices' || of === 'shows') return exportShows(parts, of, after)
  const { rows, next } = page(parts.store, of, after)
  const head = after === null ? sheetHead(of) : ''
  return { text: head + sheetLines(of, rows), next }
}

/** Only shows that can still be sold: nobody needs to edit the others. */
function exportShows(
  parts: SheetParts & { readonly nowMs: () => number },
  of: 'prices' | 'shows',
  after: SheetKey | null,
): Output<'export-sheet'> {
  const rows = parts.store.select(query.showsAfter, Number(after ?? 0), PAGE_SHOWS)
  const atMs = parts.nowMs()
  const lines = rows.flatMap(({ showId, salesCloseAtMs }) => {
    if (salesCloseAtMs <= atMs) return []
    const priced = of === 'prices' ? pricedShow(parts, showId) : null
    if (priced) return [priceLines(priced)]
    const shown = of === 'shows' ? sheetShow(parts, showId, atMs) : null
    return shown ? [showLine(shown)] : []
  })
  const next = rows.length === PAGE_SHOWS ? (rows.at(-1)?.showId ?? null) : null
  const head = of === 'prices' ? priceHead : showHead
  return { text: (after === null ? head : '') + lines.join(''), next }
}

/** With the key to continue after, whether or not that row is in the sheet. */
function page(
  store: Store,
  of: EntryKind,
  after: SheetKey | null,
): { readonly rows: readonly SheetEntry[]; readonly next: SheetKey | null } {
  const rows = rowsAfter(store, of, after)
  const last = rows.length === PAGE_ROWS ? rows.at(-1) : undefined
  return { rows: rows.filter(isThere), next: last ? keyOf(last) : null }
}

function isThere(row: SheetEntry): boolean {
  return row.kind !== 'customer' || !row.withdrawn
}

function rowsAfter(store: Store, of: EntryKind, after: SheetKey | null): readonly SheetEntry[] {
  const number = Number(after ?? 0)
  if (of === 'customers')
    return store.select(query.customersAfter, number, PAGE_ROWS).map((row) => ({ kind: 'customer', ...row }))
  if (of === 'listings')
    return store.select(query.listingsAfter, number, PAGE_ROWS).map((row) => ({ kind: 'listing', ...row }))
  const coupons = store.select(query.couponsAfter, String(after ?? ''), PAGE_ROWS)
  return coupons.map((row) => ({ kind: 'coupon', ...row }))
}

export function sheetFound({ store, reader }: SheetParts, of: EntryKind): SheetFound {
  const { nextIds } = reader.read({ nextIds: true })
  const zones = new Set(store.select(query.allVenues).map(({ zone }) => zone))
  const [zone = null] = zones
  const held = new Set(
    of === 'listings' ? reader.pending.matching({}).map(({ showId }) => listingOf(store, showId)) : [],
  )
  return {
    rowOf: (key) => rowAt(store, of, key),
    nextId: of === 'listings' ? nextIds.listing : nextIds.customer,
    isHeld: (key) => held.has(key as ListingId),
    zone: zones.size === 1 ? zone : null,
  }
}

function listingOf(store: Store, showId: ShowId): ListingId {
  return known(store.get('show', showId), 'show of a hold').listingId
}

function rowAt(store: Store, of: EntryKind, key: SheetKey): SheetEntry | null {
  if (of === 'customers') return kindOf('customer', store.get('customer', key))
  if (of === 'listings') return kindOf('listing', store.get('listing', key))
  return kindOf('coupon', store.get('coupon', String(key)))
}

export function pricedShow({ store, reader }: SheetParts, showId: ShowId): PricedShow | null {
  const row = store.get('show', showId)
  const show = reader.show(showId)
  if (!row || !show || row.withdrawn) return null
  const { title } = known(store.get('listing', row.listingId), 'listing of show')
  const categories = reader.planOfShow(showId).categories.map(({ name }) => name)
  return { show, title, categories }
}

export function showsFound(parts: SheetParts, nowMs: number): ShowsFound {
  const { store, reader } = parts
  const halls = Map.groupBy(
    store.select(query.allShows).filter(({ withdrawn }) => !withdrawn),
    hallOf,
  )
  return {
    showOf: (showId) => sheetShow(parts, showId, nowMs),
    listingOf: (listingId) => store.get('listing', listingId) ?? null,
    hallOf: ({ record }) => halls.get(hallOf(record.entry)) ?? [],
    nextId: reader.read({ nextIds: true }).nextIds.show,
    nowMs,
  }
}

function hallOf({ planId, venueId }: Pick<Row<'show'>, 'planId' | 'venueId'>): string {
  return `${planId} ${venueId}`
}

function sheetShow({ store, reader }: SheetParts, showId: ShowId, nowMs: number): SheetShow | null {
  const record = showRecord(store, reader, showId, nowMs)
  if (!record || record.entry.withdrawn) return null
  const { listingId, venueId } = record.entry
  const { title } = known(store.get('listing', listingId), 'listing of show')
  const { name, zone } = venueOf(store, venueId)
  return { record, title, venue: name, zone }
}

function venueOf(store: Store, venueId: VenueId): Row<'venue'> {
  return known(store.get('venue', venueId), 'venue of show')
}
