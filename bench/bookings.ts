// Bookings a second through the whole engine (idempotent commands, journal, hash chain, log), against the least that plain
// better-sqlite3 can do for a sale. Both sides are durable at every commit. Owns the engine's side; the raw one is raw-sales.ts.

import { join } from 'node:path'
import { type House, deskActor } from '../src/main/house/open-house.ts'
import { systemChance } from '../src/main/house/world.ts'
import type { Answer, BoxOffice } from '../src/shared/contract/port.ts'
import type { CartId, CommandId, SeatId, ShowId, TicketTypeId } from '../src/shared/domain/ids.ts'
import { Bug, known } from '../src/shared/lib/assert.ts'
import { Ulids } from '../src/shared/lib/ulid.ts'
import type { Bench, Figure } from './bench.ts'
import { unsoldShow, withDemoHouse } from './demo-house.ts'
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
  run: () =>
    withDemoHouse(async (house, folder) => {
      const raw = new RawSales(join(folder, 'raw.db'), SEATS)
      const sales = await openSales(house)
      const pairs = seatPairs(SEATS)
      const rawPairs = seatPairs(SEATS)
      const rates = await takeTurns({
        raw: () => rate(SERIAL_BOOKINGS, () => raw.sell(take(rawPairs, SERIAL_BOOKINGS))),
        serial: () => rate(SERIAL_BOOKINGS, () => sales(1, take(pairs, SERIAL_BOOKINGS))),
        crowd: () => rate(CROWD_BOOKINGS, () => sales(SELLERS, take(pairs, CROWD_BOOKINGS))),
      })
      raw.close()
      return figuresOf(rates)
    }),
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

/** So many sellers at once sell these pairs of the stadium: engine, file, log and clock are those of the product. */
type Sales = (sellers: number, pairs: readonly SeatPair[]) => Promise<void>

async function openSales({ engine }: House): Promise<Sales> {
  const desks = Array.from({ length: SELLERS }, (_, index) => engine.deskFor(deskActor(`desk-${index}`)))
  const { showId } = await unsoldShow(known(desks[0], 'desk'), SEATS)
  return async (sellers, pairs) => {
    const waiting = pairs.values()
    await Promise.all(desks.slice(0, sellers).map((desk) => sellAll(desk, showId, waiting)))
  }
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
