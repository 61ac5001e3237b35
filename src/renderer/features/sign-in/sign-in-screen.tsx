// The only screen of a desk at which nobody is signed in, or somebody else is about to sign in: a name, then its PIN. Owns which of
// the two is asked; the house decides who is signed in.

import { useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { StaffId } from '../../../shared/domain/ids.ts'
import { sale } from '../../stores/sale.ts'
import { switchStaff, who } from '../../stores/who.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/empty.tsx'
import { takeLostFocus } from '../../ui/kept-focus.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { type SignInNames, useSignInNames } from '../../ui/use-sign-in-names.ts'
import { isolated, useSay } from '../../ui/words.tsx'
import { PinEntry } from './pin-entry.tsx'
import styles from './sign-in-screen.module.css'

const back = () => switchStaff(false)

export function SignInScreen() {
  const say = useSay()
  const { me, lastStaffId, isSwitching } = useStore(who)
  const names = useSignInNames()
  const [chosen, setChosen] = useState<StaffId | null>(isSwitching ? null : lastStaffId)
  useKeys({ Escape: () => (chosen !== null ? setChosen(null) : isSwitching ? back() : undefined) })
  if (!names) return <Waiting text={say('signIn.loading')} />
  const person = names.find(({ staffId }) => staffId === chosen)
  return (
    <div className={styles.screen}>
      {person ? (
        <PinEntry key={person.staffId} person={person} onOther={() => setChosen(null)} />
      ) : (
        <section className={styles.who} aria-labelledby="sign-in-title">
          <h1 id="sign-in-title" className={styles.title}>
            {say('signIn.title')}
          </h1>
          <p className={styles.text}>{say('signIn.text')}</p>
          <NameButtons names={names} onChoose={setChosen} />
        </section>
      )}
      <CartNote />
      {isSwitching && me && (
        <Button look="quiet" shortcut="Esc" onPress={back}>
          {say('signIn.stay', { name: isolated(me.name) })}
        </Button>
      )}
    </div>
  )
}

interface NameProps {
  readonly names: SignInNames
  readonly onChoose: (staffId: StaffId) => void
}

function NameButtons({ names, onChoose }: NameProps) {
  const say = useSay()
  const list = useRef<HTMLUListElement>(null)
  // Determined once: a name that is added later at the top must not take the focus.
  const [first] = useState(names[0]?.staffId)
  useLayoutEffect(() => takeLostFocus(list.current?.querySelector('button') ?? null))
  return (
    <ul className={styles.names} ref={list}>
      {names.map(({ staffId, name, role }) => (
        <li key={staffId}>
          <button
            type="button"
            className={styles.name}
            autoFocus={staffId === first}
            onClick={() => onChoose(staffId)}
          >
            <bdi>{name}</bdi>
            <span className={styles.role}>{say(`role.${role}`)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** [H9] The cart stays at this desk, whoever signs in. */
function CartNote() {
  const say = useSay()
  const { lines } = useStore(sale)
  return lines.length > 0 ? (
    <p className={styles.text}>{say('signIn.cart', { count: lines.length })}</p>
  ) : null
}
