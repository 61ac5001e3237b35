// Screens that ask a process which is main without the windows: each hold and payment a frame of its own, at an even rate. Owns the rate
// and the screens; that process itself reports its delay.

import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { ToHub, FromHub } from '../src/shared/contract/wire.ts'
import type { ShowRow } from '../src/shared/contract/shapes.ts'
import { Bug, known } from '../src/shared/lib/assert.ts'
import { ROUNDS, median } from './rounds.ts'
import { rest } from './rest.ts'
import { seatPairs } from './seat-pairs.ts'
import { SEATS, newId } from './sellers.ts'

const COMMANDS_PER_SECOND = 1000
/** Enough of them, since each may send only 50 commands a second. */
const SCREENS = 32
/** Holds in a round, and as many payments: two seconds. */
const HOLDS = 1000
/** Due frames are sent when a timer fires, so not more often than this. */
const TICK_MS = 1
const REST_MS = 2000

export type ToLoop =
  | { readonly screen: number; readonly frame: ToHub }
  | { readonly look: 'begin' | 'end' }
  | { readonly end: true }
export type FromLoop =
  | { readonly screen: number; readonly frame: FromHub }
  | Delays
  | { readonly isReady: true }
  | { readonly problem: string }

export interface Delays {
  readonly p50Ms: number
  readonly p99Ms: number
}

/** The delay of its loop under load, and on the same machine while nobody asks for anything. */
export interface LoopDelays {
  readonly busy: Delays
  readonly idle: Delays
}

/** At 1,000 commands a second: the median of some rounds of two seconds, each next to one at rest. */
export async function loopDelays(): Promise<LoopDelays> {
  const main = new Main()
  await main.ready
  const showId = await main.showOf(SEATS)
  const pairs = seatPairs(SEATS)
  const busy: Delays[] = []
  const idle: Delays[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const atWork = await main.during(() => main.sell(showId, pairs.splice(-HOLDS)))
    // oxlint-disable-next-line no-await-in-loop -- the same
    const atRest = await main.during(() => rest(REST_MS))
    if (round === 0) continue
    busy.push(atWork)
    idle.push(atRest)
  }
  main.tell({ end: true })
  return { busy: middle(busy), idle: middle(idle) }
}

function middle(rounds: readonly Delays[]): Delays {
  return {
    p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
  }
}

class Main {
  readonly #child = fork(join(import.meta.dirname, 'main-loop-process.ts'), { serialization: 'advanced' })
  readonly #waiting = new Map<number, (frame: FromHub) => void>()
  readonly #ready = Promise.withResolvers<void>()
  #asked = 0
  #delays: (delays: Delays) => void = () => {}

  constructor() {
    this.#child.on('message', (message: FromLoop) => this.#hear(message))
    this.#child.once('exit', (code) => {
      if (code !== 0) this.#ready.reject(new Bug(`main ended with ${code}`))
    })
  }

  get ready(): Promise<void> {
    return this.#ready.promise
  }

  tell(message: ToLoop): void {
    this.#child.send(message)
  }

  /** The first demo show with this many seats that has sold nothing. */
  showOf(seats: number): Promise<number> {
    const id = (this.#asked += 1)
    const { promise, resolve } = Promise.withResolvers<number>()
    this.#waiting.set(id, (frame) => {
      const { rows } = (frame as { news: { rows: readonly ShowRow[] } }).news
      const show = rows.find(({ counts }) => counts.allocated === seats && counts.sold === 0)
      resolve(known(show, 'an unsold show').showId)
    })
    this.tell({ screen: 0, frame: { t: 'subscribe', id, topic: { kind: 'shows' } } })
    return promise
  }

  async during(work: () => Promise<unknown>): Promise<Delays> {
    const delays = new Promise<Delays>((resolve) => {
      this.#delays = resolve
    })
    this.tell({ look: 'begin' })
    await work()
    this.tell({ look: 'end' })
    return delays
  }

  /** Alternately a hold and the payment of a hold that was answered; in the end all are answered. */
  async sell(showId: number, pairs: readonly (readonly [number, number])[]): Promise<void> {
    const held: { readonly screen: number; readonly booking: HeldBooking }[] = []
    const answers: Promise<unknown>[] = []
    const beganMs = performance.now()
    let sent = 0
    const waiting = pairs.entries()
    while (answers.length < 2 * pairs.length) {
      const due = ((performance.now() - beganMs) / 1000) * COMMANDS_PER_SECOND
      for (; sent < due; sent += 1) {
        const next = sent % 2 === 0 ? waiting.next() : undefined
        if (next && !next.done) answers.push(this.#hold(showId, next.value, held))
        const paid = sent % 2 === 1 || next?.done ? held.shift() : undefined
        if (paid) answers.push(this.#pay(paid.screen, paid.booking))
      }
      // oxlint-disable-next-line no-await-in-loop -- the next is not due yet
      await rest(TICK_MS)
    }
    await Promise.all(answers)
  }

  async #hold(
    showId: number,
    [at, seats]: readonly [number, readonly [number, number]],
    held: { readonly screen: number; readonly booking: HeldBooking }[],
  ): Promise<void> {
    const screen = at % SCREENS
    const lines = seats.map((seatId) => ({ seatId, ticketTypeId: 0 }))
    const input = { showId, cartId: newId(), lines, customerId: null, couponCode: null }
    const { booking } = (await this.#call(screen, 'hold-seats', input)) as { booking: HeldBooking }
    held.push({ screen, booking })
  }

  #pay(screen: number, { bookingId, totals: { totalMinor } }: HeldBooking): Promise<unknown> {
    return this.#call(screen, 'pay-booking', {
      bookingId,
      mode: 'CASH',
      totalMinor,
      tenderedMinor: totalMinor,
    })
  }

  #call(screen: number, name: string, input: unknown): Promise<unknown> {
    const id = (this.#asked += 1)
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    this.#waiting.set(id, (frame) => {
      if (frame.t === 'answer' && frame.answer.kind === 'done') resolve(frame.answer.value)
      else reject(new Bug(`${name}: ${JSON.stringify(frame)}`))
    })
    this.tell({ screen, frame: { t: 'call', id, name, input, commandId: newId() } as ToHub })
    return promise
  }

  #hear(message: FromLoop): void {
    if ('isReady' in message) this.#ready.resolve()
    else if ('problem' in message) throw new Bug(message.problem)
    else if ('p99Ms' in message) this.#delays(message)
    else if ('id' in message.frame) {
      this.#waiting.get(message.frame.id)?.(message.frame)
      this.#waiting.delete(message.frame.id)
    }
  }
}

interface HeldBooking {
  readonly bookingId: string
  readonly totals: { readonly totalMinor: number }
}
