import { useState } from 'react'
import { useStore } from 'zustand'
import type { Booking } from '../../../shared/domain/booking.ts'
import type { PaymentId } from '../../../shared/domain/ids.ts'
import { isOfOffice, who } from '../../stores/who.ts'
import { Button } from '../../ui/button.tsx'
import { RejectPicture } from '../../ui/reject-picture.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'

interface Props {
  readonly booking: Booking
  readonly isAsking: boolean
  readonly onJudge: (paymentId: PaymentId, accepted: boolean) => Promise<void>
}

/**
 * [P5] A manager's decision on the picture of a transfer: if accepted, its money may be refunded from then on; if rejected, the
 * booking is cancelled.
 */
export function JudgePicture({ booking, isAsking, onJudge }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const [asks, setAsks] = useState(false)
  const open = booking.payments.find(({ review }) => review === 'open')
  const isManager = isOfOffice(useStore(who))
  if (!open || !isManager) return null
  const { paymentId, amountMinor } = open
  const amount = money(amountMinor, booking.totals.currency)
  const judge = (accepted: boolean) => {
    setAsks(false)
    void onJudge(paymentId, accepted)
  }
  return (
    <>
      <Button isDisabled={isAsking} onPress={() => judge(true)}>
        {say('proof.accept')}
      </Button>
      <Button look="quiet" isDisabled={isAsking} onPress={() => setAsks(true)}>
        {say('proof.reject')}
      </Button>
      <RejectPicture
        amount={amount}
        isOpen={asks}
        onClose={() => setAsks(false)}
        onReject={() => judge(false)}
      />
    </>
  )
}
