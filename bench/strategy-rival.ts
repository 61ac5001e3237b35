// A second process that sells the other half of a shared stadium, when it is told to. Owns both ends of that: the process that is
// started, and the one that starts it.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { openHouse } from '../src/main/house/open-house.ts'
import { quietOptions } from '../src/main/house/options.ts'
import type { ClaimStrategy } from '../src/main/store/store.ts'
import { seatPairs } from './seat-pairs.ts'
import { SEATS, openSales, take } from './sellers.ts'

/** More than any bench asks for. */
const SELLERS_MAX = 128

export class Rival {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #words: AsyncIterator<string>

  constructor(data: string, claims: ClaimStrategy) {
    this.#child = spawn(process.execPath, [import.meta.filename, data, claims])
    this.#child.stderr.pipe(process.stderr)
    this.#words = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]()
  }

  isReady(): Promise<void> {
    return this.#hears('ready')
  }

  async sell(sellers: number, bookings: number): Promise<void> {
    this.#child.stdin.write(`${sellers} ${bookings}\n`)
    await this.#hears('sold')
  }

  async end(): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#child.stdin.end()
    await ended
  }

  async #hears(wanted: string): Promise<void> {
    const { value, done } = await this.#words.next()
    if (done === true || value !== wanted) throw new Error(`the other process ended early: ${String(value)}`)
  }
}

async function sellWhenTold(data: string, claims: ClaimStrategy): Promise<void> {
  const house = openHouse(quietOptions(data, { claims, shared: true }), 'bench')
  const pairs = seatPairs(SEATS).filter(([seat]) => seat >= SEATS / 2)
  const sales = await openSales(house, SELLERS_MAX)
  console.log('ready')
  for await (const line of createInterface({ input: process.stdin })) {
    const [sellers = 0, bookings = 0] = line.split(' ').map(Number)
    // oxlint-disable-next-line no-await-in-loop -- one order after the other
    await sales(sellers, take(pairs, bookings))
    console.log('sold')
  }
  house.close()
}

if (import.meta.main) {
  const [data = '', claims = ''] = process.argv.slice(2)
  await sellWhenTold(data, claims as ClaimStrategy)
}
