// Money: I13, I16, I17, I21 and I22. I12, I14, I15 and I18 to I20 speak of a ledger and of wallets, and come with their tables.

import type { BookingConfirmed } from '../../shared/domain/events.ts'
import { paymentsOfBooking } from '../store/queries.ts'
import type { Row } from '../store/store.ts'
import {
  type BookingRows,
  type Check,
  type Looks,
  type Surroundings,
  eachOf,
  ofBooking,
  ofRow,
  paidStates,
} from './check.ts'
import { TicketNumbers } from './ticket-set.ts'

export const moneyChecks: readonly Check[] = [
  { id: 'I13', claim: 'amounts are whole, in minor units of one currency', look: i13Integers },
  { id: 'I16', claim: 'paid is confirmed, and confirmed is paid', look: i16PaidIsConfirmed },
  { id: 'I17', claim: 'no more is given back than was paid, and once', look: i17RefundBound },
  { id: 'I21', claim: 'prices are those of the list, sums are sums', look: i21PriceTruth },
  { id: 'I22', claim: 'ticket numbers are unique, their codes beyond guessing', look: i22Numbers },
]

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

export function i13Integers({ store, findings, facts }: Surroundings): Looks {
  return {
    bookings: eachOf(({ booking, lines, payments }) => {
      const parts = [booking, ...lines, ...payments] as readonly Readonly<Record<string, unknown>>[]
      for (const [name, amount] of parts.flatMap((part) => Object.entries(part)).filter(isOfMoney)) {
        if (!isAmount(amount)) findings.add(ofBooking(booking), `${name} is ${String(amount)}`)
      }
      const show = facts.show(booking.showId)
      const currency = show && store.get('venue', show.venueId)?.currency
      if (currency !== booking.currency)
        findings.add(ofBooking(booking), `is in ${booking.currency}, its venue takes ${String(currency)}`)
    }),
    end: () => {
      let lists = 0
      for (const { showId, version, prices } of store.each('priceList')) {
        lists += 1
        const wrong = prices.flat().find((price) => price !== null && !isAmount(price))
        if (wrong !== undefined)
          findings.add(`show ${showId} prices ${version}`, `has a price of ${String(wrong)}`)
      }
      return lists
    },
  }
}

function isOfMoney([name]: readonly [string, unknown]): boolean {
  return name.endsWith('Minor')
}

function isAmount(amount: unknown): boolean {
  return Number.isSafeInteger(amount) && Number(amount) >= 0
}

/** Taken, whether or not it was given back since. */
const captured = ({ state }: Row<'payment'>) => state === 'success' || state === 'refunded'

export function i16PaidIsConfirmed({ findings }: Surroundings): Looks {
  return {
    bookings: eachOf((rows) => {
      const wrong = unpaid(rows)
      if (wrong) findings.add(ofBooking(rows.booking), wrong)
    }),
  }
}

function unpaid({ booking, payments }: BookingRows): string | null {
  const { state, totalMinor, confirmedAtMs } = booking
  const kept = sum(
    payments.filter((payment) => payment.state === 'success').map((payment) => payment.amountMinor),
  )
  const flying = payments.filter((payment) => payment.state === 'pending').length
  if (paidStates.has(state)) {
    if (confirmedAtMs === null) return `is ${state} and was never confirmed`
    return kept === totalMinor ? null : `is ${state} with ${kept} paid of ${totalMinor}`
  }
  if (state === 'reserved') {
    if (confirmedAtMs !== null) return 'was confirmed and is reserved'
    if (flying > 1) return `has ${flying} payments under way`
    return kept <= totalMinor ? null : `has ${kept} paid of ${totalMinor}`
  }
  return kept === 0 ? null : `is ${state} and the house keeps ${kept}`
}

export function i17RefundBound({ store, findings }: Surroundings): Looks {
  return {
    bookings: eachOf(({ booking, payments }) => {
      const back = payments.filter((payment) => payment.state === 'refunded').length
      const isBack = booking.refundedAtMs !== null
      if (!isBack && back > 0)
        findings.add(ofBooking(booking), `gave ${back} payments back and was not refunded`)
      if (isBack && back < payments.filter(captured).length)
        findings.add(ofBooking(booking), 'was refunded and keeps a payment')
    }),
    journal: eachOf(({ row, event, before }) => {
      if (event.type !== 'booking-refunded') return
      const paid = sum(
        store
          .select(paymentsOfBooking, event.bookingId)
          .filter(captured)
          .map((payment) => payment.amountMinor),
      )
      if (event.refundMinor > paid) findings.add(ofRow(row), `gives back ${event.refundMinor} of ${paid}`)
      if (before && before.refundedAtMs !== null)
        findings.add(ofRow(row), `refunds ${ofBooking(event)} again`)
    }),
  }
}

export function i21PriceTruth({ findings, facts, store, nowMs }: Surroundings): Looks {
  const uses = new Map<string, number>()
  return {
    bookings: eachOf((rows) => {
      const { booking } = rows
      const prices = facts.prices(booking.showId, booking.priceVersion)
      const wrong = wrongSum(rows) ?? wrongPrice(rows, facts.planOfShow(booking.showId), prices)
      if (wrong) findings.add(ofBooking(booking), wrong)
      const { couponCode: code } = booking
      if (code !== null && usesCoupon(booking, nowMs)) uses.set(code, (uses.get(code) ?? 0) + 1)
    }),
    end: () => {
      for (const [code, count] of uses) {
        const coupon = store.get('coupon', code)
        if (!coupon) findings.add(`coupon ${code}`, `is used by ${count} bookings and is not there`)
        else if (coupon.usesMax !== null && count > coupon.usesMax)
          findings.add(`coupon ${code}`, `is used by ${count} bookings of ${coupon.usesMax}`)
      }
      return uses.size
    },
  }
}

/** [P4] By whoever has, or can still have, its seats. */
function usesCoupon({ state, graceEndsAtMs }: Row<'booking'>, nowMs: number): boolean {
  return paidStates.has(state) || (state === 'reserved' && nowMs < graceEndsAtMs)
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
  return discountMinor > 0 && couponCode === null ? 'has a discount and no coupon' : null
}

function wrongPrice(
  { booking, lines }: BookingRows,
  plan: { readonly category: Uint8Array } | null,
  prices: readonly (readonly (number | null)[])[] | null,
): string | null {
  if (!plan || !prices) return `there is no price list ${booking.priceVersion} of show ${booking.showId}`
  const priceOf = (seatId: number, type: number) => prices[plan.category[seatId] ?? 0]?.[type] ?? null
  const wrong = lines.find((line) => priceOf(line.seatId, line.ticketTypeId) !== line.priceMinor)
  if (!wrong) return null
  const listed = priceOf(wrong.seatId, wrong.ticketTypeId)
  return `seat ${wrong.seatId} costs ${wrong.priceMinor}, in the list ${String(listed)}`
}

/** [T1] Letters that carry 80 bits where they are drawn: of one alone nobody can tell whether it was. */
const secretForm = /^[0-9A-Z]{16,}$/

export function i22Numbers({ findings }: Surroundings): Looks {
  const numbers = new TicketNumbers()
  return {
    journal: eachOf(({ row, event }) => {
      if (event.type !== 'booking-confirmed') return
      for (const { number, secret, seatId } of event.tickets) {
        if (!numbers.add(number)) findings.add(ofRow(row), `seat ${seatId} has the number “${number}”`)
        if (!secretForm.test(secret)) findings.add(ofRow(row), `the code of ${number} can be guessed`)
      }
      const wrong = notOneEach(event)
      if (wrong) findings.add(ofRow(row), wrong)
    }),
    end: () => {
      for (const number of numbers.twins()) findings.add(`ticket ${number}`, 'is there twice')
      return 0
    },
  }
}

/** [P7] */
function notOneEach({ seatIds, tickets }: BookingConfirmed): string | null {
  const ticketed = tickets.map((ticket) => ticket.seatId).toSorted((a, b) => a - b)
  const isEach = seatIds.toSorted((a, b) => a - b).join() === ticketed.join()
  return isEach ? null : `${seatIds.length} seats have ${tickets.length} tickets`
}
