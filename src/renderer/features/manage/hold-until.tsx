import { SECOND_MS } from '../../../shared/lib/time.ts'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { useFormats } from '../../ui/words.tsx'
import styles from './hold-until.module.css'

/** The last minute is red [H11]. */
const LAST_MS = 60 * SECOND_MS

/** When the seats become free, by the hub's clock, and how long until then. */
export function HoldUntil({ endsAtMs, zone }: { readonly endsAtMs: number; readonly zone: string }) {
  const { exactClock, lasting } = useFormats()
  const leftMs = endsAtMs - useHubNow(SECOND_MS)
  return (
    <span className={styles.until} data-last={leftMs <= LAST_MS || undefined}>
      {exactClock(endsAtMs, zone)} <span className={styles.left}>{lasting(leftMs)}</span>
    </span>
  )
}
