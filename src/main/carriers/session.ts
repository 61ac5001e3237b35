// One connected screen, whatever the carrier: takes its frames, asks the box office in its actor's name, sends back answers and
// news. Owns the checks at the boundary and the limits per screen; must never know how frames travel.

import { isCommand, isOperation, operations } from '../../shared/contract/operations.ts'
import type { BoxOffice } from '../../shared/contract/port.ts'
import { type FromHub, PROTOCOL_VERSION, type ToHub, toHub } from '../../shared/contract/wire.ts'
import type { Topic } from '../../shared/contract/topics.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { Allowance } from './allowance.ts'

/** A quick seller makes two commands a second; a stuck key ten. More is a fault of the screen (SYNC.md 5.7). */
const COMMANDS = { aSecond: 50, burst: 100 }
/** Questions are cheap but not free: a map draws from a handful, an upload sends some hundred pieces in a row. */
const QUESTIONS = { aSecond: 300, burst: 600 }
/** A screen follows the shows and the seats it looks at; a kiosk of the LAN has several windows on one line. */
const TOPICS_MAX = 48

type WireAnswer = Extract<FromHub, { t: 'answer' }>['answer']

export interface SessionParts {
  readonly boxOffice: BoxOffice
  readonly send: (frame: FromHub) => void
  /** The house's time, told with every frame. */
  readonly nowMs: () => number
  /** A clock that never steps, for what a screen may do in a second. */
  readonly elapsedMs: () => number
  /** A frame that no honest screen sends: the carrier ends the connection. */
  readonly onForeignFrame: () => void
  /** The house failed to give a topic its first picture: the carrier ends the connection, and the screen asks again. */
  readonly onFault: (error: unknown) => void
  /** What was sent has not left yet: news wait, and the screen gets whole pictures when it has (`catchUp`). */
  readonly isBehind?: () => boolean
}

export class Session {
  readonly #parts: SessionParts
  readonly #topics = new Map<number, () => void>()
  /** Topics whose news a slow screen missed. */
  readonly #missed = new Map<number, Topic>()
  readonly #commands: Allowance
  readonly #questions: Allowance
  #isClosed = false

  constructor(parts: SessionParts) {
    this.#parts = parts
    this.#commands = new Allowance(COMMANDS, parts.elapsedMs)
    this.#questions = new Allowance(QUESTIONS, parts.elapsedMs)
    parts.send({ t: 'welcome', protocol: PROTOCOL_VERSION, nowMs: parts.nowMs() })
  }

  receive(raw: unknown): void {
    const parsed = toHub.safeParse(raw)
    if (!parsed.success) return this.#parts.onForeignFrame()
    const frame = parsed.data
    if (frame.t === 'call') void this.#call(frame)
    else if (frame.t === 'subscribe') this.#subscribe(frame)
    else this.#unsubscribe(frame.id)
  }

  /** The carrier has room again: every topic that missed news starts anew, with a whole picture; latest wins. */
  catchUp(): void {
    if (this.#missed.size === 0 || this.#isClosed || this.#parts.isBehind?.()) return
    const missed = [...this.#missed]
    this.#missed.clear()
    for (const [id, topic] of missed) {
      const whole: Topic = topic.kind === 'seats' ? { ...topic, afterRevision: null } : topic
      this.#subscribe({ t: 'subscribe', id, topic: whole })
    }
  }

  /** Nothing is sent after this: the next page on the same pipe counts its calls from one again. */
  close(): void {
    this.#isClosed = true
    for (const end of this.#topics.values()) end()
    this.#topics.clear()
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
    return boxOffice.call(name, parsed.data, commandId ?? undefined)
  }

  #subscribe({ id, topic }: Extract<ToHub, { t: 'subscribe' }>): void {
    this.#unsubscribe(id)
    const isTooMuch = this.#topics.size >= TOPICS_MAX || !this.#questions.take()
    if (isTooMuch) return this.#parts.onForeignFrame()
    try {
      const end = this.#parts.boxOffice.subscribe(topic, (news) => {
        if (this.#parts.isBehind?.()) this.#missed.set(id, topic)
        else this.#parts.send({ t: 'news', id, news, nowMs: this.#parts.nowMs() })
      })
      this.#topics.set(id, end)
    } catch (error) {
      this.#parts.onFault(error)
    }
  }

  #unsubscribe(id: number): void {
    this.#topics.get(id)?.()
    this.#topics.delete(id)
    this.#missed.delete(id)
  }

  /** A screen that does not take what it was sent gets no more answers to wait for; its commands are always heard. */
  #mayAsk(isForCommand: boolean): boolean {
    if (isForCommand) return this.#commands.take()
    return this.#questions.take() && !this.#parts.isBehind?.()
  }
}

function refused(refusal: Refusal): WireAnswer {
  return { kind: 'refused', refusal }
}

function invalid(field: string, detail: string) {
  return refused({ code: 'INVALID_INPUT', field, problem: 'malformed', detail: detail.slice(0, 120) })
}
