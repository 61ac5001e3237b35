// The one authority of a house. All commands that arrive by one turn of the event loop run in one transaction, each in a part
// of its own: read, decide, record, keep the answer; one commit; then publish, then reply. Owns that order and nothing of the
// rules; must never await between reading a seat and writing it.

import { createHash } from 'node:crypto'
import type { Actor } from '../../shared/domain/catalogue.ts'
import type { Decision } from '../../shared/domain/decision.ts'
import { type HouseEvent, showOf } from '../../shared/domain/events.ts'
import { decideSweep } from '../../shared/domain/hold.ts'
import type { CommandId, KioskId, StaffId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { type CommandName, isCommand, operations } from '../../shared/contract/operations.ts'
import type { Input, OperationName, Output } from '../../shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import type { News, Topic } from '../../shared/contract/topics.ts'
import type { Terms } from '../../shared/domain/terms.ts'
import { Bug } from '../../shared/lib/assert.ts'
import { type JournalEntry, type JournalHead, emptyHead, makeEntry } from '../store/journal.ts'
import { writesOfPlan } from '../store/plan-rows.ts'
import { writesOf } from '../store/projection.ts'
import { lastJournalRow } from '../store/queries.ts'
import { Conflict, StorageFault, type Store, type Write } from '../store/store.ts'
import { DeadlineClock } from './deadline-clock.ts'
import { type Decide, plainOperations } from './operations.ts'
import { PlanUploads } from './plan-uploads.ts'
import type { Chance, Clock, Log, Scheduler, Signer } from './ports.ts'
import { Publisher } from './publisher.ts'
import { Queries } from './queries.ts'
import { type IdSource, base32, idSource, ulid } from './random-ids.ts'
import { Reader } from './reader.ts'

/** Commands waiting for their turn; beyond it the house is drowning, and says so at once [SYNC 5.7]. */
const QUEUE_MAX = 5000
/** How often chance is drawn again when a random code is there already. Twice in a row is once in 10^13. */
const DRAWS_MAX = 3
/** Bookings one sweep ends; the rest follow in the next turn, so that nobody waits for a whole house to lapse. */
const SWEEP_MAX = 500

export interface EngineParts {
  readonly store: Store
  readonly clock: Clock
  readonly chance: Chance
  readonly scheduler: Scheduler
  readonly log: Log
  readonly signer: Signer
  readonly version: string
  /** [H2] What this house was started with. */
  readonly houseTerms: Partial<Terms>
}

/** One thing to run in the next commit. */
interface Job {
  readonly run: () => Answer<unknown>
  readonly settle: (answer: Answer<unknown>) => void
  outcome: Answer<unknown> | null
}

const house: Actor = { staffId: 0 as StaffId, name: 'house', role: 'admin', kioskId: 'house' as KioskId }

export class Engine {
  readonly #parts: EngineParts
  readonly #reader: Reader
  readonly #publisher: Publisher
  readonly #queries: Queries
  readonly #uploads = new PlanUploads()
  readonly #deadlines: DeadlineClock
  #queue: Job[] = []
  #recorded: JournalEntry[] = []
  #head: JournalHead
  #foreignVersion: number
  #closed = false

  constructor(parts: EngineParts) {
    this.#parts = parts
    this.#reader = new Reader(parts.store, parts.houseTerms)
    this.#publisher = new Publisher(parts.store, this.#reader, () => this.nowMs())
    this.#queries = new Queries({
      ...parts,
      reader: this.#reader,
      uploads: this.#uploads,
      nowMs: () => this.nowMs(),
    })
    this.#deadlines = new DeadlineClock(parts.store, parts.scheduler, () => this.#sweep())
    this.#head = parts.store.select(lastJournalRow, 1)[0] ?? emptyHead
    this.#foreignVersion = parts.store.foreignVersion()
    this.#deadlines.reset()
  }

  /** [I11] The house's time: the clock's, but never before what was recorded last. */
  nowMs(): number {
    return Math.max(this.#head.atMs, this.#parts.clock.nowMs())
  }

  /** The number of the newest journal row. */
  get sequence(): number {
    return this.#head.sequence
  }

  /** The house as one actor meets it: what carriers hand to their sessions. */
  deskFor(actor: Actor): BoxOffice {
    return {
      call: (name, input, commandId) => this.#call(actor, name, input, commandId),
      subscribe: (topic, listener) => this.#subscribe(topic, listener),
    }
  }

  /** Records events that no desk asked for (demo data), in one commit of their own. */
  furnish(events: readonly HouseEvent[], documents: readonly Write[]): void {
    this.#parts.store.transaction(() => {
      this.#parts.store.write(documents)
      this.#record(events, house, ulid(this.nowMs(), this.#parts.chance) as CommandId)
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
    if (!isCommand(name)) return this.#queries.answer(actor, name, input as never) as Answer<Output<Name>>
    const id = commandId ?? (ulid(this.nowMs(), this.#parts.chance) as CommandId)
    const run = () => this.#runCommand(actor, name, input as Input<CommandName>, id)
    return (await this.#enqueue(run)) as Answer<Output<Name>>
  }

  #subscribe(topic: Topic, listener: (news: News) => void): () => void {
    return this.#publisher.subscribe(topic, listener)
  }

  #enqueue(run: () => Answer<unknown>): Promise<Answer<unknown>> {
    if (this.#closed) return Promise.resolve(this.#fault(new StorageFault('the house is closing'), {}))
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
    const before = this.#head
    try {
      this.#parts.store.transaction(() => {
        this.#lookAbroad()
        for (const job of jobs) job.outcome = this.#runPart(job.run)
      })
    } catch (error) {
      this.#head = before
      this.#recorded = []
      this.#reader.forget()
      const fault = this.#fault(error, { commands: jobs.length })
      for (const job of jobs) job.settle(fault)
      return
    }
    // Published after the commit and before the reply: a seller who hears yes must never see the seat free on the next screen.
    this.#publish()
    for (const job of jobs) job.settle(job.outcome ?? this.#fault(new Bug('a job without outcome'), {}))
  }

  #runPart(run: () => Answer<unknown>): Answer<unknown> {
    const head = this.#head
    const recorded = this.#recorded.length
    for (let draw = 1; ; draw += 1) {
      try {
        return this.#parts.store.part(run)
      } catch (error) {
        this.#head = head
        this.#recorded.length = recorded
        this.#reader.forget()
        if (error instanceof StorageFault) throw error
        if (!(error instanceof Conflict) || draw >= DRAWS_MAX) return this.#fault(error, {})
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
    const inputHash = createHash('sha256')
      .update(JSON.stringify([actor.kioskId, name, input]))
      .digest('base64')
    const earlier = store.get('command', commandId)
    if (earlier) {
      if (earlier.inputHash === inputHash) return JSON.parse(earlier.answer) as Answer<unknown>
      log.error({ commandId, name, kiosk: actor.kioskId }, 'a command id came again with another content')
      return refused({ code: 'COMMAND_REUSED', commandId })
    }
    const atMs = this.nowMs()
    const decision = this.#decide(actor, name, input, idSource(atMs, this.#parts.chance))
    if (decision.accepted) this.#record(decision.events, actor, commandId)
    const answer: Answer<unknown> = decision.accepted
      ? { kind: 'done', value: decision.value }
      : refused(decision.refusal)
    store.write([
      { put: 'command', row: { commandId, name, inputHash, answer: JSON.stringify(answer), atMs } },
    ])
    this.#logCommand(actor, name, commandId, decision)
    return answer
  }

  #decide(actor: Actor, name: CommandName, input: Input<CommandName>, ids: IdSource): Decision<unknown> {
    const context = { nowMs: this.nowMs(), actor, ...ids }
    if (name === 'import-plan') return this.#importPlan(actor, input as Input<'import-plan'>)
    const decide = plainOperations[name] as Decide<CommandName>
    return decide(this.#reader, input, context)
  }

  #importPlan(actor: Actor, input: Input<'import-plan'>): Decision<unknown> {
    const { decision, plan } = this.#uploads.decideImport(this.#reader, actor.kioskId, input)
    if (plan) this.#parts.store.write(writesOfPlan(plan))
    return decision
  }

  #record(events: readonly HouseEvent[], actor: Actor, commandId: CommandId): void {
    const { store } = this.#parts
    const atMs = this.nowMs()
    for (const event of events) {
      const showId = showOf(event)
      const revision = showId === null ? null : (store.get('revision', showId)?.revision ?? 0) + 1
      const entry = makeEntry(this.#head, event, revision, { atMs, actor, commandId })
      store.write(writesOf(entry))
      this.#head = entry.row
      this.#recorded.push(entry)
      if (event.type === 'entry-saved' || event.type === 'prices-set') this.#reader.forget()
    }
  }

  #publish(): void {
    const recorded = this.#recorded
    this.#recorded = []
    this.#publisher.publish(recorded)
    this.#deadlines.reset()
  }

  /** Another process may have written since our last commit: then our memory of the house is read anew. */
  #lookAbroad(): void {
    const version = this.#parts.store.foreignVersion()
    if (version === this.#foreignVersion) return
    this.#foreignVersion = version
    this.#head = this.#parts.store.select(lastJournalRow, 1)[0] ?? emptyHead
    this.#reader.forgetAll()
  }

  /** [H7] Woken for the next deadline, never by polling; a command that finds a lapsed hold ends it as well. */
  #sweep(): void {
    void this.#enqueue(() => {
      const nowMs = this.nowMs()
      const decision = decideSweep(this.#reader.read({ due: { nowMs, limit: SWEEP_MAX } }), nowMs)
      if (!decision.accepted) return refused(decision.refusal)
      const commandId = ulid(nowMs, this.#parts.chance) as CommandId
      this.#record(decision.events, house, commandId)
      for (const event of decision.events) this.#parts.log.info({ event, commandId }, event.type)
      return { kind: 'done', value: decision.value }
    })
  }

  /** [C6] Every hold, extension, release, payment and refusal, with its ids. */
  #logCommand(actor: Actor, command: CommandName, commandId: CommandId, decision: Decision<unknown>): void {
    const who = { command, commandId, kiosk: actor.kioskId, staff: actor.staffId }
    if (!decision.accepted) return this.#parts.log.info({ ...who, refusal: decision.refusal }, 'refused')
    for (const event of decision.events) this.#parts.log.info({ ...who, ...idsOf(event) }, event.type)
  }

  #fault(error: unknown, facts: object): Extract<Answer<never>, { kind: 'fault' }> {
    const incidentId = base32(this.#parts.chance.bytes(5))
    this.#parts.log.error({ ...facts, incidentId, error: describe(error) }, 'a command failed')
    return { kind: 'fault', incidentId, reason: error instanceof StorageFault ? 'storage' : 'bug' }
  }
}

function refused(refusal: Refusal): Extract<Answer<never>, { kind: 'refused' }> {
  return { kind: 'refused', refusal }
}

function idsOf(event: HouseEvent): object {
  if (event.type === 'entry-saved') return { entry: event.entry.kind }
  if (event.type === 'plan-imported') return { planId: event.planId, seats: event.seats }
  if (event.type === 'prices-set') return { showId: event.showId, version: event.version }
  const seats =
    'lines' in event ? event.lines.map((line) => line.label) : 'seatIds' in event ? event.seatIds : undefined
  return { showId: event.showId, bookingId: event.bookingId, ...(seats && { seats }) }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
