// A report over a hundred thousand bookings [A6]: read from the journal to its end in frames, and computed; and how long a seller at
// another desk waits meanwhile. Owns what is asked; the house is made in long-house.ts.

import { rmSync } from 'node:fs'
import { type House, deskActor, openHouse } from '../src/main/house/open-house.ts'
import { quietOptions } from '../src/main/house/options.ts'
import { decodeFrame, encodeFrame } from '../src/shared/contract/codec.ts'
import type { Input, Output } from '../src/shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../src/shared/contract/port.ts'
import type { CommandId, ShowId } from '../src/shared/domain/ids.ts'
import { cartsByShow } from '../src/shared/domain/reports/carts-table.ts'
import { movesByDrawer } from '../src/shared/domain/reports/drawer-fact.ts'
import { salesBy } from '../src/shared/domain/reports/sales-table.ts'
import { Bug } from '../src/shared/lib/assert.ts'
import { DAY_MS, dayInZone } from '../src/shared/lib/time.ts'
import type { Bench } from './bench.ts'
import { clicksDuring } from './clicks.ts'
import { makeLongHouse } from './long-house.ts'
import { median, percentile, takeTurns } from './rounds.ts'

const BOOKINGS = 100_000
/** Held, paid, one in twenty returned. */
const ROWS = BOOKINGS * 2.05

type Facts = Pick<Output<'report-facts'>, 'sales' | 'drawers' | 'holds'>

export const reportsBench: Bench = {
  name: 'reports',
  about: 'a report over 100,000 bookings, read and worked out; and who waits for it',
  run: async () => {
    const { data, showId } = await makeLongHouse(ROWS)
    const house = openHouse(quietOptions(data), 'bench')
    try {
      return await measure(house, showId)
    } finally {
      house.close()
      rmSync(data, { recursive: true, force: true })
    }
  },
}

async function measure(house: House, showId: ShowId) {
  const office = house.engine.deskFor({ ...deskActor('office'), role: 'manager' })
  const seller = house.engine.deskFor(deskActor('bench'))
  const nowMs = house.engine.nowMs()
  const stretch = { fromMs: nowMs - 30 * DAY_MS, untilMs: nowMs + DAY_MS }
  const waits: number[] = []
  let round = 0
  const { report } = await takeTurns({
    report: async () => {
      round += 1
      const beganMs = performance.now()
      reckon(await read(office, stretch))
      const tookMs = performance.now() - beganMs
      const beside = read(office, stretch)
      if (round > 1) waits.push(...(await clicksDuring(seller, showId, beside)))
      await beside
      return tookMs
    },
  })
  return [
    {
      name: 'reports.100000.ms',
      value: median(report),
      unit: 'ms' as const,
      about: '100,000 bookings: a report read from the journal and worked out, by day, cart and drawer',
      goal: { atMost: 2000 },
    },
    {
      name: 'reports.100000.otherP99Ms',
      value: percentile(waits, 0.99),
      unit: 'ms' as const,
      about: '100,000 bookings: a hold at another desk while they are read for a report, 99 of 100',
      goal: { atMost: 50 },
    },
  ]
}

/** Page after page, each as a frame that is sent and read. */
async function read(office: BoxOffice, stretch: Omit<Input<'report-facts'>, 'after'>): Promise<Facts> {
  const facts: { [Name in keyof Facts]: Facts[Name][number][] } = { sales: [], drawers: [], holds: [] }
  for (let after: number | null = null; ; ) {
    // oxlint-disable-next-line no-await-in-loop -- page after page, as a screen asks
    const page: Output<'report-facts'> = await sent(office.call('report-facts', { ...stretch, after }))
    facts.sales.push(...page.sales)
    facts.drawers.push(...page.drawers)
    facts.holds.push(...page.holds)
    if (page.next === null) break
    after = page.next
  }
  for (let after: CommandId | null = null; ; ) {
    const input = { ...stretch, after }
    // oxlint-disable-next-line no-await-in-loop -- page after page, as a screen asks
    const page: Output<'report-refusals'> = await sent(office.call('report-refusals', input))
    if (page.next === null) break
    after = page.next
  }
  if (facts.sales.length < BOOKINGS) throw new Bug(`${facts.sales.length} sales: nothing was timed`)
  return facts
}

/** Lets everything else that waits have its turn first, as between two frames. */
async function sent<Value>(asked: Promise<Answer<Value>>): Promise<Value> {
  const answer = decodeFrame(encodeFrame(await asked)) as Answer<Value>
  await new Promise((resolve) => setImmediate(resolve))
  if (answer.kind !== 'done') throw new Bug(JSON.stringify(answer))
  return answer.value
}

function reckon({ sales, holds, drawers }: Facts): void {
  const days = salesBy(sales, 'day', ({ atMs }) => dayInZone(atMs, 'Asia/Kolkata'))
  const carts = cartsByShow(holds, [])
  const moves = movesByDrawer(drawers)
  if (days.length * carts.length * moves.length === 0) throw new Bug('a table is empty: nothing was timed')
}
