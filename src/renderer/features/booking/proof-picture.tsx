import { useStore } from 'zustand'
import type { Booking } from '../../../shared/domain/booking.ts'
import { isOfOffice, who } from '../../stores/who.ts'
import { TransferPicture } from '../../ui/transfer-picture.tsx'
import { useFormats } from '../../ui/words.tsx'

/** [P5] The picture of the payment that is still to be judged; nothing if there is none, or if it is not for this person to judge. */
export function ProofPicture({ booking }: { readonly booking: Booking }) {
  const { money } = useFormats()
  const open = booking.payments.find(({ review }) => review === 'open')
  const isManager = isOfOffice(useStore(who))
  if (!open || !isManager) return null
  const { paymentId, amountMinor } = open
  const amount = money(amountMinor, booking.totals.currency)
  return <TransferPicture key={paymentId} {...{ paymentId, amount }} bookingId={booking.bookingId} />
}
