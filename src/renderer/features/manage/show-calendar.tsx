// The house's shows by day: a month or a week, how full each show is, and what may be done with it. Owns the screen; a show is moved
// by the same change as in the table.

import { useState } from 'react'
import { useIntl } from 'react-intl'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { dateInZone, daysOn } from '../../../shared/lib/zone-day.ts'
import { boxOffice } from '../../box-office.ts'
import { shows } from '../../stores/shows.ts'
import { DayGrid } from '../../ui/calendar/day-grid.tsx'
import { MonthSteps } from '../../ui/calendar/month-steps.tsx'
import { WEEK_DAYS, isSameMonth, monthSheet, monthsOn, weekSheet } from '../../ui/calendar/month.ts'
import { useDayNames } from '../../ui/calendar/use-day-names.ts'
import { Waiting } from '../../ui/empty.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import { CalendarDay } from './calendar-day.tsx'
import manage from './manage-screen.module.css'
import { ShowChips } from './show-chips.tsx'
import { ShowMenu } from './show-menu.tsx'
import styles from './show-calendar.module.css'
import { useZone } from './use-currency.ts'

const spans = ['month', 'week'] as const
type Span = (typeof spans)[number]

export function ShowCalendar() {
  const say = useSay()
  const { locale } = useIntl()
  const { month } = useDayNames()
  const zone = useZone()
  const { ready, rows } = useStore(shows)
  const today = dateInZone(boxOffice.hubNowMs(), zone)
  const [day, setDay] = useState(today)
  const [span, setSpan] = useState<Span>('month')
  const [open, setOpen] = useState<ShowId | null>(null)
  const filter = useFilter([...rows.values()])
  if (!ready) return <Waiting text={say('tonight.loading')} />
  const byDay = Map.groupBy(filter.shown, (row) => dateInZone(row.startsAtMs, row.zone))
  const step = (by: 1 | -1) =>
    setDay(span === 'month' ? monthsOn(day, by, locale) : daysOn(day, by * WEEK_DAYS))
  const opened = open === null ? undefined : rows.get(open)
  return (
    <>
      <header className={manage['head']}>
        <h1 className={manage['title']}>{say('calendar.title')}</h1>
        <MonthSteps title={month(day)} onStep={step} onToday={() => setDay(today)} />
        <Select
          label={say('calendar.span')}
          value={span}
          options={spans.map((one) => ({ value: one, text: say(`calendar.span.${one}`) }))}
          onChange={setSpan}
        />
        <Filters {...filter} />
      </header>
      <div className={styles['calendar']}>
        <div className={styles['month']}>
          <DayGrid
            label={say('calendar.title')}
            weeks={span === 'month' ? monthSheet(day, locale) : weekSheet(day, locale)}
            day={day}
            onDay={setDay}
            today={today}
            isIn={(one) => span === 'week' || isSameMonth(one, day, locale)}
            wordsOf={(one) => say('calendar.day', { count: byDay.get(one)?.length ?? 0 })}
          >
            {(one) => <ShowChips rows={byDay.get(one) ?? []} isLong={span === 'week'} onShow={setOpen} />}
          </DayGrid>
        </div>
        <CalendarDay day={day} rows={byDay.get(day) ?? []} onShow={setOpen} />
      </div>
      {opened && <ShowMenu key={opened.showId} row={opened} onClose={() => setOpen(null)} />}
    </>
  )
}

const ALL = 'all'

/** By listing, by venue, or by both. */
function useFilter(all: readonly ShowRow[]) {
  const [listing, setListing] = useState(ALL)
  const [venue, setVenue] = useState(ALL)
  const shown = all
    .filter(({ listingId }) => listing === ALL || String(listingId) === listing)
    .filter(({ venueId }) => venue === ALL || String(venueId) === venue)
    .toSorted((one, other) => one.startsAtMs - other.startsAtMs || one.showId - other.showId)
  const listings = new Map(all.map(({ listingId, title }) => [String(listingId), title]))
  const venues = new Map(all.map((row) => [String(row.venueId), row.venue]))
  return { shown, listing, setListing, listings, venue, setVenue, venues }
}

function Filters({
  listing,
  setListing,
  listings,
  venue,
  setVenue,
  venues,
}: Omit<ReturnType<typeof useFilter>, 'shown'>) {
  const say = useSay()
  const { locale } = useIntl()
  const optionsOf = (names: ReadonlyMap<string, string>, all: string) => [
    { value: ALL, text: all },
    ...[...names]
      .map(([value, name]) => ({ value, text: name }))
      .toSorted((one, other) => one.text.localeCompare(other.text, locale)),
  ]
  return (
    <>
      <Select
        label={say('calendar.listing')}
        value={listing}
        options={optionsOf(listings, say('calendar.listing.all'))}
        onChange={setListing}
      />
      <Select
        label={say('calendar.venue')}
        value={venue}
        options={optionsOf(venues, say('calendar.venue.all'))}
        onChange={setVenue}
      />
    </>
  )
}
