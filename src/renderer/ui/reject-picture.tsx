import { Button } from './button.tsx'
import { Dialog, DialogButtons } from './dialog.tsx'
import { useSay } from './words.tsx'

interface Props {
  /** Formatted, with its currency. */
  readonly amount: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onReject: () => void
}

/** [P5] Confirms before a transfer is declared not received. */
export function RejectPicture({ amount, isOpen, onClose, onReject }: Props) {
  const say = useSay()
  return (
    <Dialog title={say('proof.rejectTitle', { amount })} isOpen={isOpen} onClose={onClose}>
      <p>{say('proof.rejectText')}</p>
      <DialogButtons>
        <Button onPress={onClose} autoFocus>
          {say('back.keep')}
        </Button>
        <Button look="grave" onPress={onReject}>
          {say('proof.rejectYes')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
