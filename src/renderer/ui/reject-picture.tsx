import { Button } from './button.tsx'
import { Dialog, DialogButtons } from './dialog.tsx'
import { useSay } from './words.tsx'

interface Props {
  /** As it is read: with its currency. */
  readonly amount: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onReject: () => void
}

/** [P5] Before the money of a picture is said not to have come. */
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
