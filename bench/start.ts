// How soon the built hub of a house of a million journal rows sells after its process began, and how long the whole check takes that runs
// while it sells. Owns the processes it starts; the house is made in long-house.ts.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startHub } from '../e2e/hub-process.ts'
import { Client, enter } from '../proof/client.ts'
import { checkInThread } from '../src/main/house/check-in-thread.ts'
import type { CartId, SeatId, TicketTypeId } from '../src/shared/domain/ids.ts'
import { Bug } from '../src/shared/lib/assert.ts'
import type { Bench, Figure } from './bench.ts'
import { needBuiltApp } from '../scripts/build-app.ts'
import { type LongHouse, makeLongHouse } from './long-house.ts'
import { median, takeTurns } from './rounds.ts'
import { newId } from './sellers.ts'

const ROWS = 1_000_000

export const startBench: Bench = {
  name: 'start',
  about:
    'a house of 1,000,000 journal rows: from the start of the built hub to a screen’s first hold, and its whole check',
  run: async () => {
    needBuiltApp()
    const house = await makeLongHouse(ROWS)
    try {
      return await measure(house)
    } finally {
      rmSync(house.data, { recursive: true, force: true })
    }
  },
}

/** The file was just written, so the system has it in memory: a disk's own reading time comes on top. */
async function measure(house: LongHouse): Promise<readonly Figure[]> {
  let starts = 0
  const { start } = await takeTurns({ start: () => startMs(house, (starts += 1)) })
  const beganMs = performance.now()
  const { verdicts } = await checkInThread(join(house.data, 'house.db')).report
  const checkMs = performance.now() - beganMs
  const broken = verdicts.filter((verdict) => verdict.broken > 0)
  if (broken.length > 0) throw new Bug(`the house that was made does not add up: ${JSON.stringify(broken)}`)
  return [
    {
      name: 'start.check1M.ms',
      value: median(start),
      unit: 'ms',
      about:
        '1,000,000 journal rows: from the start of the hub until it is checked and a screen holds a seat',
      goal: { atMost: 1500 },
    },
    {
      name: 'start.fullCheck1M.ms',
      value: checkMs,
      unit: 'ms',
      about: '1,000,000 journal rows: every invariant, in a thread beside the sales',
    },
  ]
}

/** The built hub, started as on any day, until a screen's first hold is answered; each start holds a seat of its own. */
async function startMs({ data, showId }: LongHouse, nth: number): Promise<number> {
  const beganMs = performance.now()
  const hub = await startHub({ data })
  const client = await Client.open(await enter(hub.link), newId())
  const lines = [{ seatId: (2 * nth) as SeatId, ticketTypeId: 0 as TicketTypeId }]
  const cartId = newId() as CartId
  const answer = await client.ask('hold-seats', { showId, cartId, lines, customerId: null, couponCode: null })
  const readyMs = performance.now() - beganMs
  client.close()
  await hub.stop()
  if (answer.kind !== 'done') throw new Bug(`no seat was held: ${JSON.stringify(answer)}`)
  return readyMs
}
