// Time and order of a simulated evening: what happens next, and when. Owns the one queue that everything waits in; must never let
// anything happen that is not in it, nor read this machine's clock.

import { hash } from 'node:crypto'

interface Coming {
  readonly atMs: number
  /** At the same instant, first come, first served. */
  readonly order: number
  readonly work: () => void
  isCalledOff: boolean
}

/** Lines of a trace that are hashed at once. */
const PIECE = 256

/** What happened, in words; the same seed writes the same to the last byte. */
export class Trace {
  readonly lines: string[] = []
  #digest = ''
  #piece: string[] = []

  say(line: string): void {
    this.lines.push(line)
    this.bytes(line)
  }

  /** Goes into the digest only: what went over a wire would drown the words. */
  bytes(text: string): void {
    this.#piece.push(text)
    if (this.#piece.length >= PIECE) this.#fold()
  }

  get digest(): string {
    this.#fold()
    return this.#digest
  }

  #fold(): void {
    this.#digest = hash('sha256', [this.#digest, ...this.#piece].join('\n'))
    this.#piece = []
  }
}

export class World {
  readonly trace = new Trace()
  #nowMs = 0
  #order = 0
  readonly #heap: Coming[] = []

  /** True time since it began, in ms, which nothing inside can read. */
  get nowMs(): number {
    return this.#nowMs
  }

  after(ms: number, work: () => void): () => void {
    const coming = { atMs: this.#nowMs + Math.max(0, ms), order: this.#order++, work, isCalledOff: false }
    this.#push(coming)
    return () => {
      coming.isCalledOff = true
    }
  }

  say(line: string): void {
    this.trace.say(`${this.#nowMs.toFixed(1).padStart(9)} ${line}`)
  }

  /** One event after the other, each with everything that it triggers through promises, until none is left before the instant. */
  async runUntil(atMs: number): Promise<void> {
    for (let next = this.#heap[0]; next && next.atMs <= atMs; next = this.#heap[0]) {
      this.#pop()
      if (next.isCalledOff) continue
      this.#nowMs = next.atMs
      next.work()
      // oxlint-disable-next-line no-await-in-loop -- one thing after the other is the point
      await new Promise((resolve) => setImmediate(resolve))
    }
    this.#nowMs = atMs
  }

  #push(coming: Coming): void {
    const heap = this.#heap
    let at = heap.push(coming) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      const other = heap[above]
      if (!other || !isBefore(coming, other)) break
      heap[at] = other
      at = above
    }
    heap[at] = coming
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const nearer = isBefore(heap[left + 1], heap[left]) ? left + 1 : left
      const other = heap[nearer]
      if (!other || !isBefore(other, last)) break
      heap[at] = other
      at = nearer
    }
    heap[at] = last
  }
}

function isBefore(one: Coming | undefined, other: Coming | undefined): boolean {
  if (!one) return false
  if (!other) return true
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order)
}
