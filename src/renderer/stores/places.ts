// The names of the house's screens in links and in the palette. Every screen that an address alone opens has its words here, or
// this does not compile: no screen can be reached by mouse only.

import type { MessageId } from '../messages/catalogue.ts'
import type { ManageKind, PlainPlace } from './screen.ts'

/** Places open to everybody; the office's are below. */
type DeskPlace = 'tonight' | 'money' | 'gate'

export const deskPlaces: Readonly<Record<DeskPlace | 'shift', MessageId>> = {
  tonight: 'app.home',
  shift: 'shift.title',
  gate: 'gate.go',
  money: 'money.title',
}

/** In the order of the office's tabs. */
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

/** Everything the office has tables of. */
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

/** The screens of one show, besides selling. */
export const showPlaces = {
  seats: 'seats.title',
  'off-sale': 'offSale.title',
  'time-machine': 'machine.title',
  series: 'series.title',
} as const satisfies Readonly<Record<string, MessageId>>
