import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import type { unitOf } from '../../ui/unit-of.ts'
import { useSay } from '../../ui/words.tsx'

interface Props {
  readonly isOpen: boolean
  readonly count: number
  readonly unit: ReturnType<typeof unitOf>
  readonly onClose: () => void
  readonly onYes: () => Promise<void>
}

export function ReleaseQuestion({ isOpen, count, unit, onClose, onYes }: Props) {
  const say = useSay()
  const giveBack = () => {
    onClose()
    void onYes()
  }
  return (
    <Dialog title={say('cart.release.title', { count, unit })} isOpen={isOpen} onClose={onClose}>
      <p>{say('cart.release.text', { count })}</p>
      <DialogButtons>
        <Button onPress={onClose} autoFocus>
          {say('cart.release.keep', { count })}
        </Button>
        <Button look="grave" onPress={giveBack}>
          {say('cart.release')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
