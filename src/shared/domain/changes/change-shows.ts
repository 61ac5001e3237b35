// Changes to many shows at once: on or off sale, prices, times. Shows whose customers would be affected are left as they are, and
// named [A2].

import { percentOf } from '../../lib/money.ts'
import type { ShowRecord } from '../asks.ts'
import type { PricesSet } from '../catalogue-events.ts'
import type { FoundShow, PriceTable } from '../show.ts'
import { HORIZON_MS, PRICE_MINOR_MAX } from '../shows.ts'
import { changes, same, skipped } from './change.ts'
import type { Part, Patch, RowId, RowOutcome, ShowsChange, SkipReason } from './change.ts'
import { patchRows } from './patch-rows.ts'
import { replanShows } from './replan-shows.ts'

export function changeShows(
  rows: readonly ShowRecord[],
  change: ShowsChange,
  ids: readonly RowId[],
  nowMs: number,
): Part {
  const byId = new Map(rows.map((record) => [record.entry.showId as RowId, record]))
  if (change.kind === 'percent' || change.kind === 'price') return repriced(byId, change, ids)
  if (change.kind === 'plan') return replanShows(byId, change.planId, ids, nowMs)
  const recordOf = (entry: ShowRecord['entry']) => byId.get(entry.showId)
  return patchRows(
    'shows',
    ids,
    (id) => byId.get(id)?.entry,
    (entry) => patchOf(recordOf(entry) as ShowRecord, change, nowMs),
  )
}

function patchOf(
  { entry, liveHolds, sold }: ShowRecord,
  change: Extract<ShowsChange, { kind: 'set' | 'move' }>,
  nowMs: number,
): Patch | SkipReason {
  if (change.kind === 'set') return !change.set.active && liveHolds > 0 ? 'held' : change.set
  const startsAtMs = entry.startsAtMs + change.byMs
  const hindrance = hindranceOfMove({ liveHolds, sold }, startsAtMs, nowMs)
  if (hindrance) return hindrance
  return { startsAtMs, salesCloseAtMs: entry.salesCloseAtMs + change.byMs }
}

/** Why a show is not moved to another time; null: it may be. Those who bought or hold seats were told the present time. */
export function hindranceOfMove(
  { liveHolds, sold }: Pick<ShowRecord, 'liveHolds' | 'sold'>,
  startsAtMs: number,
  nowMs: number,
): 'sold' | 'held' | 'in-the-past' | 'too-high' | null {
  if (sold > 0) return 'sold'
  if (liveHolds > 0) return 'held'
  if (startsAtMs <= nowMs) return 'in-the-past'
  return startsAtMs > nowMs + HORIZON_MS ? 'too-high' : null
}

function repriced(
  byId: ReadonlyMap<RowId, ShowRecord>,
  change: Extract<ShowsChange, { kind: 'percent' | 'price' }>,
  ids: readonly RowId[],
): Part {
  const events: PricesSet[] = []
  const priceAfter = (price: number) =>
    change.kind === 'percent' ? percentOf(price, 100 + change.percent) : change.priceMinor
  const outcomes = [...new Set(ids)].map((id): RowOutcome => {
    const record = byId.get(id)
    if (!record) return skipped(id, 'not-found')
    const { show } = record
    if (change.kind === 'price' && show.currency !== (change.currency ?? show.currency))
      return skipped(id, 'other-currency')
    const prices = show.prices.map((row) => row.map((price) => (price === null ? null : priceAfter(price))))
    if (prices.flat().some((price) => (price ?? 0) > PRICE_MINOR_MAX)) return skipped(id, 'too-high')
    if (isSame(prices, show.prices)) return same(id)
    events.push(pricesSet(show, prices))
    return changes(id)
  })
  return { events, outcomes }
}

function pricesSet({ showId, priceVersion }: FoundShow, prices: PriceTable): PricesSet {
  return { type: 'prices-set', showId, version: priceVersion + 1, prices }
}

function isSame(a: PriceTable, b: PriceTable): boolean {
  return a.every((row, category) => row.every((price, type) => price === b[category]?.[type]))
}
