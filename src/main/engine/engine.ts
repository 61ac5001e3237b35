// The one authority of a house. All commands that arrive by one turn of the event loop run in one transaction, each in a part
// of its own: read, decide, record, keep the answer; one commit; then publish, then reply. Owns that order and nothing of the
// rules; must never await between reading a seat and writing it.

import type { Actor } from '../../shared/domain/catalogue.ts'
import { type Context, type Decision, refuse } from '../../shared/domain/decision.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import { decideSweep } from '../../shared/domain/hold-end.ts'
import { isTerminalMode } from '../../shared/domain/tender.ts'
import type { CommandId, KioskId, StaffId } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { type CommandName, isCommand, operations } from '../../shared/contract/operations.ts'
import type { Input, OperationName, Output, QueryName } from '../../shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { Ulids } from '../../shared/lib/ulid.ts'
import type { Occasion } from '../store/journal.ts'
import { writesOfPlan } from '../store/plan-rows.ts'
import { put } from '../store/rows.ts'
import type { Write } from '../store/store.ts'
import { Abroad } from './abroad.ts'
import { CommitQueue } from './commit-queue.ts'
import { DeadlineClock } from './deadline-clock.ts'
import { Incidents } from './incidents.ts'
import { answerOf, inputHashOf, keptText } from './kept-answers.ts'
import { JournalWriter } from './journal-writer.ts'
import { type CommandFacts, logDecision } from './operations-log.ts'
import { type Decide, plainOperations } from './operations.ts'
import { PlanUploads } from './plan-uploads.ts'
import type { EngineParts } from './ports.ts'
import { Publisher } from './publisher.ts'
import { Queries } from './queries.ts'
import { idSource } from './random-ids.ts'
import { Reader } from './reader.ts'
import { StandbyDesk } from './standby-desk.ts'
import { TerminalDesk } from './terminal-desk.ts'

/** Bookings one sweep ends; the rest follow in the next turn, so that nobody waits for a whole house to lapse. */
const SWEEP_MAX = 500
/** A sweep that failed (disk full) is tried again, not at once: a second is soon to a seller and long to a disk. */
const SWEEP_AGAIN_MS = SECOND_MS

interface Command {
  readonly actor: Actor
  readonly name: CommandName
  readonly input: Input<CommandName>
  readonly commandId: CommandId
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
  readonly #ulids: Ulids
  readonly #deadlines: DeadlineClock
  readonly #abroad: Abroad
  readonly #standby: StandbyDesk
  readonly #queue: CommitQueue
  readonly #terminalDesk: TerminalDesk | null

  constructor(parts: EngineParts) {
    this.#parts = parts
    this.#ulids = new Ulids((count) => parts.chance.bytes(count))
    this.#incidents = new Incidents(parts.log, parts.chance)
    this.#journal = new JournalWriter(parts.store, parts.clock)
    this.#reader = new Reader(parts)
    this.#standby = new StandbyDesk({
      reader: this.#reader,
      contextAt: (nowMs, actor) => this.#contextAt(nowMs, actor),
      record: (events, occasion) => this.#record(events, occasion),
    })
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
    const ours = { journal: this.#journal, reader: this.#reader, nowMs: () => this.nowMs() }
    this.#abroad = new Abroad({
      ...parts,
      ...ours,
      publisher: this.#publisher,
      deadlines: this.#deadlines,
    })
    this.#queue = new CommitQueue({
      ...parts,
      ...ours,
      incidents: this.#incidents,
      catchUp: () => this.#abroad.catchUp(),
      publish: () => this.#publish(),
    })
    this.#abroad.reading(() => this.#deadlines.reset())
    this.#abroad.watch((error) => this.#incidents.fault(error, { sequence: this.sequence }))
    this.#terminalDesk =
      parts.terminal &&
      new TerminalDesk({
        ...parts,
        terminal: parts.terminal,
        reader: this.#reader,
        nowMs: () => this.nowMs(),
        byItself: (command, decide) => void this.#queue.add(() => this.#ofItself(command, decide)),
      })
    this.#terminalDesk?.resume()
  }

  nowMs(): number {
    return this.#journal.nowMs()
  }

  /** The number of the newest journal row. */
  get sequence(): number {
    return this.#journal.head.sequence
  }

  /** The house as one actor meets it: what carriers hand to their sessions. */
  deskFor(actor: Actor): BoxOffice {
    return {
      call: (name, input, commandId) => this.#call(actor, name, input, commandId),
      subscribe: (topic, listener) =>
        this.#abroad.reading(() => this.#publisher.subscribe(topic, actor.kioskId, listener)),
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
    this.#queue.close()
    this.#abroad.stop()
    this.#deadlines.stop()
    this.#terminalDesk?.stop()
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
    const id = commandId ?? (this.#ulids.next(this.nowMs()) as CommandId)
    const run = (isTrusting: boolean) =>
      this.#runCommand({ actor, name, input: input as Input<CommandName>, commandId: id }, isTrusting)
    const answer = await this.#queue.add(run)
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
      return this.#abroad.reading(() =>
        this.#queries.answer(actor, name as QueryName, input as never),
      ) as Answer<Output<Name>>
    } catch (error) {
      return this.#incidents.fault(error, { query: name })
    }
  }

  #runCommand({ actor, name, input, commandId }: Command, isTrusting: boolean): Answer<unknown> {
    const { store, log } = this.#parts
    const inputHash = inputHashOf([actor.kioskId, name, input])
    const earlier = isTrusting ? undefined : store.get('command', commandId)
    if (earlier) {
      if (earlier.inputHash.startsWith(inputHash)) return answerOf(store, earlier.answer)
      log.error({ commandId, name, kiosk: actor.kioskId }, 'a command id came again with another content')
      return refused({ code: 'COMMAND_REUSED', commandId })
    }
    // [H15] What came free by the clock goes to those who wait before anybody asks for it, whether or not the alarm has rung.
    const held = name === 'hold-seats' ? (input as Input<'hold-seats'>).showId : null
    if (held !== null && this.#standby.isDueIn(held, () => this.nowMs())) this.#sweepNow()
    const atMs = this.nowMs()
    const decision = this.#decide(name, input, this.#contextAt(atMs, actor))
    if (decision.accepted) this.#record(decision.events, { atMs, actor, commandId })
    const answer: Answer<unknown> = decision.accepted
      ? { kind: 'done', value: decision.value }
      : refused(decision.refusal)
    store.write([
      put('command', { commandId, inputHash, answer: keptText(answer, this.#journal.head), atMs }),
    ])
    // After the answer is kept: it is of what this command did alone.
    if (decision.accepted) this.#standby.serveAfter(decision.events, { atMs, commandId })
    this.#note({ command: name, commandId, kiosk: actor.kioskId, staff: actor.staffId }, decision)
    return answer
  }

  #decide(name: CommandName, input: Input<CommandName>, context: Context): Decision<unknown> {
    const mode = name === 'pay-booking' ? (input as Input<'pay-booking'>).mode : null
    if (mode && isTerminalMode(mode) && this.#terminalDesk === null)
      return refuse({ code: 'INVALID_INPUT', field: 'mode', problem: 'no-terminal', detail: '' })
    if (name === 'import-plan') return this.#importPlan(context.actor, input as Input<'import-plan'>)
    const decide = plainOperations[name] as Decide<CommandName>
    return decide(this.#reader, input, context)
  }

  #contextAt(nowMs: number, actor: Actor): Context {
    return { nowMs, actor, ...idSource(nowMs, this.#ulids, this.#parts.chance, this.sequence + 1) }
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
    this.#reader.settle()
    this.#inAnyCase(() => this.#abroad.publish(recorded))
    for (const note of notes) this.#inAnyCase(note)
    this.#inAnyCase(() => this.#deadlines.follow(recorded))
    this.#inAnyCase(() => this.#terminalDesk?.follow(recorded))
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
    void this.#queue.add(this.#sweepNow).then((answer) => {
      if (answer.kind !== 'done' && !this.#queue.isClosed)
        this.#deadlines.wakeAt(this.nowMs() + SWEEP_AGAIN_MS)
    })
  }

  readonly #sweepNow = (): Answer<unknown> =>
    this.#ofItself('sweep', ({ nowMs }) =>
      decideSweep(this.#reader.read({ due: { nowMs, limit: SWEEP_MAX } }), nowMs),
    )

  /** Something that no desk asked for. */
  #ofItself(command: string, decide: (context: Context) => Decision<unknown>): Answer<unknown> {
    const occasion = this.#ownOccasion()
    const decision = decide(this.#contextAt(occasion.atMs, house))
    if (decision.accepted) this.#recordAndServe(decision.events, occasion)
    this.#note({ command, commandId: occasion.commandId }, decision)
    return decision.accepted ? { kind: 'done', value: decision.value } : refused(decision.refusal)
  }

  /** [H15] Those who wait are served in the commit that freed the seats. */
  #recordAndServe(events: readonly HouseEvent[], occasion: Occasion): void {
    this.#record(events, occasion)
    this.#standby.serveAfter(events, occasion)
  }

  /** What the house does by itself, now. */
  #ownOccasion(): Occasion {
    const atMs = this.nowMs()
    return { atMs, actor: house, commandId: this.#ulids.next(atMs) as CommandId }
  }

  #note(facts: CommandFacts, decision: Decision<unknown>): void {
    this.#journal.note(() => logDecision(this.#parts.log, facts, decision))
  }
}

function refused(refusal: Refusal): Extract<Answer<never>, { kind: 'refused' }> {
  return { kind: 'refused', refusal }
}
