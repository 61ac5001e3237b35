// What the house sold, how, by whom and when [A6]: the office's questions, each with a plot, its numbers and the bookings behind
// them. Owns the screen; the numbers are based on the journal, as reported by the house.

import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { refusalGroupings } from '../../../shared/domain/reports/refusals-table.ts'
import { saleGroupings } from '../../../shared/domain/reports/sales-table.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import { dateInZone, dayBegins, daysOn } from '../../../shared/lib/zone-day.ts'
import { ask, boxOffice } from '../../box-office.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { type Facts, readFacts, reports, stopReading } from '../../stores/reports.ts'
import { shows } from '../../stores/shows.ts'
import { Waiting } from '../../ui/empty.tsx'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import { Select } from '../../ui/select.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import { AlertsCard } from './alerts-card.tsx'
import { BehindDialog } from './behind-dialog.tsx'
import { currenciesOf, narrowed } from './narrowed.ts'
import { OccupancyCards } from './occupancy-cards.tsx'
import { ReportCard } from './report-card.tsx'
import { ReportFilters } from './report-filters.tsx'
import styles from './reports-screen.module.css'
import { useRefusalsTable } from './use-refusals-table.ts'
import { type Names, useCartsTable, useDrawersTable, useSalesTable } from './use-report-tables.ts'

/** The default is a week, which contains yesterday and the same day of the week before. */
const FIRST_DAYS = 7

export function ReportsScreen() {
  const say = useSay()
  const { ready, rows } = useStore(shows)
  const { facts } = useStore(reports)
  const [wanted, setCurrency] = useState<Currency | null>(null)
  const zone = useMemo(() => [...rows.values()][0]?.zone ?? 'UTC', [rows])
  const today = dateInZone(boxOffice.hubNowMs(), zone)
  useDays(ready ? zone : null, today)
  const currencies = useMemo(() => (facts ? currenciesOf(facts) : []), [facts])
  const fallback = currencies[0] ?? [...rows.values()][0]?.currency ?? 'INR'
  const currency = currencies.find((one) => one === wanted) ?? fallback
  return (
    <div className={styles.screen}>
      <OfficeTabs />
      <header className={styles.head}>
        <h1 className={styles.title}>{say('reports.title')}</h1>
        <ReportFilters today={today} currency={currency} currencies={currencies} onCurrency={setCurrency} />
      </header>
      <Told zone={zone} />
      {facts && <Cards facts={facts} currency={currency} />}
    </div>
  )
}

/** Reads whatever days are selected; a range that ends before it begins is none. */
function useDays(zone: string | null, today: string): void {
  const { from, to } = useStore(reports)
  useEffect(() => {
    if (from === '') reports.setState({ from: daysOn(today, 1 - FIRST_DAYS), to: today })
  }, [from, today])
  useEffect(() => {
    const fromMs = zone === null ? null : dayBegins(from, zone)
    const lastMs = zone === null ? null : dayBegins(to, zone)
    if (zone === null || fromMs === null || lastMs === null || lastMs < fromMs) return
    const untilMs = dayBegins(daysOn(to, 1), zone) ?? lastMs
    void readFacts({ fromMs, untilMs })
  }, [from, to, zone])
  useEffect(() => stopReading, [])
}

/** How far the reading has come, or why it stopped. */
function Told({ zone }: { readonly zone: string }) {
  const say = useSay()
  const formats = useFormats()
  const { facts, share, isReading, trouble, from, to } = useStore(reports)
  if (from > to && to !== '') return <p className={styles.problem}>{say('reports.backwards')}</p>
  if (trouble?.kind === 'refused')
    return (
      <p className={styles.problem} role="alert">
        {refusalText(trouble.refusal, say, formats, zone)}
      </p>
    )
  if (trouble)
    return (
      <p className={styles.problem} role="alert">
        {say(`notice.fault.${trouble.reason}`, { incident: trouble.incidentId })}
      </p>
    )
  const words = say('reports.reading', { percent: Math.floor(share * 100) })
  if (facts === null) return <Waiting text={words} />
  return isReading ? (
    <p className={styles.reading} role="status">
      {words}
    </p>
  ) : null
}

function Cards({ facts: all, currency }: { readonly facts: Facts; readonly currency: Currency }) {
  const say = useSay()
  const { rows } = useStore(shows)
  const { shows: choice, grouping, refusalsBy, isReading } = useStore(reports)
  const names = useStaffNames()
  const facts = useMemo(() => narrowed(all, { choice, currency, rows }), [all, choice, currency, rows])
  const terms = { facts, currency, names }
  const sales = useSalesTable({ ...terms, grouping })
  const carts = useCartsTable(terms)
  const drawers = useDrawersTable(terms)
  const refusals = useRefusalsTable(facts, currency)
  return (
    <div className={styles.cards} aria-busy={isReading}>
      <div className={styles.pile}>
        <ReportCard table={sales}>
          <Select
            label={say('reports.by')}
            value={grouping}
            options={saleGroupings.map((value) => ({ value, text: say(`reports.by.${value}`) }))}
            onChange={(value) => reports.setState({ grouping: value })}
          />
        </ReportCard>
        <ReportCard table={refusals}>
          <Select
            label={say('reports.refusals.by')}
            value={refusalsBy}
            options={refusalGroupings.map((value) => ({ value, text: say(`reports.by.${value}`) }))}
            onChange={(value) => reports.setState({ refusalsBy: value })}
          />
        </ReportCard>
        <AlertsCard />
      </div>
      <div className={styles.pile}>
        <ReportCard table={carts} />
        <ReportCard table={drawers} />
      </div>
      <OccupancyCards currency={currency} />
      <BehindDialog facts={facts} />
    </div>
  )
}

function useStaffNames(): Names {
  const [names, setNames] = useState<Names>(new Map())
  useEffect(() => {
    void ask('staff', {}).then((answer) =>
      answer.kind === 'done'
        ? setNames(new Map(answer.value.staff.map(({ staffId, name }) => [staffId, name])))
        : undefined,
    )
  }, [])
  return names
}
