// [SYNC 4.7] The only screen of a house restored from a backup: the kiosks whose reports it waits for, and the way for two people to
// open it anyway. Owns the display; the house decides whether it sells.

import { Ban, Check, Download, Minus } from 'lucide-react'
import { useState } from 'react'
import type { RecoveryView } from '../../../shared/contract/recovery-news.ts'
import { Button } from '../../ui/button.tsx'
import table from '../../ui/plain-table.module.css'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { SignInHere } from './sign-in-here.tsx'
import { LostSales } from './lost-sales.tsx'
import { OpenAnyway } from './open-anyway.tsx'
import styles from './recovery-screen.module.css'

/** This machine's own zone: a house's folder belongs to no venue. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

export function RecoveryScreen({ state }: { readonly state: RecoveryView }) {
  const say = useSay()
  const { clock, day, number } = useFormats()
  const [isAsking, setIsAsking] = useState(false)
  const { restoredAtMs, backupSequence, sequence, seen, kiosks, epoch, foundBy, lost } = state
  const at = `${day(restoredAtMs, zone)} ${clock(restoredAtMs, zone)}`
  return (
    <div className={lost.count + lost.settled > 0 ? `${styles.screen} ${styles.wide}` : styles.screen}>
      <h1 className={styles.title}>{say(foundBy === null ? 'recovery.title' : 'recovery.found.title')}</h1>
      <p className={styles.lead} role={foundBy === null ? undefined : 'alert'}>
        {foundBy === null
          ? say('recovery.text', { at: isolated(at) })
          : say('recovery.found.text', { at: isolated(at), kiosk: isolated(foundBy) })}
      </p>
      <p role="status">
        {say('recovery.rows', {
          backup: number(backupSequence),
          taken: number(sequence - backupSequence),
          missing: number(Math.max(0, seen - sequence)),
        })}{' '}
        {say('recovery.epoch', { epoch: number(epoch) })}
      </p>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{say('recovery.kiosk')}</th>
            <th scope="col">{say('recovery.word')}</th>
          </tr>
        </thead>
        <tbody>
          {kiosks.map(({ kioskId, name, word, refused }) => (
            <tr key={kioskId}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>
                <Word word={word} />
                {refused > 0 && <p>{say('recovery.refused', { count: refused })}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <LostSales state={state} zone={zone} />
      <p className={styles.quiet}>{say('recovery.wait')}</p>
      <div className={styles.deeds}>
        <Button onPress={() => setIsAsking(true)}>{say('recovery.open')}</Button>
        <SignInHere people={state.staff} />
      </div>
      {isAsking && <OpenAnyway state={state} onClose={() => setIsAsking(false)} />}
    </div>
  )
}

const signs = { awaited: Minus, coming: Download, spoken: Check, foreign: Ban, doubled: Ban } as const

/** By shape first: a tick, a dash, an arrow, a prohibition sign. */
function Word({ word }: { readonly word: RecoveryView['kiosks'][number]['word'] }) {
  const say = useSay()
  const Sign = signs[word]
  return (
    <span className={styles.word}>
      <Sign size={16} aria-hidden /> {say(`recovery.word.${word}`)}
    </span>
  )
}
