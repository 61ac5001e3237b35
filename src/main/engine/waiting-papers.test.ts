import { expect, test } from 'vitest'
import { HOUR_MS } from '../../shared/lib/time.ts'
import { plainPrinting } from '../../shared/domain/print-ways.ts'
import { news as newsSchema } from '../../shared/contract/topics.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { HeldPrinters, drawerOf, net, textOf } from './held-printers.fixture.ts'
import type { PaperShelf } from './ports.ts'
import { TestHouse } from './test-house.ts'

/** A folder that outlives the house using it. */
class KeptShelf implements PaperShelf {
  readonly papers = new Map<string, string>()
  isFull = false
  #count = 0

  keep(text: string): string {
    if (this.isFull) throw new Error('ENOSPC')
    const name = `paper-${String((this.#count += 1)).padStart(3, '0')}`
    this.papers.set(name, text)
    return name
  }

  drop(name: string): void {
    this.papers.delete(name)
  }

  kept() {
    return [...this.papers].map(([name, text]) => ({ name, text }))
  }
}

async function deskWithPapers(...titles: readonly string[]) {
  const printers = new HeldPrinters()
  const paperShelf = new KeptShelf()
  const house = new TestHouse({ printers, paperShelf })
  const ways = { ticket: net(9100), receipt: net(9101), report: net(9100) }
  for (const kiosk of ['manager-1', 'manager-2'])
    await house.done(kiosk, 'set-printing', { ...plainPrinting, ways })
  const print = (title: string, role: 'ticket' | 'receipt' = 'ticket') =>
    house.done('manager-1', 'print', { jobId: title, role, index: 0, count: 1, text: textOf(title) })
  for (const title of titles) await print(title)
  return { house, printers, paperShelf, print }
}

/** What the desk is told now: each paper, its state and its problem. */
function told(house: TestHouse, kiosk = 'manager-1'): readonly string[] {
  const heard: string[] = []
  const stop = house.desk(kiosk, 'manager').subscribe({ kind: 'printing' }, (news) => {
    expect(newsSchema.safeParse(news).error).toBeUndefined()
    if (news.kind === 'printing')
      heard.push(...news.jobs.map(({ jobId, state, problem }) => `${jobId} ${problem ?? state}`))
  })
  stop()
  return heard
}

test('[T2] [C3] papers that wait are there after a new start, in their order, and wait for a word', async () => {
  const { house, printers } = await deskWithPapers('one', 'two', 'three')
  await printers.answer('no-paper')
  house.restart()
  expect(told(house)).toEqual(['one interrupted', 'two waiting', 'three waiting'])
  // Nobody knows how far the printer had come, so nothing is printed by itself.
  expect(printers.titles).toEqual(['one'])
  await house.done('manager-1', 'print-again', { jobId: 'one', by: null })
  for (let paper = 0; paper < 4; paper += 1) await printers.answer(null)
  expect(printers.titles).toEqual(['one', 'one', 'two', 'three'])
  expect(printers.asked[2]?.job).toEqual(JSON.parse(textOf('two')))
  expect(told(house)).toEqual([])
  expect(checkInvariants(house.store)).toEqual([])
})

test('[T2] [A5] a drawer does not open after a new start: it is not kept, and one that an earlier version kept is dropped', async () => {
  const { house, printers, paperShelf } = await deskWithPapers('one')
  const [kept = ''] = paperShelf.papers.values()
  paperShelf.keep(JSON.stringify({ ...JSON.parse(kept), jobId: 'old', job: drawerOf('old') }))
  const text = JSON.stringify(drawerOf('change'))
  await house.done('manager-1', 'print', { jobId: 'change', role: 'receipt', index: 0, count: 1, text })
  expect(paperShelf.papers.size).toBe(2)
  house.restart()
  expect(told(house)).toEqual(['one interrupted'])
  expect(paperShelf.papers.size).toBe(1)
  expect(printers.titles).toEqual(['one', 'change'])
})

test('[T2] [C3] a paper that ends after its house is closed is settled, and the next waits for the next start', async () => {
  const { house, printers, paperShelf } = await deskWithPapers('one', 'two')
  house.engine.close()
  const { errors } = house.log
  await printers.answer(null)
  expect(printers.titles).toEqual(['one'])
  expect([...paperShelf.papers.values()].map((text) => JSON.parse(text).jobId)).toEqual(['two'])
  expect(house.log.errors).toEqual(errors)
})

test('[T2] a paper that was on its way asks as well; one that came out does not lie about, nor one that was left', async () => {
  const { house, printers, paperShelf } = await deskWithPapers('one', 'two', 'three')
  await printers.answer(null)
  expect([...paperShelf.papers.values()].join()).not.toContain('one')
  house.restart()
  printers.lose()
  expect(told(house)).toEqual(['two interrupted', 'three waiting'])
  expect(await house.done('manager-1', 'drop-print', { jobId: 'two' })).toEqual({ waiting: 1 })
  expect(printers.titles).toEqual(['one', 'two', 'three'])
  await printers.answer(null)
  expect(paperShelf.papers.size).toBe(0)
})

test('[T2] each printer has its first; another kiosk hears nothing of it', async () => {
  const { house, print } = await deskWithPapers('one', 'two')
  await print('receipt', 'receipt')
  house.restart()
  expect(told(house)).toEqual(['one interrupted', 'two waiting', 'receipt interrupted'])
  expect(told(house, 'manager-2')).toEqual([])
})

test('[T2] asked once more after a new start, a paper waits once', async () => {
  const { house, print } = await deskWithPapers('one')
  house.restart()
  expect(await print('one')).toEqual({ missing: 0 })
  expect(told(house)).toEqual(['one interrupted'])
})

test('[T2] after three days, or cut short by the power, a paper is dropped and hinders no other', async () => {
  const { house, paperShelf, print } = await deskWithPapers('old')
  house.pass(house.clock.nowMs() + 71 * HOUR_MS)
  await print('young', 'receipt')
  paperShelf.papers.set('paper-000', '{"atMs":')
  house.restart()
  expect(told(house)).toEqual(['old interrupted', 'young interrupted'])
  house.pass(house.clock.nowMs() + 2 * HOUR_MS)
  house.restart()
  expect(told(house)).toEqual(['young interrupted'])
  expect(paperShelf.papers.size).toBe(1)
})

test('[T2] on a full disk a paper is printed all the same, and the log says that it is not kept', async () => {
  const { house, printers, paperShelf, print } = await deskWithPapers()
  paperShelf.isFull = true
  await print('one')
  expect(printers.titles).toEqual(['one'])
  expect(house.log.errors.map(({ message }) => message)).toEqual(['a paper that waits is not kept'])
  await printers.answer(null)
  expect(told(house)).toEqual([])
})
