import { Field } from '../../ui/field.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './messages-screen.module.css'

interface Props {
  readonly label: string
  readonly value: string
  readonly isKept: boolean
  readonly onChange: (value: string) => void
}

/** [I42] Write-only: of a stored password only its existence is shown. */
export function PasswordField({ label, value, isKept, onChange }: Props) {
  const say = useSay()
  return (
    <>
      <Field label={label}>
        {(ids) => (
          <input
            {...ids}
            type="password"
            dir="ltr"
            autoComplete="new-password"
            value={value}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
        )}
      </Field>
      <p className={styles.hint}>{say(isKept ? 'messages.password.kept' : 'messages.password.missing')}</p>
    </>
  )
}
