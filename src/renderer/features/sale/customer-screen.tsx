// What the customer sees in a window of their own: the house they choose from, what it costs and how long it is held, the change;
// between two customers, what is on. Owns which of these is shown; must never let anything be done but choose a language.

import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { languages } from '../../messages/languages.ts'
import { chooseLanguage, mirror } from '../../stores/customer-mirror.ts'
import { preferences } from '../../stores/preferences.ts'
import { sale } from '../../stores/sale.ts'
import { followShow } from '../../stores/seats.ts'
import { shows } from '../../stores/shows.ts'
import { useSay } from '../../ui/words.tsx'
import { CustomerIdle } from './customer-idle.tsx'
import { CustomerPaid } from './customer-paid.tsx'
import { CustomerSale } from './customer-sale.tsx'
import styles from './customer-screen.module.css'

export function CustomerScreen() {
  const say = useSay()
  return (
    <div className={styles.screen}>
      <main className={styles.main} aria-label={say('customer.title')}>
        <Shown />
      </main>
      <Languages />
    </div>
  )
}

function Shown() {
  const { soldId } = useStore(mirror)
  const { showId, lines } = useStore(sale)
  const { rows } = useStore(shows)
  const row = showId === null ? undefined : rows.get(showId)
  useFollowed(row)
  if (soldId !== null) return <CustomerPaid key={soldId} bookingId={soldId} />
  if (row && lines.length > 0) return <CustomerSale row={row} />
  return <CustomerIdle />
}

/** Starts when the seller opens a show, so that its house is loaded by the first seat. */
function useFollowed(row: ShowRow | undefined): void {
  const { showId, planId } = row ?? {}
  useEffect(() => {
    if (showId !== undefined && planId !== undefined) followShow(showId, planId)
  }, [showId, planId])
}

function Languages() {
  const say = useSay()
  const { language } = useStore(preferences)
  return (
    <nav className={styles.languages} aria-label={say('app.language')}>
      {languages.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === language}
          className={styles.language}
          onClick={() => chooseLanguage(code)}
        >
          {name}
        </button>
      ))}
    </nav>
  )
}
