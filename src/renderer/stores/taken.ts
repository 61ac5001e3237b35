// What was taken for a hold [P5], way by way, as far as a window can say it where its house no longer knows the hold [SYNC 4.7].

import { z } from 'zod'
import * as shape from '../../shared/contract/shapes.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { keptMinor, paymentModes } from '../../shared/domain/tender.ts'
import type { Frozen } from '../../shared/lib/frozen.ts'

export const taken = z.object({
  currency: shape.currency,
  parts: z.array(z.object({ mode: z.enum(paymentModes), amountMinor: shape.amount })),
})
export type Taken = Frozen<z.output<typeof taken>>

/** Null: nothing was taken. */
export function takenOf(booking: Booking | null): Taken | null {
  const parts = (booking?.payments ?? [])
    .map((payment) => ({ mode: payment.mode, amountMinor: keptMinor(payment) }))
    .filter(({ amountMinor }) => amountMinor > 0)
  return booking && parts.length > 0 ? { currency: booking.totals.currency, parts } : null
}
