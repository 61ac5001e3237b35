// The definition of a series: its model, days and times, from when until when. Owns the fields.

import { useIntl } from 'react-intl'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { dateInZone } from '../../../shared/lib/zone-day.ts'
import { boxOffice } from '../../box-office.ts'
import { goTo } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { weekSheet, weekdayOf } from '../../ui/calendar/month.ts'
import { useDayNames } from '../../ui/calendar/use-day-names.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './series-screen.module.css'
import type { Series } from './use-series.ts'

interface Props {
  readonly model: ShowRow
  readonly series: Series
}

export function SeriesFields({ model, series }: Props) {
  const say = useSay()
  const { form, change, isOnSale, setOnSale } = series
  const today = dateInZone(boxOffice.hubNowMs(), model.zone)
  return (
    <form
      className={styles.form}
      aria-label={say('series.title')}
      onSubmit={(event) => event.preventDefault()}
    >
      <ModelField model={model} />
      <Weekdays series={series} />
      <Field label={say('series.times')}>
        {(ids) => (
          <input
            {...ids}
            dir="ltr"
            placeholder="19:30, 22:00"
            value={form.times}
            onChange={({ currentTarget }) => change({ times: currentTarget.value })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <DayField end="from" today={today} series={series} />
        <DayField end="until" today={today} series={series} />
      </div>
      <p className={styles.hint}>{say('series.zone', { zone: isolated(model.zone) })}</p>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={isOnSale}
          onChange={({ currentTarget }) => setOnSale(currentTarget.checked)}
        />
        {say('series.onSale')}
      </label>
      <p className={styles.hint}>{say('series.alike')}</p>
    </form>
  )
}

/** Any show of the same listing. */
function ModelField({ model }: { readonly model: ShowRow }) {
  const say = useSay()
  const { day, clock } = useFormats()
  const { rows } = useStore(shows)
  const alike = [...rows.values()]
    .filter(({ listingId }) => listingId === model.listingId)
    .toSorted((one, other) => one.startsAtMs - other.startsAtMs)
  return (
    <Field label={say('series.model')}>
      {({ id }) => (
        <Select
          id={id}
          label={say('series.model')}
          value={String(model.showId)}
          options={alike.map(({ showId, startsAtMs, zone, venue }) => ({
            value: String(showId),
            text: `${day(startsAtMs, zone)} ${clock(startsAtMs, zone)} · ${isolated(venue)}`,
          }))}
          onChange={(showId) => goTo({ name: 'series', showId: Number(showId) as ShowId })}
        />
      )}
    </Field>
  )
}

function Weekdays({ series: { form, change } }: { readonly series: Series }) {
  const say = useSay()
  const { weekday } = useDayNames()
  const { locale } = useIntl()
  const flip = (one: number) =>
    change({
      weekdays: new Set(
        form.weekdays.has(one) ? [...form.weekdays].filter((day) => day !== one) : [...form.weekdays, one],
      ),
    })
  // Any week has each weekday once, in the reader's order.
  const [days = []] = weekSheet('2026-01-01', locale)
  return (
    <div role="group" aria-label={say('series.days')} className={styles.weekdays}>
      {days.map((day) => (
        <Button key={day} isPressed={form.weekdays.has(weekdayOf(day))} onPress={() => flip(weekdayOf(day))}>
          {weekday(day)}
        </Button>
      ))}
    </div>
  )
}

interface DayProps {
  readonly end: 'from' | 'until'
  readonly today: string
  readonly series: Series
}

function DayField({ end, today, series: { form, change } }: DayProps) {
  const say = useSay()
  return (
    <DateField
      label={say(`series.${end}`)}
      day={form[end]}
      onDay={(day) => change({ [end]: day })}
      today={today}
    />
  )
}
