import { expect, test } from 'vitest'
import type { ListingRow } from '../../../shared/contract/row-operations.ts'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { modelsOf, nextDay } from './show-models.ts'

const show = (showId: number, listingId: number, venueId: number, startsAtMs: number) =>
  ({
    showId,
    listingId,
    sort: 'film',
    venueId,
    planId: venueId,
    startsAtMs,
    title: `L${listingId}`,
  }) as unknown as ShowRow
const listing = (listingId: number, sort: ListingRow['sort'] = 'film') => ({ listingId, sort }) as ListingRow
const idsOf = (rows: readonly ShowRow[]) => rows.map(({ showId }) => showId)

const rows = [show(1, 7, 1, 100), show(2, 7, 1, 300), show(3, 7, 2, 200), show(4, 5, 1, 400)]

test('[A1] [A3] a new show is like the latest of its listing in each hall', () => {
  expect(idsOf(modelsOf(rows, listing(7)))).toEqual([2, 3])
})

test('[A1] [A3] of a listing that has no show yet, it is like the latest of any other in each hall', () => {
  expect(idsOf(modelsOf(rows, listing(9)))).toEqual([4, 2, 3])
  expect(modelsOf([], listing(9))).toEqual([])
})

test('[A3] [L6] a new hotel is like another hotel, and nothing else is like one', () => {
  const some = [...rows, { ...show(5, 8, 3, 500), sort: 'hotel' } as const]
  expect(idsOf(modelsOf(some, listing(9, 'hotel')))).toEqual([5])
  expect(idsOf(modelsOf(some, listing(9)))).toEqual([4, 2, 3])
  expect(modelsOf(rows, listing(9, 'hotel'))).toEqual([])
})

test('[A1] [E3] it is proposed for the day after its model by the clock of the venue, and never for a day that is over', () => {
  const zone = 'Asia/Kolkata'
  const startsAtMs = Date.parse('2026-11-20T19:30Z')
  expect(nextDay({ startsAtMs, zone }, Date.parse('2026-11-19T00:00Z'))).toBe('2026-11-22')
  expect(nextDay({ startsAtMs, zone }, Date.parse('2026-12-01T00:00Z'))).toBe('2026-12-02')
})
