import type { RowOutcome } from '../../shared/domain/changes/change.ts'
import styles from './outcome-bar.module.css'

export const outcomes = ['changes', 'same', 'skipped'] as const

/** How many rows a change would change, leave as they are, and leave out: a bar for the eye beside words that say so. */
export function OutcomeBar({ rows }: { readonly rows: readonly RowOutcome[] }) {
  return (
    <div className={styles.bar} aria-hidden="true">
      {outcomes.map((outcome) => (
        <span key={outcome} className={styles[outcome]} style={{ flexGrow: countOf(rows, outcome) }} />
      ))}
    </div>
  )
}

export function countOf(rows: readonly RowOutcome[], outcome: RowOutcome['outcome']): number {
  return rows.filter((row) => row.outcome === outcome).length
}
