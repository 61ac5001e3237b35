import type { Booking } from '../../../shared/domain/booking.ts'
import { backAsItCame } from '../../../shared/domain/refund.ts'
import { refusalOfUnseen } from '../../../shared/domain/refund-limits.ts'
import { paidMinor } from '../../../shared/domain/tender.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { sumsOf } from '../../ui/money-ways.ts'
import type { unitOf } from '../../ui/unit-of.ts'
import { handBackText } from '../../ui/use-ways.ts'
import { useFormats, useSay } from '../../ui/words.tsx'

interface Props {
  readonly isOpen: boolean
  /** What is held; null if nothing is. */
  readonly booking: Booking | null
  readonly zone: string
  readonly unit: ReturnType<typeof unitOf>
  readonly onClose: () => void
  readonly onYes: () => Promise<void>
}

/** [P5] Money already paid towards the seats is returned with them: how much and by which way is shown before anything is done. */
export function ReleaseQuestion({ isOpen, booking, zone, unit, onClose, onYes }: Props) {
  const say = useSay()
  const formats = useFormats()
  const count = booking?.lines.length ?? 0
  const paid = booking ? paidMinor(booking.payments) : 0
  const unseen = booking && refusalOfUnseen(booking, paid)
  const giveBack = () => {
    onClose()
    void onYes()
  }
  return (
    <Dialog title={say('cart.release.title', { count, unit })} isOpen={isOpen} onClose={onClose}>
      <p>{say('cart.release.text', { count })}</p>
      {booking && paid > 0 && (
        <p>
          <strong>{unseen ? refusalText(unseen, say, formats, zone) : moneyText(booking, paid)}</strong>
        </p>
      )}
      <DialogButtons>
        <Button onPress={onClose} autoFocus>
          {say('cart.release.keep', { count })}
        </Button>
        <Button look="grave" isDisabled={unseen !== null} onPress={giveBack}>
          {booking && paid > 0
            ? say('back.yes', { total: formats.money(paid, booking.totals.currency) })
            : say('cart.release')}
        </Button>
      </DialogButtons>
    </Dialog>
  )

  function moneyText(of: Booking, minor: number): string {
    return handBackText(sumsOf(backAsItCame(of, minor, of)), of.totals.currency, { say, formats })
  }
}
