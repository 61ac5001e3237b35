import { expect, test } from 'vitest'
import type { ChangeId } from '../../shared/domain/ids.ts'
import type { Input } from '../../shared/contract/operations.ts'
import { operations } from '../../shared/contract/operations.ts'
import { TestHouse, holdOf, payOf, prices, show1 } from './test-house.ts'

async function change(
  house: TestHouse,
  what: Input<'change-rows'>['change'],
  ids: readonly (number | string)[],
) {
  return (await house.done('manager', 'change-rows', { change: what, rows: { ids } })).changeId
}

async function rowsOf(house: TestHouse, changeId: ChangeId) {
  const page = await house.done('manager', 'changed-rows', { changeId, part: 0 })
  expect(operations['changed-rows'].output.safeParse(page).error).toBeUndefined()
  expect(page.isMore).toBe(false)
  return page.rows
}

test('[A2] a change says of each row what was before and after, and of each that it left, why', async () => {
  const house = new TestHouse()
  const vip = { of: 'customers', kind: 'set', set: { vip: true } } as const
  expect(await rowsOf(house, await change(house, vip, [1, 2, 99]))).toEqual([
    { id: 2, name: 'Ravi', showId: null, before: { vip: false }, after: { vip: true }, reason: null },
    { id: 99, name: '99', showId: null, before: {}, after: {}, reason: 'not-found' },
  ])
  const off = { of: 'coupons', kind: 'set', set: { active: false } } as const
  expect(await rowsOf(house, await change(house, off, ['ONCE']))).toMatchObject([{ name: 'ONCE' }])
  const stars = { of: 'listings', kind: 'set', set: { details: { stars: 4 } } } as const
  expect(await rowsOf(house, await change(house, stars, [1]))).toMatchObject([
    { name: 'Rain', after: { details: { stars: 4 } } },
  ])
})

test('[A2] prices are told as they were and are, seats by why they were off sale, holds by their seats; an undo as what it gave back', async () => {
  const house = new TestHouse()
  const dearer = { of: 'shows', kind: 'percent', percent: 10 } as const
  const repriced = await change(house, dearer, [show1])
  expect(await rowsOf(house, repriced)).toMatchObject([{ name: 'Rain', showId: show1, before: { prices } }])
  const { booking } = await house.done('desk-1', 'hold-seats', holdOf([0]))
  await house.done('desk-1', 'pay-booking', payOf(booking))
  const block = { of: 'seats', showId: show1, blockedFor: 'a camera' } as const
  const blocked = await change(house, block, [0, 1])
  expect(await rowsOf(house, blocked)).toEqual([
    {
      id: 1,
      name: 'A2',
      showId: null,
      before: { blockedFor: null },
      after: { blockedFor: 'a camera' },
      reason: null,
    },
    { id: 0, name: 'A1', showId: null, before: {}, after: {}, reason: 'sold' },
  ])
  const again = await change(house, { ...block, blockedFor: 'broken' }, [1])
  expect(await rowsOf(house, again)).toMatchObject([{ before: { blockedFor: 'a camera' } }])
  const { changeId: back } = await house.done('manager', 'undo-change', { changeId: blocked })
  expect(await rowsOf(house, back)).toMatchObject([{ name: 'A2', reason: 'changed-since' }])
  const { changeId: undone } = await house.done('manager', 'undo-change', { changeId: again })
  expect(await rowsOf(house, undone)).toMatchObject([
    { name: 'A2', before: { blockedFor: 'broken' }, after: { blockedFor: 'a camera' } },
  ])
  const held = await house.done('desk-2', 'hold-seats', holdOf([4, 5], { cart: 'b' }))
  const release = { of: 'holds', kind: 'release', reason: 'left' } as const
  const released = await change(house, release, [held.booking.bookingId, booking.bookingId])
  expect(await rowsOf(house, released)).toMatchObject([
    { name: 'A5, B1', before: { held: true }, after: { held: false } },
    { name: 'A1', reason: 'over' },
  ])
})

test('[A2] of a change that there is not nothing is told, nor of a part that it has not', async () => {
  const house = new TestHouse()
  const ask = { changeId: 'none' as ChangeId, part: 0 }
  expect(await house.ask('manager', 'changed-rows', ask)).toMatchObject({ refusal: { what: 'change' } })
  const changeId = await change(house, { of: 'shows', kind: 'set', set: { active: false } }, [show1, 99])
  expect((await rowsOf(house, changeId)).map(({ showId }) => showId)).toEqual([show1, 99])
  expect(await house.done('manager', 'changed-rows', { changeId, part: 1 })).toEqual({
    rows: [],
    isMore: false,
  })
})
