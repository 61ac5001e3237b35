// The one authority of a house. All commands that arrive by one turn of the event loop run in one transaction, each in a part
// of its own: read, decide, record, keep the answer; one commit; then publish, then reply. Owns that order and nothing of the
// rules; must never await between reading a seat and writing it.

import type { Actor } from '../../shared/domain/catalogue.ts'
import type { Context, Decision } from '../../shared/domain/decision.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import { decideSweep } from '../../shared/domain/hold-end.ts'
import type { CommandId, KioskId, StaffId } from '../../shared/domain/ids.ts'
import { type Refusal, isRefusal } from '../../shared/domain/refusal.ts'
import { type CommandName, isCommand } from '../../shared/contract/operations.ts'
import type { Input, OperationName, Output } from '../../shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import { known } from '../../shared/lib/assert.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { Ulids } from '../../shared/lib/ulid.ts'
import type { Occasion } from '../store/journal.ts'
import { writesOfPlan } from '../store/plan-rows.ts'
import { put } from '../store/rows.ts'
import type { Write } from '../store/store.ts'
import { Attempts } from './attempts.ts'
import { CommitQueue } from './commit-queue.ts'
import { DeadlineClock } from './deadline-clock.ts'
import { type Asking, FrontDesk, isStaffCommand, doerOf, nobodyAt, withoutPins } from './front-desk.ts'
import { Incidents } from './incidents.ts'
import { answerOf, inputHashOf, keptText } from './kept-answers.ts'
import { JournalWriter } from './journal-writer.ts'
import { type CommandFacts, logDecision } from './operations-log.ts'
import { type Decide, plainOperations } from './operations.ts'
import type { Proof } from './pin-desk.ts'
import { PlanUploads } from './plan-uploads.ts'
import type { EngineParts } from './ports.ts'
import { Publisher } from './publisher.ts'
import { Queries } from './queries.ts'
import { idSource } from './random-ids.ts'
import { Reader } from './reader.ts'

/** Bookings one sweep ends; the rest follow in the next turn, so that nobody waits for a whole house to lapse. */
const SWEEP_MAX = 500
/** A sweep that failed (disk full) is tried again, not at once: a second is soon to a seller and long to a disk. */
const SWEEP_AGAIN_MS = SECOND_MS

interface Command {
  readonly asking: Asking
  readonly name: CommandName
  readonly input: Input<CommandName>
  readonly commandId: CommandId
  readonly proof: Proof | null
}

const house: Actor = { staffId: 0 as StaffId, name: 'house', role: 'admin', kioskId: 'house' as KioskId }

export class Engine {
  readonly #parts: EngineParts
  readonly #incidents: Incidents
  readonly #journal: JournalWriter
  readonly #reader: Reader
  readonly #publisher: Publisher
  readonly #front: FrontDesk
  readonly #attempts = new Attempts()
  readonly #queries: Queries
  readonly #uploads = new PlanUploads()
  readonly #ulids: Ulids
  readonly #deadlines: DeadlineClock
  readonly #queue: CommitQueue

  constructor(parts: EngineParts) {
    this.#parts = parts
    this.#ulids = new Ulids((count) => parts.chance.bytes(count))
    this.#incidents = new Incidents(parts.log, parts.chance)
    this.#journal = new JournalWriter(parts.store, parts.clock)
    this.#reader = new Reader(parts.store, parts.houseTerms)
    this.#publisher = new Publisher(parts.store, this.#reader, () => this.nowMs())
    const own = {
      ...parts,
      journal: this.#journal,
      reader: this.#reader,
      incidents: this.#incidents,
      publisher: this.#publisher,
      nowMs: () => this.nowMs(),
    }
    this.#front = new FrontDesk(own)
    this.#queries = new Queries({ ...own, front: this.#front, uploads: this.#uploads })
    this.#deadlines = new DeadlineClock(
      () => this.#reader.pending.nextEndMs(),
      parts.scheduler,
      () => this.#sweep(),
    )
    this.#queue = new CommitQueue({
      ...own,
      onAbroad: () => this.#lookAnew(),
      publish: () => this.#publish(),
    })
    this.#deadlines.reset()
  }

  nowMs(): number {
    return this.#journal.nowMs()
  }

  /** The number of the newest journal row. */
  get sequence(): number {
    return this.#journal.head.sequence
  }

  /** The house as one actor meets it, whoever is signed in: for programs that have its folder. */
  deskFor(actor: Actor): BoxOffice {
    return this.#deskOf({ standIn: actor, isTrusted: true })
  }

  /** The house as it is met at a kiosk, in the name of whoever is signed in there; `standIn` while nobody has to. */
  kioskFor(standIn: Actor): BoxOffice {
    return this.#deskOf({ standIn, isTrusted: false })
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
    this.#deadlines.stop()
    this.#parts.store.close()
  }

  #deskOf(asking: Asking): BoxOffice {
    return {
      // Also who is asking is read from rows: a disk that does not answer is a fault, whichever of its rows was asked for.
      call: (name, input, commandId) =>
        this.#call(asking, name, input, commandId).catch((error: unknown) =>
          this.#incidents.fault(error, { [isCommand(name) ? 'command' : 'query']: name }),
        ),
      subscribe: (topic, listener) => this.#front.follow(asking, topic, listener),
    }
  }

  async #call<Name extends OperationName>(
    asking: Asking,
    name: Name,
    input: Input<Name>,
    commandId: CommandId | undefined,
  ): Promise<Answer<Output<Name>>> {
    const id = commandId ?? (this.#ulids.next(this.nowMs()) as CommandId)
    const actor = this.#front.admit(asking, name)
    if (isRefusal(actor)) return this.#turnAway({ asking, name, commandId: id }, actor)
    if (!isCommand(name)) return this.#queries.answer(actor, name, input as never) as Answer<Output<Name>>
    this.#front.touch(actor.kioskId)
    const proof = isStaffCommand(name) ? await this.#front.prove(actor, name, input) : null
    if (proof && 'kind' in proof) return proof
    const told = withoutPins(name, input) as Input<CommandName>
    const command = { asking, name, input: told, commandId: id, proof }
    const answer = await this.#queue.add((isTrusting) => this.#runCommand(command, isTrusting))
    if (name === 'import-plan' && answer.kind === 'done') {
      this.#uploads.close(actor.kioskId, (input as Input<'import-plan'>).uploadId)
    }
    return answer as Answer<Output<Name>>
  }

  /** [I40] Whoever tries what only others may is written down, and hears no. */
  async #turnAway(
    { asking, name, commandId }: { asking: Asking; name: OperationName; commandId: CommandId },
    refusal: Refusal,
  ): Promise<Extract<Answer<never>, { kind: 'refused' }>> {
    const actor = this.#front.whoAsks(asking) ?? nobodyAt(asking.standIn.kioskId)
    const occasion = { atMs: this.nowMs(), actor, commandId }
    const events = this.#attempts.turnedAway(name, refusal, occasion)
    const record = () => {
      this.#record(events, { ...occasion, atMs: this.nowMs() })
      return refused(refusal)
    }
    if (events.length > 0) await this.#queue.add(record)
    return refused(refusal)
  }

  #runCommand(command: Command, isTrusting: boolean): Answer<unknown> {
    const { asking, name, input, commandId } = command
    const { store, log } = this.#parts
    // Looked at again: what ran since it was sent may have changed who that is, and what they may.
    const actor = this.#front.admit(asking, name)
    if (isRefusal(actor)) return refused(actor)
    const inputHash = inputHashOf(actor.kioskId, name, input)
    const earlier = isTrusting ? undefined : store.get('command', commandId)
    if (earlier) {
      if (earlier.inputHash.startsWith(inputHash)) return answerOf(store, earlier.answer)
      log.error({ commandId, name, kiosk: actor.kioskId }, 'a command id came again with another content')
      return refused({ code: 'COMMAND_REUSED', commandId })
    }
    const atMs = this.nowMs()
    const ids = idSource(atMs, this.#ulids, this.#parts.chance, this.sequence + 1)
    const decision = this.#decide(command, { nowMs: atMs, actor, ...ids })
    const occasion = { atMs, actor, commandId }
    // Also of a refusal: a wrong PIN counts, and so does reaching for another's booking.
    const events = decision.accepted ? decision.events : this.#attempts.refused(name, decision, occasion)
    this.#record(events, { ...occasion, actor: doerOf(name, decision, actor) })
    const answer: Answer<unknown> = decision.accepted
      ? { kind: 'done', value: decision.value }
      : refused(decision.refusal)
    store.write([
      put('command', { commandId, inputHash, answer: keptText(answer, this.#journal.head), atMs }),
    ])
    this.#note({ command: name, commandId, kiosk: actor.kioskId, staff: actor.staffId }, decision)
    if (isStaffCommand(name) && decision.accepted)
      this.#journal.note(() => this.#front.settle(name, input, actor.kioskId))
    return answer
  }

  #decide({ name, input, proof }: Command, context: Context): Decision<unknown> {
    if (isStaffCommand(name)) return this.#front.decide(name, input, context, known(proof, 'proof'))
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
    this.#reader.settle()
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

  /** Another process wrote: nothing that is remembered holds. */
  #lookAnew(): void {
    this.#reader.forgetAll()
    this.#deadlines.lookAgain()
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
    void this.#queue.add(run).then((answer) => {
      if (answer.kind === 'fault' && !this.#queue.isClosed)
        this.#deadlines.wakeAt(this.nowMs() + SWEEP_AGAIN_MS)
    })
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
