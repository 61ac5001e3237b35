// Queries for the office's tables that read only some columns of a booking: a part of queries.ts. Owns which columns are read.

import type { Query } from './rows.ts'

/** [A1] What the office's table shows of a booking, for bookings that were not removed from the lists. */
export const bookingsAfter = {
  from: 'booking',
  only: [
    'bookingId',
    'showId',
    'state',
    'customerId',
    'kioskId',
    'staffId',
    'currency',
    'totalMinor',
    'reservedAtMs',
    'lines',
    'payments',
    'ticketsSequence',
  ],
  above: 'bookingId',
  among: {
    column: 'state',
    values: ['reserved', 'confirmed', 'payment_failed', 'expired', 'cancelled', 'completed', 'refunded'],
  },
  orderBy: 'bookingId',
  hasLimit: true,
} as const satisfies Query<'booking'>
/** [P5] The payments of bookings, newest first. */
export const paymentsBefore = {
  from: 'booking',
  only: ['bookingId', 'payments'],
  below: 'bookingId',
  orderBy: 'bookingId',
  newestFirst: true,
  hasLimit: true,
} as const satisfies Query<'booking'>

/** Shows that begin after an instant and before another. */
export const showsBeginningBetween = {
  from: 'show',
  above: 'startsAtMs',
  below: 'startsAtMs',
  orderBy: 'startsAtMs',
} satisfies Query<'show'>

/** Shows whose sales close next after an instant. */
export const showsClosingAfter = {
  from: 'show',
  only: ['salesCloseAtMs'],
  above: 'salesCloseAtMs',
  orderBy: 'salesCloseAtMs',
  hasLimit: true,
} satisfies Query<'show'>

/** There are never more than there are drawers. */
export const openShifts = {
  from: 'shift',
  among: { column: 'state', values: ['open', 'counted'] },
} satisfies Query<'shift'>
