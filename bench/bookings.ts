// Bookings a second through the whole engine (idempotent commands, journal, hash chain, log), against plain better-sqlite3 in two forms:
// doing the least that sells a seat once, and writing the very rows that the engine writes. All sides are durable at every commit. Owns
// the rounds and the goals; the selling is in sellers.ts, raw-sales.ts and same-rows.ts.

import { join } from 'node:path'
import type { Bench, Figure } from './bench.ts'
import { openArrivals } from './arrivals.ts'
import { withDemoHouse } from './demo-house.ts'
import { RawSales } from './raw-sales.ts'
import { SameRows, copyHouse } from './same-rows.ts'
import { seatPairs } from './seat-pairs.ts'
import { SEATS, openSales, rate, take } from './sellers.ts'
import { median, medianRatio, percentile, takeTurns } from './rounds.ts'

const SELLERS_MAX = 128
/** What one turn of the engine handles with 32 sellers. */
const GROUP = 32
/** Many and short: the speed of a shared machine changes within a second, and what is compared must run under the same conditions. */
const SHORT_ROUNDS = 15
/** Bookings of one round. */
const ALONE = 160
const EIGHT = 256
const CROWD = 512
/** Number of holds; as many payments come between them: two seconds at the rate of the goal. */
const HOLDS = 1000
const COMMANDS_PER_SECOND = 1000
/** Sold before anything is timed, in turns: V8 compiles the code of a sale for this long while sales run, and a house sells for days. */
const WARM_UP = [
  { sellers: 1, count: 1000 },
  { sellers: GROUP, count: 2500 },
  { sellers: 1, count: 1000 },
  { sellers: GROUP, count: 2000 },
]

export const bookingsBench: Bench = {
  name: 'bookings',
  about: 'hold two seats and confirm them, through the whole engine, against raw better-sqlite3',
  run: () =>
    withDemoHouse(async (house, folder) => {
      const copy = join(folder, 'same-rows.db')
      copyHouse(house.folder.database, copy)
      const [pairs, rawPairs, samePairs] = [seatPairs(SEATS), seatPairs(SEATS), seatPairs(SEATS)]
      const same = await SameRows.record(copy, [0, 1])
      const raw = new RawSales(join(folder, 'raw.db'), SEATS)
      const sales = await openSales(house, SELLERS_MAX)
      const arrivals = await openArrivals(house, COMMANDS_PER_SECOND)
      const engine = (sellers: number, count: number) => () =>
        rate(count, () => sales(sellers, take(pairs, count)))
      const sameRows = (count: number, group: number) => {
        const write = same.prepared(take(samePairs, count).filter(isNotRecorded), group)
        return rate(count, write)
      }
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as in the rounds that it warms up for
      for (const { sellers, count } of WARM_UP) await sales(sellers, take(pairs, count))
      const holdP99Ms = async () => percentile(await arrivals(take(pairs, HOLDS)), 0.99)
      const rates = {
        raw: () => rate(ALONE, () => raw.sell(take(rawPairs, ALONE))),
        sameRows: () => sameRows(ALONE, 1),
        alone: engine(1, ALONE),
        at8: engine(8, EIGHT),
        sameRowsGrouped: () => sameRows(CROWD, GROUP),
        at32: engine(32, CROWD),
        at128: engine(SELLERS_MAX, CROWD),
      }
      const rounds = {
        ...(await takeTurns(rates, SHORT_ROUNDS)),
        ...(await takeTurns({ holdP99Ms })),
      }
      raw.close()
      same.close()
      return figuresOf(rounds)
    }),
}

/** Leaves out the pair that was sold when the rows were recorded. */
function isNotRecorded([seat]: readonly [number, number]): boolean {
  return seat !== 0
}

type Rounds = Readonly<
  Record<'raw' | 'sameRows' | 'alone' | 'at8' | 'sameRowsGrouped' | 'at32' | 'at128' | 'holdP99Ms', number[]>
>

function figuresOf(rounds: Rounds): readonly Figure[] {
  const { raw, sameRows, alone, sameRowsGrouped, at32, holdP99Ms } = rounds
  return [
    ...ratesOf(rounds),
    {
      name: 'bookings.serial.ratio',
      value: medianRatio(alone, raw),
      unit: 'ratio',
      about: 'one seller: sales a second, against raw SQLite',
      goal: { atLeast: 0.5 },
    },
    {
      name: 'bookings.serial.ratioSameRows',
      value: medianRatio(alone, sameRows),
      unit: 'ratio',
      about: 'one seller: sales a second, against raw SQLite writing the very same rows',
      goal: { atLeast: 0.8 },
    },
    {
      name: 'bookings.at32.ratioSameRowsGrouped',
      value: medianRatio(at32, sameRowsGrouped),
      unit: 'ratio',
      about: '32 sellers: sales a second, against raw SQLite writing the very same rows, 32 sales a commit',
      goal: { atLeast: 0.6 },
    },
    {
      name: 'bookings.at32.ratioToRawSerial',
      value: medianRatio(at32, raw),
      unit: 'ratio',
      about: '32 sellers: sales a second, against raw SQLite with one seller',
      goal: { atLeast: 4 },
    },
    {
      name: 'hold.p99Ms',
      value: median(holdP99Ms),
      unit: 'ms',
      about:
        '1,000 commands a second, whether or not earlier ones are answered: a hold from the click to its answer, 99 of 100',
      goal: { atMost: 5 },
    },
  ]
}

function ratesOf(rounds: Rounds): readonly Figure[] {
  const named = [
    ['raw', 'raw', 'raw better-sqlite3, two updates and an insert, then two updates, one seller'],
    ['sameRows', 'sameRows', 'raw better-sqlite3, the rows that the engine writes, one seller'],
    ['sameRowsGrouped', 'sameRowsGrouped', 'the same, 32 sales a commit'],
    ['alone', 'serial', 'the engine, one seller after the other'],
    ['at8', 'at8', 'the engine, 8 sellers at once'],
    ['at32', 'at32', 'the engine, 32 sellers at once'],
    ['at128', 'at128', 'the engine, 128 sellers at once'],
  ] as const
  return named.map(([key, name, about]) => ({
    name: `bookings.${name}.perSecond`,
    value: median(rounds[key]),
    unit: 'perSecond',
    about,
  }))
}
