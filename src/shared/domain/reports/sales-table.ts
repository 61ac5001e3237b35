// Sales added up by what a manager asks for [A6]: hour, day, seller, payment mode, ticket type, show. Owns how a sale is split; must
// never lose a minor unit or a seat to rounding: the totals are the same for every grouping.

import { known } from '../../lib/assert.ts'
import { splitByWeight } from '../../lib/money.ts'
import type { BookingId } from '../ids.ts'
import { type Measures, type SaleFact, added } from './fact.ts'

export const saleGroupings = ['day', 'hour', 'seller', 'mode', 'ticketType', 'show'] as const
export type SaleGrouping = (typeof saleGroupings)[number]

export interface SalesRow extends Measures {
  readonly key: string
  /** Money that came in, less what went back. */
  readonly netMinor: number
  /** The bookings that the figures come from, in journal order. */
  readonly bookingIds: readonly BookingId[]
}

/** `timeKey`: the key of a fact's day or hour in its venue's zone. */
export function salesBy(
  facts: readonly SaleFact[],
  grouping: SaleGrouping,
  timeKey: (fact: SaleFact) => string,
): readonly SalesRow[] {
  const groups = new Map<string, { sums: Measures; bookings: Set<BookingId> }>()
  for (const fact of facts) {
    for (const { key, ...measures } of partsOf(fact, grouping, timeKey)) {
      const group = groups.get(key) ?? { sums: nothing, bookings: new Set() }
      groups.set(key, { sums: added(group.sums, measures), bookings: group.bookings.add(fact.bookingId) })
    }
  }
  return [...groups]
    .map(([key, { sums, bookings }]) => rowOf(key, sums, [...bookings]))
    .toSorted((a, b) => order(a.key, b.key))
}

/** The total of all rows, which is the same for every grouping. */
export function totalOf(rows: readonly SalesRow[]): SalesRow {
  const bookings = new Set(rows.flatMap(({ bookingIds }) => bookingIds))
  return rowOf('', rows.reduce(added, nothing), [...bookings])
}

const nothing: Measures = { seats: 0, grossMinor: 0, discountMinor: 0, feeMinor: 0, refundMinor: 0 }

function rowOf(key: string, sums: Measures, bookingIds: readonly BookingId[]): SalesRow {
  const { grossMinor, discountMinor, feeMinor, refundMinor } = sums
  const { seats } = sums
  const netMinor = grossMinor - discountMinor + feeMinor - refundMinor
  return { key, seats, grossMinor, discountMinor, feeMinor, refundMinor, netMinor, bookingIds }
}

/** Sorts numbers, such as ids and hours, by size; everything else alphabetically. */
function order(one: string, other: string): number {
  const byNumber = Number(one) - Number(other)
  if (Number.isFinite(byNumber)) return byNumber
  return one < other ? -1 : 1
}

type Part = Measures & { readonly key: string }

function partsOf(
  fact: SaleFact,
  grouping: SaleGrouping,
  timeKey: (fact: SaleFact) => string,
): readonly Part[] {
  if (grouping === 'ticketType')
    return fact.types.map(({ ticketType, ...measures }) => ({ key: ticketType, ...measures }))
  const whole = fact.types.reduce<Measures>(added, nothing)
  if (grouping === 'mode') return byMode(fact, whole)
  if (grouping === 'seller') return [{ key: String(fact.staffId), ...whole }]
  if (grouping === 'show') return [{ key: String(fact.showId), ...whole }]
  return [{ key: timeKey(fact), ...whole }]
}

/** Splits a sale paid in several modes over them, by largest remainder, so that nothing is left over. */
function byMode({ modes }: SaleFact, whole: Measures): readonly Part[] {
  const weights = modes.map(({ amountMinor }) => amountMinor)
  const seats = split(whole.seats, weights)
  const gross = split(whole.grossMinor, weights)
  const discount = split(whole.discountMinor, weights)
  const fee = split(whole.feeMinor, weights)
  const refund = split(whole.refundMinor, weights)
  return modes.map(({ mode }, index) => ({
    key: mode,
    seats: known(seats[index], 'share'),
    grossMinor: known(gross[index], 'share'),
    discountMinor: known(discount[index], 'share'),
    feeMinor: known(fee[index], 'share'),
    refundMinor: known(refund[index], 'share'),
  }))
}

/** As `splitByWeight`, but also for the negative totals of returns. */
function split(total: number, weights: readonly number[]): readonly number[] {
  return splitByWeight(Math.abs(total), weights).map((share) => (total < 0 ? -share : share))
}
