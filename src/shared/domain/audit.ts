// Which events are privileged, and under which heading the audit lists them. The journal itself is the audit log: append-only,
// chained, with who, where and by which command. Owns that table alone; must never keep anything.

import type { Entry } from './catalogue.ts'
import type { HouseEvent } from './events.ts'

/** The headings of the audit log. */
export const auditAreas = [
  'sign-in',
  'staff',
  'prices',
  'shows',
  'plans',
  'bookings',
  'drawer',
  'kiosks',
  'refused',
] as const
export type AuditArea = (typeof auditAreas)[number]

/** `others`: privileged only where it was done to another kiosk's booking; on the kiosk's own it is daily work. */
const areas: {
  readonly [Kind in HouseEvent['type']]: Kind extends 'entry-saved' ? 'by-entry' : AuditArea | 'others' | null
} = {
  'staff-signed-in': 'sign-in',
  'staff-signed-out': 'sign-in',
  'sign-in-failed': 'sign-in',
  'pin-set': 'staff',
  'password-set': 'staff',
  'kiosk-left': 'kiosks',
  'house-restored': 'kiosks',
  'sale-lost': 'bookings',
  'update-asked': 'kiosks',
  'attempt-refused': 'refused',
  'prices-set': 'prices',
  'plan-imported': 'plans',
  'seats-blocked': 'shows',
  'seats-unblocked': 'shows',
  'rows-changed': 'shows',
  'show-replanned': 'shows',
  'change-planned': null,
  'change-advanced': null,
  'entry-saved': 'by-entry',
  'booking-refunded': 'bookings',
  'tickets-reprinted': 'bookings',
  'booking-cancelled': 'others',
  'seats-held': null,
  'hold-extended': null,
  'tickets-chosen': null,
  'customer-chosen': null,
  'hold-lapsed': null,
  'booking-expired': null,
  'payment-taken': null,
  'booking-confirmed': null,
  'hold-deferred': null,
  'booking-failed': null,
  'payment-begun': null,
  'payment-failed': null,
  'payment-late': 'bookings',
  'proof-reviewed': 'bookings',
  'money-returned': 'bookings',
  'seats-returned': 'bookings',
  'booking-reseated': 'bookings',
  'booking-deleted': 'bookings',
  'refund-settled': null,
  'ticket-checked-in': null,
  'wallet-topped-up': 'bookings',
  'shift-opened': 'drawer',
  'cash-moved': 'drawer',
  'drawer-opened': 'drawer',
  'shift-counted': 'drawer',
  'shift-closed': 'drawer',
  'standby-joined': null,
  'standby-left': null,
  'standby-served': null,
  'alert-raised': null,
  'alert-ended': null,
  'message-asked': 'bookings',
  'message-queued': null,
  'message-sent': null,
  'message-failed': null,
  'message-dropped': null,
  'message-retried': null,
}

const entryAreas: Readonly<Record<Entry['kind'], AuditArea | null>> = {
  staff: 'staff',
  venue: 'shows',
  listing: 'shows',
  show: 'shows',
  coupon: 'prices',
  customer: null,
  wallet: null,
  paper: 'shows',
  printing: 'shows',
  messaging: 'shows',
  kiosk: 'kiosks',
}

/** What every sale over the counter records. The journal's index by kind leaves these out, so that such a sale adds nothing to it. */
export const everydayKinds = [
  'booking-confirmed',
  'seats-held',
] as const satisfies readonly HouseEvent['type'][]
export type RareKind = Exclude<HouseEvent['type'], (typeof everydayKinds)[number]>

/** The kinds of events that are, or may be, privileged. */
export const auditedKinds = (Object.keys(areas) as RareKind[])
  .filter((kind) => areas[kind] !== null)
  .toSorted()

/** The kinds of events that may be listed under a heading. */
export function kindsOf(area: AuditArea): readonly RareKind[] {
  const isIn = (kind: HouseEvent['type']) => {
    const word = areas[kind]
    if (word === 'by-entry') return Object.values(entryAreas).includes(area)
    return word === 'others' ? area === 'bookings' : word === area
  }
  return auditedKinds.filter(isIn)
}

/** What happened, in the words of the log; a saved entry is named by its kind. */
export const auditKinds = [
  'staff-signed-in',
  'staff-signed-out',
  'sign-in-failed',
  'staff-saved',
  'pin-set',
  'password-set',
  'kiosk-left',
  'attempt-refused',
  'prices-set',
  'coupon-saved',
  'plan-imported',
  'seats-blocked',
  'seats-unblocked',
  'rows-changed',
  'show-replanned',
  'venue-saved',
  'listing-saved',
  'show-saved',
  'paper-saved',
  'printing-saved',
  'booking-cancelled',
  'booking-refunded',
  'tickets-reprinted',
  'payment-late',
  'proof-reviewed',
  'money-returned',
  'seats-returned',
  'booking-reseated',
  'booking-deleted',
  'wallet-topped-up',
  'shift-opened',
  'cash-moved',
  'drawer-opened',
  'shift-counted',
  'shift-closed',
  'message-asked',
  'messaging-saved',
  'kiosk-saved',
  'house-restored',
  'sale-lost',
  'update-asked',
  'update-called-off',
] as const
export type AuditKind = (typeof auditKinds)[number]

export function auditKindOf(event: HouseEvent): AuditKind | null {
  if (event.type === 'update-asked' && event.when === 'never') return 'update-called-off'
  const name = event.type === 'entry-saved' ? `${event.entry.kind}-saved` : event.type
  return auditKinds.find((kind) => kind === name) ?? null
}

/** [I39] The heading of an event; null: daily work. `isOthers`: it was done from another kiosk than the booking's own. */
export function auditAreaOf(event: HouseEvent, isOthers: boolean): AuditArea | null {
  if (event.type === 'entry-saved') return entryAreas[event.entry.kind]
  const area = areas[event.type]
  if (area === 'others') return isOthers ? 'bookings' : null
  return area
}
