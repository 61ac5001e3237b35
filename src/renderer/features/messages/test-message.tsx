import { type FormEvent, useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import type { Channel } from '../../../shared/domain/message.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { type NotDone, PinProblem } from '../../ui/pin-problem.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import { Text } from './mail-fields.tsx'
import styles from './messages-screen.module.css'

/** Checks whether the settings work: sends a message without other content to whoever set them up. */
export function TestMessage({
  messaging: { mail, sms, language },
}: {
  readonly messaging: NonNullable<Output<'messages'>['messaging']>
}) {
  const say = useSay()
  const channels: readonly Channel[] = [
    ...(mail ? (['email'] as const) : []),
    ...(sms ? (['sms'] as const) : []),
  ]
  const [chosen, setChosen] = useState<Channel>('email')
  const [recipient, setRecipient] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<NotDone | null>(null)
  const channel = channels.includes(chosen) ? chosen : channels[0]
  if (channel === undefined) return null
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await ask('send-test-message', { channel, recipient: recipient.trim(), language })
    setAsked(answer.kind === 'done')
    setProblem(answer.kind === 'done' ? null : answer)
  }
  return (
    <form className={styles.settings} onSubmit={(event) => void send(event)}>
      <h2 className={styles.heading}>{say('messages.test')}</h2>
      {channels.length > 1 && (
        <Field label={say('told.by')}>
          {({ id }) => (
            <Select
              id={id}
              label={say('told.by')}
              value={channel}
              options={channels.map((one) => ({ value: one, text: say(`told.channel.${one}`) }))}
              onChange={setChosen}
            />
          )}
        </Field>
      )}
      <Text label={say('messages.test.to')} value={recipient} onChange={setRecipient} />
      <PinProblem id="test-problem" problem={problem} />
      <p role="status" className={styles.none}>
        {isAsked && say('messages.test.asked')}
      </p>
      <Button type="submit" isDisabled={recipient.trim() === ''}>
        {say('messages.test.send')}
      </Button>
    </form>
  )
}
