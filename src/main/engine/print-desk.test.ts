import { expect, test } from 'vitest'
import type { VenueId } from '../../shared/domain/ids.ts'
import type { PrintRole } from '../../shared/domain/paper.ts'
import { plainTemplate } from '../../shared/domain/paper.ts'
import { plainPrinting } from '../../shared/domain/print-ways.ts'
import { operations } from '../../shared/contract/operations.ts'
import type { PrintingNews } from '../../shared/contract/print-operations.ts'
import { news as newsSchema } from '../../shared/contract/topics.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { FailingStore } from '../store/failing-store.fixture.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { HeldPrinters, drawerOf, jobOf, net, textOf } from './held-printers.fixture.ts'
import { TestHouse } from './test-house.ts'

async function desk() {
  const printers = new HeldPrinters()
  const store = new FailingStore(new MemoryStore())
  const house = new TestHouse({ printers, store })
  const told: PrintingNews[] = []
  house.desk('manager-1', 'manager').subscribe({ kind: 'printing' }, (news) => {
    expect(newsSchema.safeParse(news).error).toBeUndefined()
    if (news.kind === 'printing') told.push(news)
  })
  const ways = { ticket: net(9100), receipt: net(9101), report: { way: 'pdf' } } as const
  await house.done('manager-1', 'set-printing', { ways, isAutomatic: true, opensDrawer: false })
  const print = (title: string, role: PrintRole = 'ticket', kiosk = 'manager-1') =>
    house.done(kiosk, 'print', { jobId: title, role, index: 0, count: 1, text: textOf(title) })
  const open = (title: string) =>
    house.done('manager-1', 'print', {
      jobId: title,
      role: 'ticket',
      index: 0,
      count: 1,
      text: JSON.stringify(drawerOf(title)),
    })
  const states = () => told.at(-1)?.jobs.map(({ jobId, state }) => `${jobId} ${state}`)
  return { house, store, printers, told, ways, print, open, states }
}

test('[T2] a kiosk’s printers are told to all its windows, kept over a new start, and another kiosk’s are its own', async () => {
  const { house, told, ways } = await desk()
  expect(told[0]).toMatchObject({ printing: plainPrinting, ways: ['escpos'], jobs: [] })
  expect(told.at(-1)).toMatchObject({ printing: { ways, isAutomatic: true, opensDrawer: false } })
  house.restart()
  const heard: PrintingNews[] = []
  for (const kiosk of ['manager-1', 'desk-2'])
    house
      .desk(kiosk, 'manager')
      .subscribe({ kind: 'printing' }, (news) => void (news.kind === 'printing' && heard.push(news)))
  expect(heard.map(({ printing }) => printing.isAutomatic)).toEqual([true, false])
  expect(checkInvariants(house.store)).toEqual([])
})

test('[T2] papers come in order; one that did not come is the first until somebody tries again', async () => {
  const { house, printers, print, states, told } = await desk()
  await print('one')
  await print('two')
  expect(printers.titles).toEqual(['one'])
  await printers.answer('no-paper')
  expect(states()).toEqual(['one failed', 'two waiting'])
  expect(told.at(-1)?.jobs[0]).toMatchObject({ problem: 'no-paper', title: 'one', role: 'ticket' })
  await print('three')
  expect(printers.titles).toEqual(['one'])
  await house.done('manager-1', 'print-again', { jobId: 'one', by: null })
  await printers.answer(null)
  expect(printers.titles).toEqual(['one', 'one', 'two'])
  await printers.answer(null)
  await printers.answer(null)
  expect(states()).toEqual([])
  expect(told.flatMap(({ printed }) => printed.map(({ jobId }) => jobId))).toEqual(['one', 'two', 'three'])
})

test('[T2] [A5] behind a dead printer no drawer waits: it is tried at once, and does not open when the papers come after all', async () => {
  const { house, printers, print, open, states } = await desk()
  await print('one')
  await open('change')
  expect(printers.titles).toEqual(['one'])
  await printers.answer('no-answer')
  expect(states()).toEqual(['one failed', 'change printing'])
  await printers.answer('no-answer')
  expect(states()).toEqual(['one failed'])
  await open('more')
  await print('two')
  expect(printers.titles).toEqual(['one', 'change', 'more'])
  await printers.answer('no-answer')
  expect(states()).toEqual(['one failed', 'two waiting'])
  await house.done('manager-1', 'print-again', { jobId: 'one', by: null })
  await printers.answer(null)
  await printers.answer(null)
  expect(printers.titles).toEqual(['one', 'change', 'more', 'one', 'two'])
  expect(states()).toEqual([])
})

test('[T2] a printer that breaks has not printed: its paper waits for a word, the house goes on, and the log says why', async () => {
  const { house, printers, print, told, states } = await desk()
  await print('one')
  await print('two')
  await printers.break(new Error('ENOSPC: no space left'))
  expect(states()).toEqual(['one failed', 'two waiting'])
  expect(told.at(-1)?.jobs[0]).toMatchObject({ problem: 'failed' })
  expect(house.log.errors).toMatchObject([{ facts: { error: 'Error: ENOSPC: no space left' } }])
  await house.done('manager-1', 'print-again', { jobId: 'one', by: null })
  await printers.answer(null)
  await printers.answer(null)
  expect(states()).toEqual([])
})

test('[T2] [V10] where the disk does not answer as a paper comes out, the next is printed all the same, and then told', async () => {
  const { house, store, printers, print, states } = await desk()
  await print('one')
  await print('two')
  store.isBlind = true
  await printers.answer(null)
  expect(printers.titles).toEqual(['one', 'two'])
  expect(house.log.errors.length).toBe(1)
  store.isBlind = false
  await printers.answer(null)
  expect(states()).toEqual([])
})

test('[T2] a drawer opens before the papers that wait, and after the one that is on its way', async () => {
  const { printers, print, open, states } = await desk()
  await print('one')
  await print('two')
  await open('change')
  expect(states()).toEqual(['one printing', 'two waiting', 'change waiting'])
  for (let paper = 0; paper < 3; paper += 1) await printers.answer(null)
  expect(printers.titles).toEqual(['one', 'change', 'two'])
})

test('[T2] a drawer that did not open is told where nothing else tells of its printer, opens by a word, and gives way to what comes next', async () => {
  const { house, printers, print, open, states, told } = await desk()
  await open('change')
  await printers.answer('no-answer')
  expect(told.at(-1)?.jobs).toMatchObject([{ jobId: 'change', state: 'failed', problem: 'no-answer' }])
  await house.done('manager-1', 'print-again', { jobId: 'change', by: null })
  expect(printers.titles).toEqual(['change', 'change'])
  await printers.answer('no-answer')
  await print('slip', 'receipt')
  expect(states()).toEqual(['change failed', 'slip printing'])
  await print('one')
  expect(states()).toEqual(['slip printing', 'one printing'])
})

test('[T2] another printer takes a paper over, and those behind it go on at theirs', async () => {
  const { house, printers, print, states } = await desk()
  await print('one')
  await print('two')
  await printers.answer('no-answer')
  await house.done('manager-1', 'print-again', { jobId: 'one', by: 'receipt' })
  expect(printers.asked.map(({ way, job }) => [job.title, way.way === 'escpos' && way.port])).toEqual([
    ['one', 9100],
    ['one', 9101],
    ['two', 9100],
  ])
  expect(states()).toEqual(['one printing', 'two printing'])
})

test('[T2] where the kiosk has another printer by now, trying again means that one, for all that waited for the old one', async () => {
  const { house, printers, print, ways, states } = await desk()
  await print('one')
  await print('two')
  await print('slip', 'receipt')
  await printers.answer('no-answer')
  await house.done('manager-1', 'set-printing', { ...plainPrinting, ways: { ...ways, ticket: net(9200) } })
  await house.done('manager-1', 'print-again', { jobId: 'one', by: null })
  await printers.answer(null)
  await printers.answer(null)
  await printers.answer(null)
  const ports = printers.asked.map(({ way, job }) => [job.title, way.way === 'escpos' && way.port])
  expect(ports.filter(([title]) => title !== 'slip')).toEqual([
    ['one', 9100],
    ['one', 9200],
    ['two', 9200],
  ])
  expect(ports).toContainEqual(['slip', 9101])
  expect(states()).toEqual([])
})

test('[T2] a paper that is not wanted any more makes room; one that is on its way is not stopped', async () => {
  const { house, printers, print, states } = await desk()
  await print('one')
  await print('two')
  expect(await house.done('manager-1', 'drop-print', { jobId: 'one' })).toEqual({ waiting: 2 })
  await printers.answer('cut-off')
  expect(await house.done('manager-1', 'drop-print', { jobId: 'one' })).toEqual({ waiting: 1 })
  expect(states()).toEqual(['two printing'])
  expect(await house.ask('manager-1', 'drop-print', { jobId: 'one' })).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'paper' },
  })
  expect(await house.ask('manager-1', 'print-again', { jobId: 'one', by: null })).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'paper' },
  })
  // A paper that has not failed is not printed again.
  await house.done('manager-1', 'print-again', { jobId: 'two', by: null })
  expect(printers.titles).toEqual(['one', 'two'])
})

test('[T2] one kiosk’s empty roll is not another’s', async () => {
  const { house, printers, print } = await desk()
  await house.done('manager-2', 'set-printing', {
    ...plainPrinting,
    ways: { ...plainPrinting.ways, ticket: net(9100) },
  })
  await print('one')
  await printers.answer('no-paper')
  await print('other', 'ticket', 'manager-2')
  expect(printers.titles).toEqual(['one', 'other'])
})

test('[T2] pieces make a paper in any order; what is none is refused by the place that is wrong', async () => {
  const { house, printers } = await desk()
  const text = textOf('pieces')
  const piece = (index: number, part: string, count = 2) =>
    house.ask('manager-1', 'print', { jobId: 'p', role: 'ticket', index, count, text: part })
  expect(await piece(1, text.slice(20))).toMatchObject({ value: { missing: 1 } })
  expect(await piece(0, '', 3)).toMatchObject({ refusal: { field: 'index' } })
  expect(await piece(0, text.slice(0, 20))).toMatchObject({ value: { missing: 0 } })
  expect(printers.asked[0]?.job).toEqual(jobOf('pieces'))
  const bad = (text: string) =>
    house.ask('manager-1', 'print', { jobId: 'bad', role: 'ticket', index: 0, count: 1, text })
  expect(await bad('{')).toMatchObject({ refusal: { code: 'INVALID_INPUT', field: 'text' } })
  const short = { kind: 'raster', width: 576, height: 8, bits: 'AAAA' }
  expect(await bad(JSON.stringify({ ...jobOf('x'), papers: [[short]] }))).toMatchObject({
    refusal: { code: 'INVALID_INPUT', field: 'papers.0.0' },
  })
  expect(printers.asked.length).toBe(1)
})

test('[T2] [A7] no drawer opens for a screen that customers use alone, which prints its tickets', async () => {
  const { house, printers } = await desk()
  const hall = house.desk('manager-1', 'self-service')
  const ask = (jobId: string, text: string) =>
    hall.call('print', { jobId, role: 'ticket', index: 0, count: 1, text }, house.newCommandId())
  const refusal = { code: 'NOT_ALLOWED', role: 'self-service' }
  expect(await ask('drawer', JSON.stringify(drawerOf('drawer')))).toMatchObject({ refusal })
  expect(await ask('paper', textOf('paper'))).toMatchObject({ value: { missing: 0 } })
  expect(printers.titles).toEqual(['paper'])
})

test('[T2] a printer that nobody looks after does not fill the house', async () => {
  const { house, print } = await desk()
  const half = (index: number, text: string) =>
    house.ask('manager-1', 'print', { jobId: 'half', role: 'ticket', index, count: 2, text })
  await half(0, textOf('half').slice(0, 20))
  for (let job = 0; job < 40; job += 1) await print(`job-${job}`)
  expect(
    await house.ask('manager-1', 'print', {
      jobId: 'x',
      role: 'ticket',
      index: 0,
      count: 1,
      text: textOf('x'),
    }),
  ).toMatchObject({ refusal: { code: 'BUSY', limit: 'papers' } })
  // What another window is handing over is not lost by that.
  expect(await half(1, textOf('half').slice(20))).toMatchObject({ value: { missing: 0 } })
  // Pages that were closed halfway block nobody.
  const begin = (jobId: string) =>
    house.ask('manager-2', 'print', { jobId, role: 'ticket', index: 0, count: 2, text: '' })
  for (let page = 0; page < 9; page += 1)
    expect(await begin(`page-${page}`)).toMatchObject({ value: { missing: 1 } })
})

test('[T2] a house without printers says so, and loses nothing else', async () => {
  const house = new TestHouse()
  const told: PrintingNews[] = []
  house
    .desk('manager-1', 'manager')
    .subscribe({ kind: 'printing' }, (news) => void (news.kind === 'printing' && told.push(news)))
  await house.done('manager-1', 'print', {
    jobId: 'one',
    role: 'ticket',
    index: 0,
    count: 1,
    text: textOf('one'),
  })
  for (let turn = 0; turn < 3; turn += 1) await Promise.resolve()
  expect(told.at(-1)?.jobs).toMatchObject([{ state: 'failed', problem: 'not-here' }])
})

test('[T2] [I39] what a venue says on its papers is kept as it was said, and in the audit log', async () => {
  const house = new TestHouse()
  const template = {
    ...plainTemplate,
    header: ['Barn'],
    entrances: [{ section: 'Hall', entrance: 'Door 2' }],
  }
  const venueId = 1 as VenueId
  await house.done('manager-1', 'set-paper', { venueId, template })
  const said = await house.done('desk-1', 'papers', {})
  expect(operations.papers.output.safeParse(said).error).toBeUndefined()
  expect(said).toEqual({ papers: [{ venueId, template }] })
  const { rows } = await house.done('manager-1', 'audit-log', { area: 'shows', staffId: null, before: null })
  expect(rows[0]).toMatchObject({ kind: 'paper-saved', about: 'Barn' })
  expect(checkInvariants(house.store)).toEqual([])
})
