import type { NextIds, Readings } from '../../shared/domain/asks.ts'
import type { PlanId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { nightsOf } from '../../shared/domain/stay.ts'
import * as query from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { PendingBookings } from './pending-bookings.ts'
import type { Reader } from './reader.ts'

/** [H4] A pending booking past its grace has released its coupon, whether or not that has been recorded yet. */
export function couponWithUses(
  store: Store,
  pending: PendingBookings,
  { code, nowMs }: Readings['coupon']['ask'],
): Readings['coupon']['answer'] {
  const row = code === null ? undefined : store.get('coupon', code)
  if (!row) return null
  const counting = store
    .select(query.liveWithCoupon, row.code)
    .filter(({ state, bookingId }) => state !== 'reserved' || nowMs < (pending.payEndMs(bookingId) ?? 0))
  return { kind: 'coupon', ...row, uses: counting.length }
}

/** The coupon of a booking. */
export function couponOfBooking(
  store: Store,
  reader: Pick<Reader, 'booking' | 'pending'>,
  { bookingId, nowMs }: Readings['couponOf']['ask'],
): Readings['couponOf']['answer'] {
  const code = reader.booking(bookingId)?.couponCode ?? null
  return couponWithUses(store, reader.pending, { code, nowMs })
}

export function nextIds(store: Store): NextIds {
  return {
    listing: (store.select(query.lastListing, 1)[0]?.listingId ?? 0) + 1,
    show: (store.select(query.lastShow, 1)[0]?.showId ?? 0) + 1,
    plan: (store.select(query.lastPlan, 1)[0]?.planId ?? 0) + 1,
    venue: (store.select(query.lastVenue, 1)[0]?.venueId ?? 0) + 1,
    wallet: (store.select(query.lastWallet, 1)[0]?.walletId ?? 0) + 1,
    customer: (store.select(query.newestCustomers, 1)[0]?.customerId ?? 0) + 1,
  }
}

export function planHead(planId: PlanId, plan: Plan | null): Readings['plan']['answer'] {
  if (!plan) return null
  const categories = plan.categories.map((category) => category.name)
  return { planId, name: plan.name, categories, nights: nightsOf(plan) }
}

/** A row as an entry of the catalogue; null if its creation was undone. */
export function kindOf<Kind extends string, Content extends object>(
  kind: Kind,
  row: Content | undefined,
): (Content & { kind: Kind }) | null {
  const isThere = row && !('withdrawn' in row && row.withdrawn === true)
  return isThere ? { kind, ...row } : null
}
