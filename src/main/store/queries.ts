// Every query to a store other than "the row with this key". Owns which index answers what.

import { type RareKind, everydayKinds } from '../../shared/domain/audit.ts'
import type { Query } from './rows.ts'

const pending = { column: 'state', values: ['reserved'] } as const

export const liveClaimsOfShow = {
  from: 'claim',
  only: ['bookingId', 'seatId', 'ticketTypeId'],
  equal: ['showId'],
} as const satisfies Query<'claim'>

export const claimsOnSeat = { from: 'claim', equal: ['showId', 'seatId'] } satisfies Query<'claim'>
/** [A2] Seats that were taken off sale. */
export const blocksOfShow = { from: 'block', equal: ['showId'] } satisfies Query<'block'>
/** [A2] The newest changes to many rows. */
export const newestChanges = {
  from: 'change',
  below: 'changeId',
  orderBy: 'changeId',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'change'>
/** [A2] Changes that were planned: reads them all, of which there are a few per season. */
export const plannedChanges = {
  from: 'change',
  above: 'plannedSequence',
  orderBy: 'changeId',
} satisfies Query<'change'>
export const undoOf = { from: 'change', equal: ['undoes'] } satisfies Query<'change'>
export const partsOfChange = {
  from: 'changePart',
  equal: ['changeId'],
  orderBy: 'part',
} satisfies Query<'changePart'>

/** Every movement after a journal row. */
export const transfersAfter = {
  from: 'transfer',
  above: 'sequence',
  orderBy: 'sequence',
  hasLimit: true,
} satisfies Query<'transfer'>
/** [P9] Every movement of a wallet, in the order they were made. */
export const transfersOfWallet = {
  from: 'transfer',
  through: 'transfer',
  equal: ['walletId'],
  orderBy: 'sequence',
} satisfies Query<'transfer'>
export const checkInsOfBooking = { from: 'checkIn', equal: ['bookingId'] } satisfies Query<'checkIn'>

export const copiesOfBooking = {
  from: 'reprint',
  equal: ['bookingId'],
  orderBy: 'copy',
} satisfies Query<'reprint'>

/** Newest bookings first: the one recorded last. */
export const newestBookings = {
  from: 'booking',
  orderBy: 'sequence',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'booking'>
export const bookingsOfCustomer = {
  from: 'booking',
  equal: ['customerId'],
  orderBy: 'sequence',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'booking'>
export const newestCustomers = {
  from: 'customer',
  orderBy: 'customerId',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'customer'>

/** Held or reserved. Reads every booking: asked at the start, and hardly ever after that. */
export const pendingBookings = { from: 'booking', among: pending } satisfies Query<'booking'>
/** [H15] In the order they came. */
export const waitingForShow = {
  from: 'standby',
  equal: ['showId'],
  among: { column: 'state', values: ['waiting'] },
  orderBy: 'sequence',
} satisfies Query<'standby'>
/** Reads everybody who ever waited: asked only when a queue changed and a kiosk listens. */
export const waitingAtKiosk = {
  from: 'standby',
  equal: ['kioskId'],
  among: { column: 'state', values: ['waiting'] },
  orderBy: 'sequence',
} satisfies Query<'standby'>
/** [P4] A coupon is used by every booking with it that holds or has seats. */
export const liveWithCoupon = {
  from: 'booking',
  equal: ['couponCode'],
  among: { column: 'state', values: ['reserved', 'confirmed', 'completed'] },
} satisfies Query<'booking'>

export const journalOfShow = {
  from: 'journal',
  through: 'journal_of_show',
  equal: ['showId'],
  above: 'revision',
  orderBy: 'revision',
  hasLimit: true,
} satisfies Query<'journal'>
/** The show's revision: how often it has changed. */
export const lastRevisionOfShow = {
  from: 'journal',
  through: 'journal_of_show',
  only: ['revision'],
  equal: ['showId'],
  orderBy: 'revision',
  newestFirst: true,
  hasLimit: true,
} as const satisfies Query<'journal'>
export const journalAfter = {
  from: 'journal',
  above: 'sequence',
  orderBy: 'sequence',
  hasLimit: true,
} satisfies Query<'journal'>
export const lastJournalRow = {
  from: 'journal',
  orderBy: 'sequence',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'journal'>

/** [K3] Answers to the commands of a stretch of time: command ids begin with their time. */
export const commandsBetween = {
  from: 'command',
  above: 'commandId',
  below: 'commandId',
  orderBy: 'commandId',
  hasLimit: true,
} satisfies Query<'command'>

/** [I39] Rows of one kind, newest first; kinds that every sale records have no index. */
export function journalOfKind(kind: RareKind) {
  return {
    from: 'journal',
    below: 'sequence',
    among: { column: 'kind', values: [kind] },
    notAmong: { column: 'kind', values: everydayKinds },
    orderBy: 'sequence',
    newestFirst: true,
    hasLimit: true,
  } satisfies Query<'journal'>
}

/** [A2] Many at once: asking one by one, finding them would cost more than changing them. */
export const listingsByKeys = { from: 'listing', isByKeys: true } satisfies Query<'listing'>

export const allStaff = { from: 'staff', orderBy: 'staffId' } satisfies Query<'staff'>

export const allShows = { from: 'show', orderBy: 'startsAtMs' } satisfies Query<'show'>
export const allVenues = { from: 'venue', orderBy: 'venueId' } satisfies Query<'venue'>
export const allKiosks = { from: 'kiosk', orderBy: 'kioskId' } satisfies Query<'kiosk'>
export const lastVenue = {
  from: 'venue',
  orderBy: 'venueId',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'venue'>
/** [A1] [A3] Pages of the office's tables and files, in the order of their keys. */
export const showsAfter = {
  from: 'show',
  above: 'showId',
  orderBy: 'showId',
  hasLimit: true,
} satisfies Query<'show'>
export const listingsAfter = {
  from: 'listing',
  above: 'listingId',
  orderBy: 'listingId',
  hasLimit: true,
} satisfies Query<'listing'>
export const customersAfter = {
  from: 'customer',
  above: 'customerId',
  orderBy: 'customerId',
  hasLimit: true,
} satisfies Query<'customer'>
export const couponsAfter = {
  from: 'coupon',
  above: 'code',
  orderBy: 'code',
  hasLimit: true,
} satisfies Query<'coupon'>
export const lastListing = {
  from: 'listing',
  orderBy: 'listingId',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'listing'>
export const lastShow = {
  from: 'show',
  orderBy: 'showId',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'show'>
export const allPlans = { from: 'plan', orderBy: 'planId', newestFirst: true } satisfies Query<'plan'>
export const lastPlan = {
  from: 'plan',
  orderBy: 'planId',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'plan'>
export const lastWallet = {
  from: 'wallet',
  orderBy: 'walletId',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'wallet'>
export const walletsOfCustomer = { from: 'wallet', equal: ['customerId'] } satisfies Query<'wallet'>
export const pricesOfShow = {
  from: 'priceList',
  equal: ['showId'],
  orderBy: 'version',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'priceList'>
/** [A5] The newest shifts of a kiosk. */
export const shiftsOfKiosk = {
  from: 'shift',
  equal: ['kioskId'],
  below: 'number',
  orderBy: 'number',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'shift'>
/** [A5] Of all kiosks, the last opened first. Sorts the table, which has one row per kiosk and day. */
export const newestShifts = {
  from: 'shift',
  below: 'openedSequence',
  orderBy: 'openedSequence',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'shift'>

const waiting = { column: 'state', values: ['waiting'] } as const

/** [T2] Messages that wait, the next one first. */
export const waitingMessages = {
  from: 'message',
  among: waiting,
  orderBy: 'nextAtMs',
  hasLimit: true,
} satisfies Query<'message'>
/** The newest messages that were given up. */
export const failedMessages = {
  from: 'message',
  among: { column: 'state', values: ['failed'] },
  orderBy: 'messageId',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'message'>
export const newestMessages = {
  from: 'message',
  orderBy: 'messageId',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'message'>
export const messagesOfBooking = {
  from: 'message',
  equal: ['bookingId'],
  orderBy: 'messageId',
} satisfies Query<'message'>

const standing = { column: 'state', values: ['standing'] } as const
/** [K3] Alerts that stand now. */
export const standingAlerts = { from: 'alert', among: standing, orderBy: 'alertId' } satisfies Query<'alert'>
export const standingAlertsOfShow = {
  from: 'alert',
  equal: ['showId'],
  among: standing,
} satisfies Query<'alert'>
/** Alerts of a stretch of the journal. */
export const alertsBetween = {
  from: 'alert',
  above: 'alertId',
  below: 'alertId',
  orderBy: 'alertId',
  newestFirst: true,
  hasLimit: true,
} satisfies Query<'alert'>
/** To find when shows were sold. */
export const journalTimesAfter = {
  from: 'journal',
  only: ['sequence', 'atMs', 'showId', 'kind'],
  above: 'sequence',
  orderBy: 'sequence',
  hasLimit: true,
} satisfies Query<'journal', 'sequence' | 'atMs' | 'showId' | 'kind'>
