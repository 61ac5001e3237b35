import { type FormEvent, useState } from 'react'
import type { Output } from '../../shared/contract/operations.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { type Channel, letterLanguages, type LetterLanguage } from '../../shared/domain/message.ts'
import { ask } from '../box-office.ts'
import { Button } from './button.tsx'
import styles from './customer-messages.module.css'
import { Dialog, DialogButtons } from './dialog.tsx'
import { Field } from './field.tsx'
import { type NotDone, PinProblem } from './pin-problem.tsx'
import { Select } from './select.tsx'
import { useSay } from './words.tsx'

interface Props {
  readonly bookingId: BookingId
  readonly told: Output<'messages-of'>
  readonly onClose: () => void
}

/** Where a booking's tickets are sent: the customer's own address is filled in, and another may be typed over it. */
export function SendTickets({ bookingId, told, onClose }: Props) {
  const say = useSay()
  const own = { email: told.email, sms: told.phone }
  const [channel, setChannel] = useState<Channel>(told.channels[0] ?? 'email')
  const [typed, setTyped] = useState(own)
  const [language, setLanguage] = useState<LetterLanguage>(told.language)
  const [problem, setProblem] = useState<NotDone | null>(null)
  const recipient = typed[channel].trim()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await ask('send-tickets', { bookingId, channel, recipient, language })
    if (answer.kind === 'done') onClose()
    else setProblem(answer)
  }
  return (
    <Dialog title={say('told.send.title')} isOpen onClose={onClose}>
      <form className={styles['told']} onSubmit={(event) => void send(event)}>
        {told.channels.length > 1 && (
          <Field label={say('told.by')}>
            {({ id }) => (
              <Select
                id={id}
                label={say('told.by')}
                value={channel}
                options={told.channels.map((one) => ({ value: one, text: say(`told.channel.${one}`) }))}
                onChange={setChannel}
              />
            )}
          </Field>
        )}
        <Field label={say(`told.to.${channel}`)}>
          {(ids) => (
            <input
              {...ids}
              autoFocus
              dir="ltr"
              type={channel === 'email' ? 'email' : 'tel'}
              autoComplete="off"
              value={typed[channel]}
              onChange={({ currentTarget }) => setTyped({ ...typed, [channel]: currentTarget.value })}
            />
          )}
        </Field>
        <Field label={say('told.language')}>
          {({ id }) => (
            <Select
              id={id}
              label={say('told.language')}
              value={language}
              options={letterLanguages.map((one) => ({ value: one, text: say(`told.language.${one}`) }))}
              onChange={setLanguage}
            />
          )}
        </Field>
        <PinProblem id="send-problem" problem={problem} />
        <DialogButtons>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button type="submit" look="next" isDisabled={recipient === ''}>
            {say('told.yes')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
