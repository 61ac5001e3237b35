import { useState } from 'react'
import { REASON_MAX } from '../../../shared/contract/limits.ts'
import { holdSeats } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'

/** [H14] A manager's override of the single-seat rule, with a reason that is kept. The house decides who may. */
export function LeaveAlone({ seats }: { readonly seats: readonly string[] }) {
  const say = useSay()
  const { seatNames } = useFormats()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const hold = () => {
    setOpen(false)
    void holdSeats({ reason: reason.trim() })
  }
  return (
    <>
      <Button onPress={() => setOpen(true)}>{say('alone.override')}</Button>
      <Dialog
        title={say('alone.title', { seats: seatNames(seats) })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <p>{say('alone.text')}</p>
        <Field label={say('alone.reason')}>
          {(ids) => (
            <input
              {...ids}
              autoFocus
              maxLength={REASON_MAX}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
              onKeyDown={({ key }) => (key === 'Enter' && reason.trim() !== '' ? hold() : undefined)}
            />
          )}
        </Field>
        <DialogButtons>
          <Button onPress={() => setOpen(false)}>{say('app.cancel')}</Button>
          <Button look="next" isDisabled={reason.trim() === ''} onPress={hold}>
            {say('alone.yes')}
          </Button>
        </DialogButtons>
      </Dialog>
    </>
  )
}
