// A PIN, typed or touched, for one name: its digits are never shown. Owns the digits until they are sent, and forgets them then.

import { type FormEvent, useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import { plainDigits } from '../../../shared/domain/plan-import/plain-digits.ts'
import { PIN_DIGITS } from '../../../shared/domain/staff.ts'
import { signIn } from '../../stores/who.ts'
import { Button } from '../../ui/button.tsx'
import { PinProblem, type NotDone, waitsUntilMs } from '../../ui/pin-problem.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { isolated, useSay } from '../../ui/words.tsx'
import { PinPad } from './pin-pad.tsx'
import styles from './pin-entry.module.css'

/** Often enough that the wait's last second ends visibly on time. */
const LOOK_MS = 250

interface Props {
  readonly person: Output<'sign-in-names'>['staff'][number]
  readonly onOther: () => void
}

export function PinEntry({ person, onOther }: Props) {
  const say = useSay()
  const [pin, setPin] = useState('')
  const [isAsking, setIsAsking] = useState(false)
  const [problem, setProblem] = useState<NotDone | null>(null)
  const untilMs = waitsUntilMs(problem)
  const isWaiting = useHubNow(LOOK_MS, untilMs !== null) < (untilMs ?? 0)
  const isReady = pin.length >= PIN_DIGITS.min && !isAsking && !isWaiting
  const type = (text: string) => setPin(plainDigits(text).replace(/\D/g, '').slice(0, PIN_DIGITS.max))
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    setIsAsking(true)
    setPin('')
    setProblem(await signIn(person.staffId, pin))
    setIsAsking(false)
  }
  return (
    <form className={styles.entry} onSubmit={(event) => void send(event)} autoComplete="off">
      <div className={styles.person}>
        <h1 className={styles.name}>
          <bdi>{person.name}</bdi>
        </h1>
        <p className={styles.role}>{say(`role.${person.role}`)}</p>
      </div>
      <input
        className={styles.pin}
        type="password"
        inputMode="none"
        autoComplete="off"
        autoFocus
        dir="ltr"
        aria-label={say('signIn.pin', { name: isolated(person.name) })}
        aria-invalid={problem !== null}
        aria-describedby="pin-problem"
        value={pin}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
      <PinProblem id="pin-problem" problem={problem} />
      <PinPad
        onDigit={(digit) => type(pin + digit)}
        onBack={() => setPin(pin.slice(0, -1))}
        onClear={() => setPin('')}
      />
      <div className={styles.steps}>
        <Button look="quiet" onPress={onOther}>
          {say('signIn.other')}
        </Button>
        <Button type="submit" look="next" shortcut="Enter" isDisabled={!isReady}>
          {isAsking ? say('signIn.asking') : say('signIn.go')}
        </Button>
      </div>
    </form>
  )
}
