// When a series takes place: weekdays and clock times in the venue's zone, from a day until a day. Owns the conversion from wall
// clock to instants: a clock change is reported, never guessed over.

import { Temporal } from 'temporal-polyfill/full'
import { SERIES_MAX, clashOf } from '../../../shared/domain/series.ts'
import { daysOn } from '../../../shared/lib/zone-day.ts'
import { weekdayOf } from '../../ui/calendar/month.ts'
import { readClock } from '../../ui/read-clock.ts'

export interface SeriesForm {
  /** From 1 (Monday). */
  readonly weekdays: ReadonlySet<number>
  /** As typed: "19:30, 22:00". */
  readonly times: string
  /** In the form of date fields; empty for none. */
  readonly from: string
  readonly until: string
  /** Days that are left out. */
  readonly exceptions: ReadonlySet<string>
}

export interface Occasion {
  readonly day: string
  readonly clock: string
  /** Null if the venue's clock skips that time on that day. */
  readonly startsAtMs: number | null
  /** The clock shows that time twice: this is the first. */
  readonly isTwice: boolean
  readonly isOver: boolean
  /** A start that is too near to it, of an existing show or of the series itself. */
  readonly clashesAtMs: number | null
  readonly nearAtMs: number | null
}

export type SeriesProblem =
  | { readonly kind: 'no-times' | 'no-days' | 'no-span' | 'none' }
  | { readonly kind: 'bad-time'; readonly text: string }
  | { readonly kind: 'too-many'; readonly limit: number }

export interface HallFacts {
  readonly zone: string
  /** Starts of the shows on the same plan in the same venue. */
  readonly startsMs: readonly number[]
  readonly nowMs: number
}

export function occasionsOf(form: SeriesForm, facts: HallFacts): readonly Occasion[] | SeriesProblem {
  const clocks = clocksOf(form.times)
  if (!Array.isArray(clocks)) return clocks as SeriesProblem
  const { from, until, weekdays, exceptions } = form
  if (from === '' || until === '' || until < from) return { kind: 'no-span' }
  if (weekdays.size === 0) return { kind: 'no-days' }
  const all: Pick<Occasion, 'day' | 'clock' | 'startsAtMs' | 'isTwice'>[] = []
  for (let day = from; day <= until; day = daysOn(day, 1)) {
    if (!weekdays.has(weekdayOf(day)) || exceptions.has(day)) continue
    for (const clock of clocks as readonly string[])
      all.push({ day, clock, ...startOf(day, clock, facts.zone) })
    if (all.length > SERIES_MAX) return { kind: 'too-many', limit: SERIES_MAX }
  }
  if (all.length === 0) return { kind: 'none' }
  const own = all.flatMap(({ startsAtMs }) => startsAtMs ?? [])
  return all.map((one) => ({ ...one, ...factsOf(one.startsAtMs, own, facts) }))
}

function factsOf(
  startsAtMs: number | null,
  own: readonly number[],
  { startsMs, nowMs }: HallFacts,
): Pick<Occasion, 'isOver' | 'clashesAtMs' | 'nearAtMs'> {
  if (startsAtMs === null) return { isOver: false, clashesAtMs: null, nearAtMs: null }
  return {
    isOver: startsAtMs <= nowMs,
    clashesAtMs: clashOf(startsAtMs, startsMs),
    nearAtMs: clashOf(
      startsAtMs,
      own.filter((one) => one !== startsAtMs),
    ),
  }
}

/** Sorted, without duplicates. */
function clocksOf(times: string): readonly string[] | SeriesProblem {
  const texts = times
    .split(/[,،;\s]+/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
  if (texts.length === 0) return { kind: 'no-times' }
  const bad = texts.find((text) => readClock(text) === null)
  if (bad !== undefined) return { kind: 'bad-time', text: bad }
  return [...new Set(texts.map((text) => readClock(text) ?? ''))].toSorted()
}

function startOf(day: string, clock: string, zone: string): Pick<Occasion, 'startsAtMs' | 'isTwice'> {
  const wall = Temporal.PlainDateTime.from(`${day}T${clock}`)
  const first = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const last = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  const isThere = first.toPlainDateTime().equals(wall)
  return {
    startsAtMs: isThere ? first.epochMilliseconds : null,
    isTwice: isThere && first.epochMilliseconds !== last.epochMilliseconds,
  }
}
