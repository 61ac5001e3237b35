import { useFormats } from './words.tsx'
import styles from './hold-ring.module.css'

/** The last minute is red (H11). */
const LAST_MS = 60_000
/** In a drawing 44 units wide, with a stroke of 5. */
const RADIUS = 19
const ROUND = 2 * Math.PI * RADIUS

/** Time left on a hold: a ring that empties, with the time in it. Never the number alone. */
export function HoldRing({ leftMs, wholeMs, label }: { leftMs: number; wholeMs: number; label: string }) {
  const { lasting } = useFormats()
  const share = Math.max(0, Math.min(1, leftMs / wholeMs))
  return (
    <span
      className={styles['hold']}
      data-last={leftMs <= LAST_MS || undefined}
      role="timer"
      aria-label={label}
    >
      <svg viewBox="0 0 44 44" className={styles['ring']} aria-hidden="true">
        <circle cx="22" cy="22" r={RADIUS} className={styles['track']} />
        <circle
          cx="22"
          cy="22"
          r={RADIUS}
          className={styles['left']}
          strokeDasharray={`${ROUND * share} ${ROUND}`}
          transform="rotate(-90 22 22)"
        />
      </svg>
      <span className={styles['time']}>{lasting(leftMs)}</span>
    </span>
  )
}
