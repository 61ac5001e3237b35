import type { Failed } from './run-changes.ts'
import type { RowId } from '../../../shared/domain/changes/change.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'

/** What one step of a table made, in order, and which rows it concerned. */
export interface Made {
  readonly changeIds: readonly ChangeId[]
  readonly ids: readonly RowId[]
}

interface Attempt {
  /** How many were undone, the last first. */
  readonly undone: number
  readonly failed: Failed | undefined
}

/** What is left to undo after an attempt. A fault, or a refusal that passes, leaves the change: it may have to be tried again. */
export function leftOf(changeIds: readonly ChangeId[], { undone, failed }: Attempt): readonly ChangeId[] {
  const gone = undone + (failed && isForGood(failed) ? 1 : 0)
  return changeIds.slice(0, Math.max(0, changeIds.length - gone))
}

/** Undone by somebody already, without a way back, or unknown to the house. */
function isForGood(failed: Failed): boolean {
  if (failed.kind !== 'refused') return false
  const { refusal } = failed
  if (refusal.code === 'NOT_FOUND') return true
  return refusal.code === 'INVALID_INPUT' && (refusal.problem === 'over' || refusal.problem === 'final')
}

/** The step that was tried to undo, in its place among the others: as much as is left of it. */
export function withLeft(made: readonly Made[], tried: Made, attempt: Attempt): readonly Made[] {
  return made.flatMap((one) => {
    if (one !== tried) return [one]
    const changeIds = leftOf(one.changeIds, attempt)
    return changeIds.length > 0 ? [{ ...one, changeIds }] : []
  })
}
