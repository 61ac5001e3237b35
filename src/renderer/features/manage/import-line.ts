// Creates one new row of the catalogue as a spreadsheet with one line [A3]: checked by the house, refused by column, and undone like
// any change. Must never change an existing row.

import type { ChangeId } from '../../../shared/domain/ids.ts'
import type { LineProblem, SheetKind } from '../../../shared/domain/spreadsheet/sheet.ts'
import { cellOf } from '../../../shared/domain/spreadsheet/write-sheet.ts'
import { ask } from '../../box-office.ts'
import { sendText } from '../../stores/send-text.ts'
import { ownChanges } from './own-changes.ts'
import type { Failed } from './run-changes.ts'

/** `there`: a row with this key exists already. */
export interface LineRefused {
  readonly kind: 'wrong'
  readonly column: string
  readonly problem: LineProblem | 'there'
}

/** Another show in the same hall begins too near, at this time. The user must have seen that before the row is created anyway. */
export interface LineClashes {
  readonly kind: 'clashes'
  readonly at: string
}

export interface LineMade {
  readonly kind: 'made'
  readonly changeId: ChangeId
}

/** `cells`: by column name, as in a file. `seenClash`: the clash shown before. */
export async function importLine(
  of: SheetKind,
  cells: Readonly<Record<string, string>>,
  seenClash: string | null,
): Promise<LineMade | LineRefused | LineClashes | Failed> {
  const sent = await sendText(textOf(cells))
  if (sent.kind !== 'done') return sent
  const uploadId = sent.value
  const seen = await ask('preview-sheet', { of, uploadId })
  if (seen.kind !== 'done') return seen
  const { faults, added, lines, seen: digest } = seen.value
  const [fault] = faults
  if (fault) return { kind: 'wrong', column: fault.column, problem: fault.problem }
  if (added === 0) return { kind: 'wrong', column: Object.keys(cells)[0] ?? '', problem: 'there' }
  const at = lines[0]?.clash ?? null
  if (at !== null && at !== seenClash) return { kind: 'clashes', at }
  const made = await ask('import-sheet', { of, uploadId, seen: digest })
  if (made.kind !== 'done') return made
  const { changeId } = made.value
  ownChanges.add(changeId)
  return { kind: 'made', changeId }
}

function textOf(cells: Readonly<Record<string, string>>): string {
  const lines = [Object.keys(cells), Object.values(cells)]
  return lines.map((line) => line.map(cellOf).join(',')).join('\n')
}
