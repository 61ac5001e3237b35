import { useStore } from 'zustand'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { clockOff } from '../stores/clock-off.ts'
import { isolated, useFormats, useSay } from '../ui/words.tsx'
import styles from './disk-line.module.css'

/** [V14] Only shown while this machine's clock is wrong: by how much, and that sales do not depend on it. */
export function ClockLine() {
  const say = useSay()
  const { number } = useFormats()
  const { aheadMs } = useStore(clockOff)
  if (aheadMs === null) return null
  const minutes = isolated(number(Math.round(Math.abs(aheadMs) / MINUTE_MS)))
  return (
    <p className={styles.line} data-state="low" role="alert">
      {say(aheadMs > 0 ? 'clock.ahead' : 'clock.behind', { minutes })}
    </p>
  )
}
