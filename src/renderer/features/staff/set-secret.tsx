// A new PIN or password, typed twice: somebody's, set by an administrator, or one's own, confirmed by the old one. Owns the letters
// until they are sent.

import { type FormEvent, type InputHTMLAttributes, useState } from 'react'
import type { Answer } from '../../../shared/contract/port.ts'
import type { StaffId } from '../../../shared/domain/ids.ts'
import { PASSWORD_LETTERS, isTrivialPassword } from '../../../shared/domain/password.ts'
import { plainDigits } from '../../../shared/domain/plan-import/plain-digits.ts'
import { PIN_DIGITS, isTrivialPin } from '../../../shared/domain/staff.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { type NotDone, PinProblem } from '../../ui/pin-problem.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import styles from './staff-form.module.css'

/** What differs between PIN and password. */
interface Secret {
  readonly length: { readonly min: number; readonly max: number }
  readonly isEasy: (text: string) => boolean
  /** The part of the typed text that is valid. */
  readonly read: (typed: string) => string
  readonly input: InputHTMLAttributes<HTMLInputElement>
  /** `old` is null if there is none, or if it is not required. */
  readonly set: (staffId: StaffId, text: string, old: string | null) => Promise<Answer<unknown>>
  readonly title: 'staff.setPin' | 'staff.setPassword'
  readonly hint: 'staff.pinHint' | 'staff.passwordHint'
  readonly oldLabel: 'field.oldPin' | 'field.oldPassword'
  readonly newLabel: 'staff.newPin' | 'staff.newPassword'
  readonly save: 'staff.savePin' | 'staff.savePassword'
}

const pin: Secret = {
  length: PIN_DIGITS,
  isEasy: isTrivialPin,
  read: (typed) => plainDigits(typed).replace(/\D/g, '').slice(0, PIN_DIGITS.max),
  input: { inputMode: 'numeric', dir: 'ltr' },
  set: (staffId, text, oldPin) => ask('set-pin', { staffId, pin: text, oldPin }),
  title: 'staff.setPin',
  hint: 'staff.pinHint',
  oldLabel: 'field.oldPin',
  newLabel: 'staff.newPin',
  save: 'staff.savePin',
}

const password: Secret = {
  length: PASSWORD_LETTERS,
  isEasy: isTrivialPassword,
  read: (typed) => typed,
  input: { maxLength: PASSWORD_LETTERS.max, dir: 'auto' },
  set: (staffId, text, oldPassword) => ask('set-password', { staffId, password: text, oldPassword }),
  title: 'staff.setPassword',
  hint: 'staff.passwordHint',
  oldLabel: 'field.oldPassword',
  newLabel: 'staff.newPassword',
  save: 'staff.savePassword',
}

const secrets = { pin, password } as const

interface Props {
  readonly kind: keyof typeof secrets
  readonly person: { readonly staffId: StaffId; readonly name: string }
  readonly isOwn: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}

export function SetSecret({ kind, person, isOwn, onClose, onDone }: Props) {
  const say = useSay()
  const secret = secrets[kind]
  const { length } = secret
  const [old, setOld] = useState('')
  const { text, setText, again, setAgain, isEasy, isOther, isSame } = useTwice(secret)
  const [isAsking, setIsAsking] = useState(false)
  const [problem, setProblem] = useState<NotDone | null>(null)
  const isReady = isSame && !isEasy && !isAsking
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    setIsAsking(true)
    const answer = await secret.set(person.staffId, text, isOwn && old.length >= length.min ? old : null)
    setIsAsking(false)
    if (answer.kind === 'done') return onDone()
    setOld('')
    return setProblem(answer)
  }
  const field = (label: string, value: string, onText: (text: string) => void) => ({
    secret,
    label,
    text: value,
    onText,
  })
  return (
    <Dialog title={say(secret.title, { name: isolated(person.name) })} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void save(event)} autoComplete="off">
        <p className={styles.hint}>{say(secret.hint, length)}</p>
        {isOwn && <SecretField {...field(say(secret.oldLabel), old, setOld)} isFirst />}
        <SecretField
          {...field(say(secret.newLabel), text, setText)}
          isFirst={!isOwn}
          problem={isEasy ? say('staff.tooEasy') : null}
        />
        <SecretField
          {...field(say('staff.newPinAgain'), again, setAgain)}
          problem={isOther ? say('staff.notTheSame') : null}
        />
        <PinProblem id="set-secret-problem" problem={problem} />
        <DialogButtons>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button type="submit" look="next" isDisabled={!isReady}>
            {say(secret.save)}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

function useTwice({ length, isEasy }: Secret) {
  const [text, setText] = useState('')
  const [again, setAgain] = useState('')
  const isLong = text.length >= length.min
  return {
    text,
    setText,
    again,
    setAgain,
    isEasy: isLong && isEasy(text),
    isOther: again.length >= text.length && again !== text,
    isSame: isLong && again === text,
  }
}

interface FieldProps {
  readonly secret: Secret
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly isFirst?: boolean
  readonly problem?: string | null
}

function SecretField({ secret, label, text, onText, isFirst = false, problem = null }: FieldProps) {
  return (
    <Field label={label} problem={problem}>
      {(ids) => (
        <input
          {...ids}
          {...secret.input}
          type="password"
          autoComplete="off"
          autoFocus={isFirst}
          value={text}
          onChange={({ currentTarget }) => onText(secret.read(currentTarget.value))}
        />
      )}
    </Field>
  )
}
