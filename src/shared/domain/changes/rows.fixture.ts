// Rows of a small house for the tests of changes to many rows. Plain values only.

import type { ShowRecord } from '../asks.ts'
import type { CouponEntry, CustomerEntry, ListingEntry } from '../catalogue.ts'
import type { CustomerId, ListingId, PlanId, ShowId, VenueId } from '../ids.ts'
import { sampleShow, start } from '../sale.fixture.ts'
import type { ListingRecord } from './change.ts'

export function showRecord(showId: number, turn: Partial<ShowRecord> = {}, active = true): ShowRecord {
  return {
    entry: {
      kind: 'show',
      showId: showId as ShowId,
      listingId: 1 as ListingId,
      venueId: 1 as VenueId,
      planId: 1 as PlanId,
      startsAtMs: start + 7_200_000,
      salesCloseAtMs: start + 9_000_000,
      active,
      claimPolicy: 'on-checkout',
      terms: {},
      ticketTypes: ['Normal', 'Student'],
    },
    show: { ...sampleShow, showId: showId as ShowId },
    liveHolds: 0,
    sold: 0,
    ...turn,
  }
}

export function listingRecord(
  listingId: number,
  turn: Partial<ListingEntry> = {},
  liveHolds = 0,
): ListingRecord {
  return {
    entry: {
      kind: 'listing',
      listingId: listingId as ListingId,
      sort: 'hotel',
      title: `Hotel ${listingId}`,
      active: true,
      terms: {},
      details: { city: 'Pune', stars: 3, amenities: ['WiFi'] },
      ...turn,
    },
    liveHolds,
  }
}

export function customerEntry(customerId: number, turn: Partial<CustomerEntry> = {}): CustomerEntry {
  const name = `Customer ${customerId}`
  return {
    kind: 'customer',
    customerId: customerId as CustomerId,
    name,
    phone: '',
    email: '',
    vip: false,
    ...turn,
  }
}

export function couponEntry(code: string): CouponEntry {
  return {
    kind: 'coupon',
    code,
    percent: 50,
    discountMaxMinor: 500_00,
    validFromMs: start,
    validUntilMs: start + 1000,
    active: true,
    usesMax: null,
  }
}
