// The hall that proofs sell: 120 seats, one show that never begins, a coupon. Owns its seats and terms; must never depend on the
// demo, which changes with the product.

import { deskStaff } from '../db/seed/demo-house.ts'
import type { Engine } from '../src/main/engine/engine.ts'
import { planDigest, writesOfPlan } from '../src/main/store/plan-rows.ts'
import type { Entry } from '../src/shared/domain/catalogue.ts'
import type { CustomerId, ListingId, PlanId, ShowId, VenueId } from '../src/shared/domain/ids.ts'
import type { PlanDraft } from '../src/shared/domain/plan-import/draft.ts'
import { makePlan } from '../src/shared/domain/seat-plan/make-plan.ts'

export const hallShow = 1 as ShowId
export const hallCustomer = 1 as CustomerId
export const COUPON = 'TENOFF'
const ROWS = 10
const SEATS_A_ROW = 12
export const hallSeats = ROWS * SEATS_A_ROW
/** Length of each hold and of its grace, in ms: short, so that they end while a proof is running. */
export interface Spans {
  readonly holdMs: number
  readonly graceMs?: number
}

const GRACE_MS = 400
/** Later than any run. */
const never = Date.UTC(2100, 0, 1)

const draft: PlanDraft = {
  name: 'Proof hall',
  width: 400,
  height: 400,
  categories: [
    { name: 'Near', color: '#445566' },
    { name: 'Far', color: '#665544' },
  ],
  sections: [{ name: 'Stalls', kind: 'seats', areas: [], rows: Array.from({ length: ROWS }, rowAt) }],
}

function rowAt(_: unknown, index: number) {
  const label = String.fromCodePoint(65 + index)
  const seats = Array.from({ length: SEATS_A_ROW }, (_seat, at) => ({
    uuid: `${label}${at}`,
    guid: `${label}${at}`,
    number: String(at + 1),
    x: 30 + at * 30,
    y: 40 + index * 30,
    radius: 10,
    category: index < 5 ? 'Near' : 'Far',
    flags: [],
  }))
  return { label, seats }
}

function entries({ holdMs, graceMs = GRACE_MS }: Spans): readonly Entry[] {
  const ids = { venueId: 1 as VenueId, listingId: 1 as ListingId, planId: 1 as PlanId }
  const terms = { holdMs, graceMs }
  const life = { validFromMs: 0, validUntilMs: never, active: true, usesMax: null }
  return [
    deskStaff,
    { kind: 'venue', venueId: ids.venueId, name: 'Barn', zone: 'Asia/Kolkata', currency: 'INR', terms: {} },
    {
      kind: 'listing',
      listingId: ids.listingId,
      sort: 'performance',
      title: 'Rain',
      active: true,
      terms: {},
      details: {},
    },
    { kind: 'customer', customerId: hallCustomer, name: 'Asha', phone: '', email: '', vip: false },
    { kind: 'coupon', code: COUPON, percent: 10, discountMaxMinor: 100_00, ...life },
    {
      kind: 'show',
      showId: hallShow,
      ...ids,
      startsAtMs: never,
      salesCloseAtMs: never,
      active: true,
      claimPolicy: 'on-checkout',
      terms,
      ticketTypes: ['Normal', 'Student'],
    },
  ]
}

/** Does nothing if it is furnished already. */
export function furnishHall(engine: Engine, spans: Spans): void {
  if (engine.sequence > 1) return
  const plan = makePlan(draft, 1 as PlanId)
  const saved = entries(spans).map((entry) => ({ type: 'entry-saved', entry }) as const)
  const [show] = saved.slice(-1)
  const { planId, name } = plan
  const imported = {
    type: 'plan-imported',
    planId,
    name,
    seats: hallSeats,
    digest: planDigest(plan),
  } as const
  const prices = [
    [200_00, 150_00],
    [100_00, 80_00],
  ]
  const priced = { type: 'prices-set', showId: hallShow, version: 1, prices } as const
  const events = [...saved.slice(0, -1), imported, ...(show ? [show] : []), priced]
  engine.furnish(events, writesOfPlan(plan))
}
