// [A7] The way out of a locked screen, from any screen and whoever is signed in: a manager's name, PIN and password. Owns what is
// typed until it is sent, and forgets it then; the house checks it, and the window then closes. If the hub is away nobody can
// check it.

import { type FormEvent, useState } from 'react'
import { useStore } from 'zustand'
import type { StaffId } from '../../shared/domain/ids.ts'
import { PASSWORD_LETTERS } from '../../shared/domain/password.ts'
import { plainDigits } from '../../shared/domain/plan-import/plain-digits.ts'
import { isOfOffice } from '../../shared/domain/rights.ts'
import { PIN_DIGITS } from '../../shared/domain/staff.ts'
import { ask } from '../box-office.ts'
import { connection } from '../stores/connection.ts'
import { askToLeave, kioskScreen } from '../stores/kiosk-screen.ts'
import { recovery } from '../stores/recovery.ts'
import { who } from '../stores/who.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogButtons } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { type NotDone, PinProblem } from '../ui/pin-problem.tsx'
import { Select } from '../ui/select.tsx'
import { TouchKeys } from '../ui/touch-keys.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { type SignInNames, useSignInNames } from '../ui/use-sign-in-names.ts'
import { isolated, useSay } from '../ui/words.tsx'
import styles from './leave-kiosk.module.css'

const close = () => kioskScreen.setState({ asksToLeave: false })
const understood = () => kioskScreen.setState({ refusedFiles: false })

export function LeaveKiosk() {
  const say = useSay()
  const { asksToLeave, refusedFiles } = useStore(kioskScreen)
  useKeys({ 'Ctrl+l': askToLeave })
  return (
    <>
      <Dialog isWide title={say('kiosk.title')} isOpen={asksToLeave} onClose={close}>
        <Question />
      </Dialog>
      <Dialog title={say('kiosk.noFiles')} isOpen={refusedFiles} onClose={understood}>
        <p>{say('kiosk.noFiles.text')}</p>
        <DialogButtons>
          <Button look="next" onPress={understood} autoFocus>
            {say('app.close')}
          </Button>
        </DialogButtons>
      </Dialog>
    </>
  )
}

function Question() {
  const isAway = useStore(connection).connection === 'lost'
  const { isKnown, isOpen } = useStore(who)
  // [SYNC 4.7] A house that waits for its kiosks names its staff in its recovery state; who is signed in it answers only later.
  const waits = useStore(recovery).state
  if (isAway) return <HubAway />
  return (waits ? waits.staff.length === 0 : isKnown && isOpen) ? <OpenHouse /> : <OfManagers />
}

function OfManagers() {
  const say = useSay()
  const names = useManagers()
  if (!names) return <p role="status">{say('signIn.loading')}</p>
  const [first] = names
  return first ? <Proof names={names} first={first.staffId} /> : <NoWay words={[say('kiosk.nobody')]} />
}

/** [S3] A kiosk itself knows no PIN: then only the operating system can end the program, and the maintainer is told so. */
function HubAway() {
  const say = useSay()
  const commands = { linux: isolated('systemctl stop guichet-screen'), macos: isolated('launchctl bootout') }
  return <NoWay words={[say('kiosk.away'), say('kiosk.away.system', commands)]} />
}

/** Nothing that could be typed would be checked: says why, and what to do instead. */
function NoWay({ words }: { readonly words: readonly string[] }) {
  const say = useSay()
  return (
    <>
      {words.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <DialogButtons>
        <Button look="next" onPress={close} autoFocus>
          {say('app.close')}
        </Button>
      </DialogButtons>
    </>
  )
}

/** If nobody has a PIN there is nothing to ask for, and the dialog says so. */
function OpenHouse() {
  const say = useSay()
  return (
    <>
      <p>{say('kiosk.open')}</p>
      <DialogButtons>
        <Button onPress={close}>{say('app.cancel')}</Button>
        <Button look="next" onPress={() => void ask('leave-kiosk', { person: null })}>
          {say('kiosk.go')}
        </Button>
      </DialogButtons>
    </>
  )
}

type Part = 'pin' | 'password'

function Proof({ names, first }: { readonly names: SignInNames; readonly first: StaffId }) {
  const say = useSay()
  const [chosen, setChosen] = useState(first)
  const staffId = names.some((one) => one.staffId === chosen) ? chosen : first
  const [typed, setTyped] = useState({ pin: '', password: '' })
  const [part, setPart] = useState<Part>('pin')
  const [isAsking, setIsAsking] = useState(false)
  const [problem, setProblem] = useState<NotDone | null>(null)
  const isReady =
    typed.pin.length >= PIN_DIGITS.min && typed.password.length >= PASSWORD_LETTERS.min && !isAsking
  const type = (into: Part, text: string) => setTyped({ ...typed, [into]: clean(into, text) })
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    setIsAsking(true)
    setTyped({ pin: '', password: '' })
    const answer = await ask('leave-kiosk', { person: { staffId, ...typed } })
    setIsAsking(false)
    setProblem(answer.kind === 'done' ? null : answer)
  }
  const name = names.find((one) => one.staffId === staffId)?.name ?? ''
  return (
    <form className={styles.form} onSubmit={(event) => void send(event)} autoComplete="off">
      <p className={styles.text}>{say('kiosk.text')}</p>
      <Field label={say('kiosk.who')}>
        {({ id }) => (
          <Select
            id={id}
            label={say('kiosk.who')}
            value={String(staffId)}
            options={names.map((one) => ({ value: String(one.staffId), text: one.name }))}
            onChange={(value) => setChosen(Number(value) as StaffId)}
          />
        )}
      </Field>
      {(['pin', 'password'] as const).map((one) => (
        <Field key={one} label={say(`field.${one}`)}>
          {(ids) => (
            <input
              {...ids}
              type="password"
              inputMode={one === 'pin' ? 'numeric' : 'text'}
              autoComplete="off"
              dir={one === 'pin' ? 'ltr' : 'auto'}
              autoFocus={one === 'pin'}
              value={typed[one]}
              onFocus={() => setPart(one)}
              onChange={({ currentTarget }) => type(one, currentTarget.value)}
            />
          )}
        </Field>
      ))}
      <PinProblem id="leave-problem" problem={problem} own={(of) => ownWords(of, name, say)} />
      <div className={styles.keys}>
        <TouchKeys
          onKey={(letter) => type(part, typed[part] + letter)}
          onErase={() => type(part, Array.from(typed[part]).slice(0, -1).join(''))}
        />
      </div>
      <div className={styles.steps}>
        <DialogButtons>
          <Button onPress={close}>{say('app.cancel')}</Button>
          <Button type="submit" look="next" isDisabled={!isReady}>
            {isAsking ? say('signIn.asking') : say('kiosk.go')}
          </Button>
        </DialogButtons>
      </div>
    </form>
  )
}

function clean(part: Part, text: string): string {
  if (part === 'password') return text.slice(0, PASSWORD_LETTERS.max)
  return plainDigits(text).replace(/\D/g, '').slice(0, PIN_DIGITS.max)
}

/** Never reveals which of the two was wrong. */
function ownWords(problem: NotDone, name: string, say: ReturnType<typeof useSay>): string | null {
  if (problem.kind !== 'refused') return null
  const { refusal } = problem
  if (refusal.code === 'WRONG_PIN' && refusal.untilMs === null)
    return say('kiosk.wrong', { left: refusal.left })
  if (refusal.code === 'INVALID_INPUT') return say('kiosk.noPassword', { name: isolated(name) })
  return null
}

/** Those whose PIN and password are accepted here: the people of the office. */
function useManagers(): SignInNames | null {
  return useSignInNames()?.filter(isOfOffice) ?? null
}
