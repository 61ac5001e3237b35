// The rows that a change to many rows is about, as its decision finds them [A2]; and, to undo one, those that it changed. Must
// never decide what becomes of them.

import type { Readings, ShowRecord } from '../../shared/domain/asks.ts'
import {
  type CatalogueKind,
  HOUSE_ROW,
  type FoundAgain,
  type FoundRows,
  type ListingRecord,
  type Patch,
  type RowId,
  type Undoable,
  type TermsPlace,
  type TermsRow,
} from '../../shared/domain/changes/change.ts'
import type { Entry } from '../../shared/domain/catalogue.ts'
import type { PricesSet } from '../../shared/domain/catalogue-events.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { RowsChanged, SeatsBlocked, SeatsUnblocked } from '../../shared/domain/change-events.ts'
import type { BookingId, ListingId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import { never } from '../../shared/lib/assert.ts'
import * as query from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import { withReplan } from './found-replan.ts'
import type { Reader } from './reader.ts'

export function changingRows(
  store: Store,
  reader: Reader,
  { change, ids, nowMs }: Readings['changing']['ask'],
): FoundRows {
  if (change.of === 'seats') return seatsToChange(reader, change.showId, ids as SeatId[])
  switch (change.of) {
    case 'shows': {
      const rows = ids.flatMap((id) => showThere(store, reader, id as ShowId, nowMs))
      if (change.kind !== 'plan') return { of: 'shows', rows }
      return { of: 'shows', rows: rows.map((record) => withReplan(store, reader, record, change.planId)) }
    }
    case 'listings':
      return { of: 'listings', rows: listingRecords(store, reader, ids) }
    case 'customers':
      return { of: 'customers', rows: ids.flatMap((id) => thereOf(store, 'customers', id) ?? []) as never }
    case 'coupons':
      return { of: 'coupons', rows: ids.flatMap((id) => entryOf(store, 'coupons', id) ?? []) as never }
    case 'terms':
      return { of: 'terms', rows: ids.flatMap((id) => termsRow(store, change.at, id)) }
    case 'holds':
      return { of: 'holds', rows: ids.flatMap((id) => reader.booking(id as BookingId) ?? []) }
    default:
      return never(change)
  }
}

function seatsToChange(reader: Reader, showId: ShowId, seatIds: readonly SeatId[]): FoundRows {
  const rows = reader.seatsOf(showId, seatIds, reader.claimantsIn(showId))
  return { of: 'seats', show: reader.show(showId), rows }
}

/** A show whose creation was undone does not exist. */
function showThere(store: Store, reader: Reader, showId: ShowId, nowMs: number): readonly ShowRecord[] {
  const record = showRecord(store, reader, showId, nowMs)
  return record && !record.entry.withdrawn ? [record] : []
}

/** As of the running commit: seats touched in it count as held. */
export function showRecord(store: Store, reader: Reader, showId: ShowId, nowMs: number): ShowRecord | null {
  const row = store.get('show', showId)
  const show = reader.show(showId)
  if (!row || !show) return null
  const touched = reader.touchedSeats(showId).size
  const liveHolds = reader.pending.matching({ showId }).length + touched
  return { entry: { kind: 'show', ...row }, show, liveHolds, sold: reader.board(showId).countsAt(nowMs).sold }
}

function listingRecords(store: Store, reader: Reader, ids: readonly RowId[]): ListingRecord[] {
  const holds = new Map<ListingId, number>()
  for (const { showId } of reader.pending.matching({})) {
    const listingId = store.get('show', showId)?.listingId
    if (listingId !== undefined) holds.set(listingId, (holds.get(listingId) ?? 0) + 1)
  }
  return store
    .select(query.listingsByKeys, JSON.stringify(ids))
    .map((row) => ({ entry: { kind: 'listing', ...row }, liveHolds: holds.get(row.listingId) ?? 0 }))
}

const tableOf = {
  shows: 'show',
  listings: 'listing',
  customers: 'customer',
  coupons: 'coupon',
  venues: 'venue',
} as const

function termsRow(store: Store, at: TermsPlace, id: RowId): readonly TermsRow[] {
  const row = thereOf(store, at, id)
  return row ? [{ id, terms: row['terms'] as TermsRow['terms'] }] : []
}

/** A row that was withdrawn cannot be changed. */
function thereOf(store: Store, of: CatalogueKind, id: RowId): Patch | null {
  const row = entryOf(store, of, id)
  return row?.['withdrawn'] === true ? null : row
}

function entryOf(store: Store, of: CatalogueKind, id: RowId): Patch | null {
  if (of === 'house') return id === HOUSE_ROW ? { terms: store.get('house', HOUSE_ROW)?.terms ?? {} } : null
  const row = store.get(tableOf[of], id)
  return row ? { kind: tableOf[of], ...row } : null
}

/** What a part of an earlier change did: each event with the present state of what it changed. */
export function undoingPart(
  store: Store,
  reader: Reader,
  { changeId, part, nowMs }: Readings['undoing']['ask'],
): readonly Undoable[] | null {
  const done = store.get('changePart', changeId, part)
  if (!done) return null
  const { fromSequence, toSequence } = done
  const rows = store.select(query.journalAfter, fromSequence - 1, toSequence - fromSequence)
  return rows.flatMap(({ body }) => undoable(store, reader, JSON.parse(body) as HouseEvent, nowMs) ?? [])
}

function undoable(store: Store, reader: Reader, event: HouseEvent, nowMs: number): Undoable | null {
  if (event.type === 'rows-changed') return { event, found: foundOf(store, reader, event, nowMs) }
  // A show's first price list goes with the show.
  if (event.type === 'prices-set' && event.version === 1) return null
  if (event.type === 'prices-set') return { event, ...pricesOf(store, reader, event) }
  if (event.type === 'entry-saved' && event.entry.kind === 'show')
    return { event, now: showRecord(store, reader, event.entry.showId, nowMs) }
  if (event.type === 'entry-saved') {
    const made = madeOf(event.entry)
    return made && { event, made: againOf(store, reader, made) }
  }
  if (event.type === 'show-replanned') {
    const record = showRecord(store, reader, event.showId, nowMs)
    const isAsLeft = record?.entry.planId === event.planId
    return { event, record: isAsLeft ? withReplan(store, reader, record, event.insteadOf) : null }
  }
  if (event.type !== 'seats-blocked' && event.type !== 'seats-unblocked') return null
  return { event, ...seatsIn(reader, event) }
}

function foundOf(store: Store, reader: Reader, { of, alike }: RowsChanged, nowMs: number): FoundAgain[] {
  const ids = alike.flatMap((group) => group.ids)
  const held = new Map(
    of === 'listings'
      ? listingRecords(store, reader, ids).map((one) => [one.entry.listingId as RowId, one])
      : [],
  )
  return ids.flatMap((id) => {
    const row = entryOf(store, of, id)
    if (!row) return []
    const show = of === 'shows' ? showRecord(store, reader, id as ShowId, nowMs) : null
    const { liveHolds = 0 } = show ?? held.get(id) ?? {}
    return [{ id, row, liveHolds, sold: show?.sold ?? 0 }]
  })
}

/** What a sheet creates besides shows. */
function madeOf(entry: Entry): readonly [CatalogueKind, RowId] | null {
  if (entry.kind === 'customer') return ['customers', entry.customerId]
  if (entry.kind === 'coupon') return ['coupons', entry.code]
  return entry.kind === 'listing' ? ['listings', entry.listingId] : null
}

/** A customer who has a booking or a wallet by now is in use and stays. */
function againOf(
  store: Store,
  reader: Reader,
  [of, id]: NonNullable<ReturnType<typeof madeOf>>,
): FoundAgain | null {
  const row = entryOf(store, of, id)
  if (!row) return null
  const isSold = of === 'customers' && isUsed(store, Number(id))
  const [held] = of === 'listings' ? listingRecords(store, reader, [id]) : []
  return { id, row, liveHolds: held?.liveHolds ?? 0, sold: isSold ? 1 : 0 }
}

function isUsed(store: Store, customerId: number): boolean {
  return (
    store.select(query.bookingsOfCustomer, customerId, 1).length > 0 ||
    store.select(query.walletsOfCustomer, customerId).length > 0
  )
}

function pricesOf(store: Store, reader: Reader, { showId, version }: PricesSet) {
  const before = store.get('priceList', showId, version - 1)?.prices ?? null
  return { show: reader.show(showId), before }
}

function seatsIn(reader: Reader, { showId, seatIds }: SeatsBlocked | SeatsUnblocked) {
  return { show: reader.show(showId), seats: reader.seatsOf(showId, seatIds, reader.claimantsIn(showId)) }
}
