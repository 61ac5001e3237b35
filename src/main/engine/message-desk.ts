// [T2] Sends messages to customers: wakes for the next message, hands it to the post, and records the outcome. What waits is in
// the table `message`, so after a crash the next process goes on from there; a message is sent at least once, always under the
// same key. Owns when; must never decide what a failure means, and never make a sale wait.

import type { Context } from '../../shared/domain/decision.ts'
import { decideDelivered, decideDrop } from '../../shared/domain/message-delivery.ts'
import type { Delivery, MessageId } from '../../shared/domain/message.ts'
import { MINUTE_MS, SECOND_MS } from '../../shared/lib/time.ts'
import type { JournalEntry } from '../store/journal.ts'
import { waitingMessages } from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import type { ByItself } from './by-itself.ts'
import { letterOf } from './letters.ts'
import type { Chance, Letter, Log, Post, Scheduler, Signer } from './ports.ts'
import type { Reader } from './reader.ts'

/** Messages being sent at once: one slow answer then holds up at most a quarter of the others, and no relay minds four connections. */
const AT_ONCE = 4
/** If the post has not answered by then, the message counts as not sent; the post's own timeout is shorter. */
const ANSWER_MS = 2 * MINUTE_MS
/** If another process sends, this one checks this often whether it still does: soon enough for a customer who waits for tickets. */
const CLAIM_AGAIN_MS = 10 * SECOND_MS
/** An outcome that could not be recorded (disk full) is recorded again after this, not sent again. */
const RECORD_AGAIN_MS = 5 * SECOND_MS
/** A random number of 16 bits. */
const DICE_BYTES = 2

interface Parts {
  readonly store: Store
  readonly post: Post
  readonly scheduler: Scheduler
  readonly chance: Chance
  readonly log: Log
  readonly signer: Signer
  readonly nowMs: () => number
  readonly reader: Reader
  /** Runs `work` with memory and rows at the same instant. */
  readonly reading: <Result>(work: () => Result) => Result
  readonly byItself: ByItself
  readonly onTrouble: (error: unknown) => void
}

export class MessageDesk {
  readonly #parts: Parts
  readonly #onTheirWay = new Set<MessageId>()
  readonly #patience = new Set<() => void>()
  #nextMs = Number.POSITIVE_INFINITY
  #callOff: () => void = () => {}
  #isStopped = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** At the start, and when it is unknown what another process wrote. */
  lookAgain(): void {
    const { store } = this.#parts
    const waiting = store.select(waitingMessages, AT_ONCE + 1)
    const next = waiting.find(({ messageId }) => !this.#onTheirWay.has(messageId))
    // Whichever message is finished calls this again.
    const isFull = this.#onTheirWay.size >= AT_ONCE
    this.#wakeAt(next && !isFull ? next.nextAtMs : Number.POSITIVE_INFINITY)
  }

  /** After a commit, here or in another process. */
  follow(recorded: readonly JournalEntry[]): void {
    if (recorded.some(({ row }) => row.kind.startsWith('message-'))) this.#orLater(() => this.lookAgain())
  }

  stop(): void {
    this.#isStopped = true
    this.#wakeAt(Number.POSITIVE_INFINITY)
    for (const callOff of this.#patience) callOff()
  }

  #wakeAt(atMs: number): void {
    if (atMs === this.#nextMs) return
    this.#callOff()
    this.#callOff = () => {}
    this.#nextMs = atMs
    if (atMs === Number.POSITIVE_INFINITY || this.#isStopped) return
    this.#callOff = this.#parts.scheduler.at(atMs, () => this.#work())
  }

  #work(): void {
    this.#nextMs = Number.POSITIVE_INFINITY
    this.#orLater(() => (this.#sendDue() ? this.lookAgain() : this.#wakeLater()))
  }

  /**
   * For calls with nobody to report an error to (the disk does not answer): what waits is still in its rows, and is looked for again later.
   */
  #orLater(look: () => void): void {
    try {
      look()
    } catch (error) {
      this.#parts.onTrouble(error)
      this.#wakeLater()
    }
  }

  #wakeLater(): void {
    this.#wakeAt(this.#parts.nowMs() + CLAIM_AGAIN_MS)
  }

  /** False: another process sends. */
  #sendDue(): boolean {
    const { post, reading } = this.#parts
    if (!post.claim()) return false
    reading(() => {
      for (const message of this.#due()) this.#begin(message)
    })
    return true
  }

  #due(): readonly Row<'message'>[] {
    const { store, nowMs } = this.#parts
    const now = nowMs()
    const room = AT_ONCE - this.#onTheirWay.size
    return store
      .select(waitingMessages, AT_ONCE + 1)
      .filter(({ messageId, nextAtMs }) => nextAtMs <= now && !this.#onTheirWay.has(messageId))
      .slice(0, room)
  }

  #begin(message: Row<'message'>): void {
    const { messageId } = message
    this.#onTheirWay.add(messageId)
    const letter = this.#letterOf(message)
    if (letter === 'not-true') return this.#record(messageId, null)
    void this.#hand(letter).then((delivery) => this.#record(messageId, delivery))
  }

  /** A message that cannot be composed counts as failed (null). */
  #letterOf(message: Row<'message'>): Letter | 'not-true' | null {
    try {
      return letterOf(this.#parts, message) ?? 'not-true'
    } catch (error) {
      this.#parts.log.error(
        { message: message.messageId, error: String(error) },
        'a message cannot be written',
      )
      return null
    }
  }

  /** The outcome of sending: never rejects, and never takes longer than `ANSWER_MS`. */
  #hand(letter: Letter | null): Promise<Delivery> {
    const { post, scheduler, reader, nowMs } = this.#parts
    const broken: Delivery = { kind: 'failed', problem: 'broken', detail: '' }
    if (!letter) return Promise.resolve(broken)
    const ways = reader.messaging.entry ?? { mail: null, sms: null }
    return new Promise((settle) => {
      const callOff = scheduler.at(nowMs() + ANSWER_MS, () =>
        end({ kind: 'failed', problem: 'slow', detail: '' }),
      )
      this.#patience.add(callOff)
      const end = (delivery: Delivery) => {
        callOff()
        this.#patience.delete(callOff)
        settle(delivery)
      }
      post.send(letter, ways).then(end, () => end(broken))
    })
  }

  /** `delivery` null: the message was no longer true, and was not sent. */
  #record(messageId: MessageId, delivery: Delivery | null): void {
    if (this.#isStopped) return
    const { byItself, reader, scheduler, nowMs } = this.#parts
    const decide = ({ nowMs }: Context) => {
      const { message } = reader.read({ message: messageId })
      if (delivery === null) return decideDrop(message)
      return decideDelivered(message, delivery, { nowMs, dice: this.#dice() })
    }
    void byItself(delivery === null ? 'drop-message' : 'note-message', decide).then((answer) => {
      if (answer.kind === 'done') {
        this.#onTheirWay.delete(messageId)
        return this.#orLater(() => this.lookAgain())
      }
      const callOff = scheduler.at(nowMs() + RECORD_AGAIN_MS, () => {
        this.#patience.delete(callOff)
        this.#record(messageId, delivery)
      })
      this.#patience.add(callOff)
    })
  }

  #dice(): number {
    const [low = 0, high = 0] = this.#parts.chance.bytes(DICE_BYTES)
    return (high * 256 + low) / 65_536
  }
}
