// Bookings a second through the whole engine (idempotent commands, journal, hash chain, log), against the least that plain
// better-sqlite3 can do for a sale. Both sides are durable at every commit. Owns the engine's side; the raw one is raw-sales.ts.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deskActor, openHouse } from '../src/main/house/open-house.ts'
import { systemChance } from '../src/main/house/world.ts'
import type { Answer, BoxOffice } from '../src/shared/contract/port.ts'
import type { CartId, CommandId, SeatId, ShowId, TicketTypeId } from '../src/shared/domain/ids.ts'
import { Bug, known } from '../src/shared/lib/assert.ts'
import { Ulids } from '../src/shared/lib/ulid.ts'
import type { Bench, Figure } from './bench.ts'
import { RawSales } from './raw-sales.ts'
import { type SeatPair, seatPairs } from './seat-pairs.ts'
import { median, medianRatio, takeTurns } from './rounds.ts'

const SEATS = 80_000
const SELLERS = 32
/** Bookings of one round: long enough that a checkpoint of the log falls into most of them, as it does in a day's sales. */
const SERIAL_BOOKINGS = 500
const CROWD_BOOKINGS = 3200

export const bookingsBench: Bench = {
  name: 'bookings',
  about:
    'hold two seats and confirm them, through the whole engine, against raw better-sqlite3 doing the least',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'))
    const raw = new RawSales(join(folder, 'raw.db'), SEATS)
    const house = await openSales(join(folder, 'house'))
    try {
      const pairs = seatPairs(SEATS)
      const rawPairs = seatPairs(SEATS)
      return figuresOf(
        await takeTurns({
          raw: () => rate(SERIAL_BOOKINGS, () => raw.sell(take(rawPairs, SERIAL_BOOKINGS))),
          serial: () => rate(SERIAL_BOOKINGS, () => house.sell(1, take(pairs, SERIAL_BOOKINGS))),
          crowd: () => rate(CROWD_BOOKINGS, () => house.sell(SELLERS, take(pairs, CROWD_BOOKINGS))),
        }),
      )
    } finally {
      house.close()
      raw.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function figuresOf({ raw, serial, crowd }: Record<'raw' | 'serial' | 'crowd', number[]>): readonly Figure[] {
  return [
    {
      name: 'bookings.raw.perSecond',
      value: median(raw),
      unit: 'perSecond',
      about: 'raw better-sqlite3, two updates and an insert, then two updates, one seller',
    },
    {
      name: 'bookings.serial.perSecond',
      value: median(serial),
      unit: 'perSecond',
      about: 'the engine, one seller after the other',
    },
    {
      name: 'bookings.at32.perSecond',
      value: median(crowd),
      unit: 'perSecond',
      about: 'the engine, 32 sellers at once',
    },
    {
      name: 'bookings.serial.ratio',
      value: medianRatio(serial, raw),
      unit: 'ratio',
      about: 'one seller: the engine’s rate as a part of the raw one',
      goal: { atLeast: 0.5 },
    },
    {
      name: 'bookings.at32.ratioToRawSerial',
      value: medianRatio(crowd, raw),
      unit: 'ratio',
      about: '32 sellers: the engine’s rate in raw one-seller rates',
      goal: { atLeast: 3 },
    },
  ]
}

async function rate(bookings: number, work: () => void | Promise<void>): Promise<number> {
  const beganMs = performance.now()
  await work()
  return (bookings / (performance.now() - beganMs)) * 1000
}

function take(pairs: SeatPair[], count: number): readonly SeatPair[] {
  const taken = pairs.splice(-count)
  if (taken.length < count) throw new Bug('the house is sold out: fewer rounds')
  return taken
}

interface Sales {
  sell(sellers: number, pairs: readonly SeatPair[]): Promise<void>
  close(): void
}

/** The demo house with its stadium: engine, file, log and clock are those of the product. */
async function openSales(data: string): Promise<Sales> {
  const options = { data, demo: true, port: 0, headless: true, holdSeconds: null, help: false }
  const house = openHouse(options, 'bench')
  const desks = Array.from({ length: SELLERS }, (_, index) =>
    house.engine.deskFor(deskActor(`desk-${index}`)),
  )
  const showId = await stadiumShow(known(desks[0], 'desk'))
  return {
    sell: async (sellers, pairs) => {
      const waiting = pairs.values()
      await Promise.all(desks.slice(0, sellers).map((desk) => sellAll(desk, showId, waiting)))
    },
    close: () => house.close(),
  }
}

function stadiumShow(desk: BoxOffice): Promise<ShowId> {
  return new Promise((resolve) => {
    desk.subscribe({ kind: 'shows' }, (news) => {
      if (news.kind !== 'shows') return
      const row = news.rows.find(({ counts }) => counts.allocated === SEATS && counts.sold === 0)
      resolve(known(row, 'an unsold stadium').showId)
    })()
  })
}

/** One seller: takes the next pair when the last one is paid. */
async function sellAll(desk: BoxOffice, showId: ShowId, waiting: Iterator<SeatPair>): Promise<void> {
  for (let next = waiting.next(); !next.done; next = waiting.next()) {
    // oxlint-disable-next-line no-await-in-loop -- a seller has two hands
    await sellOne(desk, showId, next.value)
  }
}

async function sellOne(desk: BoxOffice, showId: ShowId, seats: SeatPair): Promise<void> {
  const lines = seats.map((seatId) => ({ seatId: seatId as SeatId, ticketTypeId: 0 as TicketTypeId }))
  const cartId = newId() as CartId
  const wanted = { showId, cartId, lines, customerId: null, couponCode: null }
  const { booking } = done(await desk.call('hold-seats', wanted, newId() as CommandId))
  const { totalMinor } = booking.totals
  const money = { mode: 'CASH', totalMinor, tenderedMinor: totalMinor } as const
  done(await desk.call('pay-booking', { bookingId: booking.bookingId, ...money }, newId() as CommandId))
}

const ids = new Ulids((count) => systemChance.bytes(count))

/** Made as a screen makes them: later ones sort later. */
function newId(): string {
  return ids.next(Date.now())
}

function done<Value>(answer: Answer<Value>): Value {
  if (answer.kind !== 'done') throw new Bug(`no sale: ${JSON.stringify(answer)}`)
  return answer.value
}
