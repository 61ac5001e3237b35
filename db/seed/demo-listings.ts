// The demo house's words: what is on, where, and what it costs. Owns the names and numbers of the demo; must never make an event
// of them.

import type { ClaimPolicy, ListingEntry, ListingSort } from '../../src/shared/domain/catalogue.ts'
import { LATE_ARRIVAL_MS } from '../../src/shared/domain/stay.ts'
import type { Terms } from '../../src/shared/domain/terms.ts'
import { percentOf } from '../../src/shared/lib/money.ts'
import { HOUR_MS } from '../../src/shared/lib/time.ts'
import { hotelNights } from './plans/hotel.ts'

type Details = ListingEntry['details']

/** A thing that is on: `prices[category][ticketType]` in minor units, null where a seat does not admit a type. */
export interface DemoRun {
  readonly title: string
  readonly sort: ListingSort
  readonly details: Details
  readonly terms?: Partial<Terms>
  /** [H10] On checkout where left out. */
  readonly claimPolicy?: ClaimPolicy
  readonly venue: 0 | 1 | 2 | 3 | 4 | 5 | 6
  readonly plan:
    | 'theatre'
    | 'cinema'
    | 'coach'
    | 'sleeper'
    | 'stadium'
    | 'event'
    | 'train'
    | 'club'
    | 'double-decker'
    | 'large-hotel'
    | 'small-hotel'
    | 'departure'
  readonly ticketTypes: readonly string[]
  readonly prices: readonly (readonly (number | null)[])[]
  /** Hours after the demo's own instant, for every show of the run. */
  readonly startsAfterHours: readonly number[]
  /** How long after its start it is still sold; half an hour where left out. */
  readonly soldForHours?: number
}

/** Where the whole demo is. */
export const demoZone = 'Asia/Kolkata'

export const venues = [
  { name: 'Grand Theatre', zone: demoZone, currency: 'INR' },
  { name: 'Court Cinema', zone: demoZone, currency: 'INR' },
  { name: 'Central Coach Station', zone: demoZone, currency: 'INR' },
  { name: 'National Stadium', zone: demoZone, currency: 'INR' },
  { name: 'Railway Station', zone: demoZone, currency: 'INR' },
  { name: 'Foundry Hall', zone: demoZone, currency: 'INR' },
  { name: 'Travel desk', zone: demoZone, currency: 'INR' },
] as const

/** Two weeks of evenings, so that a house opened next week still has something on tonight. */
const NIGHTS = 14
/** A band plays a weekend. */
const NIGHTS_STANDING = 3
/** Tomorrow afternoon, where the demo is laid out in the evening: tonight's list stays tonight's. */
const FIRST_NIGHT_HOURS = 20
/** Coaches and trains are planned a week ahead. */
const TRIPS = 7

/** 16 hotels, each selling the same two weeks by room and night. */
const hotels: readonly DemoRun[] = [
  hotel('Harbour Lights', 'Mumbai', 5, 12_500_00),
  hotel('Banyan Court', 'Pune', 4, 6_800_00),
  hotel('The Old Observatory', 'Mumbai', 4, 8_900_00),
  hotel('Saffron House', 'Jaipur', 5, 14_200_00),
  hotel('Lakeside Residency', 'Udaipur', 5, 16_000_00),
  hotel('Tamarind Lodge', 'Goa', 3, 4_200_00),
  hotel('Palm Grove Inn', 'Goa', 3, 3_900_00),
  hotel('Cliff & Coral', 'Goa', 4, 9_400_00),
  hotel('Station Hotel', 'Nashik', 2, 1_800_00),
  hotel('Vineyard Rest', 'Nashik', 4, 7_600_00),
  hotel('Deccan Terrace', 'Hyderabad', 4, 6_200_00),
  hotel('Pearl Gate', 'Hyderabad', 5, 11_800_00),
  hotel('Monsoon Manor', 'Kochi', 4, 7_100_00),
  hotel('Backwater House', 'Alappuzha', 3, 5_300_00),
  hotel('Cedar View', 'Shimla', 3, 4_700_00),
  hotel('Himalaya Rooms', 'Manali', 2, 2_600_00),
]

/** 5 packages, each with three departures; `includes` is what a place on one of them bundles. */
const packages: readonly DemoRun[] = [
  bundle('Goa long weekend', 3, 18_900_00, ['coach', 'hotel', 'breakfast']),
  bundle('Rajasthan by rail', 7, 64_000_00, ['train', 'hotel', 'guide']),
  bundle('Kerala backwaters', 5, 42_500_00, ['houseboat', 'meals']),
  bundle('Himalaya first snow', 6, 38_000_00, ['coach', 'hotel', 'guide']),
  bundle('Opera and dinner', 1, 6_400_00, ['performance', 'dinner']),
]

const evenings: readonly DemoRun[] = [
  {
    title: 'The Glass Orchard',
    sort: 'performance',
    details: { by: 'City Players', minutes: 135 },
    venue: 0,
    plan: 'theatre',
    ticketTypes: ['Normal', 'Student', 'Senior'],
    prices: [
      [1200_00, null, 1000_00],
      [800_00, 560_00, 640_00],
      [500_00, 350_00, 400_00],
      [250_00, 175_00, 200_00],
    ],
    startsAfterHours: daily(2, NIGHTS),
  },
  {
    title: 'Paper Lanterns',
    sort: 'film',
    details: { language: 'Hindi', minutes: 118 },
    venue: 1,
    plan: 'cinema',
    ticketTypes: ['Normal', 'Student'],
    prices: [
      [150_00, 120_00],
      [220_00, 180_00],
      [320_00, 260_00],
      [400_00, null],
    ],
    startsAfterHours: [...daily(1, NIGHTS), ...daily(4, NIGHTS)],
  },
  coach('Pune → Goa sleeper', 'Sahyadri Lines', {
    plan: 'sleeper',
    afterHours: 5,
    asksNames: true,
    prices: [[1400_00], [1200_00]],
  }),
  coach('Mumbai → Pune', 'Western Express', { plan: 'coach', afterHours: 3, prices: [[450_00], [380_00]] }),
  coach('Nashik → Mumbai', 'Valley Coaches', {
    plan: 'double-decker',
    afterHours: 6.5,
    // A commuters' coach: whoever asks has the seat while the next one asks for it.
    claimPolicy: 'on-select',
    prices: [[520_00], [460_00]],
  }),
  {
    title: 'Test event',
    sort: 'event',
    details: { rehearsal: 'yes' },
    venue: 1,
    plan: 'event',
    ticketTypes: ['Normal', 'VIP', 'Student'],
    prices: [
      [100_00, null, 80_00],
      [200_00, 350_00, 150_00],
      [400_00, 500_00, null],
    ],
    startsAfterHours: daily(1.5, 3),
  },
  {
    title: 'City derby',
    sort: 'event',
    details: { gates: 24 },
    venue: 3,
    plan: 'stadium',
    ticketTypes: ['Normal', 'Student'],
    prices: [
      [6000_00, null],
      [3500_00, 3000_00],
      [2200_00, 1800_00],
      [1400_00, 1100_00],
      [900_00, 700_00],
    ],
    startsAfterHours: [44],
  },
  {
    title: 'Mumbai → Nagpur intercity',
    sort: 'train',
    details: { operator: 'Deccan Rail', amenities: ['WiFi', 'Meals'] },
    venue: 4,
    plan: 'train',
    ticketTypes: ['Normal', 'Senior'],
    prices: [
      [2400_00, null],
      [1100_00, 880_00],
      [1500_00, 1200_00],
    ],
    startsAfterHours: daily(4.5, TRIPS),
  },
  {
    title: 'Night Circuits',
    sort: 'performance',
    details: { by: 'The Copper Valves', minutes: 150 },
    venue: 5,
    plan: 'club',
    ticketTypes: ['Normal', 'Student'],
    prices: [
      [900_00, 700_00],
      [1100_00, null],
      [1600_00, null],
      [1300_00, 1000_00],
    ],
    startsAfterHours: daily(3.5, NIGHTS_STANDING),
  },
]

/** What is on, then what is sold by number. */
export const runs: readonly DemoRun[] = [...evenings, ...hotels, ...packages]

function hotel(title: string, city: string, stars: number, fromMinor: number): DemoRun {
  const isLarge = stars >= 4
  const prices = isLarge ? [100, 140, 220] : [100, 130]
  return {
    title,
    sort: 'hotel',
    details: { city, stars, fromMinor, amenities: isLarge ? ['WiFi', 'Breakfast'] : ['WiFi'] },
    // Two rooms for all the nights there are; in rooms nobody is left alone.
    terms: { seatsMax: 2 * hotelNights, singleSeatRule: 'off' },
    venue: 6,
    plan: isLarge ? 'large-hotel' : 'small-hotel',
    ticketTypes: ['Room'],
    prices: prices.map((percent) => [percentOf(fromMinor, percent)]),
    startsAfterHours: [FIRST_NIGHT_HOURS],
    soldForHours: (hotelNights - 1) * 24 + LATE_ARRIVAL_MS / HOUR_MS,
  }
}

function bundle(title: string, nights: number, fromMinor: number, includes: readonly string[]): DemoRun {
  return {
    title,
    sort: 'package',
    details: { nights, fromMinor, includes },
    terms: { singleSeatRule: 'off' },
    venue: 6,
    plan: 'departure',
    ticketTypes: ['Adult', 'Child'],
    prices: [[fromMinor, percentOf(fromMinor, 70)]],
    startsAfterHours: [3, 10, 17].map((days) => days * 24 + FIRST_NIGHT_HOURS),
  }
}

function coach(
  title: string,
  operator: string,
  {
    plan,
    afterHours,
    prices,
    claimPolicy = 'on-checkout',
    asksNames = false,
  }: Pick<DemoRun, 'plan' | 'prices' | 'claimPolicy'> & {
    readonly afterHours: number
    readonly asksNames?: boolean
  },
): DemoRun {
  return {
    title,
    sort: 'coach',
    details: { operator, amenities: ['WiFi', 'Water'] },
    // [L3] On the road at night a woman alone does not sit beside a stranger.
    terms: { ladiesRule: true, ...(asksNames && { asksNames }) },
    claimPolicy,
    venue: 2,
    plan,
    ticketTypes: ['Normal'],
    prices,
    startsAfterHours: daily(afterHours, TRIPS),
  }
}

function daily(firstHour: number, days: number): number[] {
  return Array.from({ length: days }, (_, day) => firstHour + day * 24)
}
