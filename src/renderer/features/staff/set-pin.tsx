// A new PIN, typed twice: somebody's by an administrator, or one's own by the one before. Owns the digits until they are sent.

import { type FormEvent, useState } from 'react'
import type { StaffId } from '../../../shared/domain/ids.ts'
import { plainDigits } from '../../../shared/domain/plan-import/plain-digits.ts'
import { PIN_DIGITS, isTrivialPin } from '../../../shared/domain/staff.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { PinProblem, type NotDone } from '../../ui/pin-problem.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import styles from './staff-form.module.css'

interface Props {
  readonly person: { readonly staffId: StaffId; readonly name: string }
  readonly isOwn: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}

export function SetPin({ person, isOwn, onClose, onDone }: Props) {
  const say = useSay()
  const [oldPin, setOldPin] = useState('')
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [isAsking, setIsAsking] = useState(false)
  const [problem, setProblem] = useState<NotDone | null>(null)
  const isEasy = pin.length >= PIN_DIGITS.min && isTrivialPin(pin)
  const isOther = again.length >= pin.length && again !== pin
  const isReady = pin.length >= PIN_DIGITS.min && again === pin && !isEasy && !isAsking
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    setIsAsking(true)
    const answer = await ask('set-pin', {
      staffId: person.staffId,
      pin,
      oldPin: isOwn && oldPin.length >= PIN_DIGITS.min ? oldPin : null,
    })
    setIsAsking(false)
    if (answer.kind === 'done') return onDone()
    setOldPin('')
    return setProblem(answer)
  }
  return (
    <Dialog title={say('staff.setPin', { name: isolated(person.name) })} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void save(event)} autoComplete="off">
        <p className={styles.hint}>{say('staff.pinHint', { min: PIN_DIGITS.min, max: PIN_DIGITS.max })}</p>
        {isOwn && <PinField label={say('field.oldPin')} pin={oldPin} onPin={setOldPin} isFirst />}
        <PinField
          label={say('staff.newPin')}
          pin={pin}
          onPin={setPin}
          isFirst={!isOwn}
          problem={isEasy ? say('staff.tooEasy') : null}
        />
        <PinField
          label={say('staff.newPinAgain')}
          pin={again}
          onPin={setAgain}
          problem={isOther ? say('staff.notTheSame') : null}
        />
        <PinProblem id="set-pin-problem" problem={problem} />
        <DialogButtons>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button type="submit" look="next" isDisabled={!isReady}>
            {say('staff.savePin')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

interface FieldProps {
  readonly label: string
  readonly pin: string
  readonly onPin: (pin: string) => void
  readonly isFirst?: boolean
  readonly problem?: string | null
}

function PinField({ label, pin, onPin, isFirst = false, problem = null }: FieldProps) {
  return (
    <Field label={label} problem={problem}>
      {(ids) => (
        <input
          {...ids}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          autoFocus={isFirst}
          value={pin}
          onChange={({ currentTarget }) =>
            onPin(plainDigits(currentTarget.value).replace(/\D/g, '').slice(0, PIN_DIGITS.max))
          }
        />
      )}
    </Field>
  )
}
