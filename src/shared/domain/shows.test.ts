import { expect, test } from 'vitest'
import type { ShowRecord } from './asks.ts'
import type { ListingId, PlanId, ShowId, TicketTypeId, VenueId } from './ids.ts'
import { contextAt, refusalOf, sampleShow, start } from './sale.fixture.ts'
import {
  PRICE_MINOR_MAX,
  type OpenShowRequest,
  decideChangeShows,
  decideOpenShow,
  decideSetPrices,
} from './shows.ts'

const request: OpenShowRequest = {
  planId: 4 as PlanId,
  title: 'Hamlet',
  sort: 'performance',
  venue: { name: 'Barn', zone: 'Asia/Kolkata', currency: 'INR' },
  startsAtMs: start + 1,
  ticketTypes: ['Normal', 'Student'],
  prices: [
    [200_00, null],
    [null, null],
  ],
}
const found = {
  plan: { planId: 4 as PlanId, name: 'Hall', categories: ['Near', 'Far'] },
  venue: null,
  nextIds: { listing: 11, show: 12, plan: 13, venue: 14, wallet: 15, customer: 16 },
}
const open = (turn: Partial<OpenShowRequest>, reads: Partial<Parameters<typeof decideOpenShow>[0]> = {}) =>
  decideOpenShow({ ...found, ...reads }, { ...request, ...turn }, contextAt(start))

test('[A1] a show goes on sale with its venue, listing and first price list', () => {
  const decision = open({})
  expect(decision).toMatchObject({ accepted: true, value: { showId: 12 } })
  expect(decision.accepted && decision.events).toMatchObject([
    { type: 'entry-saved', entry: { kind: 'venue', venueId: 14, name: 'Barn', zone: 'Asia/Kolkata' } },
    { type: 'entry-saved', entry: { kind: 'listing', listingId: 11, title: 'Hamlet', active: true } },
    {
      type: 'entry-saved',
      entry: { kind: 'show', showId: 12, listingId: 11, venueId: 14, planId: 4, active: true },
    },
    { type: 'prices-set', showId: 12, version: 1, prices: request.prices },
  ])
})

test('[A1] a known venue is used as it is; an unknown one is refused', () => {
  const venueId = 3 as VenueId
  const venue = {
    kind: 'venue',
    venueId,
    name: 'Old',
    zone: 'UTC',
    currency: 'EUR',
    terms: {},
  } as const
  const decision = open({ venue: { venueId } }, { venue })
  expect(decision.accepted && decision.events.length).toBe(3)
  expect(decision.accepted && decision.events[1]).toMatchObject({ entry: { venueId: 3 } })
  expect(refusalOf(open({ venue: { venueId } }))).toEqual({ code: 'NOT_FOUND', what: 'venue', id: '3' })
})

test('[A1] doors shut half an hour into a show', () => {
  const decision = open({})
  expect(decision.accepted && decision.events[2]).toMatchObject({
    entry: { startsAtMs: start + 1, salesCloseAtMs: start + 1 + 1_800_000 },
  })
})

test('[A1] a show that begins now is in the past; a millisecond later is not', () => {
  expect(refusalOf(open({ startsAtMs: start }))).toEqual({
    code: 'INVALID_INPUT',
    field: 'startsAtMs',
    problem: 'in-the-past',
    detail: '',
  })
  expect(refusalOf(open({ startsAtMs: start + 1 }))).toBeNull()
})

test.for<[string, Partial<OpenShowRequest>, object]>([
  ['a category without a row', { prices: [[1, 1]] }, { field: 'prices', problem: 'incomplete' }],
  [
    'a row more',
    {
      prices: [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    },
    { field: 'prices', problem: 'incomplete' },
  ],
  ['a row too short', { prices: [[1, 1], [1]] }, { problem: 'incomplete', detail: 'Far' }],
  [
    'no price at all',
    {
      prices: [
        [null, null],
        [null, null],
      ],
    },
    { field: 'prices', problem: 'no-price' },
  ],
  ['a type twice', { ticketTypes: ['A', 'A'] }, { field: 'ticketTypes', problem: 'taken', detail: 'A' }],
])('[L4] prices with %s are refused', ([, turn, refusal]) => {
  expect(refusalOf(open(turn))).toMatchObject({ code: 'INVALID_INPUT', ...refusal })
})

test('[L4] a plan that is not there is named', () => {
  expect(refusalOf(open({}, { plan: null }))).toEqual({ code: 'NOT_FOUND', what: 'plan', id: '4' })
})

const setPrice = (turn: object, show: typeof sampleShow | null = sampleShow) => {
  const { showId, seenVersion, ...cell } = {
    showId: 1 as ShowId,
    category: 0,
    ticketTypeId: 1 as TicketTypeId,
    priceMinor: 99 as number | null,
    seenVersion: 1,
    ...turn,
  }
  return decideSetPrices({ show }, { showId, seenVersion, cells: [cell] })
}

test('[P2] several prices change in one list, or none where one of them has no place', () => {
  const cell = (category: number, type: number, priceMinor: number) => ({
    category,
    ticketTypeId: type as TicketTypeId,
    priceMinor,
  })
  const set = (cells: readonly ReturnType<typeof cell>[]) =>
    decideSetPrices({ show: sampleShow }, { showId: 1 as ShowId, seenVersion: 1, cells })
  expect(set([cell(0, 0, 1), cell(1, 1, 2)])).toMatchObject({
    events: [
      {
        version: 2,
        prices: [
          [1, 150_00],
          [100_00, 2],
          [null, null],
        ],
      },
    ],
  })
  expect(set([cell(0, 0, 1), cell(9, 0, 2)])).toMatchObject({
    refusal: { field: 'cells', detail: '9/0' },
  })
})

test('[L4] a show further away than anybody sells is refused by its start', () => {
  expect(refusalOf(open({ startsAtMs: 8_640_000_000_000_000 }))).toMatchObject({
    field: 'startsAtMs',
    problem: 'too-far',
  })
})

test('[P2] one price changes, the others stay, and the list has the next version', () => {
  const decision = setPrice({})
  expect(decision).toMatchObject({ value: { version: 2 } })
  expect(decision.accepted && decision.events).toEqual([
    {
      type: 'prices-set',
      showId: 1,
      version: 2,
      prices: [
        [200_00, 99],
        [100_00, null],
        [null, null],
      ],
    },
  ])
})

test('[P2] a price of null takes the type off sale', () => {
  const decision = setPrice({ priceMinor: null })
  expect(decision.accepted && decision.events[0]).toMatchObject({
    prices: [
      [200_00, null],
      [100_00, null],
      [null, null],
    ],
  })
})

test.for([
  [3, 0],
  [0, 2],
] as const)('[P2] there is no price of category %i and type %i to set', ([category, ticketTypeId]) => {
  expect(refusalOf(setPrice({ category, ticketTypeId }))).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'cells',
  })
})

test('[P2] prices that somebody changed meanwhile are not overwritten', () => {
  expect(refusalOf(setPrice({ seenVersion: 9 }))).toEqual({ code: 'CONCURRENT_MODIFICATION', what: 'prices' })
})

test('[P2] a price of a show that is not there is refused', () => {
  expect(refusalOf(setPrice({}, null))).toEqual({ code: 'NOT_FOUND', what: 'show', id: '1' })
})

function record(showId: number, turn: Partial<ShowRecord> = {}, active = true): ShowRecord {
  return {
    entry: {
      kind: 'show',
      showId: showId as ShowId,
      listingId: 1 as ListingId,
      venueId: 1 as VenueId,
      planId: 1 as PlanId,
      startsAtMs: start,
      salesCloseAtMs: start,
      active,
      claimPolicy: 'on-checkout',
      terms: {},
      ticketTypes: ['Normal', 'Student'],
    },
    show: { ...sampleShow, showId: showId as ShowId },
    liveHolds: 0,
    ...turn,
  }
}

function changing(
  change: Parameters<typeof decideChangeShows>[1]['change'],
  shows: ShowRecord[],
  ids?: number[],
) {
  const showIds = (ids ?? shows.map(({ entry }) => entry.showId)) as ShowId[]
  return decideChangeShows({ shows }, { showIds, change })
}

test('[A2] a bulk step names for each show what happens to it and why not', () => {
  const shows = [record(1), record(2, { liveHolds: 1 }), record(3, {}, false)]
  const decision = changing({ kind: 'deactivate' }, shows, [1, 2, 3, 404])
  expect(decision).toMatchObject({
    value: {
      rows: [
        { showId: 1, outcome: 'changes', reason: null },
        { showId: 2, outcome: 'skipped', reason: 'has-holds' },
        { showId: 3, outcome: 'same', reason: null },
        { showId: 404, outcome: 'skipped', reason: 'not-found' },
      ],
    },
  })
  expect(decision.accepted && decision.events).toMatchObject([{ entry: { showId: 1, active: false } }])
})

test('[A2] a show with holds can be activated and repriced: nothing is taken from anybody', () => {
  const shows = [record(1, { liveHolds: 5 }, false)]
  expect(changing({ kind: 'activate' }, shows)).toMatchObject({ value: { rows: [{ outcome: 'changes' }] } })
  expect(changing({ kind: 'price', percent: 10 }, shows)).toMatchObject({
    value: { rows: [{ outcome: 'changes' }] },
  })
})

test('[A2] a show named twice is changed once', () => {
  const decision = changing({ kind: 'price', percent: 10 }, [record(1)], [1, 1, 1])
  expect(decision).toMatchObject({ value: { rows: [{ showId: 1, outcome: 'changes' }] } })
  expect(decision.accepted && decision.events.length).toBe(1)
})

test('[A2] prices change by percent, each rounded half up, and none appears where there was none', () => {
  const show = {
    ...sampleShow,
    prices: [
      [105, null],
      [0, 50],
    ],
  }
  const decision = changing({ kind: 'price', percent: 50 }, [record(1, { show })])
  expect(decision.accepted && decision.events).toEqual([
    {
      type: 'prices-set',
      showId: 1,
      version: 2,
      prices: [
        [158, null],
        [0, 75],
      ],
    },
  ])
  const less = changing({ kind: 'price', percent: -12.34 }, [record(1, { show })])
  expect(less.accepted && less.events).toMatchObject([
    {
      prices: [
        [92, null],
        [0, 44],
      ],
    },
  ])
})

test('[A2] a change of price that changes no price is none', () => {
  const show = { ...sampleShow, prices: [[1, null]] }
  expect(changing({ kind: 'price', percent: 10 }, [record(1, { show })])).toMatchObject({
    events: [],
    value: { rows: [{ outcome: 'same' }] },
  })
})

test('[A2] [P1] a rise that would take a price beyond the limit leaves that show out and says so', () => {
  const atLimit = record(1, { show: { ...record(1).show, prices: [[PRICE_MINOR_MAX]] } })
  const belowIt = record(2, { show: { ...record(2).show, prices: [[PRICE_MINOR_MAX / 2]] } })
  expect(changing({ kind: 'price', percent: 100 }, [atLimit, belowIt])).toMatchObject({
    events: [{ type: 'prices-set', showId: 2, prices: [[PRICE_MINOR_MAX]] }],
    value: { rows: [{ outcome: 'skipped', reason: 'too-high' }, { outcome: 'changes' }] },
  })
})
