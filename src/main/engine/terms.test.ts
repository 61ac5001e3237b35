import { expect, test } from 'vitest'
import type { ShowId, VenueId } from '../../shared/domain/ids.ts'
import type { TermsPatch } from '../../shared/domain/terms.ts'
import type { TermsPlace } from '../../shared/domain/changes/change.ts'
import { checkInvariants } from '../checks/check-invariants.ts'
import { openDatabase } from '../store/open-database.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { TestHouse, holdOf, openingMs, show1, show2, showEntry } from './test-house.ts'

function onFile(): TestHouse {
  return new TestHouse({ store: new SqliteStore(openDatabase(':memory:')) })
}

function set(house: TestHouse, at: TermsPlace, id: number, patch: TermsPatch) {
  return house.done('manager', 'change-rows', {
    change: { of: 'terms', at, set: patch },
    rows: { ids: [id] },
  })
}

async function feeOf(house: TestHouse, seat: number): Promise<number> {
  const cartId = `cart-${seat}` as never
  const { booking } = await house.done('desk-1', 'hold-seats', { ...holdOf([seat]), cartId })
  return booking.totals.feeMinor
}

test('[H2] terms are set for house, venue, listing and show; the nearest wins at the next hold, and undoing goes back', async () => {
  const house = onFile()
  expect(await feeOf(house, 0)).toBe(1000)
  await set(house, 'house', 1, { feeMinor: 500 })
  expect(await feeOf(house, 1)).toBe(500)
  await set(house, 'venues', 1, { feeMinor: 400 })
  expect(await feeOf(house, 2)).toBe(400)
  await set(house, 'listings', 1, { feeMinor: 300 })
  expect(await feeOf(house, 3)).toBe(300)
  const { changeId } = await set(house, 'shows', show1, { feeMinor: 200 })
  expect(await feeOf(house, 4)).toBe(200)
  await house.done('manager', 'undo-change', { changeId })
  expect(await feeOf(house, 5)).toBe(300)
  await set(house, 'listings', 1, { feeMinor: null })
  expect(await feeOf(house, 6)).toBe(400)
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A2] what the house is told is undone to the start, and undone again', async () => {
  const house = onFile()
  const { changeId } = await set(house, 'house', 1, { seatsMax: 2 })
  expect(await set(house, 'house', 1, { seatsMax: 2 })).toMatchObject({ changed: 0, same: 1 })
  expect(await set(house, 'house', 2, { seatsMax: 2 })).toMatchObject({ changed: 0, skipped: 1 })
  const back = await house.done('manager', 'undo-change', { changeId })
  expect(back).toMatchObject({ changed: 1, skipped: 0 })
  expect(house.store.get('house', 1)?.terms).toEqual({})
  await house.done('manager', 'undo-change', { changeId: back.changeId })
  expect(house.store.get('house', 1)?.terms).toEqual({ seatsMax: 2 })
  expect(checkInvariants(house.store)).toEqual([])
})

test('[A1] each level is told with what it says itself and what is above it, from far to near', async () => {
  const house = new TestHouse()
  await set(house, 'venues', 1, { graceMs: 0 })
  await set(house, 'shows', show1, { holdMs: 60_000 })
  const { own, chains } = await house.done('manager', 'terms-of', { at: 'shows', id: show1 })
  expect(own).toEqual({ at: 'shows', id: 1, name: 'Rain', terms: { holdMs: 60_000 } })
  expect(chains.map((chain) => chain.map(({ at, name }) => `${at} ${name}`))).toEqual([
    ['start ', 'house ', 'venues Barn', 'listings Rain'],
  ])
  expect(chains[0]?.[2]?.terms).toEqual({ graceMs: 0 })
  const of = async (at: TermsPlace, id: number) =>
    (await house.done('manager', 'terms-of', { at, id })).chains.map((chain) => chain.length)
  expect([await of('house', 1), await of('venues', 1), await of('listings', 1)]).toEqual([[1], [2], [3]])
  expect(await house.ask('manager', 'terms-of', { at: 'venues', id: 99 })).toMatchObject({
    refusal: { code: 'NOT_FOUND', what: 'terms' },
  })
})

test('[A1] a listing in two houses has a chain for each; one on nowhere has the house’s alone', async () => {
  const house = new TestHouse()
  const venue = {
    kind: 'venue',
    venueId: 2 as VenueId,
    name: 'Loft',
    zone: 'UTC',
    currency: 'INR',
    terms: {},
  } as const
  const far = { ...showEntry(9 as ShowId, openingMs + 1e8), venueId: 2 as VenueId }
  const alone = {
    kind: 'listing',
    listingId: 7 as never,
    sort: 'film',
    title: 'Snow',
    active: true,
    terms: {},
    details: {},
  } as const
  house.engine.furnish(
    [venue, far, alone].map((entry) => ({ type: 'entry-saved', entry }) as const),
    [],
  )
  const told = await house.done('manager', 'terms-of', { at: 'listings', id: 1 })
  expect(told.chains.map((chain) => chain.at(-1)?.name)).toEqual(['Barn', 'Loft'])
  const lonely = await house.done('manager', 'terms-of', { at: 'listings', id: 7 })
  expect(lonely.chains.map((chain) => chain.map(({ at }) => at))).toEqual([['start', 'house']])
})

test('[A2] the dry run names the shows that would sell otherwise: not those that say so themselves, nor those that are over', async () => {
  const house = new TestHouse()
  await set(house, 'shows', show1, { feeMinor: 700 })
  const touched = async (patch: TermsPatch, at: TermsPlace = 'house') =>
    (await house.done('manager', 'preview-terms', { at, id: 1, set: patch })).shows.map(
      ({ showId }) => showId,
    )
  expect(await touched({ feeMinor: 500 })).toEqual([show2])
  expect(await touched({ feeMinor: 1000 })).toEqual([])
  expect((await touched({ holdMs: 60_000 }, 'venues')).length).toBe(2)
  expect(await touched({ feeMinor: null }, 'shows')).toEqual([show1])
  house.clock.atMs += 8e9
  expect(await touched({ holdMs: 60_000 })).toEqual([])
})
