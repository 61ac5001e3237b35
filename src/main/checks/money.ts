// Money of bookings: I13, I16, I17 and I21. The books are checked in books.ts.

import type { BookingLine } from '../../shared/domain/booking.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { type Payment, type Refund, paidMinor, withRefunds } from '../../shared/domain/tender.ts'
import type { Row, Store } from '../store/store.ts'
import {
  type BookingRows,
  type Check,
  type Looks,
  type Step,
  type Surroundings,
  eachOf,
  ofBooking,
  ofRow,
  paidStates,
  payEndOf,
  paymentsIn,
  sum,
} from './check.ts'
import { CouponUses } from './coupon-uses.ts'
import type { Findings } from './findings.ts'

export const moneyChecks: readonly Check[] = [
  { id: 'I13', claim: 'amounts are whole, in minor units of one currency', look: i13Integers },
  { id: 'I16', claim: 'paid is confirmed, and confirmed is paid', look: i16PaidIsConfirmed },
  { id: 'I17', claim: 'no more is given back than was paid, and once', look: i17RefundBound },
  { id: 'I21', claim: 'prices are those of the list, sums are sums', look: i21PriceTruth },
]

export function i13Integers({ store, findings, facts }: Surroundings): Looks {
  return {
    bookings: eachOf(({ booking, lines, returned, payments }) => {
      const parts = [booking, ...lines, ...returned, ...payments] as readonly object[]
      for (const [name, amount] of parts.flatMap((part) => Object.entries(part)).filter(isOfMoney)) {
        if (!isAmount(amount)) findings.add(ofBooking(booking), `${name} is ${String(amount)}`)
      }
      const show = facts.show(booking.showId)
      const currency = show && store.get('venue', show.venueId)?.currency
      if (currency !== booking.currency)
        findings.add(ofBooking(booking), `is in ${booking.currency}, its venue takes ${String(currency)}`)
      const other = payments.find((payment) => payment.currency && payment.currency !== booking.currency)
      if (other)
        findings.add(ofBooking(booking), `is in ${booking.currency} and was paid in ${other.currency}`)
    }),
    journal: eachOf(({ transfers }) => {
      for (const transfer of transfers) {
        const wrong = wrongAmount(store, transfer)
        if (wrong) findings.add(ofRow(transfer), wrong)
      }
    }),
    end: () => lookAtPrices(store, findings),
  }
}

function lookAtPrices(store: Store, findings: Findings): number {
  let lists = 0
  for (const { showId, version, prices } of store.each('priceList')) {
    lists += 1
    const wrong = prices.flat().find((price) => price !== null && !isAmount(price))
    if (wrong !== undefined)
      findings.add(`show ${showId} prices ${version}`, `has a price of ${String(wrong)}`)
  }
  return lists
}

/** A wallet moves only amounts in its own currency. */
function wrongAmount(store: Store, { amountMinor, currency, walletId }: Row<'transfer'>): string | null {
  if (!isAmount(amountMinor)) return `moves ${amountMinor}`
  const own = walletId === null ? undefined : store.get('wallet', walletId)?.currency
  return own !== undefined && currency !== own ? `moves ${String(currency)} of a wallet in ${own}` : null
}

function isOfMoney([name]: readonly [string, unknown]): boolean {
  return name.endsWith('Minor')
}

function isAmount(amount: unknown): boolean {
  return Number.isSafeInteger(amount) && Number(amount) >= 0
}

export function i16PaidIsConfirmed({ findings }: Surroundings): Looks {
  return {
    bookings: eachOf((rows) => {
      const wrong = unpaid(rows)
      if (wrong) findings.add(ofBooking(rows.booking), wrong)
    }),
  }
}

function unpaid({ booking, payments, returned }: BookingRows): string | null {
  const { state, confirmedAtMs } = booking
  const paid = paidMinor(payments)
  const flying = payments.filter((payment) => payment.state === 'pending').length
  const costs = booking.totalMinor + sum(returned.map((line) => lineTotal(line) - line.refundMinor))
  if (flying > 1) return `has ${flying} payments under way`
  if (paidStates.has(state) !== (confirmedAtMs !== null) && (paidStates.has(state) || state === 'reserved'))
    return `is ${state} and was ${confirmedAtMs === null ? 'never ' : ''}confirmed`
  if (paid > costs) return `is ${state} with ${paid} paid, and costs ${costs}`
  if (isSold(booking)) return paid === costs ? null : `is ${state} with ${paid} paid of ${costs}`
  return mayKeep(booking) || paid === 0 ? null : `is ${state} and the house keeps ${paid}`
}

/** Sold, or completed and deleted since; [P5] not if its picture of a transfer was rejected. */
function isSold(booking: Row<'booking'>): boolean {
  const { state, completedAtMs } = booking
  return paidStates.has(state) || (state === 'deleted' && completedAtMs !== null && !hasRejected(booking))
}

function hasRejected({ payments }: Row<'booking'>): boolean {
  return payments?.some(({ failure }) => failure === 'rejected') === true
}

/**
 * [P5] Part payments wait for the rest, or to be refunded, as do those beside a rejected picture; [P10] of a refunded sale the
 * terms may keep something.
 */
function mayKeep(booking: Row<'booking'>): boolean {
  const { state, refundedAtMs } = booking
  const waits = state === 'reserved' || state === 'expired' || state === 'payment_failed'
  const isLeft = (state === 'cancelled' || state === 'deleted') && hasRejected(booking)
  return waits || isLeft || refundedAtMs !== null
}

function lineTotal({ priceMinor, discountMinor, feeMinor }: BookingLine): number {
  return priceMinor - discountMinor + feeMinor
}

/** For a booking as a whole; for each payment: I20. */
export function i17RefundBound({ findings }: Surroundings): Looks {
  return {
    journal: eachOf((step) => {
      const wrong = wrongRefund(step)
      if (wrong) findings.add(ofRow(step.row), wrong)
    }),
  }
}

function wrongRefund({ event, before }: Step): string | null {
  const paid = before ? paidMinor(paymentsIn(before)) : 0
  if (event.type === 'booking-refunded') {
    if (event.refundMinor > paid) return `gives back ${event.refundMinor} of ${paid}`
    if (before && before.refundedAtMs !== null) return `refunds ${ofBooking(event)} again`
  }
  if (event.type === 'seats-returned') {
    const greedy = event.returned.find((line) => line.refundMinor > lineTotal(line))
    if (greedy)
      return `gives back ${greedy.refundMinor} for seat ${greedy.seatId}, which was ${lineTotal(greedy)}`
  }
  const back = backOf(event)
  return back && before ? unaccounted(back, before) : null
}

interface Back {
  readonly said: number | null
  readonly refunds: readonly Refund[]
  /** The payments as the event leaves them. */
  readonly payments: readonly Payment[]
}

/** What an event gives back; null: nothing, or an older version that did not record from which payment. */
function backOf(event: HouseEvent): Back | null {
  const { type } = event
  if (type === 'seats-returned')
    return { ...event, said: sum(event.returned.map((line) => line.refundMinor)) }
  if (type === 'money-returned') return { ...event, said: null }
  if (type === 'booking-refunded') {
    const { refundMinor, refunds, payments } = event
    return refunds && payments ? { said: refundMinor, refunds, payments } : null
  }
  if (type !== 'booking-reseated') return null
  const fresh = event.payment?.paymentId
  return { ...event, said: null, payments: event.payments.filter(({ paymentId }) => paymentId !== fresh) }
}

function unaccounted({ said, refunds, payments }: Back, before: Row<'booking'>): string | null {
  const given = sum(refunds.map(({ amountMinor }) => amountMinor))
  if (said !== null && said !== given) return `says ${said} and gives back ${given}`
  const after = JSON.stringify(withRefunds(before.payments ?? [], refunds))
  return JSON.stringify(payments) === after
    ? null
    : 'says of its payments what its refunds do not make of them'
}

export function i21PriceTruth({ findings, facts, store, nowMs }: Surroundings): Looks {
  const uses = new CouponUses((bookingId) => {
    const booking = store.get('booking', bookingId)
    return booking !== undefined && usesCoupon(booking, nowMs)
  })
  return {
    bookings: eachOf((rows) => {
      const { booking } = rows
      const prices = facts.prices(booking.showId, booking.priceVersion)
      const wrong = wrongSum(rows) ?? wrongPrice(rows, facts.plansOfShow(booking.showId), prices)
      if (wrong) findings.add(ofBooking(booking), wrong)
    }),
    journal: eachOf((step) => {
      const wrong = uses.follow(step)
      if (wrong) findings.add(`coupon ${wrong[0]}`, wrong[1])
    }),
  }
}

/**
 * [P4] A coupon is used by a booking that has its seats or can still have them; [P8] not by one that took over the price of a
 * booking that had ended.
 */
function usesCoupon(booking: Row<'booking'>, nowMs: number): boolean {
  const { state, payments } = booking
  if (payments?.some(({ account }) => account?.startsWith('booking:'))) return false
  return paidStates.has(state) || (state === 'reserved' && nowMs < payEndOf(booking))
}

function wrongSum({ booking, lines, payments }: BookingRows): string | null {
  const { baseMinor, discountMinor, feeMinor, totalMinor, couponCode } = booking
  const sums: readonly (readonly [string, number, number])[] = [
    ['base', baseMinor, sum(lines.map((line) => line.priceMinor))],
    ['discount', discountMinor, sum(lines.map((line) => line.discountMinor))],
    ['fee', feeMinor, sum(lines.map((line) => line.feeMinor))],
    ['total', totalMinor, baseMinor - discountMinor + feeMinor],
    ...payments.map(
      ({ changeMinor, tenderedMinor, amountMinor }) =>
        ['change', changeMinor, tenderedMinor - amountMinor] as const,
    ),
  ]
  const wrong = sums.find(([, said, counted]) => said !== counted)
  if (wrong) return `its ${wrong[0]} is ${wrong[1]}, counted ${wrong[2]}`
  const below = lines.find((line) => line.discountMinor > line.priceMinor)
  if (below) return `seat ${below.seatId} costs ${below.priceMinor} less ${below.discountMinor}`
  return discountMinor > 0 && couponCode === null ? 'has a discount and no coupon' : null
}

function wrongPrice(
  { booking, lines, returned }: BookingRows,
  plans: readonly Pick<Plan, 'category'>[],
  prices: readonly (readonly (number | null)[])[] | null,
): string | null {
  if (plans.length === 0 || !prices)
    return `there is no price list ${booking.priceVersion} of show ${booking.showId}`
  const priceIn = (plan: Pick<Plan, 'category'>, line: BookingRows['lines'][number]) =>
    prices[plan.category[line.seatId] ?? 0]?.[line.ticketTypeId] ?? null
  // [L4] A seat may be in another price zone since its show moved to another version of its plan.
  const wrong = [...lines, ...returned].find(
    (line) => !plans.some((plan) => priceIn(plan, line) === line.priceMinor),
  )
  if (!wrong) return null
  const listed = plans[0] ? priceIn(plans[0], wrong) : null
  return `seat ${wrong.seatId} costs ${wrong.priceMinor}, in the list ${String(listed)}`
}
