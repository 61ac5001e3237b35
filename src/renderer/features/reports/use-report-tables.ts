// The facts of the selected days as the tables of the reports. Owns the names of rows and columns; the values are computed by the
// domain.

import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { BookingId, ShowId } from '../../../shared/domain/ids.ts'
import { type CartsRow, cartsByShow, percentOf } from '../../../shared/domain/reports/carts-table.ts'
import { type DrawerRow, drawerCauses, movesByDrawer } from '../../../shared/domain/reports/drawer-fact.ts'
import { type SaleFact, reportModes } from '../../../shared/domain/reports/fact.ts'
import {
  type SaleGrouping,
  type SalesRow,
  salesBy,
  totalOf,
} from '../../../shared/domain/reports/sales-table.ts'
import { never } from '../../../shared/lib/assert.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import { dayInZone } from '../../../shared/lib/time.ts'
import { hourInZone } from '../../../shared/lib/zone-day.ts'
import { deskName } from '../../stores/desks.ts'
import type { Facts } from '../../stores/reports.ts'
import { shows } from '../../stores/shows.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import type { ReportColumn, ReportRow, ReportTable } from './report-table.ts'

/** Names of staff by their id. */
export type Names = ReadonlyMap<number, string>

interface Terms {
  readonly facts: Facts
  readonly currency: Currency
  readonly names: Names
}

export function useSalesTable(terms: Terms & { readonly grouping: SaleGrouping }): ReportTable {
  const { facts, currency, grouping } = terms
  const say = useSay()
  const { rows: showRows } = useStore(shows)
  const nameOf = useGroupName(terms.names)
  const rows = useMemo(() => {
    const zoneOf = (showId: ShowId) => showRows.get(showId)?.zone ?? 'UTC'
    const timeKey = ({ atMs, showId }: SaleFact) =>
      grouping === 'hour' ? String(hourInZone(atMs, zoneOf(showId))) : dayInZone(atMs, zoneOf(showId))
    return salesBy(facts.sales, grouping, timeKey)
  }, [facts, grouping, showRows])
  const total = totalOf(rows)
  const withMeasure = useMemo(() => measuresOf(facts.sales), [facts])
  return {
    title: say('reports.sales'),
    fileName: `${say('reports.sales')} ${say(`reports.by.${grouping}`)}`,
    rowWords: say(`reports.by.${grouping}`),
    columns: [
      { words: say('reports.seats'), kind: 'count' },
      { words: say('reports.gross'), kind: 'money' },
      { words: say('reports.discount'), kind: 'money' },
      { words: say('reports.fee'), kind: 'money' },
      { words: say('reports.refund'), kind: 'money' },
      { words: say('reports.net'), kind: 'money' },
    ],
    drawn: 5,
    rows: rows.map((row) => ({
      ...salesRow(row, nameOf(grouping, row.key), withMeasure),
      ...(grouping === 'day' && { cell: dayText(row.key) }),
    })),
    total: rows.length > 0 ? salesRow(total, say('reports.total'), withMeasure) : null,
    currency,
  }
}

function salesRow(row: SalesRow, name: string, withMeasure: WithMeasure): ReportRow {
  const { key, seats, grossMinor, discountMinor, feeMinor, refundMinor, netMinor, bookingIds } = row
  return {
    key,
    name,
    values: [seats, grossMinor, discountMinor, feeMinor, refundMinor, netMinor],
    of: 'bookings',
    count: bookingIds.length,
    leadOf: (column) => ({ of: 'bookings', bookingIds: withMeasure(column, bookingIds) }),
  }
}

type WithMeasure = (column: number | null, bookingIds: readonly BookingId[]) => readonly BookingId[]

/** Columns that are empty for most bookings: their numbers lead only to the bookings that have a value. */
const sparse = ['seats', 'grossMinor', 'discountMinor', 'feeMinor', 'refundMinor'] as const

function measuresOf(sales: readonly SaleFact[]): WithMeasure {
  const having = sparse.map((measure) => {
    const own = sales.filter(({ types }) => types.some((part) => part[measure] !== 0))
    return new Set(own.map(({ bookingId }) => bookingId))
  })
  return (column, bookingIds) => {
    const own = having[column ?? sparse.length]
    return own ? bookingIds.filter((bookingId) => own.has(bookingId)) : bookingIds
  }
}

/** `20261120` as `2026-11-20`. */
function dayText(key: string): string {
  return `${key.slice(0, 4)}-${key.slice(4, 6)}-${key.slice(6)}`
}

/** Days and hours are labels, not instants, so they are formatted as if in UTC. */
function useGroupName(names: Names) {
  const say = useSay()
  const { day, clock } = useFormats()
  const showName = useShowName()
  return (grouping: SaleGrouping, key: string): string => {
    switch (grouping) {
      case 'day':
        return day(Date.parse(`${dayText(key)}T00:00:00Z`), 'UTC')
      case 'hour':
        return clock(Date.UTC(2026, 0, 1, Number(key)), 'UTC')
      case 'seller':
        return names.get(Number(key)) ?? say('reports.nobody')
      case 'mode':
        return say(`reports.mode.${reportModes.find((mode) => mode === key) ?? 'NONE'}`)
      case 'show':
        return showName(Number(key) as ShowId)
      case 'ticketType':
        return key
      default:
        return never(grouping)
    }
  }
}

/** Shows of the same listing are told apart by their time. */
export function useShowName() {
  const say = useSay()
  const { day, clock } = useFormats()
  const { rows } = useStore(shows)
  return (showId: ShowId): string => {
    const row: ShowRow | undefined = rows.get(showId)
    if (!row) return say('reports.noShow')
    const { title, startsAtMs, zone } = row
    return `${isolated(title)} · ${day(startsAtMs, zone)} ${clock(startsAtMs, zone)}`
  }
}

/** A show whose every hold was refused has no carts to lead to. */
function counted({ carts, refused }: Pick<CartsRow, 'carts' | 'refused'>): Pick<ReportRow, 'of' | 'count'> {
  return carts > 0 ? { of: 'bookings', count: carts } : { of: 'refusals', count: refused }
}

/** Columns of the carts table that lead to only some of the carts. */
const SOLD = 1
const REFUSED = 3

export function useCartsTable({ facts, currency }: Terms): ReportTable {
  const say = useSay()
  const showName = useShowName()
  const rows = useMemo(() => cartsByShow(facts.holds, facts.refusals), [facts])
  const carts = rows.reduce((sum, row) => sum + row.carts, 0)
  const sold = rows.reduce((sum, row) => sum + row.sold, 0)
  const leadOf =
    (isOf: (fact: { readonly showId: ShowId }) => boolean): ReportRow['leadOf'] =>
    (column) => {
      const own = facts.holds.filter((hold) => isOf(hold) && (column !== SOLD || hold.isSold))
      const bookingIds = own.map((hold) => hold.bookingId)
      const refusals = facts.refusals.filter((one) => isOf(one) && one.code === 'SEAT_NOT_AVAILABLE')
      const asksRefused = column === REFUSED || (column === null && bookingIds.length === 0)
      return asksRefused ? { of: 'refusals', refusals } : { of: 'bookings', bookingIds }
    }
  const cartsRow = ({ showId, ...row }: CartsRow): ReportRow => ({
    key: String(showId),
    name: showName(showId),
    values: [row.carts, row.sold, row.percent, row.refused, row.successPercent],
    ...counted(row),
    leadOf: leadOf((fact) => fact.showId === showId),
  })
  const refused = rows.reduce((sum, row) => sum + row.refused, 0)
  const values = [carts, sold, percentOf(sold, carts), refused, percentOf(carts, carts + refused)]
  return {
    title: say('reports.carts'),
    fileName: say('reports.carts'),
    rowWords: say('reports.by.show'),
    columns: [
      { words: say('reports.carts.held'), kind: 'count' },
      { words: say('reports.carts.sold'), kind: 'count' },
      { words: say('reports.carts.share'), kind: 'percent' },
      { words: say('reports.carts.refused'), kind: 'count' },
      { words: say('reports.carts.success'), kind: 'percent' },
    ],
    drawn: 2,
    rows: rows.map(cartsRow),
    total:
      rows.length > 0
        ? {
            key: 'total',
            name: say('reports.total'),
            values,
            ...counted({ carts, refused }),
            leadOf: leadOf(() => true),
          }
        : null,
    currency,
  }
}

export function useDrawersTable({ facts, currency }: Terms): ReportTable {
  const say = useSay()
  const rows = useMemo(() => movesByDrawer(facts.drawers), [facts])
  const columns: readonly ReportColumn[] = [
    ...drawerCauses.map((cause) => ({ words: say(`reports.cause.${cause}`), kind: 'money' }) as const),
    { words: say('reports.drawer.change'), kind: 'money' },
  ]
  const all = rows.map(drawerValues)
  const sums = columns.map((_, column) => all.reduce((sum, row) => sum + (row[column] ?? 0), 0))
  const leadOf =
    (isOf: (move: Facts['drawers'][number]) => boolean): ReportRow['leadOf'] =>
    (column) => {
      const cause = drawerCauses[column ?? drawerCauses.length]
      const moves = facts.drawers.filter((move) => isOf(move) && (!cause || move.cause === cause))
      return { of: 'moves', moves }
    }
  return {
    title: say('reports.drawers'),
    fileName: say('reports.drawers'),
    rowWords: say('reports.drawer'),
    columns,
    drawn: 0,
    rows: rows.map((row) => {
      const { drawer } = row
      const own = leadOf((move) => move.drawer === drawer)
      return {
        key: drawer,
        name: deskName(drawer, say),
        values: drawerValues(row),
        of: 'moves',
        count: row.moves,
        leadOf: own,
      }
    }),
    total:
      rows.length > 0
        ? {
            key: 'total',
            name: say('reports.total'),
            values: sums,
            of: 'moves',
            count: facts.drawers.length,
            leadOf: leadOf(() => true),
          }
        : null,
    currency,
  }
}

function drawerValues({ byCause, changeMinor }: DrawerRow): readonly number[] {
  return [...drawerCauses.map((cause) => byCause[cause]), changeMinor]
}
