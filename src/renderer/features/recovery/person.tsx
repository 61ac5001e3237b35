import type { StaffId } from '../../../shared/domain/ids.ts'
import { plainDigits } from '../../../shared/domain/plan-import/plain-digits.ts'
import { PIN_DIGITS } from '../../../shared/domain/staff.ts'
import type { RecoveryView } from '../../../shared/contract/recovery-news.ts'
import { Field } from '../../ui/field.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './recovery-screen.module.css'

export interface Typed {
  readonly staffId: StaffId | null
  readonly pin: string
}

export const nobody: Typed = { staffId: null, pin: '' }

/** Chooses a person and enters their PIN. */
export function Person({
  label,
  people,
  typed,
  onTyped,
}: {
  readonly label: 'recovery.first' | 'recovery.second'
  readonly people: RecoveryView['staff']
  readonly typed: Typed
  readonly onTyped: (typed: Typed) => void
}) {
  const say = useSay()
  const type = (text: string) =>
    onTyped({ ...typed, pin: plainDigits(text).replace(/\D/g, '').slice(0, PIN_DIGITS.max) })
  return (
    <div className={styles.person}>
      <Field label={say(label)}>
        {(ids) => (
          <select
            {...ids}
            value={typed.staffId ?? ''}
            onChange={({ currentTarget }) =>
              onTyped({ staffId: Number(currentTarget.value) as StaffId, pin: '' })
            }
          >
            <option value="" disabled>
              –
            </option>
            {people.map(({ staffId, name }) => (
              <option key={staffId} value={staffId}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say('recovery.pin')}>
        {(ids) => (
          <input
            {...ids}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            dir="ltr"
            value={typed.pin}
            onChange={({ currentTarget }) => type(currentTarget.value)}
          />
        )}
      </Field>
    </div>
  )
}

export function isWhole({ staffId, pin }: Typed): boolean {
  return staffId !== null && pin.length >= PIN_DIGITS.min
}
