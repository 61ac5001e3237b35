import type { Query } from './rows.ts'

/** What reports read of the journal: its hashes and commands are none of theirs. */
export const journalOfReport = {
  from: 'journal',
  only: ['sequence', 'atMs', 'showId', 'kioskId', 'staffId', 'body'],
  above: 'sequence',
  orderBy: 'sequence',
  hasLimit: true,
} as const satisfies Query<'journal'>

/** What reports read of every booking. */
const reported = [
  'bookingId',
  'kioskId',
  'staffId',
  'sequence',
  'currency',
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

/** Those that were held on an earlier page than they were sold: with their seats as they are today. */
export const bookingsSold = {
  from: 'booking',
  isByKeys: true,
  only: [...reported, 'lines', 'returned'],
} as const satisfies Query<'booking'>

/** Those that were changed or given back since: with their money too. */
export const bookingsChanged = {
  from: 'booking',
  isByKeys: true,
  only: [...reported, 'lines', 'returned', 'payments'],
} as const satisfies Query<'booking'>
