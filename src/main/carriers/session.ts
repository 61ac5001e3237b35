// One connected screen, whatever the carrier: takes its frames, asks the box office in its actor's name, sends back answers and news.
// Owns the checks at the boundary and the limits per screen; must never know how frames travel.

import { isCommand, isOperation, operations } from '../../shared/contract/operations.ts'
import type { BoxOffice } from '../../shared/contract/port.ts'
import {
  type Answering,
  type FromHub,
  PROTOCOL_VERSION,
  type ToHub,
  toHub,
} from '../../shared/contract/wire.ts'
import type { News, Topic } from '../../shared/contract/topics.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { Allowance } from './allowance.ts'

/** A quick seller makes two commands a second; a stuck key ten. More is a fault of the screen (SYNC.md 5.7). */
const COMMANDS = { aSecond: 50, burst: 100 }
/** Questions are cheap but not free: a map needs a handful, an upload sends some hundred pieces in a row. */
const QUESTIONS = { aSecond: 300, burst: 600 }
/**
 * Questions not answered yet: a screen waits for a handful, a kiosk on the LAN for those of several windows. Beyond this the oldest,
 * which nobody looks for any more, is answered with BUSY: where a hub is away or waits itself, many may never be answered, and new
 * questions must still be heard.
 */
const UNDER_WAY_MAX = 128
/** A screen follows the shows and the seats it looks at: this is four times a dozen topics. */
const TOPICS_MAX = 48

type WireAnswer = Extract<FromHub, { t: 'answer' }>['answer']

export interface SessionParts {
  readonly boxOffice: BoxOffice
  readonly send: (frame: FromHub) => void
  /** The house's time, sent with every frame. */
  readonly nowMs: () => number
  /** [SYNC 5.1] Which house answers; left out where no client records it. */
  readonly house?: (() => Answering | null) | undefined
  /** A clock that never steps, for the limits per second. */
  readonly elapsedMs: () => number
  /** A frame that no honest screen sends: the carrier ends the connection, and nothing more is heard on it. */
  readonly onForeignFrame: () => void
  /**
   * The house failed to give a topic its first picture: the carrier ends the connection, and the screen asks again; or, where there is
   * none that could be ended, it calls `catchUp` after a while.
   */
  readonly onFault: (error: unknown) => void
  /** [SYNC 5.1] Screens that share this line; one where it is left out. */
  readonly screens?: number
  /** A question was put off because too many wait. */
  readonly onCrowded?: () => void
  /** What was sent has not left yet: news wait, and the screen gets whole pictures once it has (`catchUp`). */
  readonly isBehind?: () => boolean
}

export class Session {
  readonly #parts: SessionParts
  readonly #topics = new Map<number, () => void>()
  /** Topics whose news a slow screen missed, or whose first picture failed, with the place to continue from. */
  readonly #missed = new Map<number, Topic>()
  readonly #commands: Allowance
  readonly #questions: Allowance
  /**
   * Puts off a question that is not answered yet; the oldest first. Commands are never put off: each is kept, and answered once it is
   * done.
   */
  readonly #waiting = new Set<(answer: WireAnswer) => void>()
  #isClosed = false

  constructor(parts: SessionParts) {
    this.#parts = parts
    this.#commands = new Allowance(COMMANDS, parts.elapsedMs)
    this.#questions = new Allowance(QUESTIONS, parts.elapsedMs)
    const house = parts.house && { house: parts.house() }
    parts.send({ t: 'welcome', protocol: PROTOCOL_VERSION, nowMs: parts.nowMs(), ...house })
  }

  receive(raw: unknown): void {
    // What follows a foreign frame was sent together with it: it is not heard either.
    if (this.#isClosed) return
    const parsed = toHub.safeParse(raw)
    if (!parsed.success) return this.#endAsForeign()
    const frame = parsed.data
    if (frame.t === 'call') void this.#call(frame)
    else if (frame.t === 'subscribe') this.#subscribe(frame)
    else this.#unsubscribe(frame.id)
  }

  /**
   * [SYNC 5.7] The carrier has room again, or tries again: each topic that missed news gets its current state once, seats from the
   * revision the screen has.
   */
  catchUp(): void {
    if (this.#missed.size === 0 || this.#isClosed || this.#parts.isBehind?.()) return
    const missed = [...this.#missed]
    this.#missed.clear()
    for (const [id, topic] of missed) this.#subscribe({ t: 'subscribe', id, topic })
  }

  /** Nothing is heard or sent after this: the next page on the same pipe numbers its calls from one again. */
  close(): void {
    this.#isClosed = true
    for (const end of this.#topics.values()) end()
    this.#topics.clear()
  }

  #endAsForeign(): void {
    this.close()
    this.#parts.onForeignFrame()
  }

  async #call({ id, name, input, commandId }: Extract<ToHub, { t: 'call' }>): Promise<void> {
    const answer = await this.#answerTo(name, input, commandId)
    if (!this.#isClosed) this.#parts.send({ t: 'answer', id, answer, nowMs: this.#parts.nowMs() })
  }

  async #answerTo(
    name: string,
    input: unknown,
    commandId: Extract<ToHub, { t: 'call' }>['commandId'],
  ): Promise<WireAnswer> {
    if (!isOperation(name)) return invalid('name', name)
    if (!this.#mayAsk(isCommand(name))) return refused({ code: 'BUSY', limit: 'commands' })
    const parsed = operations[name].input.safeParse(input)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      return invalid(issue?.path.join('.') || 'input', issue?.message ?? '')
    }
    const { boxOffice } = this.#parts
    const asked = boxOffice.call(name, parsed.data, commandId ?? undefined)
    return isCommand(name) ? asked : this.#waitFor(asked)
  }

  #waitFor(asked: Promise<WireAnswer>): Promise<WireAnswer> {
    const { promise, resolve: putOff } = Promise.withResolvers<WireAnswer>()
    if (this.#waiting.size >= UNDER_WAY_MAX) this.#putOffOldest()
    this.#waiting.add(putOff)
    return Promise.race([asked, promise]).finally(() => this.#waiting.delete(putOff))
  }

  #putOffOldest(): void {
    const [oldest] = this.#waiting
    if (!oldest) return
    this.#waiting.delete(oldest)
    this.#parts.onCrowded?.()
    oldest(refused({ code: 'BUSY', limit: 'commands' }))
  }

  #subscribe({ id, topic }: Extract<ToHub, { t: 'subscribe' }>): void {
    this.#unsubscribe(id)
    const { screens = 1 } = this.#parts
    const isTooMuch = this.#topics.size >= TOPICS_MAX * screens || !this.#questions.take()
    if (isTooMuch) return this.#endAsForeign()
    let reached = topic
    try {
      const end = this.#parts.boxOffice.subscribe(topic, (news) => {
        const isMissed = this.#parts.isBehind?.()
        if (!isMissed) reached = after(reached, news)
        if (isMissed) this.#missed.set(id, reached)
        else this.#parts.send({ t: 'news', id, news, nowMs: this.#parts.nowMs() })
      })
      this.#topics.set(id, end)
    } catch (error) {
      this.#missed.set(id, reached)
      this.#parts.onFault(error)
    }
  }

  #unsubscribe(id: number): void {
    this.#topics.get(id)?.()
    this.#topics.delete(id)
    this.#missed.delete(id)
  }

  /** A screen that does not take what it was sent gets no further answers to queue; its commands are always heard. */
  #mayAsk(isForCommand: boolean): boolean {
    if (isForCommand) return this.#commands.take()
    return this.#questions.take() && !this.#parts.isBehind?.()
  }
}

/** The topic from which a screen continues that has heard these news. */
function after(topic: Topic, news: News): Topic {
  const row = news.kind === 'journal' ? news.rows.at(-1) : undefined
  if (topic.kind === 'journal' && row) return { ...topic, after: row.sequence, hash: row.hash }
  if (topic.kind !== 'seats') return topic
  if (news.kind === 'snapshot') return { ...topic, afterRevision: news.revision, house: news.house }
  return news.kind === 'delta' ? { ...topic, afterRevision: news.to } : topic
}

function refused(refusal: Refusal): WireAnswer {
  return { kind: 'refused', refusal }
}

function invalid(field: string, detail: string) {
  return refused({ code: 'INVALID_INPUT', field, problem: 'malformed', detail: detail.slice(0, 120) })
}
