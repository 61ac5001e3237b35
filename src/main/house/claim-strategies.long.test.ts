// [C2] Every claim policy under every claim strategy, proven by two processes of the operating system that sell one file at the same
// time. `PROOF_SALES` makes it longer. Owns what must hold afterwards; the processes are rival-seller.fixture.ts.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seatStateCode } from '../../shared/domain/seat-state.ts'
import { known } from '../../shared/lib/assert.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { seatsFromRows } from '../engine/recount.fixture.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { type ClaimStrategy, claimStrategies } from '../store/store.ts'
import { type Planted, Rival, type RivalWord, layRivalHouse, showsByPolicy } from './rival-house.fixture.ts'

/** Tries of each of a rival's four sellers, per show. */
const ATTEMPTS = Number(process.env['PROOF_SALES'] ?? 100)
const RUN_MS = 120_000

const room = mkdtempSync(join(tmpdir(), 'guichet-'))
afterAll(() => rmSync(room, { recursive: true, force: true }))

type Sold = Extract<RivalWord, { say: 'sold' }>
type Finished = Extract<RivalWord, { say: 'finished' }>

interface Race {
  readonly claims: ClaimStrategy
  readonly store: SqliteStore
  readonly sold: readonly Sold[]
  readonly finished: readonly Finished[]
  readonly maps: readonly Extract<RivalWord, { say: 'maps' }>[]
}

/** Two rivals where the strategy allows it; else one, and the other must have been kept out. */
async function race(claims: ClaimStrategy, planted: Planted = 'nothing'): Promise<Race> {
  const data = mkdtempSync(join(room, 'house-'))
  layRivalHouse(data)
  const shared = claims !== 'in-process'
  const options = { data, claims, shared, attempts: ATTEMPTS * showsByPolicy.length, planted }
  const rivals = [new Rival({ ...options, name: 'one' })]
  try {
    const first = known(rivals[0], 'rival')
    await first.hears('ready')
    const second = new Rival({ ...options, name: 'two' })
    rivals.push(second)
    const { say } = await second.hears('ready', 'refused')
    expect(say).toBe(shared ? 'ready' : 'refused')
    const selling = shared ? rivals : [first]
    const each = <Word>(ask: (rival: Rival) => Promise<Word>) => Promise.all(selling.map(ask))
    for (const rival of selling) rival.go()
    const finished = await each((rival) => rival.hears('finished'))
    for (const rival of selling) rival.go()
    const maps = await each((rival) => rival.hears('maps'))
    const sold = selling.flatMap(({ words }) => words.filter((word) => word.say === 'sold'))
    return { claims, store: new SqliteStore(openDatabase(join(data, 'house.db'))), sold, finished, maps }
  } finally {
    await Promise.all(rivals.map((rival) => rival.end()))
  }
}

/** Refusals that are expected: of seats that somebody else has, or had a moment ago. Never a fault. */
const expectedNo = /^hold (SEAT_NOT_AVAILABLE|CONCURRENT_MODIFICATION)$|^pay SEAT_NOT_AVAILABLE$|done$/

function checkHouse({ store, finished, sold, claims }: Race): void {
  expect(checkInvariants(store)).toEqual([])
  // Of both at once: where a fault keeps one of them busy, the other hears that alone.
  const outcomes = finished.flatMap((one) => Object.keys(one.outcomes))
  expect(outcomes.filter((outcome) => !expectedNo.test(outcome))).toEqual([])
  for (const one of finished) expect(one.outcomes['hold SEAT_NOT_AVAILABLE']).toBeGreaterThan(0)
  expect(sold.length).toBeGreaterThan(showsByPolicy.length)
  const lost = finished.reduce((sum, { lostRaces }) => sum + lostRaces, 0)
  if (claims === 'optimistic') expect(lost).toBeGreaterThan(0)
  else expect(lost).toBe(0)
}

/** How often a row was recorded by another process than the row before it. */
function turnsOf(store: SqliteStore): number {
  const names = store.all('journal').map(({ kioskId }) => kioskId.split('-')[0])
  return names.filter((name, index) => index > 0 && name !== names[index - 1]).length
}

describe.for(claimStrategies)('%s', (claims) => {
  let run: Race
  beforeAll(async () => {
    run = await race(claims)
  }, RUN_MS)
  afterAll(() => run.store.close())

  test('[C2] [I25] the whole house holds: rows, chain, fold; nobody heard of a fault', () => {
    checkHouse(run)
    if (claims !== 'in-process') expect(turnsOf(run.store)).toBeGreaterThan(5)
  })

  test.for(showsByPolicy)(
    '[C1] [I23] $policy: no seat twice, and every sale that was answered is there',
    ({ showId }) => {
      const answered = run.sold.filter((sale) => sale.showId === showId)
      const seats = answered.flatMap(({ seatIds }) => seatIds)
      expect(new Set(seats).size).toBe(seats.length)
      for (const { bookingId, seatIds } of answered) {
        expect(run.store.get('booking', bookingId)?.state).toBe('confirmed')
        for (const seatId of seatIds)
          expect(run.store.get('claim', showId, seatId)?.bookingId).toBe(bookingId)
      }
      expect(
        run.store.all('booking').filter((one) => one.showId === showId && one.state === 'confirmed').length,
      ).toBe(answered.length)
    },
  )

  test.for(showsByPolicy)(
    '[S2] $policy: the screens of both processes show what the rows say',
    ({ showId }) => {
      const codes = seatsFromRows(run.store, showId, Date.now()).map(
        (state) => seatStateCode[state as keyof typeof seatStateCode],
      )
      for (const { states } of run.maps) expect(states[showId]).toEqual(codes)
    },
  )
})

test.for([
  ['optimistic', 'no-rerun'],
  ['optimistic', 'no-look'],
  ['pessimistic', 'no-look'],
] as const)('[V19] planted into %s, “%s” is caught', { timeout: RUN_MS }, async ([claims, planted]) => {
  const run = await race(claims, planted)
  expect(() => checkHouse(run)).toThrow('fault')
  run.store.close()
})
