import type { Booking } from '../../shared/domain/booking.ts'

/** A sum and where it goes, or went. */
export interface Way {
  readonly account: string
  readonly amountMinor: number
}

/** What was refunded between two versions of a booking, by destination. */
export function waysBetween(before: Booking, after: Booking): readonly Way[] {
  const fresh = after.payments.flatMap(({ paymentId, refunds = [] }) => {
    const known = before.payments.find((one) => one.paymentId === paymentId)?.refunds ?? []
    return refunds.slice(known.length)
  })
  return sumsOf(fresh)
}

/** One sum per account, in order of first appearance. */
export function sumsOf(parts: readonly Way[]): readonly Way[] {
  return [...Map.groupBy(parts, ({ account }) => account)].map(([account, own]) => ({
    account,
    amountMinor: own.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  }))
}
