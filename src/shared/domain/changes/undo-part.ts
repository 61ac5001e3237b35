// Undoes one part of a change [A2]: every row that is still as the change left it becomes exactly what it was before; rows that were
// sold, held or changed again since are left as they are, and named.

import type { ShowRecord } from '../asks.ts'
import type { Entry, ShowEntry } from '../catalogue.ts'
import type { AlikeRows } from '../change-events.ts'
import type { HouseEvent } from '../events.ts'
import { blocked, hindranceOf, unblocked } from './change-seats.ts'
import { hindranceOfMove } from './change-shows.ts'
import { changes, same, skipped } from './change.ts'
import type { FoundAgain, Part, Patch, RowId, RowOutcome, SkipReason, Undoable } from './change.ts'
import { isEqual, rowsChanged } from './patch-rows.ts'
import { replanned } from './replan-shows.ts'

export function undoPart(undoables: readonly Undoable[], nowMs: number): Part {
  const parts = undoables.map((one) => undone(one, nowMs))
  return {
    events: parts.flatMap(({ events }) => events),
    outcomes: parts.flatMap(({ outcomes }) => outcomes),
  }
}

type Of<Type extends HouseEvent['type']> = Extract<Undoable, { event: { type: Type } }>

function undone(one: Undoable, nowMs: number): Part {
  switch (one.event.type) {
    case 'rows-changed':
      return rowsBack(one as Of<'rows-changed'>, nowMs)
    case 'prices-set':
      return pricesBack(one as Of<'prices-set'>)
    case 'entry-saved':
      return 'now' in one ? showBack(one) : madeBack(one as Made)
    case 'show-replanned':
      return planBack(one as Of<'show-replanned'>, nowMs)
    case 'seats-blocked':
    case 'seats-unblocked':
    default:
      return seatsBack(one as OfSeats, nowMs)
  }
}

function rowsBack({ event, found }: Of<'rows-changed'>, nowMs: number): Part {
  const byId = new Map(found.map((one) => [one.id, one]))
  const outcomes: RowOutcome[] = []
  const alike = event.alike.flatMap(({ ids, before, after }): AlikeRows[] => {
    const back = ids.filter((id) => {
      const reason = whyLeft(byId.get(id), { before, after }, nowMs)
      outcomes.push(reason ? skipped(id, reason) : changes(id))
      return reason === null
    })
    return back.length > 0 ? [{ ids: back, before: after, after: before }] : []
  })
  return { events: rowsChanged(event.of, alike), outcomes }
}

/** As for any change: nobody who got seats since then loses them, or finds their show moved to another time. */
function whyLeft(
  now: FoundAgain | undefined,
  { before, after }: Pick<AlikeRows, 'before' | 'after'>,
  nowMs: number,
): SkipReason | null {
  if (!now || !isAs(now.row, after)) return 'changed-since'
  if (before['active'] === false && now.liveHolds > 0) return 'held'
  if (isNeverValid({ ...now.row, ...before })) return 'malformed'
  const startsAtMs = before['startsAtMs']
  return typeof startsAtMs === 'number' ? hindranceOfMove(now, startsAtMs, nowMs) : null
}

/** [P4] A coupon of which another change meanwhile set the other end: with both, it could be used at no time. */
function isNeverValid({ validFromMs, validUntilMs }: Patch): boolean {
  return typeof validFromMs === 'number' && validFromMs >= Number(validUntilMs)
}

function isAs(row: Patch, after: Patch): boolean {
  return Object.entries(after).every(([field, value]) => isEqual(row[field], value))
}

function pricesBack({ event, show, before }: Of<'prices-set'>): Part {
  const { showId, version } = event
  if (show?.priceVersion !== version || !before)
    return { events: [], outcomes: [skipped(showId, 'changed-since')] }
  return {
    events: [{ type: 'prices-set', showId, version: version + 1, prices: before }],
    outcomes: [changes(showId)],
  }
}

/** Withdraws a show that nobody ever had seats of, as if it had never been created; its number is not reused. */
function showBack({ event: { entry }, now }: Extract<Undoable, { now: unknown }>): Part {
  const { showId, active } = entry as ShowEntry
  const reason = whyKept(entry, now)
  if (reason) return { events: [], outcomes: [skipped(showId, reason)] }
  const back = {
    ids: [showId],
    before: { active, withdrawn: false },
    after: { active: false, withdrawn: true },
  }
  return { events: rowsChanged('shows', [back]), outcomes: [changes(showId)] }
}

function whyKept(made: Entry, now: ShowRecord | null): SkipReason | null {
  const isAsMade = now?.show.priceVersion === 1 && isAs({ ...now.entry }, { ...made })
  if (!now || !isAsMade) return 'changed-since'
  if (now.sold > 0) return 'sold'
  return now.liveHolds > 0 ? 'held' : null
}

type Made = Extract<Undoable, { made: unknown }>

/** A customer is withdrawn like a show; a coupon or listing, whose name others may have seen, is only deactivated. */
function madeBack({ event: { entry }, made }: Made): Part {
  const [of, id] = rowOfEntry(entry as MadeEntry)
  const reason = whyMadeStays(entry, made)
  if (reason) return { events: [], outcomes: [skipped(id, reason)] }
  const [before, after] =
    of === 'customers' ? [{ withdrawn: false }, { withdrawn: true }] : [{ active: true }, { active: false }]
  // A row that is inactive already is as the undo would leave it.
  const isOffSale = of !== 'customers' && made?.row['active'] === false
  const events = isOffSale ? [] : rowsChanged(of, [{ ids: [id], before, after }])
  return { events, outcomes: [isOffSale ? same(id) : changes(id)] }
}

type MadeEntry = Extract<Entry, { kind: 'customer' | 'coupon' | 'listing' }>

function rowOfEntry(entry: MadeEntry): readonly ['customers' | 'coupons' | 'listings', RowId] {
  if (entry.kind === 'coupon') return ['coupons', entry.code]
  return entry.kind === 'customer' ? ['customers', entry.customerId] : ['listings', entry.listingId]
}

function whyMadeStays(entry: Entry, made: FoundAgain | null): SkipReason | null {
  if (!made || !isAs(made.row, { ...entry })) return 'changed-since'
  if (made.sold > 0) return 'in-use'
  return made.liveHolds > 0 ? 'held' : null
}

/** A move like any other: where seats were sold since that the old version lacks, the show stays on the new one. */
function planBack({ event, record }: Of<'show-replanned'>, nowMs: number): Part {
  if (!record) return { events: [], outcomes: [skipped(event.showId, 'changed-since')] }
  return replanned(record, nowMs)
}

function seatsBack({ event, seats }: OfSeats, nowMs: number): Part {
  const reasons = new Map(seats.map((seat) => [seat, reasonLeft(seat, event, nowMs)]))
  const back = seats.filter((seat) => reasons.get(seat) === null)
  const outcomes = seats.map((seat): RowOutcome => {
    const reason = reasons.get(seat) ?? null
    return reason ? skipped(seat.seatId, reason) : changes(seat.seatId)
  })
  const { showId } = event
  const before = event.type === 'seats-unblocked' ? event.reason : event.insteadOf
  if (back.length === 0) return { events: [], outcomes }
  return { events: before === undefined ? unblocked(showId, back) : blocked(showId, back, before), outcomes }
}

type OfSeats = Of<'seats-blocked' | 'seats-unblocked'>

/** Why a seat is not undone; null: it is as the change left it. */
function reasonLeft(
  seat: OfSeats['seats'][number],
  { type, reason }: OfSeats['event'],
  nowMs: number,
): SkipReason | null {
  if (type === 'seats-blocked') return seat.blockedFor === reason ? null : 'changed-since'
  return seat.blockedFor === undefined ? hindranceOf(seat, nowMs) : 'changed-since'
}
