// What may be given back at all, and by whom [P10]. Owns those refusals; must never decide what is given back, or where to.

import type { Booking } from './booking.ts'
import type { Context } from './decision.ts'
import type { Refusal } from './refusal.ts'
import { isOfOffice } from './rights.ts'
import { givenBackMinor, share } from './tender.ts'
import type { Terms } from './terms.ts'

export type BackTerms = Pick<Terms, 'refundAloneMaxMinor'>

/** [P10] Money whose arrival nobody has verified is not given back, not even to a wallet; large sums only a manager gives back. */
export function refusalOfBack(
  booking: Booking,
  amountMinor: number,
  terms: BackTerms,
  context: Context,
): Refusal | null {
  return refusalOfUnseen(booking, amountMinor) ?? refusalOfTooMuch(booking, amountMinor, terms, context)
}

/** [P10] What anybody but a manager may still give back of a booking: in small parts it is no more than at once. */
export function aloneMaxMinor(
  { payments }: Pick<Booking, 'payments'>,
  { refundAloneMaxMinor }: BackTerms,
): number {
  return Math.max(0, refundAloneMaxMinor - givenBackMinor(payments))
}

export function refusalOfTooMuch(
  booking: Booking,
  amountMinor: number,
  terms: BackTerms,
  { actor }: Context,
): Refusal | null {
  const limitMinor = aloneMaxMinor(booking, terms)
  const { currency } = booking.totals
  if (amountMinor <= limitMinor || isOfOffice(actor)) return null
  return { code: 'REFUND_TOO_LARGE', amountMinor, limitMinor, currency }
}

/** [P5] No money leaves the booking on the strength of a transfer's picture that nobody has reviewed. */
export function refusalOfUnseen(
  { payments, totals: { currency } }: Booking,
  amountMinor: number,
): Refusal | null {
  const unseen = share(payments, amountMinor).filter(({ payment }) => payment.review === 'open')
  const unseenMinor = unseen.reduce((total, part) => total + part.amountMinor, 0)
  return unseenMinor > 0 ? { code: 'PROOF_UNREVIEWED', amountMinor: unseenMinor, currency } : null
}
