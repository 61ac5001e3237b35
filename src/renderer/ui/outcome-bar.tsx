import type { RowOutcome } from '../../shared/domain/changes/change.ts'
import styles from './outcome-bar.module.css'

export const outcomes = ['changes', 'same', 'skipped'] as const

export type OutcomeCounts = Readonly<Record<RowOutcome['outcome'], number>>

/** How many rows an edit would change, leave as they are, and leave out: a bar beside words that say the same. */
export function OutcomeBar({ counts }: { readonly counts: OutcomeCounts }) {
  return (
    <div className={styles.bar} aria-hidden="true">
      {outcomes.map((outcome) => (
        <span key={outcome} className={styles[outcome]} style={{ flexGrow: counts[outcome] }} />
      ))}
    </div>
  )
}

export function countsOf(rows: readonly RowOutcome[]): OutcomeCounts {
  return {
    changes: countOf(rows, 'changes'),
    same: countOf(rows, 'same'),
    skipped: countOf(rows, 'skipped'),
  }
}

export function countOf(rows: readonly RowOutcome[], outcome: RowOutcome['outcome']): number {
  return rows.filter((row) => row.outcome === outcome).length
}
