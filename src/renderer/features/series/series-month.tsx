// The month of a series: existing shows in the same hall, and the new ones. A touch on a day leaves it out or includes it again.

import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { dateInZone } from '../../../shared/lib/zone-day.ts'
import { boxOffice } from '../../box-office.ts'
import { DayGrid } from '../../ui/calendar/day-grid.tsx'
import { MonthSteps } from '../../ui/calendar/month-steps.tsx'
import { isSameMonth, monthSheet, monthsOn, weekdayOf } from '../../ui/calendar/month.ts'
import { useDayNames } from '../../ui/calendar/use-day-names.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './series-screen.module.css'
import type { Planned, Series } from './use-series.ts'

interface Props {
  readonly model: ShowRow
  readonly series: Series
}

export function SeriesMonth({ model, series }: Props) {
  const say = useSay()
  const { locale } = useIntl()
  const { month } = useDayNames()
  const today = dateInZone(boxOffice.hubNowMs(), model.zone)
  const [day, setDay] = useState(series.form.from === '' ? today : series.form.from)
  const facts = useDayFacts(model, series)
  return (
    <section aria-label={say('series.month')} className={styles.month}>
      <MonthSteps
        title={month(day)}
        onStep={(by) => setDay(monthsOn(day, by, locale))}
        onToday={() => setDay(today)}
      />
      <DayGrid
        label={say('series.month')}
        weeks={monthSheet(day, locale)}
        day={day}
        onDay={setDay}
        onOpen={series.except}
        today={today}
        isIn={(one) => isSameMonth(one, day, locale)}
        wordsOf={facts.wordsOf}
      >
        {(one) => <DayMarks {...facts.of(one)} zone={model.zone} />}
      </DayGrid>
      <p className={styles.hint}>{say('series.except')}</p>
    </section>
  )
}

interface DayFacts {
  readonly planned: readonly Planned[]
  /** Starts of existing shows. */
  readonly there: readonly number[]
  readonly isExcepted: boolean
}

function useDayFacts({ zone }: ShowRow, { all, startsMs, form }: Series) {
  const say = useSay()
  const { list, clock } = useFormats()
  const there = Map.groupBy(startsMs, (startsAtMs) => dateInZone(startsAtMs, zone))
  const planned = Map.groupBy(all, (one) => one.day)
  const { from, until, weekdays, exceptions } = form
  const of = (day: string): DayFacts => ({
    planned: planned.get(day) ?? [],
    there: there.get(day) ?? [],
    isExcepted: exceptions.has(day) && day >= from && day <= until && weekdays.has(weekdayOf(day)),
  })
  const wordsOf = (day: string) => {
    const facts = of(day)
    const wanted = facts.planned.filter(({ isWanted }) => isWanted)
    return list([
      ...(wanted.length > 0 ? [say('series.day.new', { count: wanted.length })] : []),
      ...(facts.there.length > 0
        ? [say('series.day.there', { times: list(facts.there.map((at) => clock(at, zone))) })]
        : []),
      ...(facts.isExcepted ? [say('series.day.out')] : []),
    ])
  }
  return { of, wordsOf }
}

function DayMarks({ planned, there, isExcepted, zone }: DayFacts & { readonly zone: string }) {
  const { clock } = useFormats()
  return (
    <span className={styles.marks} aria-hidden="true">
      {isExcepted && <span className={styles.out}>✕</span>}
      {planned.map((one) => (
        <span key={one.clock} className={styles.new} data-wanted={one.isWanted || undefined}>
          {one.clashesAtMs !== null && '⚠ '}
          {one.startsAtMs === null ? one.clock : clock(one.startsAtMs, zone)}
        </span>
      ))}
      {there.map((at) => (
        <span key={at} className={styles.there}>
          {clock(at, zone)}
        </span>
      ))}
    </span>
  )
}
