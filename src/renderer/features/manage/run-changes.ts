// Runs changes to many rows, as a trial or for real: row ids are sent in pages that fit a frame, or as a file if there are more. Owns
// the pages and waiting for long changes; what a change does is decided by the house.

import { CHANGE_IDS_MAX, SKIPPED_MAX } from '../../../shared/contract/limits.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import type { RowId, SkippedRow } from '../../../shared/domain/changes/change.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import { ask, boxOffice } from '../../box-office.ts'
import { sendText } from '../../stores/send-text.ts'
import type { OutcomeCounts } from '../../ui/outcome-bar.tsx'
import type { Step } from './steps-of.ts'

/** Characters of row ids in one frame: half of its limit, since a coupon's code may have fifty. */
const PAGE_CHARS = 30_000

export interface Tried extends OutcomeCounts {
  /** The first of the rows left out, with reasons. */
  readonly left: readonly SkippedRow[]
  readonly changing: ReadonlySet<RowId>
}

export interface Done extends OutcomeCounts {
  readonly changeIds: readonly ChangeId[]
  readonly left: readonly SkippedRow[]
}

export type Failed = Exclude<Answer<unknown>, { readonly kind: 'done' }>

/** How much is done, from 0 to 1. */
export type OnShare = (share: number) => void

export async function tryOut(steps: readonly Step[], onShare: OnShare): Promise<Tried | Failed> {
  const pages = steps.flatMap(({ change, ids }) => pagesOf(ids).map((page) => ({ change, ids: page })))
  const counts = { changes: 0, same: 0, skipped: 0 }
  const left: SkippedRow[] = []
  const changing = new Set<RowId>()
  for (const [index, page] of pages.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- between two pages the house sells
    const answer = await ask('preview-change', page)
    if (answer.kind !== 'done') return answer
    for (const { id, outcome, reason } of answer.value.rows) {
      counts[outcome] += 1
      if (outcome === 'changes') changing.add(id)
      if (reason && left.length < SKIPPED_MAX) left.push({ id, reason })
    }
    onShare((index + 1) / pages.length)
  }
  return { ...counts, left, changing }
}

/** If a step fails, the rest is not run; the steps before it are done, and can be undone. */
export async function carryOut(
  steps: readonly Step[],
  onShare: OnShare,
): Promise<Done & { failed?: Failed }> {
  let all: Done = { changes: 0, same: 0, skipped: 0, left: [], changeIds: [] }
  for (const [index, step] of steps.entries()) {
    const share: OnShare = (part) => onShare((index + part) / steps.length)
    // oxlint-disable-next-line no-await-in-loop -- the steps are one after another, as they are undone
    const done = await runStep(step, share)
    if ('kind' in done) return { ...all, failed: done }
    all = added(all, done)
  }
  return all
}

/** The last change first. */
export async function undo(
  changeIds: readonly ChangeId[],
  onShare: OnShare,
): Promise<Done & { failed?: Failed }> {
  let all: Done = { changes: 0, same: 0, skipped: 0, left: [], changeIds: [] }
  for (const [index, changeId] of changeIds.toReversed().entries()) {
    // oxlint-disable-next-line no-await-in-loop -- the last change is undone first
    const done = await ended(await ask('undo-change', { changeId }), (part) =>
      onShare((index + part) / changeIds.length),
    )
    if ('kind' in done) return { ...all, failed: done }
    all = added(all, done)
  }
  return all
}

async function runStep({ change, ids }: Step, onShare: OnShare): Promise<Done | Failed> {
  if (pagesOf(ids).length <= 1) return ended(await ask('change-rows', { change, rows: { ids } }), onShare)
  const sent = await sendText(JSON.stringify(ids))
  if (sent.kind !== 'done') return sent
  const rows = { uploadId: sent.value }
  return ended(await ask('change-rows', { change, rows }), onShare)
}

function pagesOf(ids: readonly RowId[]): readonly (readonly RowId[])[] {
  const pages: RowId[][] = []
  let room = 0
  for (const id of ids) {
    const chars = String(id).length + 3
    const page = pages.at(-1)
    if (page && page.length < CHANGE_IDS_MAX && chars <= room) page.push(id)
    else {
      pages.push([id])
      room = PAGE_CHARS
    }
    room -= chars
  }
  return pages
}

async function ended(answer: Answer<Output<'change-rows'>>, onShare: OnShare): Promise<Done | Failed> {
  if (answer.kind !== 'done') return answer
  const { changeId, isDone, changed, same, skipped } = answer.value
  if (!isDone) await overOf(changeId, onShare)
  if (isDone && skipped === 0) {
    onShare(1)
    return { changes: changed, same, skipped, left: [], changeIds: [changeId] }
  }
  const story = await ask('change', { changeId })
  if (story.kind !== 'done') return story
  const { change, skippedRows } = story.value
  onShare(1)
  return {
    changes: change.changed,
    same: change.same,
    skipped: change.skipped,
    left: skippedRows,
    changeIds: [changeId],
  }
}

/** Resolves when the last part is done; the house reports progress with each part. */
function overOf(changeId: ChangeId, onShare: OnShare): Promise<void> {
  return new Promise((resolve) => {
    const stop = boxOffice.subscribe({ kind: 'changes' }, (news) => {
      void look(news.kind === 'changes' ? news.newest : null)
    })
    const look = async (
      newest: { readonly changeId: ChangeId; readonly done: number; readonly parts: number } | null,
    ) => {
      if (newest?.changeId === changeId) onShare(newest.done / newest.parts)
      const isOver =
        newest?.changeId === changeId ? newest.done >= newest.parts : await isOverAlready(changeId)
      if (!isOver) return
      stop()
      resolve()
    }
  })
}

/** By now the newest change may be somebody else's, so the house is asked. */
async function isOverAlready(changeId: ChangeId): Promise<boolean> {
  const story = await ask('change', { changeId })
  return story.kind === 'done' && story.value.change.done === story.value.change.parts
}

function added(all: Done, done: Done): Done {
  return {
    changes: all.changes + done.changes,
    same: all.same + done.same,
    skipped: all.skipped + done.skipped,
    left: [...all.left, ...done.left].slice(0, SKIPPED_MAX),
    changeIds: [...all.changeIds, ...done.changeIds],
  }
}
