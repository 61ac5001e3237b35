// The engine's ports for tests: a clock set by hand, chance from a seed, a scheduler that runs when it is told to, a log that is
// kept. Owns no real time and no real chance; must never run anything by itself.

import { createHash } from 'node:crypto'
import type { Chance, Clock, Log, Pictures, PinHasher, Scheduler, Signer } from './ports.ts'

/** Claims to have every picture, so that tests need not upload any. */
export const anyPicture: Pictures = { has: () => true, read: () => null, keep: () => {} }

export class ManualClock implements Clock {
  atMs: number
  passedMs = 0

  constructor(atMs: number) {
    this.atMs = atMs
  }

  nowMs(): number {
    return this.atMs
  }

  elapsedMs(): number {
    return this.passedMs
  }
}

/** SHA-256 of a seed and a counter: always the same bytes in the same order. `queue` makes it draw given bytes first. */
export class SeededChance implements Chance {
  readonly #seed: string
  readonly #queued: Uint8Array[] = []
  #drawn = 0

  constructor(seed: string) {
    this.#seed = seed
  }

  bytes(count: number): Uint8Array {
    const queued = this.#queued.findIndex((bytes) => bytes.length === count)
    if (queued >= 0) return this.#queued.splice(queued, 1)[0] ?? new Uint8Array(count)
    this.#drawn += 1
    const hash = createHash('sha256').update(`${this.#seed} ${this.#drawn}`).digest()
    return Uint8Array.from(hash.subarray(0, count))
  }

  /** The next draw of this many bytes returns exactly these. */
  queue(bytes: Uint8Array): void {
    this.#queued.push(bytes)
  }
}

interface Timer {
  readonly atMs: number
  readonly nowMs: (() => number) | undefined
  readonly work: () => void
}

export class ManualScheduler implements Scheduler {
  #soon: (() => void)[] = []
  readonly #timers = new Set<Timer>()

  soon(work: () => void): void {
    this.#soon.push(work)
  }

  at(atMs: number, work: () => void, nowMs?: () => number): () => void {
    const timer = { atMs, work, nowMs }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Runs everything that waits for the end of the turn. */
  flush(): void {
    const works = this.#soon
    this.#soon = []
    for (const work of works) work()
  }

  /** Runs every timer that is due by this instant, or by the clock it was set with, and lets them finish. */
  wakeUntil(nowMs: number): number {
    const due = [...this.#timers].filter((timer) => timer.atMs <= Math.max(nowMs, timer.nowMs?.() ?? nowMs))
    for (const timer of due) {
      this.#timers.delete(timer)
      timer.work()
    }
    this.flush()
    return due.length
  }

  /** When the next timer is due, or null. */
  get nextMs(): number | null {
    const times = [...this.#timers].map((timer) => timer.atMs)
    return times.length > 0 ? Math.min(...times) : null
  }

  get sleepers(): number {
    return this.#timers.size
  }
}

export interface LogLine {
  readonly level: 'error' | 'info' | 'debug'
  readonly message: string
  readonly facts: Readonly<Record<string, unknown>>
}

export class KeptLog implements Log {
  readonly lines: LogLine[] = []

  error(facts: object, message: string): void {
    this.lines.push({ level: 'error', message, facts: { ...facts } })
  }

  info(facts: object | (() => object), message: string): void {
    const known = typeof facts === 'function' ? (facts() as object) : facts
    this.lines.push({ level: 'info', message, facts: { ...known } })
  }

  debug(facts: object, message: string): void {
    this.lines.push({ level: 'debug', message, facts: { ...facts } })
  }

  get errors(): LogLine[] {
    return this.lines.filter((line) => line.level === 'error')
  }
}

/** A fast hash: tests only need the comparison, and the real one takes a third of a second. */
export const plainPinHasher: PinHasher = {
  digest: (pin, salt) => Promise.resolve(createHash('sha256').update(salt).update(pin).digest()),
}

/** No key and no secret, but another text has another signature. */
export const plainSigner: Signer = {
  sign: (text) => `SIGNED${createHash('sha256').update(text).digest('hex').slice(0, 8).toUpperCase()}`,
  publicKeyText: () => 'NONE',
}
