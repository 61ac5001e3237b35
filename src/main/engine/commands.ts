// One command inside the running commit: who sent it, whether it came before, what its decision reads and decides, and what is
// recorded and kept of it. Owns that order; must never commit, publish or await.

import type { Actor } from '../../shared/domain/catalogue.ts'
import { type Context, type Decision, refuse } from '../../shared/domain/decision.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import type { CommandId, KioskId, StaffId } from '../../shared/domain/ids.ts'
import { decideSweep } from '../../shared/domain/hold-end.ts'
import { type Refusal, isRefusal } from '../../shared/domain/refusal.ts'
import { refusalOfDrawers } from '../../shared/domain/shift.ts'
import { isTerminalMode } from '../../shared/domain/tender.ts'
import type { CommandName, Input, OperationName } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { known } from '../../shared/lib/assert.ts'
import type { Ulids } from '../../shared/lib/ulid.ts'
import type { Occasion } from '../store/journal.ts'
import { writesOfPlan } from '../store/plan-rows.ts'
import { put } from '../store/rows.ts'
import type { Attempts } from './attempts.ts'
import { type ChangeDesk, isChangeCommand } from './change-desk.ts'
import { type Asking, type FrontDesk, isStaffCommand } from './front-desk.ts'
import type { JournalWriter } from './journal-writer.ts'
import { answerOf, inputHashOf, keptRefusal, keptText } from './kept-answers.ts'
import { type CommandFacts, logDecision } from './operations-log.ts'
import { type Decide, plainOperations } from './operations.ts'
import type { Proof } from './pin-desk.ts'
import type { PictureDesk } from './picture-desk.ts'
import { MessageQueue } from './message-queue.ts'
import type { PlanUploads } from './plan-uploads.ts'
import type { EngineParts } from './ports.ts'
import { idSource } from './random-ids.ts'
import type { Reader } from './reader.ts'
import { decideImportSheet } from './sheet-desk.ts'
import { StandbyDesk } from './standby-desk.ts'
import { doerOf } from './told-without-pins.ts'
import { decideAskUpdate } from './update-follower.ts'

/** Bookings that one sweep ends; the rest follow in the next turn, so that nobody waits for the end of all holds in the house. */
const SWEEP_MAX = 500

export interface Command {
  readonly asking: Asking
  readonly name: CommandName
  readonly input: Input<CommandName>
  readonly commandId: CommandId
  readonly proof: Proof | null
}

/** A call as it was asked, without PINs. */
export interface Told {
  readonly asking: Asking
  readonly name: OperationName
  readonly input: unknown
  readonly commandId: CommandId
}

interface Parts extends Pick<EngineParts, 'store' | 'log' | 'chance' | 'terminal' | 'updates'> {
  readonly journal: JournalWriter
  readonly reader: Reader
  readonly front: FrontDesk
  readonly attempts: Attempts
  readonly uploads: PlanUploads
  readonly changes: ChangeDesk
  readonly pictures: PictureDesk
  readonly ulids: Ulids
  /** [A5] Cash moves only in an open shift. */
  readonly isShiftRequired: boolean
  readonly nowMs: () => number
}

/** The actor of what the house does by itself. */
export const houseActor: Actor = {
  staffId: 0 as StaffId,
  name: 'house',
  role: 'admin',
  kioskId: 'house' as KioskId,
}

export class Commands {
  readonly #parts: Parts
  readonly #standby: StandbyDesk
  readonly #messages: MessageQueue

  constructor(parts: Parts) {
    this.#parts = parts
    this.#messages = new MessageQueue(parts.reader)
    this.#standby = new StandbyDesk({
      reader: parts.reader,
      contextAt: (nowMs, actor) => this.#contextAt(nowMs, actor),
      newCommandId: (nowMs) => ownCommandId(parts.ulids, nowMs),
      record: (events, occasion) => this.record(events, occasion),
    })
  }

  /** Inside a commit. `isTrusting`: skips lookups whose failure a unique index would report anyway. */
  run(command: Command, isTrusting: boolean): Answer<unknown> {
    const { asking, name, input, commandId } = command
    const { store } = this.#parts
    this.#messages.begin()
    // Checked again here: commands that ran since this one was sent may have changed who is signed in, and with which rights.
    const actor = this.#parts.front.admit(asking, name)
    if (isRefusal(actor)) return this.answered(command) ?? refused(actor)
    const inputHash = inputHashOf(actor.kioskId, name, input)
    const earlier = isTrusting ? undefined : store.get('command', commandId)
    if (earlier) {
      if (earlier.inputHash.startsWith(inputHash)) return answerOf(store, earlier.answer)
      return this.reused(command)
    }
    // [H15] Seats whose hold has ended go to those who wait before anybody else can take them, even if the alarm clock has not woken yet.
    const held = name === 'hold-seats' ? (input as Input<'hold-seats'>).showId : null
    if (held !== null && this.#standby.isDueIn(held, this.#parts.nowMs)) this.sweep()
    const atMs = this.#parts.nowMs()
    const decision = this.#decide(command, this.#contextAt(atMs, actor))
    const occasion = { atMs, actor, commandId }
    // A refusal also records events: a wrong PIN counts, and so does reaching for another's booking.
    const events = decision.accepted
      ? decision.events
      : this.#parts.attempts.refused(name, decision, occasion)
    this.record(events, { ...occasion, actor: doerOf(name, decision, actor) })
    const answer: Answer<unknown> = decision.accepted
      ? { kind: 'done', value: decision.value }
      : refused(decision.refusal)
    const kept =
      answer.kind === 'refused' && held !== null
        ? keptRefusal(answer.refusal, held)
        : keptText(answer, this.#parts.journal.head, events.at(-1))
    store.write([put('command', { commandId, inputHash, answer: kept, atMs })])
    // Only after the answer is kept: it covers what this command alone did.
    if (decision.accepted) this.#standby.serveAfter(decision.events, { atMs })
    this.#tell(atMs)
    this.#note({ command: name, commandId, kiosk: actor.kioskId, staff: actor.staffId }, decision)
    if (isStaffCommand(name) && decision.accepted)
      this.#parts.journal.note(() => this.#parts.front.settle(name, input, actor.kioskId))
    return answer
  }

  /**
   * [SYNC 5.3] The answer that this kiosk already got to this very command, whoever is signed in there by now; null: the command
   * never arrived. “Not you” means that nothing was done, and must not be said of a command that was carried out.
   */
  answered({ asking, name, input, commandId }: Told): Answer<unknown> | null {
    const { store } = this.#parts
    const earlier = store.get('command', commandId)
    const inputHash = inputHashOf(asking.standIn.kioskId, name, input)
    return earlier?.inputHash.startsWith(inputHash) ? answerOf(store, earlier.answer) : null
  }

  /** [SYNC 5.3] Nothing is done, and somebody must look: no honest screen sends such a command. */
  reused({ asking, name, commandId }: Pick<Told, 'asking' | 'name' | 'commandId'>): Answer<never> {
    const { kioskId: kiosk } = asking.standIn
    this.#parts.log.error({ commandId, name, kiosk }, 'a command id came again with another content')
    return refused({ code: 'COMMAND_REUSED', commandId })
  }

  #decide({ name, input, proof }: Command, context: Context): Decision<unknown> {
    if (isStaffCommand(name)) return this.#parts.front.decide(name, input, context, known(proof, 'proof'))
    if (!this.#parts.terminal && 'mode' in input && isTerminalMode(input.mode))
      return refuse({ code: 'INVALID_INPUT', field: 'mode', problem: 'no-terminal', detail: '' })
    const noPicture = this.#refusalOfPicture(name, input)
    if (noPicture) return refuse(noPicture)
    if (isChangeCommand(name)) return this.#parts.changes.decide(context, name, input)
    if (name === 'import-plan') return this.#importPlan(context.actor, input as Input<'import-plan'>)
    if (name === 'import-sheet')
      return decideImportSheet(this.#parts, context, input as Input<'import-sheet'>)
    if (name === 'ask-update') return decideAskUpdate(this.#parts, context, input as Input<'ask-update'>)
    const decide = plainOperations[name] as Decide<CommandName>
    return this.#withDrawers(decide(this.#parts.reader, input, context), context)
  }

  /** [A5] Whatever a desk decides, cash moves only where the drawer's shift allows it. */
  #withDrawers(decision: Decision<unknown>, context: Context): Decision<unknown> {
    if (!decision.accepted) return decision
    const { reader, isShiftRequired } = this.#parts
    const stateOf = (kioskId: KioskId) => reader.shifts.newestOf(kioskId)?.state ?? 'closed'
    const refusal = refusalOfDrawers(decision.events, context, stateOf, isShiftRequired)
    return refusal ? refuse(refusal) : decision
  }

  /** [P5] The picture that a manager will look at has to be here before it can prove a payment. */
  #refusalOfPicture(name: CommandName, input: Input<CommandName>): Refusal | null {
    if (name === 'change-rows') return this.#refusalOfImages(input as Input<'change-rows'>)
    if (name !== 'pay-booking' && name !== 'exchange-booking') return null
    const { proof } = input as Input<typeof name>
    if (proof === undefined || this.#parts.pictures.has(proof)) return null
    return { code: 'INVALID_INPUT', field: 'proof', problem: 'no-picture', detail: proof }
  }

  /** Pictures that every screen will show were checked by the house itself. */
  #refusalOfImages({ change }: Input<'change-rows'>): Refusal | null {
    if (change.of !== 'listings' || change.kind !== 'images') return null
    for (const image of change.images) {
      const refusal = this.#parts.pictures.refusalOfImage(image)
      if (refusal) return refusal
    }
    return null
  }

  #contextAt(nowMs: number, actor: Actor): Context {
    const { ulids, chance, journal } = this.#parts
    return { ...idSource(nowMs, ulids, chance, journal.head.sequence + 1), nowMs, actor }
  }

  #importPlan(actor: Actor, input: Input<'import-plan'>): Decision<unknown> {
    const { decision, plan } = this.#parts.uploads.decideImport(this.#parts, actor.kioskId, input)
    if (plan) this.#parts.store.write(writesOfPlan(plan.plan, plan.version))
    return decision
  }

  /** Inside a commit. */
  record(events: readonly HouseEvent[], occasion: Occasion): void {
    const { journal } = this.#parts
    this.#messages.notice(events, journal.head.sequence + 1)
    journal.record(events, occasion)
    for (const event of events) this.#parts.reader.follow(event, occasion.atMs)
  }

  /** [I40] Inside a commit: records that somebody tried what only others may do. */
  attempt(events: readonly HouseEvent[], occasion: Occasion, refusal: Refusal): Answer<never> {
    this.record(events, { ...occasion, atMs: this.#parts.nowMs() })
    return refused(refusal)
  }

  /** [H7] Inside a commit: records what has ended by the clock. */
  sweep(): Answer<unknown> {
    const { reader } = this.#parts
    return this.runOwn('sweep', ({ nowMs }) =>
      decideSweep(reader.read({ due: { nowMs, limit: SWEEP_MAX } }), nowMs),
    )
  }

  /**
   * Inside a commit: runs something that no desk asked for, as the house or in the name of whoever once asked for it. It is never
   * sent twice, so its answer is not kept.
   */
  runOwn(
    command: string,
    decide: (context: Context) => Decision<unknown>,
    actor: Actor = houseActor,
  ): Answer<unknown> {
    this.#messages.begin()
    const occasion = { ...this.ownOccasion(), actor }
    const decision = decide(this.#contextAt(occasion.atMs, actor))
    if (decision.accepted) {
      this.record(decision.events, occasion)
      this.#standby.serveAfter(decision.events, occasion)
      this.#tell(occasion.atMs)
    }
    this.#note({ command, commandId: occasion.commandId }, decision)
    return decision.accepted ? { kind: 'done', value: decision.value } : refused(decision.refusal)
  }

  /** [T2] Messages to customers about what happened are recorded as the house's, under a command id of their own. */
  #tell(atMs: number): void {
    const told = this.#messages.take(atMs)
    if (told.length > 0) this.record(told, this.#ownOccasionAt(atMs))
  }

  /** An occasion for what the house does by itself, now. */
  ownOccasion(): Occasion {
    return this.#ownOccasionAt(this.#parts.nowMs())
  }

  #ownOccasionAt(atMs: number): Occasion {
    return { atMs, actor: houseActor, commandId: ownCommandId(this.#parts.ulids, atMs) }
  }

  #note(facts: CommandFacts, decision: Decision<unknown>): void {
    this.#parts.journal.note(() => logDecision(this.#parts.log, facts, decision))
  }
}

/**
 * [I24] Begins the id of what the house does by itself. No answer to it is kept, so no index would tell that a screen sends it once more:
 * by this mark it is known without looking.
 */
const OWN = 'house-'

export function ownCommandId(ulids: Ulids, nowMs: number): CommandId {
  return `${OWN}${ulids.next(nowMs)}` as CommandId
}

export function isOwnCommandId(commandId: CommandId): boolean {
  return commandId.startsWith(OWN)
}

export function refused(refusal: Refusal): Extract<Answer<never>, { kind: 'refused' }> {
  return { kind: 'refused', refusal }
}
