import { useCallback, useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import { ask, boxOffice } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './kiosks-screen.module.css'

type State = NonNullable<Output<'backups'>['state']>

/** [SYNC 5.9] How old the newest backup is, what is wrong with it, and a button for another one. */
export function BackupState() {
  const say = useSay()
  const state = useBackups()
  if (!state) return null
  const { folder, elsewhere, keys, isRunning, trouble } = state
  return (
    <section className={styles.lan} data-state={trouble ? 'failed' : 'open'} aria-labelledby="backups-title">
      <div className={styles.facts}>
        <h2 id="backups-title" className={styles.part}>
          {say('backup.title')}
        </h2>
        <p role="status">
          <Newest {...state} />
        </p>
        {trouble && (
          <p className={styles.wrong}>
            {say(`backup.${trouble.kind}`)} {say('backup.detail', { detail: isolated(trouble.detail) })}
          </p>
        )}
        <p className={styles.quiet}>
          {say('backup.folder', { folder: isolated(folder) })}{' '}
          {elsewhere === null ? say('backup.here') : say('backup.elsewhere', { folder: isolated(elsewhere) })}
        </p>
        <p className={styles.quiet}>{say(`keys.${keys}`)}</p>
      </div>
      <Button isDisabled={isRunning} onPress={() => void ask('back-up', {})}>
        {say('backup.now')}
      </Button>
    </section>
  )
}

/** This machine's own zone: a house's folder belongs to no venue. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

function Newest({ newest, isRunning }: Pick<State, 'newest' | 'isRunning'>) {
  const say = useSay()
  const { clock, day, number } = useFormats()
  if (isRunning) return say('backup.running')
  if (!newest) return say('backup.none')
  const at = `${day(newest.atMs, zone)} ${clock(newest.atMs, zone)}`
  return say('backup.newest', { at: isolated(at), sequence: number(newest.sequence) })
}

/** Loaded again whenever the house reports a change. */
function useBackups(): State | null {
  const [state, setState] = useState<State | null>(null)
  const load = useCallback(() => {
    void ask('backups', {}).then((answer) =>
      answer.kind === 'done' ? setState(answer.value.state) : undefined,
    )
  }, [])
  useEffect(() => boxOffice.subscribe({ kind: 'house' }, load), [load])
  return state
}
