// What this desk waits for, on the first screen: each with its place in the queue and a button to leave it. Owns the words; the queue
// is the house's, and must never be guessed here.

import { Hourglass, Volume2, VolumeX, X } from 'lucide-react'
import { useStore } from 'zustand'
import { preferences } from '../../stores/preferences.ts'
import { shows } from '../../stores/shows.ts'
import { type Waiting, standby, stopWaiting } from '../../stores/standby.ts'
import { Button } from '../../ui/button.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './waiting-list.module.css'

/** [H15] Hidden if nobody waits. */
export function WaitingList() {
  const say = useSay()
  const { waiting } = useStore(standby)
  if (waiting.length === 0) return null
  return (
    <section className={styles.waiting} aria-label={say('standby.list')}>
      <span className={styles.title}>
        <Hourglass size={16} aria-hidden /> {say('standby.list')}
      </span>
      <Mute />
      <ul className={styles.list}>
        {waiting.map((one) => (
          <Wait key={`${one.showId} ${one.cartId}`} waiting={one} />
        ))}
      </ul>
    </section>
  )
}

/** Whether this desk plays a sound when its seats come free. */
function Mute() {
  const say = useSay()
  const { sound } = useStore(preferences)
  return (
    <Button
      look="quiet"
      label={say(sound ? 'sound.off' : 'sound.on')}
      onPress={() => preferences.setState({ sound: !sound })}
    >
      {sound ? <Volume2 size={16} aria-hidden /> : <VolumeX size={16} aria-hidden />}
    </Button>
  )
}

function Wait({ waiting }: { readonly waiting: Waiting }) {
  const say = useSay()
  const { seatNames } = useFormats()
  const { showId, count, labels, ahead } = waiting
  const title = useStore(shows).rows.get(showId)?.title ?? ''
  const seats = labels.length > 0 ? seatNames(labels) : say('standby.any', { count })
  return (
    <li className={styles.wait}>
      <span>{say('standby.one', { title: isolated(title), seats, ahead })}</span>
      <Button look="quiet" label={say('standby.leave', { seats })} onPress={() => void stopWaiting(waiting)}>
        <X size={16} aria-hidden />
      </Button>
    </li>
  )
}
