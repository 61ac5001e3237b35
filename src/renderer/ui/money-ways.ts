import type { Booking } from '../../shared/domain/booking.ts'

/** A sum and where it is, or was, going. */
export interface Way {
  readonly account: string
  readonly amountMinor: number
}

/** What went back between two readings of a booking, by where it went. */
export function waysBetween(before: Booking, after: Booking): readonly Way[] {
  const fresh = after.payments.flatMap(({ paymentId, refunds = [] }) => {
    const known = before.payments.find((one) => one.paymentId === paymentId)?.refunds ?? []
    return refunds.slice(known.length)
  })
  return sumsOf(fresh)
}

/** One sum an account, in the order in which they first appear. */
export function sumsOf(parts: readonly Way[]): readonly Way[] {
  return [...Map.groupBy(parts, ({ account }) => account)].map(([account, own]) => ({
    account,
    amountMinor: own.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  }))
}
