import { useState } from 'react'
import { useStore } from 'zustand'
import { connection } from '../stores/connection.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { useEvery } from '../ui/use-hub-now.ts'
import { useFormats, useSay } from '../ui/words.tsx'
import styles from './connection-line.module.css'

const SECOND_MS = 1000
/** This machine's time zone: a kiosk belongs to no venue. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Only shown while the house cannot be reached: says so in words, with what to do. */
export function ConnectionLine() {
  const say = useSay()
  const { clock } = useFormats()
  const state = useStore(connection)
  const nowMs = useTicks(state.connection === 'lost')
  if (state.connection === 'lost' && state.wasOpen) {
    const seconds = Math.max(0, Math.floor((nowMs - (state.lostAtMs ?? nowMs)) / SECOND_MS))
    return (
      <p className={styles.lost} role="alert">
        {state.copy
          ? say('connection.cutOff', { seconds, clock: clock(state.copy.asOfMs, zone) })
          : say('connection.lost', { seconds })}{' '}
        {state.problem && state.problem !== 'unreachable' && say(`link.${state.problem}`)}
      </p>
    )
  }
  if (state.connection !== 'outdated') return null
  return (
    <div className={styles.lost} role="alert">
      {say('connection.outdated')} <Button onPress={() => location.reload()}>{say('app.reload')}</Button>
    </div>
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

function useTicks(running: boolean): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEvery(SECOND_MS, running, () => setNowMs(Date.now()))
  return nowMs
}
