import { useState } from 'react'
import type { Booking } from '../../../shared/domain/booking.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './cancel-question.module.css'

interface Props {
  readonly booking: Booking
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onYes: (reason: string) => Promise<void>
}

/** What is usual, one touch each; anything else is typed. */
const usual = ['cancel.reason.customer', 'cancel.reason.wrong', 'cancel.reason.show'] as const
/** As long as the contract takes it. */
const REASON_MAX = 200

/** Says what will be given back before anything is; a sale that is undone has a reason. */
export function CancelQuestion({ booking, isOpen, onClose, onYes }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const [reason, setReason] = useState('')
  const { lines, totals, state } = booking
  const isPaid = state === 'confirmed'
  const total = money(totals.totalMinor, totals.currency)
  const cancel = () => {
    onClose()
    void onYes(reason.trim())
  }
  return (
    <Dialog title={say('cancel.title', { count: lines.length })} isOpen={isOpen} onClose={onClose}>
      <p>
        {isPaid ? say('cancel.paid', { total }) : say('cancel.unpaid')} {say('cancel.seats')}
      </p>
      <Field label={isPaid ? say('cancel.reason') : say('cancel.reasonIfAny')}>
        {(ids) => (
          <input
            {...ids}
            autoFocus
            maxLength={REASON_MAX}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            onKeyDown={({ key }) => (key === 'Enter' && reason.trim() !== '' ? cancel() : undefined)}
          />
        )}
      </Field>
      <div role="group" aria-label={say('cancel.usual')} className={styles.usual}>
        {usual.map((id) => (
          <Button key={id} isPressed={reason === say(id)} onPress={() => setReason(say(id))}>
            {say(id)}
          </Button>
        ))}
      </div>
      <DialogButtons>
        <Button onPress={onClose}>{say('cancel.keep')}</Button>
        <Button look="grave" isDisabled={isPaid && reason.trim() === ''} onPress={cancel}>
          {isPaid ? say('cancel.yesPaid', { total }) : say('story.cancel')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
