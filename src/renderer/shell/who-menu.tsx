// Who is signed in, in the bar over every screen, and the actions: hand the desk over, lock it, sign out, change the PIN. Absent
// in a house where nobody has to sign in.

import { ChevronDown, UserRound } from 'lucide-react'
import { useState } from 'react'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components'
import { useStore } from 'zustand'
import { isOfOffice } from '../../shared/domain/rights.ts'
import { SetSecret } from '../features/staff/set-secret.tsx'
import { type Who, signOut, switchStaff, who } from '../stores/who.ts'
import { Button } from '../ui/button.tsx'
import { FloatingBox } from '../ui/popover.tsx'
import { isolated, useSay } from '../ui/words.tsx'
import styles from './who-menu.module.css'

export function WhoMenu() {
  const { me, isOpen } = useStore(who)
  // Keyed by person: what one has opened is not shown to the next.
  return me && !isOpen ? <MenuOf key={me.staffId} me={me} /> : null
}

function MenuOf({ me }: { readonly me: NonNullable<Who['me']> }) {
  const say = useSay()
  const [asks, setAsks] = useState<'pin' | 'password' | null>(null)
  const steps = [
    { id: 'who.switch', run: () => switchStaff(true) },
    { id: 'who.lock', run: () => void signOut(true) },
    { id: 'who.pin', run: () => setAsks('pin') },
    ...(isOfOffice(me) ? [{ id: 'who.password', run: () => setAsks('password') } as const] : []),
    { id: 'who.out', run: () => void signOut(false) },
  ] as const
  const close = () => setAsks(null)
  const role = say(`role.${me.role}`)
  return (
    <span className={styles.place}>
      <MenuTrigger>
        <Button look="quiet" label={say('who.label', { name: isolated(me.name), role })}>
          <span className={styles.who}>
            <UserRound size={18} aria-hidden />
            <bdi className={styles.name}>{me.name}</bdi>
            <ChevronDown size={14} aria-hidden />
          </span>
        </Button>
        <FloatingBox at="end">
          <Menu aria-label={say('who.menu')} className={styles.menu ?? ''}>
            {steps.map(({ id, run }) => (
              <MenuItem key={id} id={id} className={styles.step ?? ''} onAction={run}>
                {say(id)}
              </MenuItem>
            ))}
          </Menu>
        </FloatingBox>
      </MenuTrigger>
      {asks && <SetSecret kind={asks} person={me} isOwn onClose={close} onDone={close} />}
    </span>
  )
}
