// The one authority of a house. All commands that arrive by one turn of the event loop run in one transaction, each in a part
// of its own: read, decide, record, keep the answer; one commit; then publish, then reply. Owns that order and nothing of the
// rules; must never await between reading a seat and writing it.

import { hash } from 'node:crypto'
import type { Actor } from '../../shared/domain/catalogue.ts'
import type { Context, Decision } from '../../shared/domain/decision.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import { decideSweep } from '../../shared/domain/hold.ts'
import type { CommandId, KioskId, StaffId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { type CommandName, isCommand, operations } from '../../shared/contract/operations.ts'
import type { Input, OperationName, Output, QueryName } from '../../shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import { Bug } from '../../shared/lib/assert.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import type { Occasion } from '../store/journal.ts'
import { writesOfPlan } from '../store/plan-rows.ts'
import { put } from '../store/rows.ts'
import { Conflict, StorageFault, type Write } from '../store/store.ts'
import { DeadlineClock } from './deadline-clock.ts'
import { Incidents } from './incidents.ts'
import { answerOf, keptText } from './kept-answers.ts'
import { JournalWriter } from './journal-writer.ts'
import { type CommandFacts, logDecision } from './operations-log.ts'
import { type Decide, plainOperations } from './operations.ts'
import { PlanUploads } from './plan-uploads.ts'
import type { EngineParts } from './ports.ts'
import { Publisher } from './publisher.ts'
import { Queries } from './queries.ts'
import { idSource, ulid } from './random-ids.ts'
import { Reader } from './reader.ts'

/** Commands waiting for their turn; beyond it the house is drowning, and says so at once [SYNC 5.7]. */
const QUEUE_MAX = 5000
/** How often chance is drawn again when a random code is there already. Twice in a row is once in 10^13. */
const DRAWS_MAX = 3
/** Bookings one sweep ends; the rest follow in the next turn, so that nobody waits for a whole house to lapse. */
const SWEEP_MAX = 500
/** A sweep that failed (disk full) is tried again, not at once: a second is soon to a seller and long to a disk. */
const SWEEP_AGAIN_MS = SECOND_MS

/** One thing to run in the next commit. */
interface Job {
  readonly run: () => Answer<unknown>
  readonly settle: (answer: Answer<unknown>) => void
  outcome: Answer<unknown> | null
}

const house: Actor = { staffId: 0 as StaffId, name: 'house', role: 'admin', kioskId: 'house' as KioskId }

export class Engine {
  readonly #parts: EngineParts
  readonly #incidents: Incidents
  readonly #journal: JournalWriter
  readonly #reader: Reader
  readonly #publisher: Publisher
  readonly #queries: Queries
  readonly #uploads = new PlanUploads()
  readonly #deadlines: DeadlineClock
  #queue: Job[] = []
  #closed = false

  constructor(parts: EngineParts) {
    this.#parts = parts
    this.#incidents = new Incidents(parts.log, parts.chance)
    this.#journal = new JournalWriter(parts.store, parts.clock)
    this.#reader = new Reader(parts.store, parts.houseTerms)
    this.#publisher = new Publisher(parts.store, this.#reader, () => this.nowMs())
    this.#queries = new Queries({
      ...parts,
      reader: this.#reader,
      uploads: this.#uploads,
      nowMs: () => this.nowMs(),
    })
    this.#deadlines = new DeadlineClock(
      () => this.#reader.pending.nextEndMs(),
      parts.scheduler,
      () => this.#sweep(),
    )
    this.#deadlines.reset()
  }

  nowMs(): number {
    return this.#journal.nowMs()
  }

  /** The number of the newest journal row. */
  get sequence(): number {
    return this.#journal.sequence
  }

  /** The house as one actor meets it: what carriers hand to their sessions. */
  deskFor(actor: Actor): BoxOffice {
    return {
      call: (name, input, commandId) => this.#call(actor, name, input, commandId),
      subscribe: (topic, listener) => this.#publisher.subscribe(topic, listener),
    }
  }

  /** Records events that no desk asked for (demo data), in one commit of their own. */
  furnish(events: readonly HouseEvent[], documents: readonly Write[]): void {
    this.#parts.store.transaction(() => {
      this.#parts.store.write(documents)
      this.#record(events, this.#ownOccasion())
    })
    this.#reader.forgetAll()
    this.#publish()
  }

  close(): void {
    this.#closed = true
    this.#drain()
    this.#deadlines.stop()
    this.#parts.store.close()
  }

  async #call<Name extends OperationName>(
    actor: Actor,
    name: Name,
    input: Input<Name>,
    commandId: CommandId | undefined,
  ): Promise<Answer<Output<Name>>> {
    const { roles } = operations[name]
    if (!(roles as readonly string[]).includes(actor.role))
      return refused({ code: 'NOT_ALLOWED', role: actor.role })
    if (!isCommand(name)) return this.#answerQuery(actor, name, input)
    const id = commandId ?? (ulid(this.nowMs(), this.#parts.chance) as CommandId)
    const run = () => this.#runCommand(actor, name, input as Input<CommandName>, id)
    const answer = await this.#enqueue(run)
    if (name === 'import-plan' && answer.kind === 'done') {
      this.#uploads.close(actor.kioskId, (input as Input<'import-plan'>).uploadId)
    }
    return answer as Answer<Output<Name>>
  }

  #answerQuery<Name extends OperationName>(
    actor: Actor,
    name: Name,
    input: Input<Name>,
  ): Answer<Output<Name>> {
    try {
      return this.#queries.answer(actor, name as QueryName, input as never) as Answer<Output<Name>>
    } catch (error) {
      return this.#incidents.fault(error, { query: name })
    }
  }

  #enqueue(run: () => Answer<unknown>): Promise<Answer<unknown>> {
    if (this.#closed)
      return Promise.resolve(this.#incidents.fault(new StorageFault('the house is closing'), {}))
    if (this.#queue.length >= QUEUE_MAX) return Promise.resolve(refused({ code: 'BUSY', limit: 'commands' }))
    return new Promise((settle) => {
      this.#queue.push({ run, settle, outcome: null })
      if (this.#queue.length === 1) this.#parts.scheduler.soon(() => this.#drain())
    })
  }

  /** One commit for all that waits. Either it holds for all of them, or none of them happened. */
  #drain(): void {
    const jobs = this.#queue
    this.#queue = []
    if (jobs.length === 0) return
    let before = this.#journal.mark()
    try {
      this.#parts.store.transaction(() => {
        if (this.#journal.lookAbroad()) {
          this.#reader.forgetAll()
          this.#deadlines.reset()
        }
        before = this.#journal.mark()
        for (const job of jobs) job.outcome = this.#runPart(job.run)
      })
    } catch (error) {
      this.#journal.backTo(before)
      this.#reader.forgetAll()
      const fault = this.#incidents.fault(error, { commands: jobs.length })
      for (const job of jobs) job.settle(fault)
      return
    }
    // Published after the commit and before the reply: a seller who hears yes must never see the seat free on the next screen.
    this.#publish()
    for (const job of jobs)
      job.settle(job.outcome ?? this.#incidents.fault(new Bug('a job without outcome'), {}))
  }

  #runPart(run: () => Answer<unknown>): Answer<unknown> {
    const before = this.#journal.mark()
    for (let draw = 1; ; draw += 1) {
      try {
        return this.#parts.store.part(run)
      } catch (error) {
        this.#journal.backTo(before)
        this.#reader.forget()
        if (error instanceof StorageFault) throw error
        if (!(error instanceof Conflict) || draw >= DRAWS_MAX) return this.#incidents.fault(error, {})
      }
    }
  }

  #runCommand(
    actor: Actor,
    name: CommandName,
    input: Input<CommandName>,
    commandId: CommandId,
  ): Answer<unknown> {
    const { store, log } = this.#parts
    const inputHash = hash('sha256', JSON.stringify([actor.kioskId, name, input]), 'base64')
    const earlier = store.get('command', commandId)
    if (earlier) {
      if (earlier.inputHash === inputHash) return answerOf(store, earlier.answer)
      log.error({ commandId, name, kiosk: actor.kioskId }, 'a command id came again with another content')
      return refused({ code: 'COMMAND_REUSED', commandId })
    }
    const atMs = this.nowMs()
    const decision = this.#decide(name, input, {
      nowMs: atMs,
      actor,
      ...idSource(atMs, this.#parts.chance, this.sequence + 1),
    })
    if (decision.accepted) this.#record(decision.events, { atMs, actor, commandId })
    const answer: Answer<unknown> = decision.accepted
      ? { kind: 'done', value: decision.value }
      : refused(decision.refusal)
    store.write([put('command', { commandId, inputHash, answer: keptText(answer, this.sequence), atMs })])
    this.#note({ command: name, commandId, kiosk: actor.kioskId, staff: actor.staffId }, decision)
    return answer
  }

  #decide(name: CommandName, input: Input<CommandName>, context: Context): Decision<unknown> {
    if (name === 'import-plan') return this.#importPlan(context.actor, input as Input<'import-plan'>)
    const decide = plainOperations[name] as Decide<CommandName>
    return decide(this.#reader, input, context)
  }

  #importPlan(actor: Actor, input: Input<'import-plan'>): Decision<unknown> {
    const { decision, plan } = this.#uploads.decideImport(this.#reader, actor.kioskId, input)
    if (plan) this.#parts.store.write(writesOfPlan(plan))
    return decision
  }

  #record(events: readonly HouseEvent[], occasion: Occasion): void {
    this.#journal.record(events, occasion)
    for (const event of events) this.#reader.follow(event, occasion.atMs)
  }

  #publish(): void {
    const { recorded, notes } = this.#journal.takeCommitted()
    this.#inAnyCase(() => this.#publisher.publish(recorded))
    for (const note of notes) this.#inAnyCase(note)
    this.#inAnyCase(() => this.#deadlines.follow(recorded))
  }

  /** After a commit nothing may stop the answers: whoever asked must hear it. Every listener's next news is a whole picture. */
  #inAnyCase(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#reader.forgetAll()
      this.#incidents.fault(error, { sequence: this.sequence })
    }
  }

  /** [H7] Woken for the next deadline, never by polling; a command that finds a lapsed hold ends it as well. */
  #sweep(): void {
    const run = (): Answer<unknown> => {
      const occasion = this.#ownOccasion()
      const { atMs: nowMs, commandId } = occasion
      const decision = decideSweep(this.#reader.read({ due: { nowMs, limit: SWEEP_MAX } }), nowMs)
      if (!decision.accepted) return refused(decision.refusal)
      this.#record(decision.events, occasion)
      this.#note({ command: 'sweep', commandId }, decision)
      return { kind: 'done', value: decision.value }
    }
    void this.#enqueue(run).then((answer) => {
      if (answer.kind === 'fault' && !this.#closed) this.#deadlines.reset(this.nowMs() + SWEEP_AGAIN_MS)
    })
  }

  /** What the house does by itself, now. */
  #ownOccasion(): Occasion {
    const atMs = this.nowMs()
    return { atMs, actor: house, commandId: ulid(atMs, this.#parts.chance) as CommandId }
  }

  #note(facts: CommandFacts, decision: Decision<unknown>): void {
    this.#journal.note(() => logDecision(this.#parts.log, facts, decision))
  }
}

function refused(refusal: Refusal): Extract<Answer<never>, { kind: 'refused' }> {
  return { kind: 'refused', refusal }
}
