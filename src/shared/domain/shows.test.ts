import { expect, test } from 'vitest'
import type { PlanId, ShowId, TicketTypeId, VenueId } from './ids.ts'
import { DAY_MS } from '../lib/time.ts'
import { contextAt, refusalOf, sampleShow, start } from './sale.fixture.ts'
import { type OpenShowRequest, decideOpenShow, decideSetPrices } from './shows.ts'
import { LATE_ARRIVAL_MS } from './stay.ts'

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
  plan: { planId: 4 as PlanId, name: 'Hall', categories: ['Near', 'Far'], nights: 3 },
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

test('[A1] [L6] [E3] a hotel is sold until somebody comes late for its last night, by its own clock', () => {
  const closes = (turn: Partial<OpenShowRequest>, nights = 3) => {
    const decision = open(
      { sort: 'hotel', startsAtMs: start + DAY_MS, ...turn },
      { plan: { ...found.plan, nights } },
    )
    const last =
      decision.accepted && decision.events.find((event) => 'entry' in event && event.entry.kind === 'show')
    return last && 'entry' in last && last.entry.kind === 'show' ? last.entry.salesCloseAtMs : null
  }
  const startsAtMs = start + DAY_MS
  expect(closes({})).toBe(startsAtMs + 2 * DAY_MS + LATE_ARRIVAL_MS)
  expect(closes({}, 0)).toBe(startsAtMs + LATE_ARRIVAL_MS)
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
