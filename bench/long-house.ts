// A house of many years, for measurements: its journal as long as asked, every row of it made by the engine, only without waiting for the
// disk. Owns how it is made; must never be sold from.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Engine } from '../src/main/engine/engine.ts'
import { type Log, noPictures } from '../src/main/engine/ports.ts'
import { deskActor, openHouse } from '../src/main/house/open-house.ts'
import { quietOptions } from '../src/main/house/options.ts'
import { systemChance, systemClock, systemScheduler } from '../src/main/house/world.ts'
import { openDatabase } from '../src/main/store/open-database.ts'
import { SqliteStore } from '../src/main/store/sqlite-store.ts'
import type { Store } from '../src/main/store/store.ts'
import type { CommandName, Input, Output } from '../src/shared/contract/operations.ts'
import type { BoxOffice } from '../src/shared/contract/port.ts'
import type { CartId, CommandId, SeatId, ShowId, TicketTypeId } from '../src/shared/domain/ids.ts'
import { Bug, known } from '../src/shared/lib/assert.ts'
import { Ulids } from '../src/shared/lib/ulid.ts'
import { type SeatPair, seatPairs } from './seat-pairs.ts'

/** The demo's largest hall: few shows seat that many. */
const SEATS = 80_000
/** Sales that share a commit, so that the cost of a commit does not matter. */
const BATCH = 1000
/** One sale in so many is returned. */
const GIVEN_BACK = 20

const ids = new Ulids((count) => systemChance.bytes(count))
const newId = () => ids.next(Date.now())
const silent: Log = { error: (facts) => console.error(facts), info: () => {}, debug: () => {} }

export interface LongHouse {
  /** The data folder: remove it after use. */
  readonly data: string
  /** An evening that has sold nothing yet. */
  readonly showId: ShowId
}

/** Makes the demo house and sells in it until its journal has so many rows. */
export async function makeLongHouse(rows: number): Promise<LongHouse> {
  const data = mkdtempSync(join(tmpdir(), 'guichet-long-'))
  try {
    openHouse(quietOptions(data), 'bench').close()
    const database = openDatabase(join(data, 'house.db'))
    // A power cut here costs a run of the bench, not a sale.
    database.pragma('synchronous = OFF')
    return { data, showId: await sellUntil(new SqliteStore(database), rows) }
  } catch (error) {
    rmSync(data, { recursive: true, force: true })
    throw error
  }
}

async function sellUntil(store: Store, rows: number): Promise<ShowId> {
  const ports = { clock: systemClock, chance: systemChance, scheduler: systemScheduler, log: silent }
  const signer = { sign: () => '', publicKeyText: () => '' }
  const pinHasher = { digest: () => Promise.reject(new Error('nobody signs in here')) }
  const alone = {
    claims: 'pessimistic',
    isShared: false,
    terminal: null,
    printers: null,
    paperShelf: null,
    kioskNet: null,
    post: null,
    backups: null,
    updates: null,
  } as const
  const engine = new Engine({
    store,
    ...ports,
    ...alone,
    signer,
    pinHasher,
    pictures: noPictures,
    version: 'bench',
    houseTerms: {},
  })
  const desk = engine.deskFor(deskActor('bench'))
  let showId = openShow(engine, store)
  let pairs = seatPairs(SEATS)
  while (engine.sequence < rows) {
    if (pairs.length < BATCH) {
      showId = openShow(engine, store)
      pairs = seatPairs(SEATS)
    }
    // oxlint-disable-next-line no-await-in-loop -- a batch is a commit
    await sell(desk, showId, pairs.splice(-BATCH))
  }
  const unsold = openShow(engine, store)
  engine.close()
  return unsold
}

/** Another evening of the demo's stadium. */
function openShow(engine: Engine, store: Store): ShowId {
  const shows = store.all('show')
  const model = known(
    shows.find(({ planId }) => store.get('plan', planId)?.seats === SEATS),
    'a show of the largest hall',
  )
  const prices = known(store.get('priceList', model.showId, 1), 'its prices').prices
  const showId = (Math.max(...shows.map((show) => show.showId)) + 1) as ShowId
  const saved = { type: 'entry-saved', entry: { kind: 'show', ...model, showId } } as const
  engine.furnish([saved, { type: 'prices-set', showId, version: 1, prices }], [])
  return showId
}

/** Held, paid, and some of it returned: three commits, one answer kept for each command. */
async function sell(desk: BoxOffice, showId: ShowId, pairs: readonly SeatPair[]): Promise<void> {
  const held = await all(
    desk,
    'hold-seats',
    pairs.map((seats) => holdOf(showId, seats)),
  )
  const bookings = held.map(({ booking }) => booking)
  const moneys = bookings.map(({ bookingId, totals: { totalMinor } }) => {
    return { bookingId, mode: 'CASH', totalMinor, tenderedMinor: totalMinor } as const
  })
  await all(desk, 'pay-booking', moneys)
  const back = bookings.filter((_, index) => index % GIVEN_BACK === 0)
  await all(
    desk,
    'cancel-booking',
    back.map(({ bookingId }) => ({ bookingId, reason: 'ill' })),
  )
}

function holdOf(showId: ShowId, seats: SeatPair): Input<'hold-seats'> {
  const lines = seats.map((seatId) => ({ seatId: seatId as SeatId, ticketTypeId: 0 as TicketTypeId }))
  return { showId, cartId: newId() as CartId, lines, customerId: null, couponCode: null }
}

async function all<Name extends CommandName>(
  desk: BoxOffice,
  name: Name,
  inputs: readonly Input<Name>[],
): Promise<Output<Name>[]> {
  const answers = await Promise.all(inputs.map((input) => desk.call(name, input, newId() as CommandId)))
  return answers.map((answer) => {
    if (answer.kind !== 'done') throw new Bug(`${name}: ${JSON.stringify(answer)}`)
    return answer.value
  })
}
