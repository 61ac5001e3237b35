// The box office as a joined kiosk has it [S3]: the hub's, over one line, with every command written down before it is sent. Owns what
// is asked again after a start; must never answer for the hub.

import { type Connection, FrameClient, type Pipe } from '../../shared/contract/frame-client.ts'
import type { Input, OperationName, Output } from '../../shared/contract/operations.ts'
import { type CommandName, isCommand } from '../../shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import { staffCommands } from '../../shared/contract/staff-operations.ts'
import type { News, Topic } from '../../shared/contract/topics.ts'
import type { CommandId } from '../../shared/domain/ids.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { Ulids } from '../../shared/lib/ulid.ts'
import type { Chance, Clock, Log } from '../engine/ports.ts'
import type { LinkNews } from './link-news.ts'
import type { KeptCommand, KeptCommands } from '../store/kept-commands.ts'

/**
 * [SYNC 5.2] What would take something that nobody stands there for any more is not asked for again after so long. What settles
 * something (a payment, a refund, a cancellation) is asked until it is answered.
 */
const STALE_MS = MINUTE_MS
const takesSeats: ReadonlySet<CommandName> = new Set<CommandName>([
  'hold-seats',
  'extend-hold',
  'join-standby',
])
/** Refused at the door: nothing was executed, nothing was kept, and the same id may be asked again [SYNC 5.3]. */
const notHeard: ReadonlySet<string> = new Set(['SIGN_IN_REQUIRED', 'NOT_ALLOWED', 'BUSY'])

interface Parts {
  readonly pipe: Pipe
  readonly kept: KeptCommands
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
  readonly link: LinkNews
}

export class JoinedOffice implements BoxOffice {
  readonly #kept: KeptCommands
  readonly #clock: Clock
  readonly #ulids: Ulids
  readonly #log: Log
  readonly #client: FrameClient
  readonly #link: LinkNews

  constructor({ pipe, kept, clock, chance, log, link }: Parts) {
    this.#kept = kept
    this.#clock = clock
    this.#ulids = new Ulids((count) => chance.bytes(count))
    this.#log = log
    this.#client = new FrameClient(pipe, () => clock.nowMs())
    this.#link = link
    this.#client.watch((connection) =>
      connection === 'outdated' ? link.fail('outdated') : link.become(connection === 'open'),
    )
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
    return topic.kind === 'link' ? this.#link.subscribe(listener) : this.#client.subscribe(topic, listener)
  }

  call<Name extends OperationName>(
    name: Name,
    input: Input<Name>,
    commandId?: CommandId,
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
    return this.#settled(id, this.#client.call(name, input, id))
  }

  async #settled<Value>(id: CommandId, asked: Promise<Answer<Value>>): Promise<Answer<Value>> {
    const answer = await asked
    // A fault is no answer: whoever asked asks again, under the same id.
    if (answer.kind === 'fault') return answer
    try {
      if (answer.kind === 'refused' && notHeard.has(answer.refusal.code)) this.#kept.drop(id)
      else this.#kept.settle(id, answer)
    } catch (error) {
      // The deed is done and its answer is true: it is only asked for once more at the next start.
      this.#log.error({ error: String(error), commandId: id }, 'an answer could not be written down')
    }
    return answer
  }

  /** Nobody waits for this answer any more, but the house must not be left without the question. */
  async #askAgain({ commandId, name, input, askedAtMs }: KeptCommand): Promise<void> {
    const isStale = takesSeats.has(name) && this.#clock.nowMs() - askedAtMs > STALE_MS
    if (isStale) return this.#kept.drop(commandId)
    this.#log.info({ command: name, commandId }, 'asked again after a start')
    await this.#settled(commandId, this.#client.call(name, input as never, commandId))
  }
}
