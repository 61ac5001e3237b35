import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import { fingerprint } from '../../../shared/domain/kiosks.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import styles from './kiosks-screen.module.css'

type Hub = Output<'find-hubs'>['hubs'][number]

interface Props {
  /** The address in the field; null if it is none. */
  readonly chosen: { readonly host: string; readonly port: number } | null
  readonly onAddress: (address: string) => void
}

/** A hub answers in a moment, and one that was just opened appears within a few. */
const LOOK_EVERY_MS = 2000

/** [S5] Hubs that announce themselves on the network: one touch fills the address in. Their identity is proven by code and key only. */
export function FoundHubs({ chosen, onAddress }: Props) {
  const say = useSay()
  const hubs = useFoundHubs()
  if (hubs.length === 0) return <p className={styles.quiet}>{say('kiosks.join.looking')}</p>
  return (
    <div role="group" aria-label={say('kiosks.join.found')} className={styles.hubs}>
      {hubs.map((hub) => (
        <Button
          key={`${hub.host}:${hub.port}`}
          isPressed={chosen?.host === hub.host && chosen.port === hub.port}
          label={say('kiosks.join.use', {
            name: isolated(hub.name),
            address: isolated(`${hub.host}:${hub.port}`),
            fingerprint: isolated(fingerprint(hub.key)),
          })}
          onPress={() => onAddress(`${hub.host}:${hub.port}`)}
        >
          <bdi>{hub.name}</bdi> <bdi dir="ltr">{`${hub.host}:${hub.port}`}</bdi>
          <bdi className={styles.key}>{fingerprint(hub.key)}</bdi>
        </Button>
      ))}
    </div>
  )
}

function useFoundHubs(): readonly Hub[] {
  const [hubs, setHubs] = useState<readonly Hub[]>([])
  useEffect(() => {
    const look = () =>
      void ask('find-hubs', {}).then((answer) =>
        answer.kind === 'done' ? setHubs(answer.value.hubs) : undefined,
      )
    look()
    const again = setInterval(look, LOOK_EVERY_MS)
    return () => clearInterval(again)
  }, [])
  return hubs
}
