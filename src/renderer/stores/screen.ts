// The current screen: a value, mirrored in the address so that a reload returns to it. Owns the addresses.

import { createStore } from 'zustand/vanilla'
import { FIND_TEXT_MAX } from '../../shared/contract/limits.ts'
import { type TermsPlace, termsPlaces } from '../../shared/domain/changes/change.ts'
import type { BookingId, KioskId, ShowId } from '../../shared/domain/ids.ts'
import { never } from '../../shared/lib/assert.ts'

/** A desk's drawer; with a number, the report of one of its shifts, or that shift's cash movements. */
export interface ShiftPlace {
  readonly kioskId: KioskId
  readonly number: number | null
  readonly part: 'report' | 'cash'
}

/** Everything the office has tables of. */
export const manageKinds = [
  'shows',
  'calendar',
  'listings',
  'bookings',
  'holds',
  'proofs',
  'customers',
  'coupons',
  'changes',
] as const
export type ManageKind = (typeof manageKinds)[number]

export type Screen =
  | { readonly name: 'tonight' }
  | { readonly name: 'sell'; readonly showId: ShowId }
  | { readonly name: 'pay'; readonly showId: ShowId }
  | { readonly name: 'time-machine'; readonly showId: ShowId }
  | { readonly name: 'off-sale'; readonly showId: ShowId }
  | { readonly name: 'series'; readonly showId: ShowId }
  | { readonly name: 'seats'; readonly showId: ShowId }
  | { readonly name: 'ticket'; readonly bookingId: BookingId }
  | { readonly name: 'find'; readonly text: string; readonly showId: ShowId | null }
  | { readonly name: 'booking'; readonly bookingId: BookingId }
  | { readonly name: 'move'; readonly bookingId: BookingId }
  | { readonly name: 'gate' }
  | { readonly name: 'shift'; readonly of?: ShiftPlace }
  | { readonly name: 'money' }
  | { readonly name: 'manage'; readonly kind?: ManageKind }
  | { readonly name: 'terms'; readonly at?: TermsPlace; readonly id?: number }
  | { readonly name: 'plans' }
  | { readonly name: 'import' }
  | { readonly name: 'spreadsheet' }
  | { readonly name: 'staff' }
  | { readonly name: 'kiosks' }
  | { readonly name: 'audit' }
  | { readonly name: 'reports'; readonly part?: 'alerts' }
  | { readonly name: 'messages' }
  | { readonly name: 'printers' }
  | { readonly name: 'updates' }

export function addressOf(screen: Screen): string {
  switch (screen.name) {
    case 'sell':
    case 'pay':
    case 'time-machine':
    case 'off-sale':
    case 'series':
    case 'seats':
      return `#/${screen.name}/${screen.showId}`
    case 'ticket':
    case 'booking':
    case 'move':
      return `#/${screen.name}/${screen.bookingId}`
    case 'find':
      return `#/find/${screen.showId ?? 0}/${encodeURIComponent(screen.text)}`
    case 'shift':
      return shiftAddress(screen.of)
    case 'manage':
      return screen.kind ? `#/manage/${screen.kind}` : '#/manage'
    case 'reports':
      return screen.part ? `#/reports/${screen.part}` : '#/reports'
    case 'terms':
      return screen.at && screen.at !== 'house' ? `#/terms/${screen.at}/${screen.id ?? 0}` : '#/terms'
    case 'tonight':
    case 'gate':
    case 'money':
    case 'plans':
    case 'import':
    case 'spreadsheet':
    case 'staff':
    case 'kiosks':
    case 'audit':
    case 'messages':
    case 'printers':
    case 'updates':
      return `#/${screen.name}`
    default:
      return never(screen)
  }
}

function shiftAddress(place: ShiftPlace | undefined): string {
  if (!place) return '#/shift'
  const { kioskId, number, part } = place
  return `#/shift/${kioskId}${number === null ? '' : `/${number}${part === 'cash' ? '/cash' : ''}`}`
}

function shiftAt(kiosk: string, number: string, part: string | undefined): Screen {
  if (!/^[\w-]{1,40}$/.test(kiosk)) return { name: 'shift' }
  const isNumber = /^[1-9]\d{0,8}$/.test(number)
  const of = { kioskId: kiosk as KioskId, number: isNumber ? Number(number) : null }
  return { name: 'shift', of: { ...of, part: part === 'cash' ? 'cash' : 'report' } }
}

/** Screens whose address is just their name. */
const plain = [
  'tonight',
  'money',
  'gate',
  'manage',
  'plans',
  'import',
  'spreadsheet',
  'staff',
  'kiosks',
  'audit',
  'updates',
  'reports',
  'messages',
  'printers',
] as const
export type PlainPlace = (typeof plain)[number]

/** Screens of one show. */
const ofShows = ['sell', 'pay', 'time-machine', 'off-sale', 'series', 'seats'] as const

function screenAt(address: string): Screen {
  const [, name, id = '', text = '', part] = address.split('/')
  const number = Number(id)
  const showId = Number.isSafeInteger(number) && number > 0 ? (number as ShowId) : null
  const show = ofShows.find((one) => one === name)
  if (show && showId !== null) return { name: show, showId }
  if (name === 'shift') return shiftAt(id, text, part)
  const kind = manageKinds.find((one) => one === id)
  if (name === 'manage' && kind) return { name, kind }
  if (name === 'reports' && id === 'alerts') return { name, part: id }
  if (name === 'terms') return termsAt(id, Number(text))
  if (name === 'find') return { name, showId, text: readText(text) }
  if ((name === 'ticket' || name === 'booking' || name === 'move') && /^[\w-]{1,40}$/.test(id)) {
    return { name, bookingId: id as BookingId }
  }
  return { name: plain.find((one) => one === name) ?? 'tonight' }
}

function termsAt(place: string, id: number): Screen {
  const at = termsPlaces.find((one) => one === place)
  const isRow = at && at !== 'house' && Number.isSafeInteger(id) && id > 0
  return isRow ? { name: 'terms', at, id } : { name: 'terms' }
}

/** A truncated address must not prevent a screen from showing. */
function readText(text: string): string {
  try {
    return decodeURIComponent(text).slice(0, FIND_TEXT_MAX)
  } catch {
    return ''
  }
}

interface State {
  readonly now: Screen
  /** The screens visited on the way here, the latest last; "back" follows it. */
  readonly trail: readonly Screen[]
}

/** Most steps that can be gone back. */
const TRAIL_MAX = 20

export const screen = createStore<State>(() => ({ now: screenAt(location.hash), trail: [] }))

export function goTo(now: Screen): void {
  const { now: left, trail } = screen.getState()
  const address = addressOf(now)
  const isOneStep = left.name === now.name || isPaid(left, now)
  screen.setState({ now, trail: isOneStep ? trail : [...trail, left].slice(-TRAIL_MAX) })
  if (location.hash === address) return
  // Typing in the search is one step of the trail, not one per letter.
  if (isPaid(left, now) || (left.name === 'find' && now.name === 'find'))
    history.replaceState(null, '', address)
  else location.hash = address
}

/**
 * Nobody returns to the payment screen once the money was taken, neither by "back" nor by the browser's history: there is nothing
 * left to pay.
 */
function isPaid(left: Screen, now: Screen): boolean {
  return left.name === 'pay' && now.name === 'ticket'
}

/** Back to the previous screen; `first` if there was none. */
export function goBack(first: Screen): void {
  const { trail } = screen.getState()
  goTo(trail.at(-1) ?? first)
  screen.setState({ trail: trail.slice(0, -1) })
}

window.addEventListener('hashchange', () => {
  const now = screenAt(location.hash)
  const { now: left, trail } = screen.getState()
  if (addressOf(left) !== addressOf(now)) screen.setState({ now, trail: [...trail, left].slice(-TRAIL_MAX) })
})
