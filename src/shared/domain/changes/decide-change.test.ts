import { expect, test } from 'vitest'
import { heldBooking, sampleShow, seatNumber, start } from '../sale.fixture.ts'
import { HORIZON_MS, PRICE_MINOR_MAX } from '../shows.ts'
import type { ChangeId, ShowId } from '../ids.ts'
import type { FoundRows, ForwardChange, Part, RowId } from './change.ts'
import { PART_ROWS, advanced, partOf, partsOf, planned, rowsOfPart } from './decide-change.ts'
import { couponEntry, customerEntry, listingRecord, showRecord } from './rows.fixture.ts'

const changeId = 'change-1' as ChangeId
const sell = (active: boolean) => ({ of: 'shows', kind: 'set', set: { active } }) as const

function doing(found: FoundRows, change: ForwardChange, ids: readonly RowId[]): Part {
  return partOf(found, change, ids, start)
}

function words({ outcomes }: Part): string[] {
  return outcomes.map(({ id, outcome, reason }) => `${id} ${reason ?? outcome}`)
}

test('[A2] a change names for each row what happens to it and why not; a row named twice is changed once', () => {
  const rows = [showRecord(1), showRecord(2, { liveHolds: 1 }), showRecord(3, {}, false)]
  const part = doing({ of: 'shows', rows }, sell(false), [1, 2, 3, 404, 1])
  expect(words(part)).toEqual(['1 changes', '2 held', '3 same', '404 not-found'])
  expect(part.events).toEqual([
    {
      type: 'rows-changed',
      of: 'shows',
      alike: [{ ids: [1], before: { active: true }, after: { active: false } }],
    },
  ])
})

test('[A2] rows that change alike stand together, and nothing is journaled where nothing changes', () => {
  const rows = [showRecord(1, {}, false), showRecord(2, {}, false), showRecord(3)]
  const part = doing({ of: 'shows', rows }, sell(true), [1, 2, 3])
  expect(part.events).toMatchObject([{ alike: [{ ids: [1, 2] }] }])
  expect(doing({ of: 'shows', rows }, sell(true), [3]).events).toEqual([])
})

test('[A2] a show with holds can be put on sale and repriced: nothing is taken from anybody', () => {
  const found = { of: 'shows', rows: [showRecord(1, { liveHolds: 5 }, false)] } as const
  expect(words(doing(found, sell(true), [1]))).toEqual(['1 changes'])
  expect(words(doing(found, { of: 'shows', kind: 'percent', percent: 10 }, [1]))).toEqual(['1 changes'])
})

test('[A2] prices change by percent, each rounded half up, and none appears where there was none', () => {
  const show = {
    ...sampleShow,
    prices: [
      [105, null],
      [0, 50],
    ],
  }
  const found = { of: 'shows', rows: [showRecord(1, { show })] } as const
  const pricesAfter = (percent: number) =>
    doing(found, { of: 'shows', kind: 'percent', percent }, [1, 1]).events.map((event) =>
      event.type === 'prices-set' ? [event.version, ...event.prices.flat()] : [],
    )
  expect(pricesAfter(50)).toEqual([[2, 158, null, 0, 75]])
  expect(pricesAfter(-12.34)).toEqual([[2, 92, null, 0, 44]])
})

test('[A2] every price becomes the one given; too high, the same and nobody’s are left', () => {
  const show = { ...sampleShow, prices: [[100_00, null]] }
  const rows = [showRecord(1), showRecord(2, { show })]
  const part = doing({ of: 'shows', rows }, { of: 'shows', kind: 'price', priceMinor: 100_00 }, [1, 2, 9])
  expect(words(part)).toEqual(['1 changes', '2 same', '9 not-found'])
  const abroad = showRecord(3, { show: { ...sampleShow, currency: 'JPY' } })
  const rupees = { of: 'shows', kind: 'price', priceMinor: 500_00, currency: 'INR' } as const
  expect(words(doing({ of: 'shows', rows: [showRecord(1), abroad] }, rupees, [1, 3]))).toEqual([
    '1 changes',
    '3 other-currency',
  ])
  const dear = { ...sampleShow, prices: [[PRICE_MINOR_MAX, null]] }
  const high = doing(
    { of: 'shows', rows: [showRecord(1, { show: dear })] },
    { of: 'shows', kind: 'percent', percent: 1 },
    [1],
  )
  expect(words(high)).toEqual(['1 too-high'])
})

test('[A2] a show moves with its end of sales; not where seats of it are sold or held, nor into the past', () => {
  const rows = [showRecord(1), showRecord(2, { sold: 3 }), showRecord(3, { liveHolds: 1 })]
  const move = (byMs: number) =>
    doing({ of: 'shows', rows }, { of: 'shows', kind: 'move', byMs }, byMs > 0 ? [1, 2, 3] : [1])
  expect(words(move(60_000))).toEqual(['1 changes', '2 sold', '3 held'])
  expect(move(60_000).events).toMatchObject([
    { alike: [{ after: { startsAtMs: start + 7_260_000, salesCloseAtMs: start + 9_060_000 } }] },
  ])
  expect(words(move(-7_200_000))).toEqual(['1 in-the-past'])
  expect(words(move(HORIZON_MS))).toEqual(['1 too-high', '2 sold', '3 held'])
})

test('[A2] an amenity comes to those that lack it and goes from those that have it', () => {
  const rows = [listingRecord(1), listingRecord(2, { details: {} })]
  const amenity = (isThere: boolean) =>
    doing({ of: 'listings', rows }, { of: 'listings', kind: 'amenity', amenity: 'WiFi', isThere }, [1, 2])
  expect(words(amenity(true))).toEqual(['1 same', '2 changes'])
  expect(amenity(true).events).toMatchObject([{ alike: [{ after: { details: { amenities: ['WiFi'] } } }] }])
  expect(words(amenity(false))).toEqual(['1 changes', '2 same'])
  expect(amenity(false).events).toMatchObject([{ alike: [{ after: { details: { amenities: [] } } }] }])
})

test('[A2] details of a listing change one by one; held shows keep theirs on sale', () => {
  const rows = [listingRecord(1), listingRecord(2, {}, 4)]
  const set = (patch: object) =>
    doing({ of: 'listings', rows }, { of: 'listings', kind: 'set', set: patch }, [1, 2, 3])
  const rated = set({ details: { stars: 5, city: null } })
  expect(words(rated)).toEqual(['1 changes', '2 changes', '3 not-found'])
  expect(rated.events).toMatchObject([{ alike: [{ ids: [1, 2], after: { details: { stars: 5 } } }] }])
  expect(JSON.stringify(rated.events)).not.toContain('"after":{"details":{"city"')
  expect(words(set({ active: false }))).toEqual(['1 changes', '2 held', '3 not-found'])
  expect(words(set({ title: 'Inn' }))).toEqual(['1 changes', '2 changes', '3 not-found'])
})

test('[A1] a customer is not made nameless, a coupon not impossible', () => {
  const customers = { of: 'customers', rows: [customerEntry(1), customerEntry(2)] } as const
  expect(words(doing(customers, { of: 'customers', kind: 'set', set: { vip: true } }, [1]))).toEqual([
    '1 changes',
  ])
  const silent = { of: 'customers', rows: [customerEntry(1, { language: 'fa' })] } as const
  const house = doing(silent, { of: 'customers', kind: 'set', set: { language: null } }, [1])
  expect(words(house)).toEqual(['1 changes'])
  const spoken = doing(customers, { of: 'customers', kind: 'set', set: { language: 'fa' } }, [1])
  expect(spoken.events).toMatchObject([
    { alike: [{ before: { language: null }, after: { language: 'fa' } }] },
  ])
  expect(words(doing(customers, { of: 'customers', kind: 'set', set: { name: '' } }, [2]))).toEqual([
    '2 malformed',
  ])
  const coupons = { of: 'coupons', rows: [couponEntry('HALF')] } as const
  const set = (change: object) =>
    doing(coupons, { of: 'coupons', kind: 'set', set: change }, ['HALF', 'NONE'])
  expect(words(set({ usesMax: 3 }))).toEqual(['HALF changes', 'NONE not-found'])
  expect(words(set({ validUntilMs: start }))).toEqual(['HALF malformed', 'NONE not-found'])
})

const show = { ...sampleShow, showId: 1 as ShowId }
const offSale = { of: 'seats', showId: show.showId, blockedFor: 'a camera' } as const

test('[A2] seats go off sale with a reason; sold and held ones are left, a lapsed hold loses its seat', () => {
  const sold = heldBooking({ state: 'confirmed' }, [0])
  const held = heldBooking({}, [1])
  const lapsed = heldBooking({ expiresAtMs: start, graceEndsAtMs: start + 1 }, [2])
  const rows = [
    seatNumber(0, 0, sold),
    seatNumber(1, 0, held),
    seatNumber(2, 0, lapsed),
    seatNumber(3),
    { ...seatNumber(4), blockedFor: 'a camera' },
    { ...seatNumber(5), blockedFor: 'broken' },
  ]
  const part = doing({ of: 'seats', show, rows }, offSale, [0, 1, 2, 3, 4, 5, 99])
  expect(words(part)).toEqual([
    '0 sold',
    '1 held',
    '2 changes',
    '3 changes',
    '4 same',
    '5 changes',
    '99 not-found',
  ])
  expect(part.events).toMatchObject([
    { type: 'booking-expired', bookingId: lapsed.bookingId },
    { type: 'seats-blocked', seatIds: [2, 3], reason: 'a camera' },
    { type: 'seats-blocked', seatIds: [5], reason: 'a camera', insteadOf: 'broken' },
  ])
})

test('[A2] seats come back on sale, each reason in an event of its own; those that are on sale are the same', () => {
  const rows = [
    seatNumber(0),
    { ...seatNumber(1), blockedFor: 'a' },
    { ...seatNumber(2), blockedFor: 'b' },
    { ...seatNumber(3), blockedFor: 'a' },
  ]
  const part = doing({ of: 'seats', show, rows }, { ...offSale, blockedFor: null }, [0, 1, 2, 3])
  expect(words(part)).toEqual(['0 same', '1 changes', '2 changes', '3 changes'])
  expect(part.events).toMatchObject([
    { type: 'seats-unblocked', seatIds: [1, 3], reason: 'a' },
    { type: 'seats-unblocked', seatIds: [2], reason: 'b' },
  ])
})

test('[A2] seats of a show that is not there are not found', () => {
  expect(doing({ of: 'seats', show: null, rows: [] }, offSale, [1])).toMatchObject({
    events: [],
    outcomes: [{ reason: 'not-found' }],
  })
})

test('[A2] what is said of a part counts its rows and names those left; a long change is cut in parts', () => {
  const rows = [showRecord(1), showRecord(2, { liveHolds: 1 }), showRecord(3, {}, false)]
  const part = doing({ of: 'shows', rows }, sell(false), [1, 2, 3])
  const done = advanced(part, { changeId, part: 0, isLast: true, change: sell(false) })
  expect(done).toMatchObject({ events: 1, changed: 1, same: 1, skipped: [{ id: 2, reason: 'held' }] })
  const many = Array.from({ length: PART_ROWS + 1 }, (_, index) => index)
  expect(partsOf(many)).toBe(2)
  expect(rowsOfPart(many, 1)).toEqual([PART_ROWS])
  expect(planned(changeId, sell(true), many, 2)).toMatchObject({ type: 'change-planned', parts: 2 })
})

test('[H2] terms are a change as any: of the row’s own, before and after; one that has them so is the same', () => {
  const found: FoundRows = {
    of: 'terms',
    rows: [
      { id: 1, terms: { feeMinor: 500 } },
      { id: 2, terms: {} },
    ],
  }
  const change = { of: 'terms', at: 'venues', set: { feeMinor: null } } as const
  const part = doing(found, change, [1, 2, 3])
  expect(words(part)).toEqual(['1 changes', '2 same', '3 not-found'])
  const alike = [{ ids: [1], before: { terms: { feeMinor: 500 } }, after: { terms: {} } }]
  expect(part.events).toEqual([{ type: 'rows-changed', of: 'venues', alike }])
})

test('[A3] the pictures of a listing are one field of it: all of them, in their order', () => {
  const image = { digest: 'a'.repeat(64), width: 60, height: 40, alt: { en: 'A stage' } }
  const found: FoundRows = { of: 'listings', rows: [listingRecord(1, { images: [image] }), listingRecord(2)] }
  const change = { of: 'listings', kind: 'images', images: [image] } as const
  const part = doing(found, change, [1, 2])
  expect(words(part)).toEqual(['1 same', '2 changes'])
  expect(part.events).toMatchObject([
    { alike: [{ ids: [2], before: { images: null }, after: { images: [image] } }] },
  ])
})
