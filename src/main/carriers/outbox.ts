// What one socket is sent: everything that a turn of the event loop has for it leaves in one write [SYNC 5.7]. Owns the wrapping of
// frames and how much still waits; must never drop what it was given, nor look inside.

import type { Duplex } from 'node:stream'

/** RFC 6455, 5.2: one whole message, text or binary; a server's frames are not masked. */
const WHOLE_TEXT = 0x81
const WHOLE_BINARY = 0x82
/** Up to this the length is in the second byte; up to the next limit in two more; else in eight. */
const SHORT_MAX = 125
const MIDDLE_MAX = 0xffff
const MIDDLE = 126
const LONG = 127

export type Payload = string | Uint8Array

/**
 * What a turn wrote for every socket leaves when the turn is over. A write is a system call and a TLS record, some microseconds whatever
 * its size. News leave before answers, so that whoever gets a yes never sees the seat free on another screen.
 */
export class Turn {
  #told: Outbox[] = []
  #answered: Outbox[] = []
  #isPlanned = false

  add(outbox: Outbox, isAnswer: boolean): void {
    if (isAnswer) this.#answered.push(outbox)
    else this.#told.push(outbox)
    if (this.#isPlanned) return
    this.#isPlanned = true
    // Answers are promises: the next tick after all of these is the end of the turn.
    queueMicrotask(() => process.nextTick(() => this.#end()))
  }

  #end(): void {
    const [told, answered] = [this.#told, this.#answered]
    this.#told = []
    this.#answered = []
    this.#isPlanned = false
    for (const outbox of told) if (!outbox.hasAnswer) outbox.flush()
    for (const outbox of answered) outbox.flush()
  }
}

interface Parts {
  readonly socket: Duplex
  readonly turn: Turn
  /** Called when a write has left. */
  readonly onLeft: () => void
}

export class Outbox {
  readonly #parts: Parts
  #payloads: Payload[] = []
  #bytes = 0
  #hasAnswer = false
  readonly #onLeft = () => this.#parts.onLeft()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get hasAnswer(): boolean {
    return this.#hasAnswer
  }

  /** Not yet taken by the system, as far as is known; text is counted in characters. */
  get waitingBytes(): number {
    return this.#bytes + this.#parts.socket.writableLength
  }

  put(payload: Payload, isAnswer: boolean): void {
    const isFirst = this.#payloads.length === 0
    this.#payloads.push(payload)
    this.#bytes += payload.length
    if (isFirst || (isAnswer && !this.#hasAnswer)) this.#parts.turn.add(this, isAnswer)
    this.#hasAnswer ||= isAnswer
  }

  /** Writes now: whatever is written to the socket next comes after it. */
  flush(): void {
    if (this.#payloads.length === 0) return
    const bytes = framed(this.#payloads)
    this.#payloads = []
    this.#bytes = 0
    this.#hasAnswer = false
    if (this.#parts.socket.writable) this.#parts.socket.write(bytes, this.#onLeft)
  }
}

/** Whole frames, one after the other. */
export function framed(payloads: readonly Payload[]): Buffer {
  const sizes = payloads.map((payload) => Buffer.byteLength(payload))
  const whole = sizes.reduce((sum, size) => sum + headSize(size) + size, 0)
  const bytes = Buffer.allocUnsafe(whole)
  let at = 0
  for (const [index, payload] of payloads.entries()) {
    const size = sizes[index] ?? 0
    at = putHead(bytes, at, size, typeof payload === 'string' ? WHOLE_TEXT : WHOLE_BINARY)
    if (typeof payload === 'string') bytes.write(payload, at)
    else bytes.set(payload, at)
    at += size
  }
  return bytes
}

function headSize(size: number): number {
  if (size <= SHORT_MAX) return 2
  return size <= MIDDLE_MAX ? 4 : 10
}

/** Returns where the payload begins. */
function putHead(bytes: Buffer, at: number, size: number, first: number): number {
  bytes[at] = first
  if (size <= SHORT_MAX) {
    bytes[at + 1] = size
    return at + 2
  }
  if (size <= MIDDLE_MAX) {
    bytes[at + 1] = MIDDLE
    return bytes.writeUInt16BE(size, at + 2)
  }
  bytes[at + 1] = LONG
  return bytes.writeBigUInt64BE(BigInt(size), at + 2)
}
