import { useStore } from 'zustand'
import type { Booking } from '../../../shared/domain/booking.ts'
import { isOfOffice, who } from '../../stores/who.ts'
import { TransferPicture } from '../../ui/transfer-picture.tsx'
import { useFormats } from '../../ui/words.tsx'

/** [P5] Of the payment that nobody has looked at yet; nothing where there is none, or where it is not this person's to judge. */
export function ProofPicture({ booking }: { readonly booking: Booking }) {
  const { money } = useFormats()
  const open = booking.payments.find(({ review }) => review === 'open')
  const isManager = isOfOffice(useStore(who))
  if (!open || !isManager) return null
  const { paymentId, amountMinor } = open
  const amount = money(amountMinor, booking.totals.currency)
  return <TransferPicture key={paymentId} {...{ paymentId, amount }} bookingId={booking.bookingId} />
}
