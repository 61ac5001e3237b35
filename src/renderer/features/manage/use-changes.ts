// The change being made from a table: tried, under way, done, undone. Owns their order; what a change does, and to which rows, is
// decided by the house.

import { useRef, useState } from 'react'
import { type RowId, hasWayBack } from '../../../shared/domain/changes/change.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import type { Edited, IdOf } from '../../ui/table/column.ts'
import { isolated, useSay } from '../../ui/words.tsx'
import { type Made, withLeft } from './made-changes.ts'
import { ownChanges } from './own-changes.ts'
import { type OnShare, type Tried, carryOut, tryOut, undo } from './run-changes.ts'
import { type Step, stepsOf } from './steps-of.ts'
import { useFailedText } from './use-failed-text.ts'

export interface Trial {
  /** Describes what would be done. */
  readonly title: string
  readonly steps: readonly Step[]
  readonly tried: Tried
}

export interface Note {
  readonly kind: 'done' | 'made' | 'problem'
  readonly text: string
  readonly mayUndo: boolean
}

/** The row that gets the cursor: created by a change, or found in place of one to be created. */
export interface MadeRow {
  readonly id: RowId
  readonly changeId: ChangeId | null
}

interface Parts<Row> {
  readonly idOf: IdOf<Row>
  /** These rows may have changed. */
  readonly onChanged: (ids: readonly RowId[]) => void
}

export type Changing = Omit<ReturnType<typeof useChanges>, 'edit'>

/** Progress of the change under way; null if there is none. */
function useShare(onBegin: () => void) {
  const [share, setShare] = useState<number | null>(null)
  const busy = async <Result>(work: (onShare: OnShare) => Promise<Result>): Promise<Result> => {
    onBegin()
    setShare(0)
    const result = await work(setShare)
    setShare(null)
    return result
  }
  return { share, busy }
}

export function useChanges<Row>({ idOf, onChanged }: Parts<Row>) {
  const say = useSay()
  const failedText = useFailedText()
  const [trial, setTrial] = useState<Trial | null>(null)
  const [note, setNote] = useState<Note | null>(null)
  const made = useRef<readonly Made[]>([])
  const undoing = useRef(Promise.resolve())
  const problem = (text: string) => setNote({ kind: 'problem', text, mayUndo: false })
  const { share, busy } = useShare(() => setNote(null))
  const tryOutSteps = async (title: string, steps: readonly Step[]) => {
    const tried = await busy((onShare) => tryOut(steps, onShare))
    if ('kind' in tried) problem(failedText(tried))
    else setTrial({ title, steps, tried })
  }
  const apply = async (steps: readonly Step[]) => {
    setTrial(null)
    const done = await busy((onShare) => carryOut(steps, onShare))
    const ids = [...new Set(steps.flatMap((step) => step.ids))]
    for (const changeId of done.changeIds) ownChanges.add(changeId)
    const mayUndo = done.changes > 0 && steps.every(({ change }) => hasWayBack(change))
    if (mayUndo) made.current = [...made.current, { changeIds: done.changeIds, ids }]
    onChanged(ids)
    if (done.failed) return problem(failedText(done.failed))
    const reason = ids.length === 1 ? done.left[0]?.reason : undefined
    if (reason) return problem(say(`manage.reason.${reason}`))
    const text = say('manage.done', { count: done.changes })
    setNote({ kind: 'done', text, mayUndo })
  }
  const undoLast = async () => {
    const last = made.current.at(-1)
    if (!last) return
    const done = await busy((onShare) => undo(last.changeIds, onShare))
    made.current = withLeft(made.current, last, { undone: done.changeIds.length, failed: done.failed })
    for (const changeId of done.changeIds) ownChanges.add(changeId)
    onChanged(last.ids)
    const mayUndo = made.current.length > 0
    if (done.failed) return setNote({ kind: 'problem', text: failedText(done.failed), mayUndo })
    const text = say('manage.undone', { changed: done.changes, skipped: done.skipped })
    setNote({ kind: 'done', text, mayUndo })
  }
  /** The same key undoes the creation as undoes later changes. */
  const tellMade = (changeId: ChangeId, id: RowId) => {
    made.current = [...made.current, { changeIds: [changeId], ids: [id] }]
    setNote({ kind: 'made', text: say('manage.made'), mayUndo: true })
  }
  /** A single cell is changed at once, since undoing is just as quick; a block is tried first. */
  const edit = async (edits: readonly Edited<Row>[]) => {
    const steps = stepsOf(edits, idOf)
    if ('unreadable' in steps) {
      const { column, text } = steps.unreadable
      return problem(say('table.unreadable', { column: column.head, text: isolated(text) }))
    }
    return edits.length === 1 ? apply(steps) : tryOutSteps(say('table.paste'), steps)
  }
  return {
    trial,
    share,
    note,
    edit: (edits: readonly Edited<Row>[]) => void edit(edits),
    tryOut: (title: string, steps: readonly Step[]) => void tryOutSteps(title, steps),
    apply: (steps: readonly Step[]) => void apply(steps),
    tellMade,
    // One after the other: the next may have to try this one again.
    undo: () => {
      undoing.current = undoing.current.then(undoLast)
    },
    dropTrial: () => setTrial(null),
    dropNote: () => setNote(null),
  }
}
