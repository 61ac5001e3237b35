// Questions of the office's tables that read less of a booking than it is: a part of queries.ts. Owns which columns are read.

import type { Query } from './rows.ts'

/** [A1] Of what is not taken out of the lists, what the office's table shows of a booking. */
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
/** [P5] What was paid for bookings, the newest first. */
export const paymentsBefore = {
  from: 'booking',
  only: ['bookingId', 'payments'],
  below: 'bookingId',
  orderBy: 'bookingId',
  newestFirst: true,
  hasLimit: true,
} as const satisfies Query<'booking'>

/** That begin after an instant and before another. */
export const showsBeginningBetween = {
  from: 'show',
  above: 'startsAtMs',
  below: 'startsAtMs',
  orderBy: 'startsAtMs',
} satisfies Query<'show'>

/** Whose sales close next after an instant. */
export const showsClosingAfter = {
  from: 'show',
  only: ['salesCloseAtMs'],
  above: 'salesCloseAtMs',
  orderBy: 'salesCloseAtMs',
  hasLimit: true,
} satisfies Query<'show'>

/** Few ever are: as many as there are drawers. */
export const openShifts = {
  from: 'shift',
  among: { column: 'state', values: ['open', 'counted'] },
} satisfies Query<'shift'>
