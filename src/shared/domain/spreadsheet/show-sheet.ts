// Shows as a spreadsheet [A3], one per line; a line without a number is a new show modelled on an existing one. Owns its columns, what
// they do and how they are written; the same changes are allowed as in the table of shows, and a file is all or nothing.

import { known } from '../../lib/assert.ts'
import { wallText } from '../../lib/zone-clock.ts'
import type { ShowRecord } from '../asks.ts'
import type { EntrySaved, PricesSet } from '../catalogue-events.ts'
import type { RowsChanged } from '../change-events.ts'
import { hindranceOfMove } from '../changes/change-shows.ts'
import { patchRows } from '../changes/patch-rows.ts'
import type { Patch } from '../changes/change.ts'
import type { ListingEntry, ShowEntry } from '../catalogue.ts'
import type { ListingId, ShowId } from '../ids.ts'
import { SERIES_MAX, clashOf, isOneNature, newShow } from '../series.ts'
import { readInstantIn, readWhole, readYes } from './cell-values.ts'
import { writeYes } from './column-makers.ts'
import type { SheetPlan } from './decide-sheet.ts'
import { type LineFault, type LineOutcome, type SheetLine, type SheetTable, fault } from './sheet.ts'
import { cellOf } from './write-sheet.ts'

export interface SheetShow {
  readonly record: ShowRecord
  readonly title: string
  readonly venue: string
  readonly zone: string
}

/** `title` and `venue` are only for the reader: editing them changes nothing. */
export const showColumns = ['show', 'like', 'listing', 'title', 'venue', 'start', 'active'] as const
type ShowColumn = (typeof showColumns)[number]
/** Of new shows. */
export const neededShowColumns: readonly ShowColumn[] = ['like', 'start', 'active']

export const showHead = `\uFEFF${showColumns.join(',')}\r\n`

export function showLine({ record: { entry }, title, venue, zone }: SheetShow): string {
  const { showId, listingId, startsAtMs, active } = entry
  const start = wallText(startsAtMs, zone)
  const cells = [String(showId), '', String(listingId), title, venue, start, writeYes(active)]
  return `${cells.map(cellOf).join(',')}\r\n`
}

export interface ShowsFound {
  readonly showOf: (showId: ShowId) => SheetShow | null
  readonly listingOf: (listingId: ListingId) => Pick<ListingEntry, 'title' | 'sort'> | null
  /** All shows in a show's hall, including itself. */
  readonly hallOf: (show: SheetShow) => readonly Pick<ShowEntry, 'showId' | 'startsAtMs'>[]
  readonly nextId: number
  readonly nowMs: number
}

/** A line that was understood; `of` is the show that it changes, or the model of a new one. */
interface Wish {
  readonly line: number
  readonly of: SheetShow
  readonly isNew: boolean
  readonly listingId: ListingId
  readonly startsAtMs: number
  readonly active: boolean
}

export function decideShows(table: SheetTable, found: ShowsFound): SheetPlan {
  const read = table.lines.map((line) => readLine(line, found))
  const wishes = read.flatMap((one) => (Array.isArray(one) ? [] : [one as Wish]))
  const wrong = read.flatMap((one) => (Array.isArray(one) ? (one as LineFault[]) : []))
  const faults = [...table.faults, ...wrong, ...faultsOfAll(wishes)].toSorted((a, b) => a.line - b.line)
  const lines = wishes.map((wish) => outcomeOf(wish, wishes, found))
  return { lines, faults, events: faults.length > 0 ? [] : eventsOf(wishes, found.nextId) }
}

function readLine(line: SheetLine, found: ShowsFound): Wish | readonly LineFault[] {
  const wrong = wrongIn(line)
  const isNew = textOf(line, 'show') === ''
  const of = showAt(line, isNew ? 'like' : 'show', found)
  if ('problem' in of) return [of]
  if (!isNew && textOf(line, 'like') !== '') return [wrong('like', 'fixed')]
  const { entry } = of.record
  const listingId = listingAt(line, isNew, of.record, found)
  const start = startAt(line, isNew, of)
  const active = activeAt(line, isNew, entry.active)
  const faults = [listingId, start, active].filter((one): one is LineFault => typeof one === 'object')
  if (faults.length > 0) return faults
  const wish = { line: line.line, of, isNew, listingId, startsAtMs: start, active } as Wish
  const hindrance = hindranceOf(wish, found.nowMs)
  return hindrance ? [wrong(...hindrance)] : wish
}

function textOf({ cells }: SheetLine, column: ShowColumn): string {
  return cells.get(column) ?? ''
}

function wrongIn({ line, cells }: SheetLine) {
  return (column: ShowColumn, problem: LineFault['problem']) =>
    fault(line, column, problem, cells.get(column))
}

function showAt(line: SheetLine, column: 'show' | 'like', { showOf }: ShowsFound): SheetShow | LineFault {
  const wrong = wrongIn(line)
  const showId = readWhole(textOf(line, column), Number.MAX_SAFE_INTEGER)
  if (showId === null) return wrong(column, textOf(line, column) === '' ? 'missing' : 'number')
  return showOf(showId as ShowId) ?? wrong(column, 'unknown-row')
}

/**
 * A new show may have another listing than its model; an existing show keeps its own. The rows of a hotel's plan are its nights [L6], so
 * only a hotel can be like a hotel.
 */
function listingAt(
  line: SheetLine,
  isNew: boolean,
  { entry: { listingId: own }, show }: ShowRecord,
  { listingOf }: ShowsFound,
): ListingId | LineFault {
  const wrong = wrongIn(line)
  const text = textOf(line, 'listing')
  if (text === '') return own
  const listingId = readWhole(text, Number.MAX_SAFE_INTEGER) as ListingId | null
  if (listingId === null) return wrong('listing', 'number')
  if (listingId === own) return own
  if (!isNew) return wrong('listing', 'fixed')
  const found = listingOf(listingId)
  if (!found) return wrong('listing', 'unknown-row')
  return isOneNature(found, show) ? listingId : wrong('listing', 'other-nature')
}

function startAt(line: SheetLine, isNew: boolean, { record, zone }: SheetShow): number | LineFault {
  const text = textOf(line, 'start')
  if (!isNew && !line.cells.has('start')) return record.entry.startsAtMs
  if (text === '') return wrongIn(line)('start', 'missing')
  const read = readInstantIn(text, zone)
  return 'problem' in read ? wrongIn(line)('start', read.problem) : read.value
}

function activeAt(line: SheetLine, isNew: boolean, own: boolean): boolean | LineFault {
  const text = textOf(line, 'active')
  if (!isNew && !line.cells.has('active')) return own
  if (text === '') return wrongIn(line)('active', 'missing')
  return readYes(text) ?? wrongIn(line)('active', 'yes-no')
}

/** As in the table of shows: nobody who has seats loses them, or finds their show moved to another time. */
function hindranceOf(
  { of: { record }, isNew, startsAtMs, active }: Wish,
  nowMs: number,
): [ShowColumn, LineFault['problem']] | null {
  const { entry, liveHolds } = record
  const nobody = { liveHolds: 0, sold: 0 }
  const hindrance =
    isNew || startsAtMs !== entry.startsAtMs
      ? hindranceOfMove(isNew ? nobody : record, startsAtMs, nowMs)
      : null
  if (hindrance) return ['start', startProblems[hindrance]]
  return !isNew && entry.active && !active && liveHolds > 0 ? ['active', 'held'] : null
}

const startProblems = {
  sold: 'sold',
  held: 'held',
  'in-the-past': 'in-the-past',
  'too-high': 'too-far',
} as const

/** Finds the same show twice, a new show twice, and more new ones than a series may have. */
function faultsOfAll(wishes: readonly Wish[]): LineFault[] {
  const seen = new Set<string>()
  const repeated = wishes.flatMap((wish) => {
    const { line, of, isNew, listingId, startsAtMs } = wish
    const key = isNew
      ? `like ${of.record.entry.showId} ${listingId} ${startsAtMs}`
      : `${of.record.entry.showId}`
    if (seen.has(key)) return [fault(line, isNew ? 'start' : 'show', 'repeated')]
    seen.add(key)
    return []
  })
  const extra = wishes.filter(({ isNew }) => isNew)[SERIES_MAX]
  return extra ? [...repeated, fault(extra.line, '', 'too-many-new')] : repeated
}

function outcomeOf(wish: Wish, all: readonly Wish[], found: ShowsFound): LineOutcome {
  const { line, of, isNew, listingId, startsAtMs, active } = wish
  const { record, title, zone } = of
  const { entry } = record
  const was = isNew ? null : { start: wallText(entry.startsAtMs, zone), active: writeYes(entry.active) }
  const is = { start: wallText(startsAtMs, zone), active: writeYes(active) }
  const fields = (['start', 'active'] as const).flatMap((column) =>
    was?.[column] === is[column] ? [] : [{ column, before: was?.[column] ?? '', after: is[column] }],
  )
  const outcome = isNew ? 'new' : fields.length > 0 ? 'changed' : 'same'
  const name = isNew ? known(found.listingOf(listingId), 'listing of a line').title : title
  const isMoved = isNew || startsAtMs !== entry.startsAtMs
  return { line, name: `${name} · ${is.start}`, outcome, fields, ...(isMoved && clashIn(wish, all, found)) }
}

/** A clash in the hall as it would be after the import. */
function clashIn(wish: Wish, all: readonly Wish[], { hallOf }: ShowsFound): { clash: string } | null {
  const here = all.filter(({ of }) => isOneHall(of, wish.of))
  const named = new Set(here.flatMap(({ isNew, of }) => (isNew ? [] : [of.record.entry.showId])))
  const left = hallOf(wish.of).filter(({ showId }) => !named.has(showId))
  const others = here.filter((one) => one !== wish)
  const clashMs = clashOf(
    wish.startsAtMs,
    [...left, ...others].map(({ startsAtMs }) => startsAtMs),
  )
  return clashMs === null ? null : { clash: wallText(clashMs, wish.of.zone) }
}

function isOneHall({ record: { entry: a } }: SheetShow, { record: { entry: b } }: SheetShow): boolean {
  return a.planId === b.planId && a.venueId === b.venueId
}

function eventsOf(
  wishes: readonly Wish[],
  nextId: number,
): readonly (EntrySaved | PricesSet | RowsChanged)[] {
  const there = new Map(wishes.flatMap((wish) => (wish.isNew ? [] : [[wish.of.record.entry.showId, wish]])))
  const { events } = patchRows(
    'shows',
    [...there.keys()],
    (id) => there.get(id as ShowId)?.of.record.entry,
    ({ showId, startsAtMs, salesCloseAtMs }): Patch => {
      const wish = there.get(showId) as Wish
      const byMs = wish.startsAtMs - startsAtMs
      return { active: wish.active, startsAtMs: wish.startsAtMs, salesCloseAtMs: salesCloseAtMs + byMs }
    },
  )
  const made = wishes.filter(({ isNew }) => isNew)
  return [
    ...(events as readonly RowsChanged[]),
    ...made.flatMap(({ of: { record }, listingId, startsAtMs, active }, index) =>
      newShow(record, { showId: (nextId + index) as ShowId, listingId, startsAtMs, active }),
    ),
  ]
}
