// The house against the classical design on PostgreSQL, on the same disk in the same run: many sellers in a stadium, and 32 who all want
// the same coach. Owns the rounds, and the check that neither side sold a seat twice.

import type { Bench, Figure } from './bench.ts'
import { unsoldShows, withDemoHouse } from './demo-house.ts'
import { findPostgres, startPostgres } from './postgres-server.ts'
import { COACH, PostgresSales, STADIUM } from './postgres-sales.ts'
import { median, medianRatio, takeTurns } from './rounds.ts'
import { type SeatPair, seatPairs } from './seat-pairs.ts'
import { SEATS, desksOf, done, holdPair, openSales, payFor, rate, take } from './sellers.ts'
import type { House } from '../src/main/house/open-house.ts'
import type { ShowId } from '../src/shared/domain/ids.ts'
import { Bug, known } from '../src/shared/lib/assert.ts'

const SELLERS = 32
/** Bookings of one round; PostgreSQL needs some seconds for what the house does in one. */
const BOOKINGS = 1600
const BOOKINGS_OF_POSTGRES = 400
/** Seats of the coach, and tries to get two of them: it is sold out after the first twenty. */
const COACH_SEATS = 44
const TRIES = 800

/** One try for two seats of the contested coach; false: others have them. */
type Try = (seller: number, pair: SeatPair) => Promise<boolean>

export const postgresBench: Bench = {
  name: 'postgres',
  about: 'the house against PostgreSQL with locked rows, and a coach that everybody wants',
  run: async () => {
    const found = findPostgres()
    if ('missing' in found) {
      console.log(`  ${found.missing}: nothing to compare with, so its figures are left out`)
      return []
    }
    const postgres = await startPostgres(found.bin)
    console.log(`  PostgreSQL ${postgres.version}, fsync and synchronous_commit on`)
    const sales = await PostgresSales.open(postgres.connection, SELLERS, {
      [STADIUM]: SEATS,
      [COACH]: COACH_SEATS,
    })
    try {
      return await withDemoHouse((house) => compare(house, sales))
    } finally {
      await sales.close()
      await postgres.close()
    }
  },
}

async function compare(house: House, postgres: PostgresSales): Promise<readonly Figure[]> {
  const sell = await openSales(house, SELLERS)
  const coaches = await unsoldCoaches(house)
  const [pairs, otherPairs] = [seatPairs(SEATS), seatPairs(SEATS)]
  const rounds = await takeTurns({
    house: () => rate(BOOKINGS, () => sell(SELLERS, take(pairs, BOOKINGS))),
    postgres: () =>
      rate(BOOKINGS_OF_POSTGRES, () =>
        crowd(take(otherPairs, BOOKINGS_OF_POSTGRES), (_, pair) => soldIn(postgres, pair)),
      ),
    hotHouse: () => hotRate(tryOf(house, known(coaches.pop(), 'a coach'))),
    hotPostgres: async () => {
      await postgres.empty(COACH)
      const perSecond = await hotRate((_, pair) => postgres.sell(COACH, pair))
      const { seats, bookings } = await postgres.sold(COACH)
      if (seats !== bookings * 2) throw new Bug('PostgreSQL sold a seat twice')
      return perSecond
    },
  })
  return figuresOf(rounds)
}

async function soldIn(postgres: PostgresSales, pair: SeatPair): Promise<boolean> {
  if (!(await postgres.sell(STADIUM, pair))) throw new Bug('a free seat was not sold')
  return true
}

async function unsoldCoaches(house: House): Promise<ShowId[]> {
  const [desk] = desksOf(house, 1)
  return (await unsoldShows(known(desk, 'desk'), COACH_SEATS)).map(({ showId }) => showId)
}

/** A coach keeps some seats for women: with this passenger every seat may be taken. */
const woman = { gender: 'female' } as const

function tryOf(house: House, showId: ShowId): Try {
  const desks = desksOf(house, SELLERS)
  return async (seller, pair) => {
    const desk = known(desks[seller], 'desk')
    const answer = await holdPair(desk, showId, pair, woman)
    if (answer.kind === 'refused' && answer.refusal.code === 'SEAT_NOT_AVAILABLE') return false
    done(await payFor(desk, done(answer).booking))
    return true
  }
}

/** Tries a second; checks that nobody shared a seat. */
async function hotRate(attempt: Try): Promise<number> {
  const wanted = Array.from({ length: TRIES }, (_, at): SeatPair => pairOfCoach(at))
  const had: number[] = []
  const perSecond = await rate(TRIES, () =>
    crowd(wanted, async (seller, pair) => {
      if (await attempt(seller, pair)) had.push(...pair)
    }),
  )
  if (new Set(had).size !== had.length) throw new Bug('a seat of the coach was sold twice')
  if (had.length < COACH_SEATS / 2) throw new Bug('the coach was hardly sold')
  return perSecond
}

/** Any two neighbours, the same in every run and on both sides: 7 and 44 have no common divisor. */
function pairOfCoach(at: number): SeatPair {
  const first = (at * 7) % (COACH_SEATS - 1)
  return [first, first + 1]
}

/** All sellers at once, each with the next pair once it is done with the last. */
async function crowd(
  pairs: readonly SeatPair[],
  one: (seller: number, pair: SeatPair) => Promise<unknown>,
): Promise<void> {
  const waiting = pairs.values()
  await Promise.all(
    Array.from({ length: SELLERS }, async (_, seller) => {
      for (const pair of waiting) {
        // oxlint-disable-next-line no-await-in-loop -- a seller has two hands
        await one(seller, pair)
      }
    }),
  )
}

type Rounds = Readonly<Record<'house' | 'postgres' | 'hotHouse' | 'hotPostgres', number[]>>

function figuresOf({ house, postgres, hotHouse, hotPostgres }: Rounds): readonly Figure[] {
  return [
    {
      name: 'postgres.at32.perSecond',
      value: median(postgres),
      unit: 'perSecond',
      about: 'bookings on PostgreSQL, 32 sellers with a connection each',
    },
    {
      name: 'postgres.hot.perSecond',
      value: median(hotPostgres),
      unit: 'perSecond',
      about: 'tries for the hot coach on PostgreSQL',
    },
    {
      name: 'bookings.at32.ratioToPostgres',
      value: medianRatio(house, postgres),
      unit: 'ratio',
      about: '32 sellers: sales a second, against PostgreSQL with locked rows',
      goal: { atLeast: 8 },
    },
    {
      name: 'hot.ratioToPostgres',
      value: medianRatio(hotHouse, hotPostgres),
      unit: 'ratio',
      about: '32 sellers who all want the same coach: tries a second, against PostgreSQL',
      goal: { atLeast: 8 },
    },
  ]
}
