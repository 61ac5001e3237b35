// Every change of a show's seats in order of time, and their states at any instant. Owns the columns and the key frames that make an
// instant quick to find; must never know why a seat changed.

import { known } from '../lib/assert.ts'
import type { SeatId } from './ids.ts'
import { seatStateCode } from './seat-state.ts'

/** A key frame after this many changes: the states at an instant take one copy and at most this many changes. */
const FRAME_CHANGES = 4096
/** Key frames of a stadium are large: one per this many changes a seat is as quick, and frames weigh no more than the changes. */
const CHANGES_A_SEAT = 1 / 4

/** Seats sold, and sold seats given back, in equal intervals. */
export interface Turnover {
  readonly sold: readonly number[]
  readonly back: readonly number[]
}

export class SeatFrames {
  readonly #every: number
  /** The states after the newest change. */
  readonly #states: Uint8Array<ArrayBuffer>
  readonly #frames: Uint8Array<ArrayBuffer>[]
  readonly #seats: SeatId[] = []
  readonly #were: number[] = []
  readonly #codes: number[] = []
  readonly #instants: number[] = []
  /** For each instant, how many changes there were up to and including it. */
  readonly #ends: number[] = []

  /** `first`: the states before all changes, as codes of `seatStateCode`. */
  constructor(first: Uint8Array) {
    this.#every = Math.max(FRAME_CHANGES, Math.ceil(first.length * CHANGES_A_SEAT))
    this.#states = new Uint8Array(first)
    this.#frames = [new Uint8Array(first)]
  }

  /** The state of a seat after all changes so far. */
  codeOf(seatId: SeatId): number {
    return this.#states[seatId] ?? seatStateCode.blocked
  }

  /** Instants must not decrease. A seat that already has this state is no change. */
  change(seatId: SeatId, code: number, atMs: number): void {
    const was = this.codeOf(seatId)
    if (was === code) return
    if (this.#instants.at(-1) !== atMs) {
      this.#instants.push(atMs)
      this.#ends.push(this.#seats.length)
    }
    this.#seats.push(seatId)
    this.#were.push(was)
    this.#codes.push(code)
    this.#states[seatId] = code
    this.#ends[this.#ends.length - 1] = this.#seats.length
    if (this.#seats.length % this.#every === 0) this.#frames.push(new Uint8Array(this.#states))
  }

  /** A copy of every seat's state after all changes of that instant. */
  statesAt(atMs: number): Uint8Array<ArrayBuffer> {
    const end = this.#ends[this.#countUntil(atMs) - 1] ?? 0
    const frame = Math.floor(end / this.#every)
    const states = new Uint8Array(known(this.#frames[frame], 'a picture for so many changes'))
    for (let at = frame * this.#every; at < end; at += 1) states[this.#seatAt(at)] = this.#codeAt(at)
    return states
  }

  /** The next instant at which a seat changed; null: there is none. */
  after(atMs: number): number | null {
    return this.#instants[this.#countUntil(atMs)] ?? null
  }

  /** The last instant before this one at which a seat changed. */
  before(atMs: number): number | null {
    return this.#instants[this.#countUntil(atMs - 1) - 1] ?? null
  }

  turnover(fromMs: number, toMs: number, parts: number): Turnover {
    const sold = new Uint32Array(parts)
    const back = new Uint32Array(parts)
    let at = 0
    for (const [index, end] of this.#ends.entries()) {
      const share = (this.#instantAt(index) - fromMs) / Math.max(1, toMs - fromMs)
      const part = Math.min(parts - 1, Math.max(0, Math.floor(share * parts)))
      for (; at < end; at += 1) {
        if (this.#codes[at] === seatStateCode.sold) count(sold, part)
        else if (this.#were[at] === seatStateCode.sold) count(back, part)
      }
    }
    return { sold: [...sold], back: [...back] }
  }

  /** How many instants are at or before this one. */
  #countUntil(atMs: number): number {
    let low = 0
    let high = this.#instants.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#instantAt(middle) <= atMs) low = middle + 1
      else high = middle
    }
    return low
  }

  #instantAt(index: number): number {
    return known(this.#instants[index], 'instant')
  }

  #seatAt(change: number): SeatId {
    return known(this.#seats[change], 'seat of a change')
  }

  #codeAt(change: number): number {
    return known(this.#codes[change], 'code of a change')
  }
}

function count(counts: Uint32Array, part: number): void {
  counts[part] = known(counts[part], 'part of the time') + 1
}
