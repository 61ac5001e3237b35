// Which seats of a house sell, and how much is lost through seats left single [A6]. Owns the choice of the house; the counts come
// from the domain.

import { type ReactNode, useState } from 'react'
import type { PlanId } from '../../../shared/domain/ids.ts'
import { percentOf } from '../../../shared/domain/reports/carts-table.ts'
import {
  type Occupancy,
  occupancyBySection,
  occupancyOf,
  seatsAlone,
  worthOf,
} from '../../../shared/domain/reports/occupancy.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import type { Lead } from '../../stores/reports.ts'
import { Waiting } from '../../ui/empty.tsx'
import { Select } from '../../ui/select.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import { HeatMap } from './heat-map.tsx'
import { ReportCard } from './report-card.tsx'
import type { ReportTable } from './report-table.ts'
import { type HouseOfReport, type SeenHouse, useHouses, useSeenHouse } from './use-houses.ts'
import { useShowName } from './use-report-tables.ts'

export function OccupancyCards({ currency }: { readonly currency: Currency }) {
  const houses = useHouses()
  const [wanted, setWanted] = useState<PlanId | null>(null)
  const house = houses.find(({ planId }) => planId === wanted) ?? houses[0]
  if (!house) return null
  return <OfHouse house={house} houses={houses} onHouse={setWanted} currency={currency} />
}

interface Props {
  readonly house: HouseOfReport
  readonly houses: readonly HouseOfReport[]
  readonly onHouse: (planId: PlanId) => void
  readonly currency: Currency
}

function OfHouse({ house, houses, onHouse, currency }: Props) {
  const say = useSay()
  const showIds = house.rows.map(({ showId }) => showId).join(' ')
  const seen = useSeenHouse(house.planId, showIds)
  if (!seen) return <Waiting text={say('reports.occupancy.reading')} />
  const occupancy = occupancyOf(seen.plan.count, [...seen.states.values()])
  const options = houses.map(({ planId, rows: [first, ...others] }) => ({
    value: String(planId),
    text: say('reports.occupancy.house', {
      venue: isolated(first?.venue ?? ''),
      title: isolated(first?.title ?? ''),
      count: others.length + 1,
    }),
  }))
  return (
    <>
      <Seats seen={seen} occupancy={occupancy} currency={currency}>
        <Select
          label={say('reports.occupancy.plan')}
          value={String(house.planId)}
          options={options}
          onChange={(value) => onHouse(Number(value) as PlanId)}
        />
      </Seats>
      <Alone house={house} seen={seen} />
    </>
  )
}

interface SeatsProps {
  readonly seen: SeenHouse
  readonly occupancy: Occupancy
  readonly currency: Currency
  readonly children: ReactNode
}

function Seats({ seen, occupancy, currency, children }: SeatsProps) {
  const say = useSay()
  const sections = occupancyBySection(seen.plan, occupancy)
  const offered = sections.reduce((sum, row) => sum + row.offered, 0)
  const sold = sections.reduce((sum, row) => sum + row.sold, 0)
  // By show: how many seats of the section, or of the whole house, were sold.
  const leadOf = (section: string | null) => (): Lead => ({
    of: 'shows',
    shows: [...seen.states].map(([showId, states]) => {
      const own = occupancyBySection(seen.plan, occupancyOf(seen.plan.count, [states]))
      const asked = own.filter(({ name }) => section === null || name === section)
      return { showId, count: asked.reduce((sum, row) => sum + row.sold, 0) }
    }),
  })
  const ofShows = { of: 'shows', count: seen.states.size } as const
  const table: ReportTable = {
    title: say('reports.occupancy'),
    fileName: say('reports.occupancy'),
    rowWords: say('reports.occupancy.section'),
    columns: [
      { words: say('reports.occupancy.offered'), kind: 'count' },
      { words: say('reports.occupancy.sold'), kind: 'count' },
      { words: say('reports.occupancy.share'), kind: 'percent' },
    ],
    drawn: 2,
    rows: sections.map((row, index) => ({
      key: String(index),
      name: row.name,
      values: [row.offered, row.sold, percentOf(row.sold, row.offered)],
      ...ofShows,
      leadOf: leadOf(row.name),
    })),
    total: {
      key: 'total',
      name: say('reports.total'),
      values: [offered, sold, percentOf(sold, offered)],
      ...ofShows,
      leadOf: leadOf(null),
    },
    currency,
  }
  return (
    <ReportCard table={table} drawing={<HeatMap plan={seen.plan} occupancy={occupancy} />}>
      {children}
    </ReportCard>
  )
}

function Alone({ house, seen }: { readonly house: HouseOfReport; readonly seen: SeenHouse }) {
  const say = useSay()
  const showName = useShowName()
  const rows = house.rows.flatMap(({ showId, prices }) => {
    const states = seen.states.get(showId)
    const alone = states ? seatsAlone(seen.plan, states) : []
    const values = [alone.length, worthOf(seen.plan, alone, prices)] as const
    const lead = { of: 'shows', shows: [{ showId, count: alone.length }] } as const
    return alone.length > 0 ? [{ key: String(showId), name: showName(showId), values, lead }] : []
  })
  const all: Lead = { of: 'shows', shows: rows.flatMap(({ lead }) => lead.shows) }
  const sum = (column: 0 | 1) => rows.reduce((total, { values }) => total + values[column], 0)
  const table: ReportTable = {
    title: say('reports.alone'),
    fileName: say('reports.alone'),
    rowWords: say('reports.by.show'),
    columns: [
      { words: say('reports.alone.seats'), kind: 'count' },
      { words: say('reports.alone.worth'), kind: 'money' },
    ],
    drawn: 1,
    rows: rows.map(({ lead, ...row }) => ({ ...row, of: 'shows', count: 1, leadOf: () => lead })),
    total: {
      key: 'total',
      name: say('reports.total'),
      values: [sum(0), sum(1)],
      of: 'shows',
      count: rows.length,
      leadOf: () => all,
    },
    currency: house.rows[0]?.currency ?? 'INR',
  }
  return <ReportCard table={table} />
}
