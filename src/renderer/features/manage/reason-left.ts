import type { Output } from '../../../shared/contract/operations.ts'
import type { SkipReason } from '../../../shared/domain/changes/change.ts'
import { ask } from '../../box-office.ts'

/** Why a change of one row did nothing; null: it did. */
export async function reasonLeft({ changeId, skipped }: Output<'change-rows'>): Promise<SkipReason | null> {
  if (skipped === 0) return null
  const story = await ask('change', { changeId })
  return story.kind === 'done' ? (story.value.skippedRows[0]?.reason ?? null) : null
}
