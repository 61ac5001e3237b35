// [SYNC 4.7] A manager signs in at a house that waits, in order to use the desktop window's menu; a browser has no such menu. Owns
// the digits until they are sent, and forgets them then.

import { type FormEvent, useState } from 'react'
import { useStore } from 'zustand'
import { isOfOffice } from '../../../shared/domain/rights.ts'
import type { RecoveryView } from '../../../shared/contract/recovery-news.ts'
import { kioskScreen } from '../../stores/kiosk-screen.ts'
import { signIn, who } from '../../stores/who.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { type NotDone, PinProblem } from '../../ui/pin-problem.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import { Person, isWhole, nobody } from './person.tsx'
import styles from './recovery-screen.module.css'

export function SignInHere({ people }: { readonly people: RecoveryView['staff'] }) {
  const say = useSay()
  const { me } = useStore(who)
  const { isKiosk } = useStore(kioskScreen)
  const [isAsking, setIsAsking] = useState(false)
  // A locked screen has no menu; if nobody has a PIN, everybody is the manager.
  if (!window.guichetWindow || isKiosk || people.length === 0) return null
  if (me) return <p role="status">{say('recovery.in.now', { name: isolated(me.name) })}</p>
  return (
    <>
      <Button onPress={() => setIsAsking(true)}>{say('recovery.in')}</Button>
      {isAsking && <Proof people={people.filter(isOfOffice)} onClose={() => setIsAsking(false)} />}
    </>
  )
}

function Proof({
  people,
  onClose,
}: {
  readonly people: RecoveryView['staff']
  readonly onClose: () => void
}) {
  const say = useSay()
  const [typed, setTyped] = useState(nobody)
  const [problem, setProblem] = useState<NotDone | null>(null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const { staffId, pin } = typed
    if (staffId === null || !isWhole(typed)) return
    setTyped({ ...typed, pin: '' })
    const refused = await signIn(staffId, pin)
    if (refused) setProblem(refused)
    else onClose()
  }
  return (
    <Dialog title={say('recovery.in.title')} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void send(event)} autoComplete="off">
        <p>{say('recovery.in.text')}</p>
        <Person label="recovery.first" people={people} typed={typed} onTyped={setTyped} />
        <PinProblem id="manager-problem" problem={problem} />
        <DialogButtons>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button type="submit" look="next" isDisabled={!isWhole(typed)}>
            {say('recovery.in.yes')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
