import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import { Text } from './mail-fields.tsx'
import type { Draft } from './message-draft.ts'
import styles from './messages-screen.module.css'
import { PasswordField } from './password-field.tsx'

interface Props {
  readonly draft: Draft
  readonly change: (turned: Partial<Draft>) => void
  readonly hasToken: boolean
}

const ways = ['off', 'log', 'gateway'] as const

export function SmsFields({ draft, change, hasToken }: Props) {
  const say = useSay()
  return (
    <fieldset className={styles.group}>
      <legend>{say('messages.sms')}</legend>
      <Field label={say('messages.sms')} hidesLabel>
        {({ id }) => (
          <Select
            id={id}
            label={say('messages.sms')}
            value={draft.sms}
            options={ways.map((way) => ({ value: way, text: say(`messages.sms.${way}`) }))}
            onChange={(sms) => change({ sms })}
          />
        )}
      </Field>
      {draft.sms === 'gateway' && (
        <>
          <Text label={say('messages.url')} value={draft.url} onChange={(url) => change({ url })} />
          <Text
            label={say('messages.sender')}
            value={draft.sender}
            onChange={(sender) => change({ sender })}
          />
          <PasswordField
            label={say('messages.token')}
            value={draft.token}
            isKept={hasToken}
            onChange={(token) => change({ token })}
          />
        </>
      )}
    </fieldset>
  )
}
