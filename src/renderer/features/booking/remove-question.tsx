import { useState } from 'react'
import { REASON_MAX } from '../../../shared/contract/limits.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useSay } from '../../ui/words.tsx'

interface Props {
  readonly onClose: () => void
  readonly onYes: (reason: string) => Promise<void>
}

/** [A4] The last step of a booking that has ended: removes it from every list, with a reason. */
export function RemoveQuestion({ onClose, onYes }: Props) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const mayGo = reason.trim() !== ''
  const go = () => {
    onClose()
    void onYes(reason.trim())
  }
  return (
    <Dialog title={say('remove.title')} isOpen onClose={onClose}>
      <p>{say('remove.text')}</p>
      <Field label={say('cancel.reason')}>
        {(ids) => (
          <input
            {...ids}
            autoFocus
            maxLength={REASON_MAX}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            onKeyDown={({ key }) => (key === 'Enter' && mayGo ? go() : undefined)}
          />
        )}
      </Field>
      <DialogButtons>
        <Button onPress={onClose}>{say('back.keep')}</Button>
        <Button look="grave" isDisabled={!mayGo} onPress={go}>
          {say('remove.yes')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
