// A change to 100,000 rows in one step [A2]: how long it takes with everything in the journal, against one UPDATE a row on
// better-sqlite3; and how long a seller at another desk waits meanwhile. Owns the rows and the clock; must never count the time to make
// the rows.

import { join } from 'node:path'
import { deskActor, type House } from '../src/main/house/open-house.ts'
import { CHUNK_CHARS } from '../src/shared/contract/limits.ts'
import type { Output } from '../src/shared/contract/operations.ts'
import type { BoxOffice } from '../src/shared/contract/port.ts'
import type { ListingEntry } from '../src/shared/domain/catalogue.ts'
import type { ListingId } from '../src/shared/domain/ids.ts'
import { Bug } from '../src/shared/lib/assert.ts'
import type { Bench } from './bench.ts'
import { clicksDuring } from './clicks.ts'
import { unsoldShow, withDemoHouse } from './demo-house.ts'
import { RawRows } from './raw-rows.ts'
import { median, medianRatio, percentile, takeTurns } from './rounds.ts'

const ROWS = 100_000
/** Above every listing id of the demo house. */
const FIRST = 1000

export const bulkBench: Bench = {
  name: 'bulk',
  about:
    '100,000 rows changed in one step, journaled and undoable, against one UPDATE a row; and who waits for it',
  run: () =>
    withDemoHouse(async (house, folder) => {
      furnish(house)
      const manager = house.engine.deskFor({ ...deskActor('office'), role: 'manager' })
      const seller = house.engine.deskFor(deskActor('bench'))
      const { showId } = await unsoldShow(seller, 2010)
      const raw = new RawRows(join(folder, 'raw.db'), ROWS)
      const waits: number[] = []
      let round = 0
      const { engine, update } = await takeTurns({
        engine: async () => {
          round += 1
          const alone = await changeAll(manager, round % 2 === 0, round)
          const beside = changeAll(manager, round % 2 === 1, round + 1000)
          if (round > 1) waits.push(...(await clicksDuring(seller, showId, beside)))
          await beside
          return alone
        },
        update: () => raw.changeAll(round % 2 === 0),
      })
      raw.close()
      return [
        {
          name: 'bulk.100000.ms',
          value: median(engine),
          unit: 'ms',
          about: '100,000 rows changed in one step, each in the journal with what it was before',
          goal: { atMost: 2000 },
        },
        {
          name: 'bulk.100000.ratio',
          value: medianRatio(engine, update),
          unit: 'ratio',
          about:
            '100,000 rows changed in one step: the time, against one raw UPDATE for each row in one transaction',
          goal: { atMost: 3 },
        },
        {
          name: 'bulk.100000.otherP99Ms',
          value: percentile(waits, 0.99),
          unit: 'ms',
          about: '100,000 rows: a hold at another desk while they are changed, 99 of 100',
          goal: { atMost: 50 },
        },
      ]
    }),
}

function furnish(house: House): void {
  const entries = Array.from(
    { length: ROWS },
    (_, index): ListingEntry => ({
      kind: 'listing',
      listingId: (FIRST + index) as ListingId,
      sort: 'hotel',
      title: `Hotel ${index}`,
      active: true,
      terms: {},
      details: { city: 'Pune', stars: 3, amenities: ['WiFi'] },
    }),
  )
  house.engine.furnish(
    entries.map((entry) => ({ type: 'entry-saved', entry })),
    [],
  )
}

/** From the click to the last part, in ms; the list of rows was sent before, as it is while a manager reads the dry run. */
async function changeAll(manager: BoxOffice, active: boolean, round: number): Promise<number> {
  const uploadId = `rows-${round}`
  const text = JSON.stringify(Array.from({ length: ROWS }, (_, index) => FIRST + index))
  const count = Math.ceil(text.length / CHUNK_CHARS)
  for (let index = 0; index < count; index += 1) {
    const piece = text.slice(index * CHUNK_CHARS, (index + 1) * CHUNK_CHARS)
    // oxlint-disable-next-line no-await-in-loop -- as a page sends them
    await manager.call('put-chunk', { uploadId, index, count, text: piece })
  }
  const beganMs = performance.now()
  const change = { of: 'listings', kind: 'set', set: { active } } as const
  const answer = await manager.call('change-rows', { change, rows: { uploadId } })
  if (answer.kind !== 'done') throw new Bug(`not changed: ${JSON.stringify(answer)}`)
  await isOver(manager, answer.value)
  return performance.now() - beganMs
}

function isOver(manager: BoxOffice, { changeId, isDone }: Output<'change-rows'>): Promise<void> {
  if (isDone) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = manager.subscribe({ kind: 'changes' }, (news) => {
      if (news.kind !== 'changes' || news.newest?.changeId !== changeId) return
      if (news.newest.done < news.newest.parts) return
      queueMicrotask(() => stop())
      resolve()
    })
  })
}
