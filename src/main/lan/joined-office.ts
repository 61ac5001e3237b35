// The box office as a joined kiosk has it [S3]: the hub's, over one line, with every command written down before it is sent. Owns what is
// asked again after a start; must never answer for the hub.

import { type Connection, FrameClient, type Pipe } from '../../shared/contract/frame-client.ts'
import type { Input, OperationName, Output } from '../../shared/contract/operations.ts'
import { type CommandName, isCommand } from '../../shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import { staffCommands } from '../../shared/contract/staff-operations.ts'
import type { News, Topic } from '../../shared/contract/topics.ts'
import type { Answering } from '../../shared/contract/wire.ts'
import type { CommandId } from '../../shared/domain/ids.ts'
import type { HouseName } from '../../shared/domain/lost-sale.ts'
import { MINUTE_MS, SECOND_MS } from '../../shared/lib/time.ts'
import { Ulids } from '../../shared/lib/ulid.ts'
import type { Chance, Clock, Log, Scheduler } from '../engine/ports.ts'
import type { CutOff } from './cut-off.ts'
import type { LinkNews } from './link-news.ts'
import { ReceiptLine } from './receipt-line.ts'
import type { MirrorLine } from '../mirror/mirror-line.ts'
import type { KeptCommand, KeptCommands } from '../store/kept-commands.ts'

/**
 * [SYNC 5.2] A command that takes seats for a customer who is no longer there is not repeated after this long. What settles something (a
 * payment, a refund, a cancellation) is asked until it is answered.
 */
const STALE_MS = MINUTE_MS
const takesSeats: ReadonlySet<CommandName> = new Set<CommandName>([
  'hold-seats',
  'extend-hold',
  'join-standby',
])
/** Refused at the door: nothing was executed, nothing was kept, and the same id may be asked again [SYNC 5.3]. */
const notHeard: ReadonlySet<string> = new Set(['SIGN_IN_REQUIRED', 'NOT_ALLOWED'])
/** After this long an overloaded hub has worked off some of its load. */
const AGAIN_MS = 2 * SECOND_MS

/**
 * [A7] Whoever may open the lock stands before it now: an answer over a later line would open it for somebody else, and until then their
 * PIN would wait here.
 */
const hubAway = { kind: 'refused', refusal: { code: 'HUB_AWAY' } } as const

interface Parts {
  readonly pipe: Pipe
  readonly kept: KeptCommands
  readonly clock: Clock
  readonly chance: Chance
  readonly scheduler: Scheduler
  readonly log: Log
  readonly link: LinkNews
  readonly mirror: MirrorLine
  readonly cutOff: CutOff
}

export class JoinedOffice implements BoxOffice {
  readonly #kept: KeptCommands
  readonly #clock: Clock
  readonly #scheduler: Scheduler
  readonly #ulids: Ulids
  readonly #log: Log
  readonly #client: FrameClient
  readonly #link: LinkNews
  readonly #mirror: MirrorLine
  readonly #cutOff: CutOff
  readonly #receipts: ReceiptLine
  /** The newest attempt of each command that is being asked: an older attempt must not drop what is being asked again. */
  readonly #newest = new Map<CommandId, object>()
  #isClosed = false

  constructor({ pipe, kept, clock, chance, scheduler, log, link, mirror, cutOff }: Parts) {
    this.#kept = kept
    this.#clock = clock
    this.#scheduler = scheduler
    this.#ulids = new Ulids((count) => chance.bytes(count))
    this.#log = log
    // [V14] A kiosk whose clock is set in between still knows the hub's time: elapsed time comes from a clock that never steps.
    const beganMs = clock.nowMs() - clock.elapsedMs()
    this.#client = new FrameClient(pipe, () => beganMs + clock.elapsedMs())
    this.#link = link
    this.#mirror = mirror
    this.#cutOff = cutOff
    this.#receipts = new ReceiptLine({ hub: this.#client, kept, clock, scheduler, log })
    mirror.begin()
    this.#client.watch((connection) => {
      if (connection === 'open') cutOff.end()
      mirror.follow(this.#client, connection)
      this.#receipts.follow()
      if (connection === 'outdated') link.fail('outdated')
      else link.become(connection === 'open')
    })
    for (const command of kept.open()) void this.#askAgain(command)
  }

  /** The hub's clock, as far as this side can know it. */
  nowMs(): number {
    return this.#client.hubNowMs()
  }

  get connection(): Connection {
    return this.#client.connection
  }

  watch(watcher: (connection: Connection) => void): () => void {
    return this.#client.watch(watcher)
  }

  subscribe(topic: Topic, listener: (news: News) => void): () => void {
    if (topic.kind === 'link') return this.#link.subscribe(listener)
    if (topic.kind === 'journal') throw new Error('the journal is followed by the kiosk, and by no screen')
    const end = this.#client.subscribe(topic, listener)
    if (this.#isCutOff()) this.#cutOff.picture(topic, listener, this.nowMs())
    return end
  }

  async call<Name extends OperationName>(
    name: Name,
    input: Input<Name>,
    commandId?: CommandId,
  ): Promise<Answer<Output<Name>>> {
    if (name === 'leave-kiosk') return (await this.#client.callNow(name, input)) ?? hubAway
    // Only the hub can say what happened to a command that was asked before: it is never refused as if it were new.
    const isKnown = commandId !== undefined && this.#kept.has(commandId)
    if (this.#isCutOff() && !isKnown) {
      const answer = await this.#cutOff.answer(name, input, this.nowMs())
      if (answer) return answer
    }
    const answer = await this.#ask(name, input, commandId)
    if (name === 'booking') this.#learn(answer)
    this.#cutOff.heard.note(name, answer, this.nowMs())
    return answer
  }

  #isCutOff(): boolean {
    return this.#client.connection === 'lost' && this.#mirror.sequence > 0
  }

  #ask<Name extends OperationName>(
    name: Name,
    input: Input<Name>,
    commandId: CommandId | undefined,
  ): Promise<Answer<Output<Name>>> {
    if (!isCommand(name) || Object.hasOwn(staffCommands, name))
      return this.#client.call(name, input, commandId)
    const id = commandId ?? (this.#ulids.next(this.#clock.nowMs()) as CommandId)
    try {
      this.#kept.put({ commandId: id, name, input, askedAtMs: this.#clock.nowMs() })
    } catch (error) {
      // What could not be written down is not sent: a kiosk that dies would not know of it.
      this.#log.error({ error: String(error), command: name }, 'a command could not be written down')
      return Promise.resolve({ kind: 'fault', incidentId: id, reason: 'storage' })
    }
    return this.#asked(name, input, id) as Promise<Answer<Output<Name>>>
  }

  async #asked(name: CommandName, input: unknown, id: CommandId): Promise<Answer<unknown>> {
    const asking = this.#begin(id)
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- until there is an answer
      const answer = await this.#client.call(name, input as never, id)
      if (!isBusy(answer)) return this.#write(id, asking, answer)
      // No answer yet: the command may have been heard over a line that then broke. Only the hub can say, when it has time.
      // oxlint-disable-next-line no-await-in-loop -- the same
      await this.#pause()
    }
  }

  #begin(id: CommandId): object {
    const asking = {}
    this.#newest.set(id, asking)
    return asking
  }

  /**
   * The caller is told of a fault and decides what to do; a machine that asked again, days later, would act behind their back. The same
   * holds where nothing was executed; but where even that could not be written down, the caller gets a fault and no promise that nothing
   * will happen.
   */
  #write<T>(id: CommandId, asking: object, answer: Answer<T>): Answer<T> {
    const isUnheard = answer.kind === 'refused' && notHeard.has(answer.refusal.code)
    const isOver = isUnheard || answer.kind === 'fault'
    const { house } = this.#client
    const isKept = this.#keep(id, asking, () =>
      isOver ? this.#kept.drop(id) : this.#kept.settle(id, answer, nameOf(house), this.nowMs()),
    )
    return isKept || !isUnheard ? answer : { kind: 'fault', incidentId: id, reason: 'storage' }
  }

  /** [P6] A terminal's answer goes to the hub, and answers no command of ours: what it confirmed is a receipt like any other. */
  #learn(answer: Answer<unknown>): void {
    try {
      this.#kept.learn(answer, nameOf(this.#client.house))
    } catch (error) {
      this.#log.error({ error: String(error) }, 'a receipt could not be written down')
    }
  }

  /**
   * What the hub said is true, whatever the disk says: until the disk takes it, a start would ask again. If the command is asked again
   * meanwhile, only the newest attempt writes.
   */
  #keep(commandId: CommandId, asking: object, write: () => void): boolean {
    if (this.#newest.get(commandId) !== asking) return true
    try {
      write()
      this.#newest.delete(commandId)
      return true
    } catch (error) {
      this.#log.error(
        { error: String(error), commandId },
        'what became of a command could not be written down',
      )
      void this.#pause().then(() => this.#isClosed || this.#keep(commandId, asking, write))
      return false
    }
  }

  /** Nothing is written down after this. */
  close(): void {
    this.#isClosed = true
    this.#receipts.end()
  }

  /** Nobody waits for this answer any more, but the house must not be left without the question. */
  async #askAgain(command: KeptCommand): Promise<void> {
    const { commandId, name, input } = command
    const asking = this.#begin(commandId)
    this.#log.info({ command: name, commandId }, 'asked again after a start')
    for (;;) {
      if (this.#isStale(command)) return void this.#keep(commandId, asking, () => this.#kept.drop(commandId))
      // oxlint-disable-next-line no-await-in-loop -- until there is an answer
      const answer = await this.#client.call(name, input as never, commandId)
      if (answer.kind !== 'fault' && !isBusy(answer)) return void this.#write(commandId, asking, answer)
      // oxlint-disable-next-line no-await-in-loop -- the same
      await this.#pause()
    }
  }

  #isStale({ name, askedAtMs }: KeptCommand): boolean {
    return takesSeats.has(name) && this.#clock.nowMs() - askedAtMs > STALE_MS
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => this.#scheduler.at(this.#clock.nowMs() + AGAIN_MS, resolve))
  }
}

function isBusy(answer: Answer<unknown>): boolean {
  return answer.kind === 'refused' && answer.refusal.code === 'BUSY'
}

function nameOf(house: Answering | null): HouseName | null {
  return house && { root: house.root, epoch: house.epoch, storeId: house.storeId }
}
