// What the screens of the house are called, where a line of links or the palette leads to them. Every screen that an address alone opens has
// its words here, or this does not compile: so that nothing is reached by the mouse alone.

import type { MessageId } from '../messages/catalogue.ts'
import type { ManageKind, PlainPlace } from './screen.ts'

/** Everybody's; the office's are below. */
type DeskPlace = 'tonight' | 'money' | 'gate'

export const deskPlaces: Readonly<Record<DeskPlace | 'shift', MessageId>> = {
  tonight: 'app.home',
  shift: 'shift.title',
  gate: 'gate.go',
  money: 'money.title',
}

/** In the order of the office's own line of links. */
export const officePlaces: Readonly<Record<Exclude<PlainPlace, DeskPlace | 'import'> | 'terms', MessageId>> =
  {
    manage: 'manage.tables',
    reports: 'reports.title',
    plans: 'plans.title',
    terms: 'terms.title',
    spreadsheet: 'sheet.title',
    staff: 'staff.title',
    kiosks: 'kiosks.title',
    audit: 'audit.title',
    messages: 'messages.title',
    printers: 'printers.title',
    updates: 'updates.title',
  }

/** What the office has tables of. */
export const tablePlaces: Readonly<Record<ManageKind, MessageId>> = {
  shows: 'manage.title',
  calendar: 'calendar.title',
  listings: 'listings.title',
  bookings: 'bookings.title',
  holds: 'holds.title',
  proofs: 'proofs.title',
  customers: 'customers.title',
  coupons: 'coupons.title',
  changes: 'changes.title',
}

/** Of one show, besides selling it. */
export const showPlaces = {
  seats: 'seats.title',
  'off-sale': 'offSale.title',
  'time-machine': 'machine.title',
  series: 'series.title',
} as const satisfies Readonly<Record<string, MessageId>>
