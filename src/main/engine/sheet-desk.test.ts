import { expect, test } from 'vitest'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { TestHouse, holdOf } from './test-house.ts'

type Of = Input<'export-sheet'>['of']

function onFile(): TestHouse {
  return new TestHouse({ store: new SqliteStore(openDatabase(':memory:')) })
}

async function send(house: TestHouse, text: string): Promise<void> {
  await house.done('manager', 'put-chunk', { uploadId: 'sheet', index: 0, count: 1, text })
}

async function preview(house: TestHouse, of: Of, text: string) {
  await send(house, text)
  return house.done('manager', 'preview-sheet', { of, uploadId: 'sheet' })
}

async function exported(house: TestHouse, of: Of): Promise<string> {
  const texts: string[] = []
  for (let after: Input<'export-sheet'>['after'] | undefined = null; after !== undefined; ) {
    const page: Output<'export-sheet'> = await house.done('manager', 'export-sheet', { of, after })
    texts.push(page.text)
    after = page.next ?? undefined
  }
  return texts.join('')
}

test('[A3] the preview changes nothing, and the deed does in one command what it said', async () => {
  const house = onFile()
  const before = house.engine.sequence
  const text = 'id,name,vip\n2,Ravi K,yes\n,Asha,\n1,Vip,yes\n'
  const { seen, ...told } = await preview(house, 'customers', text)
  expect(told).toMatchObject({ added: 1, changed: 1, same: 1, faults: [], faultCount: 0 })
  expect(told.lines.map(({ line, outcome }) => [line, outcome])).toEqual([
    [2, 'changed'],
    [3, 'new'],
  ])
  expect(house.engine.sequence).toBe(before)
  const done = await house.done('manager', 'import-sheet', { of: 'customers', uploadId: 'sheet', seen })
  expect(done).toMatchObject({ added: 1, changed: 1, same: 1 })
  const rows = house.store.all('journal').filter(({ sequence }) => sequence > before)
  expect(new Set(rows.map(({ commandId }) => commandId)).size).toBe(1)
  expect(rows.map(({ body }) => (JSON.parse(body) as HouseEvent).type)).toEqual([
    'rows-changed',
    'entry-saved',
    'change-advanced',
  ])
  expect(house.store.get('customer', 2)).toMatchObject({ name: 'Ravi K', vip: true })
  expect(house.store.get('customer', 3)).toMatchObject({ name: 'Asha', vip: false })
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A3] [V9] one bad line and nothing of the file is there; the house says so also to who did not look', async () => {
  const house = onFile()
  const before = house.engine.sequence
  const { seen, faults } = await preview(house, 'coupons', 'code,percent\nTENOFF,20\nONCE,200\nOVER,x\n')
  expect(faults).toEqual([
    { line: 3, column: 'percent', problem: 'number', found: '200' },
    { line: 4, column: 'percent', problem: 'number', found: 'x' },
  ])
  const answer = await house.ask('manager', 'import-sheet', { of: 'coupons', uploadId: 'sheet', seen })
  expect(answer).toMatchObject({
    kind: 'refused',
    refusal: { code: 'INVALID_INPUT', field: 'uploadId', detail: '3: percent: 200' },
  })
  expect(house.engine.sequence).toBe(before)
  expect(house.store.get('coupon', 'TENOFF')?.percent).toBe(10)
})

test('[A3] a row that somebody changed since the preview is not written over', async () => {
  const house = onFile()
  const { seen } = await preview(house, 'customers', 'id,name\n2,Ravi K\n')
  const by = { customerId: 2 as never, phone: '', email: '' }
  await house.done('desk-1', 'save-customer', { ...by, name: 'Ravindra' })
  const input = { of: 'customers', uploadId: 'sheet', seen } as const
  expect(await house.ask('manager', 'import-sheet', input)).toEqual({
    kind: 'refused',
    refusal: { code: 'CONCURRENT_MODIFICATION', what: 'rows' },
  })
  expect(house.store.get('customer', 2)?.name).toBe('Ravindra')
})

test('[A3] somebody new at another desk takes a number, and nobody’s place', async () => {
  const house = onFile()
  const { seen } = await preview(house, 'customers', 'id,name\n,Asha\n')
  await house.done('desk-1', 'save-customer', { customerId: null, name: 'Mina', phone: '', email: '' })
  await house.done('manager', 'import-sheet', { of: 'customers', uploadId: 'sheet', seen })
  expect([3, 4].map((id) => house.store.get('customer', id)?.name)).toEqual(['Mina', 'Asha'])
})

test('[A3] all rows go out, page by page under one head, and come back the same', async () => {
  const house = onFile()
  const many = Array.from({ length: 1500 }, (_, index): HouseEvent => {
    const person = {
      customerId: (index + 10) as never,
      name: `=No ${index}`,
      phone: '',
      email: '',
      vip: false,
    }
    return { type: 'entry-saved', entry: { kind: 'customer', ...person } }
  })
  house.engine.furnish(many, [])
  const text = await exported(house, 'customers')
  expect(text.startsWith('\uFEFFid,name,phone,email,vip,language\r\n1,Vip,,,yes,\r\n2,Ravi,,,no,\r\n')).toBe(
    true,
  )
  expect(text.trimEnd().split('\r\n')).toHaveLength(1503)
  const pieces = text.match(/[^]{1,20000}/g) ?? []
  for (const [index, piece] of pieces.entries())
    await house.done('manager', 'put-chunk', { uploadId: 'all', index, count: pieces.length, text: piece })
  const told = await house.done('manager', 'preview-sheet', { of: 'customers', uploadId: 'all' })
  expect(told).toMatchObject({ added: 0, changed: 0, same: 1502, faultCount: 0, lines: [] })
  expect(await preview(house, 'coupons', await exported(house, 'coupons'))).toMatchObject({
    same: 3,
    faultCount: 0,
  })
})

test('[A3] [SYNC 5.7] what was imported makes room for another desk: a fifth does not wait for four that are done', async () => {
  const house = onFile()
  for (const number of [1, 2, 3, 4, 5]) {
    const desk = `manager-${number}`
    const text = `id,sort,title,active\n,film,Night ${number},yes\n`
    await house.done(desk, 'put-chunk', { uploadId: desk, index: 0, count: 1, text })
    const input = { of: 'listings', uploadId: desk } as const
    const { seen } = await house.done(desk, 'preview-sheet', input)
    await house.done(desk, 'import-sheet', { ...input, seen })
  }
  expect(house.store.all('listing').filter(({ title }) => title.startsWith('Night '))).toHaveLength(5)
})

test('[A3] a file that did not come is not found', async () => {
  const input = { of: 'customers', uploadId: 'none', seen: 'x' } as const
  const what = { kind: 'refused', refusal: { code: 'NOT_FOUND', what: 'upload' } }
  const house = onFile()
  expect(await house.ask('manager', 'import-sheet', input)).toMatchObject(what)
  expect(await house.ask('manager', 'preview-sheet', { of: 'customers', uploadId: 'none' })).toMatchObject(
    what,
  )
})

test('[A3] [P2] prices of shows go out and come back: one new list a show, in one command; nothing where nothing changed', async () => {
  const house = onFile()
  const text = await exported(house, 'prices')
  expect(text).toContain('1,Rain,2026-11-20T17:00Z,Near,Normal,200.00\r\n')
  expect((await preview(house, 'prices', text)).changed).toBe(0)
  const dearer = text.replaceAll('Near,Normal,200.00', 'Near,Normal,210')
  const { seen, changed } = await preview(house, 'prices', dearer)
  expect(changed).toBe(2)
  const before = house.engine.sequence
  await house.done('manager', 'import-sheet', { of: 'prices', uploadId: 'sheet', seen })
  expect(house.engine.sequence).toBe(before + 3)
  expect([1, 2].map((showId) => house.store.get('priceList', showId, 2)?.prices[0])).toEqual([
    [210_00, 150_00],
    [210_00, 150_00],
  ])
  await send(house, dearer)
  const stale = await house.ask('manager', 'import-sheet', { of: 'prices', uploadId: 'sheet', seen })
  expect(stale).toMatchObject({ refusal: { code: 'CONCURRENT_MODIFICATION', what: 'rows' } })
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A3] prices of a show that is over, or was withdrawn, are not written; a withdrawn one is unknown', async () => {
  const house = onFile()
  const starts = [{ startsAtMs: house.clock.atMs + 1e9, clashesAtMs: null }]
  const { changeId } = await house.done('manager', 'open-series', {
    showId: 1 as never,
    starts,
    active: true,
  })
  expect(await exported(house, 'prices')).toContain('\r\n3,Rain,')
  await house.done('manager', 'undo-change', { changeId })
  expect(await exported(house, 'prices')).not.toContain('\r\n3,Rain,')
  const { faults } = await preview(house, 'prices', 'show,category,ticket_type,price\n3,Near,Normal,1\n')
  expect(faults).toEqual([{ line: 2, column: 'show', problem: 'unknown-row', found: '3' }])
  house.clock.atMs += 8e9
  expect(await exported(house, 'prices')).toBe('\uFEFFshow,title,start,category,ticket_type,price\r\n')
})

test('[A3] listings and shows go out and come back the same; a new show is like another, in its hall at its prices', async () => {
  const house = onFile()
  for (const of of ['listings', 'shows'] as const) {
    const text = await exported(house, of)
    expect(text.split('\r\n').length).toBeGreaterThan(2)
    expect(await preview(house, of, text)).toMatchObject({ added: 0, changed: 0, faults: [], lines: [] })
  }
  const listing = 'id,sort,title,active,city\n,performance,Snow,yes,Pune\n'
  const first = await preview(house, 'listings', listing)
  await house.done('manager', 'import-sheet', { of: 'listings', uploadId: 'sheet', seen: first.seen })
  const made = house.store.all('listing').at(-1)
  expect(made).toMatchObject({ title: 'Snow', details: { city: 'Pune' }, active: true })
  const model = house.store.get('show', 1)
  // A day later by the venue's clock, in the form a workbook writes it.
  const text = `show,like,listing,start,active\n,1,${made?.listingId},2026-11-21T22:30,yes\n`
  const { seen, lines } = await preview(house, 'shows', text)
  expect(lines[0]).toMatchObject({ name: 'Snow · 2026-11-21T22:30+05:30', outcome: 'new', clash: null })
  await house.done('manager', 'import-sheet', { of: 'shows', uploadId: 'sheet', seen })
  const startsAtMs = Date.UTC(2026, 10, 21, 17)
  const salesCloseAtMs = startsAtMs + (model?.salesCloseAtMs ?? 0) - (model?.startsAtMs ?? 0)
  const own = { showId: 3, listingId: made?.listingId, startsAtMs, salesCloseAtMs, active: true }
  expect(house.store.get('show', 3)).toEqual({ ...model, ...own })
  expect(house.store.get('priceList', 3, 1)?.prices).toEqual(house.store.get('priceList', 1, 1)?.prices)
  await house.done('desk-1', 'hold-seats', holdOf([0], { showId: 3 as never }))
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A3] an import is undone: what was changed is as it was, who was new is nobody any more, whoever bought is left', async () => {
  const house = onFile()
  const text = 'id,name,vip\n2,Ravi K,yes\n,Asha,\n,Bina,\n'
  const { seen } = await preview(house, 'customers', text)
  const { changeId } = await house.done('manager', 'import-sheet', {
    of: 'customers',
    uploadId: 'sheet',
    seen,
  })
  expect(await house.done('manager', 'changes', { before: null })).toMatchObject({
    changes: [{ changeId, change: { of: 'sheet', sheet: 'customers', lines: 3 }, changed: 3, skipped: 0 }],
  })
  expect(
    (await house.done('manager', 'changed-rows', { changeId, part: 0 })).rows.map(({ name }) => name),
  ).toEqual(['Ravi K', 'Asha', 'Bina'])
  await house.done('manager', 'open-wallet', { customerId: 4 as never, currency: 'INR' })
  const undone = await house.done('manager', 'undo-change', { changeId })
  expect(undone).toMatchObject({ changed: 2, skipped: 1 })
  const { skippedRows } = await house.done('manager', 'change', { changeId: undone.changeId })
  expect(skippedRows).toEqual([{ id: 4, reason: 'in-use' }])
  expect(house.store.get('customer', 2)).toMatchObject({ name: 'Ravi', vip: false })
  const told = await house.done('manager', 'customer-rows', { after: null })
  expect(told.rows.map(({ name }) => name)).toEqual(['Vip', 'Ravi', 'Bina'])
  expect(
    (await house.done('desk-1', 'customers', { text: '' })).customers.map(({ name }) => name),
  ).not.toContain('Asha')
  expect((await house.done('desk-1', 'customers', { text: 'Asha' })).customers).toEqual([])
  expect(await exported(house, 'customers')).not.toContain('Asha')
  const gone = { kind: 'refused', refusal: { code: 'NOT_FOUND', what: 'customer' } }
  expect(await house.ask('desk-1', 'customer', { customerId: 3 as never, currency: 'INR' })).toMatchObject(
    gone,
  )
  const save = { customerId: 3 as never, name: 'Asha', phone: '', email: '' }
  expect(await house.ask('desk-1', 'save-customer', save)).toMatchObject(gone)
  expect((await preview(house, 'customers', 'id,name\n3,Asha\n')).faults).toMatchObject([
    { problem: 'unknown-row' },
  ])
  // The undo is undone.
  await house.done('manager', 'undo-change', { changeId: undone.changeId })
  expect(
    (await house.done('manager', 'customer-rows', { after: null })).rows.map(({ name }) => name),
  ).toEqual(['Vip', 'Ravi K', 'Asha', 'Bina'])
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A3] new shows that are undone are withdrawn, new coupons and listings off sale, and prices what they were', async () => {
  const house = onFile()
  const undo = async (of: Of, text: string) => {
    const { seen, faults } = await preview(house, of, text)
    expect(faults).toEqual([])
    const { changeId } = await house.done('manager', 'import-sheet', { of, uploadId: 'sheet', seen })
    expect(await house.done('manager', 'undo-change', { changeId })).toMatchObject({ skipped: 0 })
  }
  await undo('shows', 'show,like,start,active\n,1,2026-11-25T19:00,yes\n1,,2026-11-20T22:00,yes\n')
  expect(house.store.get('show', 3)).toMatchObject({ withdrawn: true, active: false })
  expect(house.store.get('show', 1)?.startsAtMs).toBe(Date.UTC(2026, 10, 20, 17))
  await undo('listings', 'id,sort,title,active\n,coach,Goa,yes\n,coach,Surat,no\n')
  expect(house.store.all('listing').slice(-2)).toMatchObject([{ active: false }, { active: false }])
  const head = 'code,percent,discount_max,valid_from,valid_until,active\n'
  await undo('coupons', `${head}NEW,5,100,2026-01-01T00:00Z,2027-01-01T00:00Z,yes\n`)
  expect(house.store.get('coupon', 'NEW')?.active).toBe(false)
  const prices = await exported(house, 'prices')
  await undo('prices', prices.replaceAll('Near,Normal,200.00', 'Near,Normal,210'))
  expect(await exported(house, 'prices')).toBe(prices)
  expect(checkInvariants(house.store)).toEqual([])
})
