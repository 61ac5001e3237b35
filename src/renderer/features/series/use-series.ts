// A series in preparation: what is typed, what it comes to, which shows of it are wanted, done and undone. Owns these while the
// screen is open; the house decides what is created.

import { useState } from 'react'
import { useStore } from 'zustand'
import type { Output } from '../../../shared/contract/operations.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { dateInZone, daysOn } from '../../../shared/lib/zone-day.ts'
import { ask, boxOffice } from '../../box-office.ts'
import { shows } from '../../stores/shows.ts'
import { weekdayOf } from '../../ui/calendar/month.ts'
import { type Occasion, type SeriesForm, type SeriesProblem, occasionsOf } from './occasions.ts'

/** Four weeks, including the first and the last day: a month's run, easily extended. */
const USUAL_DAYS = 27

export interface SeriesDone {
  readonly changeId: Output<'open-series'>['changeId']
  readonly shows: number
  readonly isUndone: boolean
}

export interface Planned extends Occasion {
  readonly isWanted: boolean
}

export function useSeries(model: ShowRow, clockOf: (instantMs: number) => string) {
  const [form, setForm] = useState<SeriesForm>(() => firstForm(model, clockOf))
  const [isOnSale, setOnSale] = useState(true)
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<SeriesDone | null>(null)
  const [failed, setFailed] = useState<Failed | null>(null)
  const startsMs = useHallStarts(model)
  const found = occasionsOf(form, { zone: model.zone, startsMs, nowMs: boxOffice.hubNowMs() })
  const problem: SeriesProblem | null = 'kind' in found ? found : null
  const all = 'kind' in found ? [] : found.map((one) => ({ ...one, isWanted: isWanted(one, turned) }))
  const wanted = all.filter((one) => one.isWanted)
  const change = (part: Partial<SeriesForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setDone(null)
    setFailed(null)
  }
  const make = async () => {
    const starts = wanted.flatMap(({ startsAtMs, clashesAtMs }) =>
      startsAtMs === null ? [] : [{ startsAtMs, clashesAtMs }],
    )
    const answer = await ask('open-series', { showId: model.showId, starts, active: isOnSale })
    if (answer.kind !== 'done') return setFailed(answer)
    setFailed(null)
    return setDone({ ...answer.value, isUndone: false })
  }
  const undo = async () => {
    if (!done) return
    const answer = await ask('undo-change', { changeId: done.changeId })
    if (answer.kind === 'done') setDone({ ...done, shows: answer.value.changed, isUndone: true })
    else setFailed(answer)
  }
  return {
    form,
    change,
    isOnSale,
    setOnSale,
    problem,
    all,
    wanted,
    startsMs,
    toggle: (one: Occasion) => setTurned(toggled(turned, keyOf(one))),
    except: (day: string) => change({ exceptions: toggled(form.exceptions, day) }),
    make: () => void make(),
    undo: () => void undo(),
    done,
    failed,
  }
}

export type Series = ReturnType<typeof useSeries>
export type Failed = Exclude<Answer<unknown>, { kind: 'done' }>

export function keyOf({ day, clock }: Occasion): string {
  return `${day} ${clock}`
}

/** Whether it is to be created; a clash with an existing show only if the user insists. */
function isWanted(one: Occasion, turned: ReadonlySet<string>): boolean {
  if (one.startsAtMs === null || one.isOver) return false
  return (one.clashesAtMs === null) !== turned.has(keyOf(one))
}

function toggled(all: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return all.has(one) ? new Set([...all].filter((other) => other !== one)) : new Set([...all, one])
}

/** Based on the model: its weekday and time, from the next such day on. */
function firstForm({ startsAtMs, zone }: ShowRow, clockOf: (instantMs: number) => string): SeriesForm {
  const day = dateInZone(startsAtMs, zone)
  const tomorrow = daysOn(dateInZone(boxOffice.hubNowMs(), zone), 1)
  const after = daysOn(day, 1)
  const from = after > tomorrow ? after : tomorrow
  return {
    weekdays: new Set([weekdayOf(day)]),
    times: clockOf(startsAtMs),
    from,
    until: daysOn(from, USUAL_DAYS),
    exceptions: new Set(),
  }
}

function useHallStarts({ planId, venueId }: ShowRow): readonly number[] {
  const { rows } = useStore(shows)
  return [...rows.values()].flatMap((row) =>
    row.planId === planId && row.venueId === venueId ? [row.startsAtMs] : [],
  )
}
