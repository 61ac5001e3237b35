import { useState } from 'react'
import { openDrawer } from '../../papers/use-sold.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { useSay } from '../../ui/words.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import { ShiftProblem } from './shift-problem.tsx'
import type { Drawer, ShiftDesk } from './use-shift.ts'

interface Props {
  readonly drawer: Drawer
  readonly desk: ShiftDesk
  readonly onClose: () => void
  readonly onDone: (told: string) => void
}

const usual = ['shift.noSale.change', 'shift.noSale.check'] as const

/** "No sale": recorded before the drawer opens. */
export function OpenDrawer({ drawer, desk, onClose, onDone }: Props) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const isReady = reason.trim() !== '' && !desk.isAsking
  const open = () => {
    if (!isReady) return
    void desk.send('open-drawer', { reason: reason.trim() }).then((isDone) => {
      if (!isDone) return
      openDrawer()
      onDone(say('shift.noSale.done'))
    })
  }
  return (
    <Dialog title={say('shift.noSale.title')} isOpen onClose={onClose}>
      <p>{say('shift.noSale.text')}</p>
      <ReasonField
        label={say('shift.cash.reason')}
        usual={usual}
        reason={reason}
        onReason={setReason}
        onEnter={open}
      />
      <ShiftProblem problem={desk.problem} zone={drawer.zone} />
      <DialogButtons>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button look="next" isDisabled={!isReady} onPress={open}>
          {say('shift.noSale')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
