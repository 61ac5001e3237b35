import { expect, test } from 'vitest'
import { samplePretix } from '../../shared/domain/plan-import/sample.fixture.ts'
import { MINUTE_MS } from '../../shared/lib/time.ts'
import { TestHouse, openingMs } from './test-house.ts'

const text = JSON.stringify(samplePretix())

async function upload(house: TestHouse, uploadId: string, whole = text, kiosk = 'manager') {
  const half = Math.ceil(whole.length / 2)
  const pieces = [whole.slice(0, half), whole.slice(half)]
  await house.done(kiosk, 'put-chunk', { uploadId, index: 1, count: 2, text: pieces[1] ?? '' })
  return house.done(kiosk, 'put-chunk', { uploadId, index: 0, count: 2, text: pieces[0] ?? '' })
}

test('[L4] a file comes in pieces in any order, is examined, imported, put on sale and sold from', async () => {
  const house = new TestHouse()
  expect(await upload(house, 'u')).toEqual({ missing: 0 })
  const report = await house.done('manager', 'check-plan', { uploadId: 'u' })
  expect(report).toMatchObject({ name: 'Sample hall', seats: 10, isImportable: true })
  const imported = await house.done('manager', 'import-plan', { uploadId: 'u', name: 'New hall' })
  expect(imported).toEqual({ planId: 2, seats: 10 })
  const { plans } = await house.done('manager', 'plans', {})
  expect(plans.map(({ planId, name }) => [planId, name]).at(0)).toEqual([2, 'New hall'])
  expect(plans.length).toBe(2)
  expect(await house.done('manager', 'plan', { planId: imported.planId })).toMatchObject({ name: 'New hall' })
  const { showId } = await house.done('manager', 'open-show', {
    planId: imported.planId,
    title: 'First night',
    sort: 'performance',
    venue: { name: 'Sample', zone: 'Asia/Kolkata', currency: 'INR' },
    startsAtMs: openingMs + 60 * MINUTE_MS,
    ticketTypes: ['Normal'],
    prices: [[100], [50]],
  })
  const { counts } = await house.done('desk-1', 'capacity', { showId })
  expect(counts).toMatchObject({ allocated: 10, available: 10 })
})

test('[L4] a file with an error is refused with the doctor’s findings, and nothing is imported', async () => {
  const house = new TestHouse()
  const plan = samplePretix()
  const [seat, next] = plan.zones[0]?.rows[0]?.seats ?? []
  if (seat && next) next.position = seat.position
  await upload(house, 'u', JSON.stringify(plan))
  const report = await house.done('manager', 'check-plan', { uploadId: 'u' })
  expect(report).toMatchObject({ isImportable: false, plan: { count: 10 } })
  expect(await house.ask('manager', 'import-plan', { uploadId: 'u', name: 'x' })).toMatchObject({
    refusal: { code: 'PLAN_REFUSED', findings: [{ code: 'overlap' }] },
  })
  expect(house.store.all('plan').length).toBe(1)
})

test('[L4] a plan beyond the limits is reported, not drawn: no file can break the house', async () => {
  const house = new TestHouse()
  const plan = samplePretix()
  const [row] = plan.zones[0]?.rows ?? []
  const [seat] = row?.seats ?? []
  if (row && seat) {
    row.seats = Array.from({ length: 300 }, (_, index) => ({
      ...seat,
      seat_number: String(index),
      uuid: `u${index}`,
      seat_guid: `g${index}`,
      category: `Category ${index}`,
      position: { x: index * 25, y: 0 },
    }))
  }
  await upload(house, 'u', JSON.stringify({ ...plan, size: { width: 9000, height: 900 } }))
  const report = await house.ask('manager', 'check-plan', { uploadId: 'u' })
  expect(report).toMatchObject({ kind: 'done', value: { isImportable: false, plan: null } })
  expect(report.kind === 'done' && report.value.findings.map(({ code }) => code)).toContain('too-large')
})

test('[L4] a file that is not whole, or not there, is refused by what is missing', async () => {
  const house = new TestHouse()
  expect(await house.done('manager', 'put-chunk', { uploadId: 'u', index: 0, count: 3, text: '{' })).toEqual({
    missing: 2,
  })
  expect(await house.ask('manager', 'check-plan', { uploadId: 'u' })).toMatchObject({
    refusal: { code: 'INVALID_INPUT', field: 'uploadId', problem: 'incomplete' },
  })
  expect(await house.ask('manager', 'check-plan', { uploadId: 'other' })).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'upload' },
  })
  for (const piece of [
    { index: 3, count: 3 },
    { index: 0, count: 4 },
  ]) {
    expect(await house.ask('manager', 'put-chunk', { uploadId: 'u', text: '', ...piece })).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field: 'index' },
    })
  }
})

test('[S5] an upload is its own kiosk’s: another finds nothing under its name', async () => {
  const house = new TestHouse()
  await upload(house, 'u', text, 'manager-1')
  expect(await house.ask('manager-2', 'check-plan', { uploadId: 'u' })).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'upload' },
  })
})

test('[SYNC 5.7] four desks may bring a file at once; a fifth waits until one was imported or left alone for ten minutes', async () => {
  const house = new TestHouse()
  const put = (kiosk: string) =>
    house.ask(kiosk, 'put-chunk', { uploadId: kiosk, index: 0, count: 2, text: '' })
  for (const kiosk of ['manager-1', 'manager-2', 'manager-3', 'manager-4']) await put(kiosk)
  const busy = { refusal: { code: 'BUSY', limit: 'uploads' } }
  expect(await put('manager-5')).toMatchObject(busy)
  house.clock.atMs += 10 * MINUTE_MS
  expect(await put('manager-5')).toMatchObject(busy)
  house.clock.atMs += 1
  expect(await put('manager-5')).toMatchObject({ kind: 'done' })
})

test('[L4] a desk that chooses another file is done with the one before, so it never stands in its own way', async () => {
  const house = new TestHouse()
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) await upload(house, id)
  expect(await house.ask('manager', 'check-plan', { uploadId: 'e' })).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'upload' },
  })
  expect(await house.ask('manager', 'check-plan', { uploadId: 'f' })).toMatchObject({ kind: 'done' })
})
