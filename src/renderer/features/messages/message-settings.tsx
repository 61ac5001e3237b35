// How a house writes to its customers: mail server, SMS gateway, language. Owns the form; the house says what is wrong with it. A
// password is write-only: it is never shown again [I42].

import { type FormEvent, useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import { letterLanguages } from '../../../shared/domain/message.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { type NotDone, PinProblem } from '../../ui/pin-problem.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import { MailFields } from './mail-fields.tsx'
import { type Draft, draftOf, settingsOf } from './message-draft.ts'
import styles from './messages-screen.module.css'
import { SmsFields } from './sms-fields.tsx'

interface Props {
  readonly found: Output<'messages'>
  readonly onSaved: () => void
}

export function MessageSettings({ found, onSaved }: Props) {
  const say = useSay()
  const [draft, setDraft] = useState<Draft>(() => draftOf(found.messaging))
  const [problem, setProblem] = useState<NotDone | null>(null)
  const [isSaved, setSaved] = useState(false)
  const change = (turned: Partial<Draft>) => {
    setSaved(false)
    setDraft({ ...draft, ...turned })
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const refused = await saveAll(draft)
    setProblem(refused)
    setSaved(refused === null)
    if (refused === null) setDraft({ ...draft, password: '', token: '' })
    onSaved()
  }
  return (
    <form className={styles.settings} onSubmit={(event) => void save(event)}>
      <h2 className={styles.heading}>{say('messages.settings')}</h2>
      <MailFields draft={draft} change={change} hasPassword={found.hasPassword.email} />
      <SmsFields draft={draft} change={change} hasToken={found.hasPassword.sms} />
      <Field label={say('messages.language')}>
        {({ id }) => (
          <Select
            id={id}
            label={say('messages.language')}
            value={draft.language}
            options={letterLanguages.map((one) => ({ value: one, text: say(`told.language.${one}`) }))}
            onChange={(language) => change({ language })}
          />
        )}
      </Field>
      <PinProblem id="messages-problem" problem={problem} />
      <p role="status" className={styles.none}>
        {isSaved && say('messages.saved')}
      </p>
      <Button type="submit" look="next">
        {say('messages.save')}
      </Button>
    </form>
  )
}

/** Settings first: a password is stored for the account they name. */
async function saveAll(draft: Draft): Promise<NotDone | null> {
  const saved = await ask('save-messaging', settingsOf(draft))
  if (saved.kind !== 'done') return saved
  for (const [channel, password] of [
    ['email', draft.password],
    ['sms', draft.token],
  ] as const) {
    if (password === '') continue
    // oxlint-disable-next-line no-await-in-loop -- two at most, and the first refusal is the one that is shown
    const kept = await ask('keep-message-password', { channel, password })
    if (kept.kind !== 'done') return kept
  }
  return null
}
