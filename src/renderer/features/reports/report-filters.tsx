// Which days and which shows. Owns the fields; days are those of the venue's zone [E3].

import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ListingId, ShowId } from '../../../shared/domain/ids.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import { daysOn } from '../../../shared/lib/zone-day.ts'
import { type ShowChoice, reports } from '../../stores/reports.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Select } from '../../ui/select.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import styles from './reports-screen.module.css'
import { useShowName } from './use-report-tables.ts'

/** That many days up to today, at one press. */
const lengths = [1, 7, 30] as const

interface Props {
  readonly today: string
  readonly currency: Currency
  readonly currencies: readonly Currency[]
  readonly onCurrency: (currency: Currency) => void
}

export function ReportFilters({ today, currency, currencies, onCurrency }: Props) {
  const say = useSay()
  const { from, to } = useStore(reports)
  return (
    <div className={styles.filters}>
      {lengths.map((days) => (
        <Button
          key={days}
          look="quiet"
          isPressed={to === today && from === daysOn(today, 1 - days)}
          onPress={() => reports.setState({ from: daysOn(today, 1 - days), to: today })}
        >
          {say('reports.days', { days })}
        </Button>
      ))}
      {(['from', 'to'] as const).map((end) => (
        <DateField
          key={end}
          label={say(`reports.${end}`)}
          day={end === 'from' ? from : to}
          // A report needs days: clearing a field keeps the previous day.
          onDay={(day) => (day === '' ? undefined : reports.setState({ [end]: day }))}
          today={today}
          isBeside
        />
      ))}
      <ShowSelect />
      {currencies.length > 1 && (
        <Select<Currency>
          label={say('reports.currency')}
          value={currency}
          options={currencies.map((value) => ({ value, text: value }))}
          onChange={onCurrency}
        />
      )}
    </div>
  )
}

const ALL = 'all'

function ShowSelect() {
  const say = useSay()
  const showName = useShowName()
  const { rows } = useStore(shows)
  const choice = useStore(reports).shows
  const all = [...rows.values()].toSorted((one, other) => one.startsAtMs - other.startsAtMs)
  const listings = new Map(all.map(({ listingId, title }) => [listingId, title]))
  const options = [
    { value: ALL, text: say('reports.shows.all') },
    ...[...listings].map(([listingId, title]) => ({
      value: `listing ${listingId}`,
      text: say('reports.shows.listing', { title: isolated(title) }),
    })),
    ...all.map(({ showId }: ShowRow) => ({ value: `show ${showId}`, text: showName(showId) })),
  ]
  return (
    <div className={styles.shows}>
      <Select<string>
        label={say('reports.shows')}
        value={textOf(choice)}
        options={options}
        onChange={(text) => reports.setState({ shows: choiceOf(text) })}
      />
    </div>
  )
}

function textOf(choice: ShowChoice): string {
  if (choice.of === 'all') return ALL
  return choice.of === 'show' ? `show ${choice.showId}` : `listing ${choice.listingId}`
}

function choiceOf(text: string): ShowChoice {
  const [of, id] = text.split(' ')
  if (of === 'show') return { of, showId: Number(id) as ShowId }
  return of === 'listing' ? { of, listingId: Number(id) as ListingId } : { of: 'all' }
}
