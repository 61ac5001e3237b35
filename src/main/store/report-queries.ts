import type { Query } from './rows.ts'

/** What reports read of the journal: its hashes and commands are none of theirs. */
export const journalOfReport = {
  from: 'journal',
  only: ['sequence', 'atMs', 'showId', 'kioskId', 'staffId', 'body'],
  above: 'sequence',
  orderBy: 'sequence',
  hasLimit: true,
} as const satisfies Query<'journal'>

/** What reports read of bookings. */
const reported = [
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
] as const

/** Those that were made between two rows of the journal: they lie together, and most are sold, if at all, soon after. */
export const bookingsMadeBetween = {
  from: 'booking',
  only: reported,
  above: 'sequence',
  below: 'sequence',
} as const satisfies Query<'booking'>

export const bookingsByIds = {
  from: 'booking',
  isByKeys: true,
  only: reported,
} as const satisfies Query<'booking'>
