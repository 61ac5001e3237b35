import type { Query } from './rows.ts'

/** What reports read of the journal: they need neither hashes nor commands. */
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

/** Bookings made between two journal rows: they are stored together, and most are sold, if at all, soon after. */
export const bookingsMadeBetween = {
  from: 'booking',
  only: reported,
  above: 'sequence',
  below: 'sequence',
} as const satisfies Query<'booking'>

/** Bookings that were held on an earlier page than they were sold: with their seats as they are today. */
export const bookingsSold = {
  from: 'booking',
  isByKeys: true,
  only: [...reported, 'lines', 'returned'],
} as const satisfies Query<'booking'>

/** Bookings that were changed or given back since: with their payments too. */
export const bookingsChanged = {
  from: 'booking',
  isByKeys: true,
  only: [...reported, 'lines', 'returned', 'payments'],
} as const satisfies Query<'booking'>
