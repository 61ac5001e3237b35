import type { Query } from './rows.ts'

/** What reports read of the journal: its hashes and commands are none of theirs. */
export const journalOfReport = {
  from: 'journal',
  only: ['sequence', 'atMs', 'showId', 'kioskId', 'staffId', 'body'],
  above: 'sequence',
  orderBy: 'sequence',
  hasLimit: true,
} as const satisfies Query<'journal'>

/** What reports read of bookings that something was sold of. */
export const reportedBookings = {
  from: 'booking',
  isByKeys: true,
  only: [
    'bookingId',
    'kioskId',
    'staffId',
    'sequence',
    'currency',
    'lines',
    'returned',
    'payments',
    'confirmedAtMs',
    'cancelledAtMs',
    'refundedAtMs',
  ],
} as const satisfies Query<'booking'>

/** Whether carts were paid, by now. */
export const soldBookings = {
  from: 'booking',
  isByKeys: true,
  only: ['bookingId', 'confirmedAtMs'],
} as const satisfies Query<'booking'>
