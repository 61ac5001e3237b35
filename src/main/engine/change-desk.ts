// Changes to many rows [A2]. A small change is one commit; a large one is planned in one commit and carried out in parts, between
// which everybody else gets their turn. What was planned is carried out, if need be after a restart. Owns that order; what a part
// does is decided by the domain.

import type { Asks, Found } from '../../shared/domain/asks.ts'
import type { Actor } from '../../shared/domain/catalogue.ts'
import { hasWayBack, type Part, type RowId, type RowsChange } from '../../shared/domain/changes/change.ts'
import { advanced, partOf, partsOf, planned, rowsOfPart } from '../../shared/domain/changes/decide-change.ts'
import { undoPart } from '../../shared/domain/changes/undo-part.ts'
import { type Context, type Decision, accept, refuse } from '../../shared/domain/decision.ts'
import type { ChangePlanned } from '../../shared/domain/change-events.ts'
import type { ChangeId } from '../../shared/domain/ids.ts'
import { type InputProblem, isRefusal, type Refusal } from '../../shared/domain/refusal.ts'
import { changeCommands, rowsOfFile } from '../../shared/contract/change-operations.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { known } from '../../shared/lib/assert.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import type { JournalEntry } from '../store/journal.ts'
import { partsOfChange, plannedChanges, undoOf } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import type { ByItself } from './by-itself.ts'
import type { PlanUploads } from './plan-uploads.ts'
import type { Scheduler } from './ports.ts'
import type { Reader } from './reader.ts'

export type ChangeCommand = keyof typeof changeCommands

export function isChangeCommand(name: string): name is ChangeCommand {
  return Object.hasOwn(changeCommands, name)
}

/** A part that could not be written is tried again after this: soon for a manager, long for a disk. */
const AGAIN_MS = SECOND_MS

type Done = Output<'change-rows'>

interface Parts {
  readonly store: Store
  readonly reader: Reader
  readonly uploads: PlanUploads
  readonly scheduler: Scheduler
  readonly nowMs: () => number
  readonly byItself: ByItself
}

/** A change that is not done yet. */
interface Running {
  readonly changeId: ChangeId
  readonly change: RowsChange
  readonly rows: readonly RowId[]
  readonly parts: number
  readonly actor: Actor
}

export class ChangeDesk {
  readonly #parts: Parts
  readonly #running = new Map<ChangeId, Running>()
  /** Parts that could not be written (disk full), waiting to be tried again. */
  readonly #callOff = new Map<ChangeId, () => void>()
  #isStopped = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Inside a commit. */
  decide(context: Context, name: ChangeCommand, input: unknown): Decision<Done> {
    return name === 'change-rows'
      ? this.#decideChange(context, input as Input<'change-rows'>)
      : this.#decideUndo(context, input as Input<'undo-change'>)
  }

  /** Refuses a file of rows that has not arrived whole. */
  #decideChange(context: Context, { change, rows }: Input<'change-rows'>): Decision<Done> {
    const given = 'ids' in rows ? rows.ids : this.#rowsOfFile(context.actor, rows.uploadId)
    if (isRefusal(given)) return refuse(given)
    const ids = [...new Set(given)]
    return this.#begin(context, change, ids, partsOf(ids))
  }

  /** Refuses to undo a change that does not exist, cannot be undone, is not done yet, or was undone already. */
  #decideUndo(context: Context, { changeId }: Input<'undo-change'>): Decision<Done> {
    const { store } = this.#parts
    const row = store.get('change', changeId)
    if (!row) return refuse({ code: 'NOT_FOUND', what: 'change', id: changeId })
    const problem = whyNotUndone(store, row)
    if (problem) return refuse({ code: 'INVALID_INPUT', field: 'changeId', problem, detail: '' })
    return this.#begin(context, { of: 'undo', changeId }, [], row.parts)
  }

  /** Resumes changes that an earlier process planned and did not finish. */
  resume(): void {
    for (const row of this.#parts.store.select(plannedChanges, 0)) {
      if (this.#parts.store.select(partsOfChange, row.changeId).length < row.parts) this.#runAgain(row)
    }
  }

  /** After a commit: starts what it planned. */
  follow(entries: readonly JournalEntry[]): void {
    for (const { event, row } of entries) if (event.type === 'change-planned') this.#run(event, row)
  }

  stop(): void {
    this.#isStopped = true
    for (const callOff of this.#callOff.values()) callOff()
  }

  #begin(context: Context, change: RowsChange, rows: readonly RowId[], parts: number): Decision<Done> {
    const changeId = context.newChangeId()
    if (parts > 1) {
      const value = { changeId, isDone: false, changed: 0, same: 0, skipped: 0 }
      return accept([planned(changeId, change, rows, parts)], value)
    }
    const part = this.#partOf(change, rows, 0, context.nowMs)
    const done = advanced(part, { changeId, part: 0, isLast: true, change })
    const { changed, same, skipped } = done
    return accept([...part.events, done], {
      changeId,
      isDone: true,
      changed,
      same,
      skipped: skipped.length,
    })
  }

  #partOf(change: RowsChange, rows: readonly RowId[], part: number, nowMs: number): Part {
    const { reader } = this.#parts
    const read = <Name extends 'changing' | 'undoing'>(asks: Asks<Name>): Found<Name> => reader.read(asks)
    if (change.of !== 'undo') {
      const ids = rowsOfPart(rows, part)
      return partOf(read<'changing'>({ changing: { change, ids, nowMs } }).changing, change, ids, nowMs)
    }
    const { undoing } = read<'undoing'>({ undoing: { changeId: change.changeId, part, nowMs } })
    return undoPart(known(undoing, 'part to undo'), nowMs)
  }

  #rowsOfFile(actor: Actor, uploadId: string): readonly RowId[] | Refusal {
    const text = this.#parts.uploads.text(actor.kioskId, uploadId)
    if (typeof text !== 'string') return text
    return (
      rowsOfFile(text) ?? {
        code: 'INVALID_INPUT',
        field: 'uploadId',
        problem: 'malformed',
        detail: uploadId,
      }
    )
  }

  #runAgain({ plannedSequence }: Row<'change'>): void {
    const planned = known(plannedSequence, 'number of a plan')
    const row = known(this.#parts.store.get('journal', planned), 'journal row of a plan')
    this.#run(JSON.parse(row.body) as ChangePlanned, row)
  }

  #run(plan: ChangePlanned, { staffId, kioskId, role }: Row<'journal'>): void {
    if (this.#running.has(plan.changeId)) return
    const name = this.#parts.store.get('staff', staffId)?.name ?? ''
    const running = { ...plan, actor: { staffId, kioskId, role, name } as Actor }
    this.#running.set(plan.changeId, running)
    void this.#next(running)
  }

  /** One part per commit: commands that arrived meanwhile run in the same commit, ahead of the next part. */
  async #next(running: Running): Promise<void> {
    const { changeId, actor, parts } = running
    const answer = await this.#parts.byItself(
      'change-rows',
      (context) => this.#advance(running, context),
      actor,
    )
    if (this.#isStopped) return
    // Disk full, or too many commands waiting: what was planned is still carried out, as soon as there is room again.
    if (answer.kind !== 'done') return this.#nextLater(running)
    if ((answer.value as number) >= parts) this.#running.delete(changeId)
    else void this.#next(running)
  }

  #nextLater(running: Running): void {
    const { scheduler, nowMs } = this.#parts
    this.#callOff.set(
      running.changeId,
      scheduler.at(nowMs() + AGAIN_MS, () => void this.#next(running)),
    )
  }

  /** Runs whichever part is next according to the rows, whoever did the one before. */
  #advance({ changeId, change, rows, parts }: Running, { nowMs }: Context): Decision<number> {
    const part = this.#parts.store.select(partsOfChange, changeId).length
    if (part >= parts) return accept([], part)
    const done = this.#partOf(change, rows, part, nowMs)
    const isLast = part === parts - 1
    return accept([...done.events, advanced(done, { changeId, part, isLast })], part + 1)
  }
}

function whyNotUndone(store: Store, { changeId, change, parts }: Row<'change'>): InputProblem | null {
  if (!hasWayBack(change)) return 'final'
  if (store.select(undoOf, changeId).length > 0) return 'over'
  return store.select(partsOfChange, changeId).length === parts ? null : 'incomplete'
}
