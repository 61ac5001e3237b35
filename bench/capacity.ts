// How many seats of a show are free, held and sold [K1], asked of the engine after a seat changed, against SQLite counting the same seats
// by GROUP BY with a covering index. Owns both ways and checks that they agree; must never ask about an unchanged show.

import Database from 'better-sqlite3'
import { deskActor, type House } from '../src/main/house/open-house.ts'
import type { BoxOffice } from '../src/shared/contract/port.ts'
import type { CartId, SeatId, ShowId, TicketTypeId } from '../src/shared/domain/ids.ts'
import { Bug } from '../src/shared/lib/assert.ts'
import type { Bench, Figure } from './bench.ts'
import { withDemoHouse, unsoldShow } from './demo-house.ts'
import { median, medianRatio, takeTurns } from './rounds.ts'

const sizes = [2010, 80_000] as const
/** Questions per round; a single one is near the clock's resolution. */
const ASKS = 50
/** Held seats that must each be checked for having expired: those of a busy evening. */
const HOLDS = 40

export const capacityBench: Bench = {
  name: 'capacity',
  about: 'seats by state, section and ticket type after a change, against GROUP BY with a covering index',
  run: () =>
    withDemoHouse(async (house) => {
      const figures: Figure[] = []
      for (const size of sizes) {
        // oxlint-disable-next-line no-await-in-loop -- one at a time: together they would measure each other
        figures.push(...(await measure(house, size)))
      }
      return figures
    }),
}

async function measure(house: House, size: number): Promise<readonly Figure[]> {
  const desk = house.engine.deskFor(deskActor('bench'))
  const show = new ChangingShow(desk, (await unsoldShow(desk, size)).showId)
  for (let hold = 0; hold < HOLDS; hold += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each is one cart's
    await show.hold(hold)
  }
  const table = new CountedTable(size, await show.allocatedAndFree())
  const { engine, groupBy } = await takeTurns({
    engine: () => show.askMs(),
    groupBy: () => table.askMs(),
  })
  table.close()
  const seats = `${size.toLocaleString('en')} seats`
  return [
    {
      name: `capacity.${size}.ms`,
      value: median(engine),
      unit: 'ms',
      about: `${seats}: every count of the show after a hold`,
      ...(size === 80_000 ? { goal: { atMost: 0.1 } } : {}),
    },
    {
      name: `capacity.${size}.vsGroupBy`,
      value: medianRatio(groupBy, engine),
      unit: 'ratio',
      about: `${seats}: faster than SQLite counts them`,
    },
  ]
}

/** A show in which a hold comes before every question. */
class ChangingShow {
  readonly #desk: BoxOffice
  readonly #showId: ShowId

  constructor(desk: BoxOffice, showId: ShowId) {
    this.#desk = desk
    this.#showId = showId
  }

  /** Holds the seat of this number, in the cart of this number: what the cart held before is released. */
  async hold(cart: number, seat = cart): Promise<void> {
    const lines = [{ seatId: seat as SeatId, ticketTypeId: 0 as TicketTypeId }]
    const cartId = `bench-${cart}` as CartId
    const wanted = { showId: this.#showId, cartId, lines, customerId: null, couponCode: null }
    const answer = await this.#desk.call('hold-seats', wanted)
    if (answer.kind !== 'done') throw new Bug(`not held: ${JSON.stringify(answer)}`)
  }

  async allocatedAndFree(): Promise<readonly [number, number]> {
    const answer = await this.#desk.call('capacity', { showId: this.#showId })
    if (answer.kind !== 'done') throw new Bug('no counts')
    return [answer.value.counts.allocated, answer.value.counts.available]
  }

  async askMs(): Promise<number> {
    let passedMs = 0
    for (let ask = 0; ask < ASKS; ask += 1) {
      // oxlint-disable-next-line no-await-in-loop -- a change, then the question
      await this.hold(0, HOLDS + (ask % 2))
      const beganMs = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- the same
      await this.#desk.call('capacity', { showId: this.#showId })
      passedMs += performance.now() - beganMs
    }
    return passedMs / ASKS
  }
}

/** The same seats as rows, and the counts as SQLite gives them. */
class CountedTable {
  readonly #db = new Database(':memory:')
  readonly #change: Database.Statement<[number, number]>
  readonly #count: Database.Statement<[], { status: number; seats: number }>

  constructor(size: number, [allocated, free]: readonly [number, number]) {
    if (allocated !== size) throw new Bug(`a show of ${allocated} seats is not one of ${size}`)
    const db = this.#db
    db.exec(`CREATE TABLE seat (seat_id INTEGER PRIMARY KEY, section INT, type INT, status INT) STRICT;
      CREATE INDEX covering ON seat (section, type, status)`)
    const put = db.prepare('INSERT INTO seat VALUES (?, ?, ?, ?)')
    db.transaction(() => {
      for (let seat = 0; seat < size; seat += 1)
        put.run(seat, seat % 40, seat % 3, seat < size - free ? 1 : 0)
    })()
    this.#change = db.prepare('UPDATE seat SET status = ? WHERE seat_id = ?')
    this.#count = db.prepare(
      'SELECT section, type, status, count(*) AS seats FROM seat GROUP BY section, type, status',
    )
    const counted = this.#count.all().reduce((sum, row) => sum + (row.status === 0 ? row.seats : 0), 0)
    if (counted !== free) throw new Bug(`SQLite counts ${counted} free seats, the house ${free}`)
  }

  askMs(): number {
    let passedMs = 0
    for (let ask = 0; ask < ASKS; ask += 1) {
      this.#change.run(ask % 2, HOLDS)
      const beganMs = performance.now()
      this.#count.all()
      passedMs += performance.now() - beganMs
    }
    return passedMs / ASKS
  }

  close(): void {
    this.#db.close()
  }
}
