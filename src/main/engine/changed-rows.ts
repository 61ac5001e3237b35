// What one part of a change did to each of its rows [A2]: the values before and after, and why some rows were skipped. All of it
// is in the journal. Must never say how a row is now.

import type { CatalogueKind, Patch, RowId } from '../../shared/domain/changes/change.ts'
import type { Entry } from '../../shared/domain/catalogue.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { BookingId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { seatLabel } from '../../shared/domain/seat-plan/plan.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { journalAfter } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { Reader } from './reader.ts'

type ChangedRow = Output<'changed-rows'>['rows'][number]
type Change = NonNullable<ReturnType<typeof changeOf>>

interface Parts {
  readonly store: Store
  readonly reader: Reader
}

export function changedRows(
  parts: Parts,
  { changeId, part }: Input<'changed-rows'>,
): Output<'changed-rows'> | Refusal {
  const change = changeOf(parts.store, changeId)
  if (!change) return { code: 'NOT_FOUND', what: 'change', id: changeId }
  const done = parts.store.get('changePart', changeId, part)
  if (!done) return { rows: [], isMore: false }
  const { fromSequence, toSequence } = done
  const journal = parts.store.select(journalAfter, fromSequence - 1, toSequence - fromSequence + 1)
  const rows = journal.flatMap(({ body }) => rowsOf(parts, JSON.parse(body) as HouseEvent, change))
  return { rows, isMore: part + 1 < change.parts }
}

function changeOf(store: Store, changeId: Input<'changed-rows'>['changeId']) {
  return store.get('change', changeId)
}

/** Other events that are journaled with a change add no rows to this table. */
function rowsOf(parts: Parts, event: HouseEvent, change: Change): readonly ChangedRow[] {
  if (event.type === 'rows-changed')
    return event.alike.flatMap(({ ids, before, after }) =>
      ids.map((id) => ({
        ...told(id, nameOf(parts, event.of, id), { before, after }),
        showId: event.of === 'shows' ? (id as ShowId) : null,
      })),
    )
  if (event.type === 'entry-saved') return madeRow(parts, event.entry)
  if (event.type === 'prices-set') return [pricesRow(parts, event)]
  if (event.type === 'seats-blocked' || event.type === 'seats-unblocked') return seatRows(parts, event)
  if (event.type === 'booking-cancelled') {
    const name = seatsOf(parts.store, event.bookingId)
    return [told(event.bookingId, name, { before: { held: true }, after: { held: false } })]
  }
  if (event.type !== 'change-advanced') return []
  return event.skipped.map(({ id, reason }) => {
    const name = nameOfLeft(parts, change, id)
    const showId = change.change.of === 'shows' ? (id as ShowId) : null
    return { id, name, showId, before: {}, after: {}, reason }
  })
}

function told(id: RowId, name: string, { before, after }: { before: Patch; after: Patch }): ChangedRow {
  return {
    id,
    name,
    showId: null,
    before: before as ChangedRow['before'],
    after: after as ChangedRow['after'],
    reason: null,
  }
}

/** A newly created row: what a table shows of it. */
function madeRow(parts: Parts, entry: Entry): readonly ChangedRow[] {
  const after = Object.fromEntries(
    madeFields.flatMap((field) => (field in entry ? [[field, entry[field as never]]] : [])),
  )
  const row = (of: CatalogueKind, id: RowId) => told(id, nameOf(parts, of, id), { before: {}, after })
  if (entry.kind === 'show') return [{ ...row('shows', entry.showId), showId: entry.showId }]
  if (entry.kind === 'customer') return [row('customers', entry.customerId)]
  if (entry.kind === 'listing') return [row('listings', entry.listingId)]
  return entry.kind === 'coupon' ? [row('coupons', entry.code)] : []
}

const madeFields = ['startsAtMs', 'active', 'phone', 'email', 'vip', 'percent', 'discountMaxMinor', 'details']

function pricesRow(
  { store }: Parts,
  { showId, version, prices }: Extract<HouseEvent, { type: 'prices-set' }>,
) {
  const before = store.get('priceList', showId, version - 1)?.prices ?? null
  const row = told(showId, showName(store, showId), { before: { prices: before }, after: { prices } })
  return { ...row, showId }
}

function seatRows(
  parts: Parts,
  event: Extract<HouseEvent, { type: 'seats-blocked' | 'seats-unblocked' }>,
): readonly ChangedRow[] {
  const isOff = event.type === 'seats-blocked'
  const before = { blockedFor: isOff ? (event.insteadOf ?? null) : event.reason }
  const after = { blockedFor: isOff ? event.reason : null }
  return event.seatIds.map((id) => told(id, seatName(parts, event.showId, id), { before, after }))
}

function nameOfLeft(parts: Parts, change: Change, id: RowId): string {
  const what = change.change
  if (what.of === 'undo') {
    const undone = changeOf(parts.store, what.changeId)
    return undone ? nameOfLeft(parts, undone, id) : String(id)
  }
  if (what.of === 'seats') return seatName(parts, what.showId, id as SeatId)
  if (what.of === 'holds') return seatsOf(parts.store, id as BookingId)
  if (what.of !== 'sheet') return nameOf(parts, what.of, id)
  return nameOf(parts, what.sheet === 'prices' ? 'shows' : what.sheet, id)
}

/** The name people know it by; where there is none, its key. */
function nameOf({ store }: Parts, of: CatalogueKind | 'terms' | 'series', id: RowId): string {
  if (of === 'shows') return showName(store, id as ShowId)
  if (of === 'listings') return store.get('listing', id)?.title ?? String(id)
  if (of !== 'customers') return String(id)
  const customer = store.get('customer', id)
  return customer ? customer.name || customer.phone : String(id)
}

function showName(store: Store, showId: ShowId): string {
  const show = store.get('show', showId)
  return (show && store.get('listing', show.listingId)?.title) ?? String(showId)
}

function seatName({ reader }: Parts, showId: ShowId, seatId: SeatId): string {
  return reader.show(showId) ? seatLabel(reader.planOfShow(showId), seatId) : String(seatId)
}

function seatsOf(store: Store, bookingId: BookingId): string {
  const row = store.get('booking', bookingId)
  return row ? row.lines.map(({ label }) => label).join(', ') : bookingId
}
