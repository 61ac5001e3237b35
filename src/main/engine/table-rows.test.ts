import { expect, test } from 'vitest'
import { TABLE_ROWS_MAX } from '../../shared/contract/limits.ts'
import { operations } from '../../shared/contract/operations.ts'
import type { CustomerId, ListingId } from '../../shared/domain/ids.ts'
import { put } from '../store/rows.ts'
import { TestHouse, holdOf } from './test-house.ts'

function customerOf(customerId: number) {
  const row = { customerId: customerId as CustomerId, name: `Guest ${customerId}`, phone: '1', email: '' }
  return put('customer', { ...row, vip: false, language: null, withdrawn: false })
}

test('[A1] a table comes in pages by its keys, none twice and none missing, and by name where some changed', async () => {
  const house = new TestHouse()
  const firstId = 1000
  const count = TABLE_ROWS_MAX + 5
  house.store.write(Array.from({ length: count }, (_, index) => customerOf(firstId + index)))
  const before = (firstId - 1) as CustomerId
  const one = await house.done('manager', 'customer-rows', { after: before })
  expect(one.isMore).toBe(true)
  const two = await house.done('manager', 'customer-rows', { after: one.rows.at(-1)?.customerId ?? null })
  expect(two.isMore).toBe(false)
  const ids = [...one.rows, ...two.rows].map(({ customerId }) => customerId)
  expect(ids).toEqual(Array.from({ length: count }, (_, index) => firstId + index))
  const fourth = (firstId + 3) as CustomerId
  const named = await house.done('manager', 'customer-rows', { ids: [before, fourth] })
  expect(named).toEqual({ rows: [one.rows[3]], isMore: false })
  expect(operations['customer-rows'].output.safeParse(one).error).toBeUndefined()
})

test('[A1] a listing says what only its sort has; [P4] a coupon how many live bookings carry it', async () => {
  const house = new TestHouse()
  const listings = await house.done('manager', 'listing-rows', { after: null })
  expect(operations['listing-rows'].output.safeParse(listings).error).toBeUndefined()
  expect(listings.rows[0]).not.toHaveProperty('terms')
  expect(await house.done('manager', 'listing-rows', { ids: [99_999 as ListingId] })).toMatchObject({
    rows: [],
  })
  const { rows } = await house.done('manager', 'coupon-rows', { after: null })
  const code = rows.find(({ active }) => active)?.code ?? ''
  await house.done('desk-1', 'hold-seats', { ...holdOf([0]), couponCode: code })
  const after = await house.done('manager', 'coupon-rows', { ids: [code] })
  expect(after.rows).toMatchObject([{ code, uses: 1 }])
  expect(operations['coupon-rows'].output.safeParse(after).error).toBeUndefined()
})
