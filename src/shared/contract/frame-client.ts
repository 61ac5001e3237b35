// The box office at the far end of a pipe (IPC or ws): matches answers with calls, follows topics across lost connections and
// keeps the hub's time. Owns no socket and no clock; must never give up a command: if unanswered its outcome is unknown, so it is sent
// again.

import type { CommandId } from '../domain/ids.ts'
import { type Input, type OperationName, type Output, operations } from './operations.ts'
import type { Answer, BoxOffice } from './port.ts'
import { type News, news, type Topic } from './topics.ts'
import { type Answering, type FromHub, PROTOCOL_VERSION, type ToHub, fromHub } from './wire.ts'

/** `lost`: there was a connection, and a new one is being sought. `outdated`: the hub speaks another protocol; only a reload helps. */
export type Connection = 'connecting' | 'open' | 'lost' | 'outdated'

export interface Pipe {
  /** Must only be called while it is open. */
  send(frame: ToHub): void
  onFrame(listener: (frame: unknown) => void): void
  onLost(listener: () => void): void
}

interface Call {
  readonly frame: ToHub
  readonly name: OperationName
  readonly settle: (answer: Answer<never>) => void
  /** Called when the connection it was sent on is lost; null: it is sent again on the next one. */
  readonly giveUp: (() => void) | null
}

interface Asked extends Omit<Call, 'frame'> {
  readonly input: object
  readonly commandId: CommandId | undefined
}

interface Following {
  readonly topic: Topic
  readonly listener: (news: News) => void
  /** The revision that the listener has; null: it needs a snapshot. */
  revision: number | null
  /** [SYNC 5.6] The house that the revision belongs to. */
  house: string | undefined
}

/** The values for topics that have neither. */
const nothing = { afterRevision: null, house: undefined }

export class FrameClient implements BoxOffice {
  readonly #pipe: Pipe
  readonly #clockMs: () => number
  readonly #calls = new Map<number, Call>()
  readonly #following = new Map<number, Following>()
  readonly #watchers = new Set<(connection: Connection) => void>()
  #nextId = 1
  #aheadMs = 0
  #connection: Connection = 'connecting'
  #house: Answering | null = null

  constructor(pipe: Pipe, clockMs: () => number) {
    this.#pipe = pipe
    this.#clockMs = clockMs
    pipe.onFrame((frame) => this.#receive(frame))
    pipe.onLost(() => this.#become(this.#connection === 'outdated' ? 'outdated' : 'lost'))
  }

  /** [SYNC 5.1] The house at the other end of the present or last connection; null: it did not say. */
  get house(): Answering | null {
    return this.#house
  }

  get connection(): Connection {
    return this.#connection
  }

  /** [H11] The best estimate of the hub's clock: its time in the last frame, plus the time passed here since. */
  hubNowMs(): number {
    // Rounded down: a kiosk passes it on in its own frames, and monotonic clocks have fractions.
    return Math.floor(this.#clockMs() + this.#aheadMs)
  }

  watch(watcher: (connection: Connection) => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  call<Name extends OperationName>(
    name: Name,
    input: Input<Name>,
    commandId?: CommandId,
  ): Promise<Answer<Output<Name>>> {
    return new Promise((settle) => this.#call({ name, input, commandId, settle, giveUp: null }))
  }

  /** Asks on the present connection only: null where there is none, or it is lost before the answer. Then the call is forgotten. */
  callNow<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Answer<Output<Name>> | null> {
    if (this.#connection !== 'open') return Promise.resolve(null)
    return new Promise((settle) =>
      this.#call({ name, input, commandId: undefined, settle, giveUp: () => settle(null) }),
    )
  }

  subscribe(topic: Topic, listener: (news: News) => void): () => void {
    const id = this.#nextId++
    const { afterRevision: revision, house } = topic.kind === 'seats' ? topic : nothing
    const following = { topic, listener, revision, house }
    this.#following.set(id, following)
    if (this.#connection === 'open') this.#ask(id, following)
    return () => {
      this.#following.delete(id)
      if (this.#connection === 'open') this.#pipe.send({ t: 'unsubscribe', id })
    }
  }

  #call({ name, input, commandId, settle, giveUp }: Asked): void {
    const id = this.#nextId++
    const frame: ToHub = { t: 'call', id, name, input, commandId: commandId ?? null }
    this.#calls.set(id, { frame, name, settle, giveUp })
    if (this.#connection === 'open') this.#pipe.send(frame)
  }

  #receive(raw: unknown): void {
    const parsed = fromHub.safeParse(raw)
    if (!parsed.success) return
    const frame = parsed.data
    this.#aheadMs = frame.nowMs - this.#clockMs()
    if (frame.t === 'welcome') this.#welcome(frame)
    else if (frame.t === 'answer') this.#answer(frame)
    else this.#news(frame)
  }

  /** A new connection: every unanswered call is sent again under its own id, every followed topic is caught up. */
  #welcome({ protocol, house = null }: Extract<FromHub, { t: 'welcome' }>): void {
    if (protocol !== PROTOCOL_VERSION) return this.#become('outdated')
    this.#house = house
    const [following, calls] = [[...this.#following], [...this.#calls]]
    // Watchers come first, since they send calls of their own: a kiosk reports what its copy has before any command runs, so that a house
    // that turns out to be older than the copy does nothing on top of that [SYNC 5.9].
    this.#become('open')
    // Then topics: an answer must not arrive before the snapshot that shows its effect [I28].
    for (const [id, one] of following) if (this.#following.has(id)) this.#ask(id, one)
    for (const [id, { frame }] of calls) if (this.#calls.has(id)) this.#pipe.send(frame)
  }

  #ask(id: number, { topic, revision, house }: Following): void {
    const from: Topic = topic.kind === 'seats' ? { ...topic, afterRevision: revision, house } : topic
    this.#pipe.send({ t: 'subscribe', id, topic: from })
  }

  #answer({ id, answer }: Extract<FromHub, { t: 'answer' }>): void {
    const call = this.#calls.get(id)
    if (!call) return
    this.#calls.delete(id)
    call.settle(checked(call.name, answer))
  }

  #news(frame: Extract<FromHub, { t: 'news' }>): void {
    const following = this.#following.get(frame.id)
    const parsed = news.safeParse(frame.news)
    if (!following) return
    // News that cannot be read means an incompatible hub: report it, never ignore it.
    if (!parsed.success) return this.#become('outdated')
    const { data } = parsed
    if (data.kind === 'delta') {
      // A gap is never silent [S2]: ask for a snapshot.
      if (following.revision === null) return // a snapshot has been asked for and is on its way
      if (data.from > following.revision) {
        following.revision = null
        return this.#ask(frame.id, following)
      }
      if (data.to < following.revision) return
      following.revision = data.to
    }
    if (data.kind === 'snapshot') Object.assign(following, { revision: data.revision, house: data.house })
    following.listener(data)
  }

  #become(connection: Connection): void {
    if (connection === this.#connection) return
    this.#connection = connection
    if (connection !== 'open') this.#giveUp()
    for (const watcher of this.#watchers) watcher(connection)
  }

  #giveUp(): void {
    for (const [id, { giveUp }] of this.#calls) {
      if (!giveUp) continue
      this.#calls.delete(id)
      giveUp()
    }
  }
}

/** The answer as the contract declares it; any other is a bug of the other side. */
function checked(name: OperationName, answer: Extract<FromHub, { t: 'answer' }>['answer']): Answer<never> {
  if (answer.kind !== 'done') return answer
  const value = operations[name].output.safeParse(answer.value)
  if (value.success) return { kind: 'done', value: value.data as never }
  return { kind: 'fault', incidentId: `answer to ${name}`, reason: 'bug' }
}
