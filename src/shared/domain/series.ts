// New shows like an existing one, at other times: a run of evenings, a season, a timetable. Owns that decision and what a clash is;
// must never know calendars or time zones: the screen turns them into instants.

import { HOUR_MS } from '../lib/time.ts'
import type { Found } from './asks.ts'
import type { ListingSort, ShowEntry } from './catalogue.ts'
import { changes } from './changes/change.ts'
import { advanced } from './changes/decide-change.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { EntrySaved, PricesSet } from './catalogue-events.ts'
import type { ChangeId, ShowId } from './ids.ts'
import type { InputProblem, Refusal } from './refusal.ts'
import type { FoundShow } from './show.ts'
import { HORIZON_MS } from './shows.ts'

/** The most shows of one step: a season of evenings with matinees. Each then has its seats in the house's memory. */
export const SERIES_MAX = 200

/** Two shows in one hall that start closer than this are usually a slip; it is only a warning, since a shuttle runs more often. */
const CLASH_MS = 2 * HOUR_MS

export interface SeriesModel {
  readonly entry: ShowEntry
  readonly show: FoundShow
  /** The starts of all shows on its plan in its venue, including its own. */
  readonly startsMs: readonly number[]
}

export interface NewStart {
  readonly startsAtMs: number
  /** The start that the manager was shown as clashing with it; null: none. */
  readonly clashesAtMs: number | null
}

export interface OpenSeriesRequest {
  readonly showId: ShowId
  readonly starts: readonly NewStart[]
  /** Whether they go on sale at once. */
  readonly active: boolean
}

/** The nearest of these starts that is too near; null: none is. Of two equally near, the earlier. */
export function clashOf(startsAtMs: number, startsMs: readonly number[]): number | null {
  const far = (otherMs: number) => Math.abs(otherMs - startsAtMs)
  const near = startsMs.filter((otherMs) => far(otherMs) < CLASH_MS)
  return near.toSorted((a, b) => far(a) - far(b) || a - b)[0] ?? null
}

/** Opens the shows, with the model's current prices, terms and everything else. All of them or none. */
export function decideOpenSeries(
  { model, nextIds }: Found<'model' | 'nextIds'>,
  request: OpenSeriesRequest,
  { nowMs, newChangeId }: Context,
): Decision<{ readonly changeId: ChangeId; readonly shows: number }> {
  if (!model) return refuse({ code: 'NOT_FOUND', what: 'show', id: String(request.showId) })
  const refusal = refusalOfStarts(request.starts, nowMs)
  if (refusal) return refuse(refusal)
  const isSeen = request.starts.every(
    ({ startsAtMs, clashesAtMs }) => clashOf(startsAtMs, model.startsMs) === clashesAtMs,
  )
  if (!isSeen) return refuse({ code: 'CONCURRENT_MODIFICATION', what: 'rows' })

  const { showId, starts, active } = request
  const ids = starts.map((_start, index) => (nextIds.show + index) as ShowId)
  const events = starts.flatMap(({ startsAtMs }, index) =>
    newShow(model, { showId: ids[index] as ShowId, startsAtMs, active }),
  )
  const changeId = newChangeId()
  const change = { of: 'series', showId, shows: starts.length } as const
  const part = { events, outcomes: ids.map(changes) }
  const done = advanced(part, { changeId, part: 0, isLast: true, change })
  return accept([...events, done], { changeId, shows: starts.length })
}

function refusalOfStarts(starts: readonly NewStart[], nowMs: number): Refusal | null {
  const seen = new Set<number>()
  for (const { startsAtMs } of starts) {
    if (startsAtMs <= nowMs) return badStart('in-the-past', startsAtMs)
    if (startsAtMs > nowMs + HORIZON_MS) return badStart('too-far', startsAtMs)
    if (seen.has(startsAtMs)) return badStart('taken', startsAtMs)
    seen.add(startsAtMs)
  }
  return null
}

function badStart(problem: InputProblem, startsAtMs: number): Refusal {
  return { code: 'INVALID_INPUT', field: 'startsAtMs', problem, detail: new Date(startsAtMs).toISOString() }
}

/** [L6] Whether shows of the one could be sold as shows of the other: the rows of a hotel's plan are its nights. */
export function isOneNature(
  one: { readonly sort: ListingSort },
  other: { readonly sort: ListingSort },
): boolean {
  return (one.sort === 'hotel') === (other.sort === 'hotel')
}

/** A copy of a show, except for the fields in `own`. */
export function newShow(
  { entry, show }: Pick<SeriesModel, 'entry' | 'show'>,
  own: Pick<ShowEntry, 'showId' | 'startsAtMs' | 'active'> & Partial<Pick<ShowEntry, 'listingId'>>,
): readonly (EntrySaved | PricesSet)[] {
  const { withdrawn: _withdrawn, ...model } = entry
  // Sales close as long before or after the start as the model's.
  const salesCloseAtMs = own.startsAtMs + (entry.salesCloseAtMs - entry.startsAtMs)
  return [
    { type: 'entry-saved', entry: { ...model, ...own, salesCloseAtMs } },
    { type: 'prices-set', showId: own.showId, version: 1, prices: show.prices },
  ]
}
