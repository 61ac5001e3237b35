import { useState } from 'react'
import { useStore } from 'zustand'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { connection } from '../stores/connection.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { useEvery } from '../ui/use-hub-now.ts'
import { useFormats, useSay } from '../ui/words.tsx'
import styles from './connection-line.module.css'

/** This machine's time zone: a kiosk belongs to no venue. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Only shown while the house cannot be reached: says so in words, with what to do. */
export function ConnectionLine() {
  const say = useSay()
  const { clock } = useFormats()
  const state = useStore(connection)
  if (state.connection === 'lost' && state.wasOpen) {
    return (
      <div className={styles.lost}>
        <p role="alert">
          {state.copy
            ? say('connection.cutOff', { clock: clock(state.copy.asOfMs, zone) })
            : say('connection.lost')}{' '}
          {state.problem && state.problem !== 'unreachable' && say(`link.${state.problem}`)}
        </p>
        <Ago lostAtMs={state.lostAtMs} />
      </div>
    )
  }
  if (state.connection !== 'outdated') return null
  return (
    <div className={styles.lost} role="alert">
      {say('connection.outdated')} <Button onPress={() => location.reload()}>{say('app.reload')}</Button>
    </div>
  )
}

/** Beside the alert and not in it: a screen reader would begin the whole warning again every second. */
function Ago({ lostAtMs }: { readonly lostAtMs: number | null }) {
  const say = useSay()
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEvery(SECOND_MS, true, () => setNowMs(Date.now()))
  const seconds = Math.max(0, Math.floor((nowMs - (lostAtMs ?? nowMs)) / SECOND_MS))
  return (
    <span className={styles.ago} aria-hidden>
      {say('connection.lost.ago', { seconds })}
    </span>
  )
}

/** A browser that the hub has never admitted, as far as this window can tell: it gets no welcome during its first attempts. */
export function useNeverConnected(): boolean {
  const { connection: now, wasOpen } = useStore(connection)
  return now === 'lost' && !wasOpen
}

export function NotSignedIn() {
  const say = useSay()
  return <Empty isWhole title={say('connection.never.title')} text={say('connection.never.text')} />
}
