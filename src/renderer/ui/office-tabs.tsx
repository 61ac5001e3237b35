import { useEffect } from 'react'
import { useStore } from 'zustand'
import { officePlaces } from '../stores/places.ts'
import { followProofs, proofs } from '../stores/proofs.ts'
import { goTo, screen } from '../stores/screen.ts'
import { who } from '../stores/who.ts'
import styles from './office-tabs.module.css'
import { useSay } from './words.tsx'

const places = Object.keys(officePlaces) as (keyof typeof officePlaces)[]

/** The office's screens as tabs, and, while nobody has a PIN, a quiet reminder of that. */
export function OfficeTabs() {
  const say = useSay()
  const { now } = useStore(screen)
  const { isOpen } = useStore(who)
  const { waiting } = useStore(proofs)
  useEffect(followProofs, [])
  return (
    <div className={styles['tabs']}>
      <nav aria-label={say('app.manage')} className={styles['places']}>
        {places.map((name) => (
          <a
            key={name}
            href={`#/${name}`}
            onClick={() => goTo({ name })}
            aria-current={now.name === name ? 'page' : undefined}
          >
            {say(officePlaces[name])}
          </a>
        ))}
      </nav>
      {waiting > 0 && (
        <a
          href="#/manage/proofs"
          className={styles['waiting']}
          data-twice={now.name === 'manage' || undefined}
          onClick={() => goTo({ name: 'manage', kind: 'proofs' })}
        >
          {say('proofs.waiting', { count: waiting })}
        </a>
      )}
      {isOpen && (
        <p className={styles['open']}>
          {say('staff.open')}{' '}
          {now.name !== 'staff' && (
            <a href="#/staff" onClick={() => goTo({ name: 'staff' })}>
              {say('staff.open.go')}
            </a>
          )}
        </p>
      )}
    </div>
  )
}
