import { mailSecurities } from '../../../shared/domain/message.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import type { Draft } from './message-draft.ts'
import styles from './messages-screen.module.css'
import { PasswordField } from './password-field.tsx'

interface Props {
  readonly draft: Draft
  readonly change: (turned: Partial<Draft>) => void
  readonly hasPassword: boolean
}

export function MailFields({ draft, change, hasPassword }: Props) {
  const say = useSay()
  return (
    <fieldset className={styles.group}>
      <legend>{say('messages.mail')}</legend>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.hasMail}
          onChange={({ currentTarget }) => change({ hasMail: currentTarget.checked })}
        />{' '}
        {say('messages.mail.on')}
      </label>
      {draft.hasMail && (
        <>
          <div className={styles.pair}>
            <Text label={say('messages.host')} value={draft.host} onChange={(host) => change({ host })} />
            <Text
              label={say('messages.port')}
              value={draft.port}
              onChange={(port) => change({ port })}
              isNumber
            />
          </div>
          <Field label={say('messages.security')}>
            {({ id }) => (
              <Select
                id={id}
                label={say('messages.security')}
                value={draft.security}
                options={mailSecurities.map((one) => ({ value: one, text: say(`messages.security.${one}`) }))}
                onChange={(security) => change({ security })}
              />
            )}
          </Field>
          <Text label={say('messages.from')} value={draft.from} onChange={(from) => change({ from })} />
          <Text label={say('messages.user')} value={draft.user} onChange={(user) => change({ user })} />
          {draft.user !== '' && (
            <PasswordField
              label={say('messages.password')}
              value={draft.password}
              isKept={hasPassword}
              onChange={(password) => change({ password })}
            />
          )}
        </>
      )}
    </fieldset>
  )
}

interface TextProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isNumber?: boolean
}

/** Host names and addresses are written left to right in every language. */
export function Text({ label, value, onChange, isNumber = false }: TextProps) {
  return (
    <Field label={label}>
      {(ids) => (
        <input
          {...ids}
          dir="ltr"
          required={false}
          autoComplete="off"
          inputMode={isNumber ? 'numeric' : 'text'}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </Field>
  )
}
