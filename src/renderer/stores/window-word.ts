// The link to the desktop app's window around this page: tells it the page's language and colour scheme, and opens the places its
// menu or a link asks for. Owns both; must never leave a cart behind (a place is a screen like any other), nor show anybody what
// they may not see.

import { desk } from '../../shared/domain/rights.ts'
import { type DeskPlace, deskPlace } from '../../shared/contract/desk-place.ts'
import type { BookingId, ShowId } from '../../shared/domain/ids.ts'
import { ask } from '../box-office.ts'
import { preferences } from './preferences.ts'
import { goTo } from './screen.ts'
import { asksForPin, onceSignedIn, who } from './who.ts'

/** The newest requested place: it replaces an older one that is still waiting. */
let wanted: DeskPlace | null = null

function lead(place: DeskPlace): void {
  wanted = place
  if (isSomebodyIn()) void open(place)
  else
    onceSignedIn(() => {
      if (wanted === place) lead(place)
    })
}

function isSomebodyIn(): boolean {
  const state = who.getState()
  return state.me !== null && !asksForPin(state)
}

/** A gate and a self-service screen stay where they are: they may use none of the desk's screens. */
async function open(place: DeskPlace): Promise<void> {
  const { isOpen, me } = who.getState()
  if (!isOpen && !desk.some((role) => role === me?.role)) return
  if (place.kind === 'show') goTo({ name: 'sell', showId: place.showId as ShowId })
  else if (place.kind === 'booking') await openBooking(place)
  else if (place.name === 'find') goTo({ name: 'find', text: '', showId: null })
  else goTo({ name: place.name })
}

/** A ticket is looked up by its number: if it is not the ticket of exactly one booking, the search screen opens and says so. */
async function openBooking(place: Extract<DeskPlace, { kind: 'booking' }>): Promise<void> {
  const { number } = place
  if (!number.startsWith('TKT-')) return goTo({ name: 'booking', bookingId: number as BookingId })
  const answer = await ask('find-bookings', { text: number, showId: null })
  if (wanted !== place) return
  // The desk was locked in this very moment.
  if (!isSomebodyIn()) return lead(place)
  const [only, other] = answer.kind === 'done' ? answer.value.bookings : []
  if (only && !other) goTo({ name: 'booking', bookingId: only.bookingId })
  else goTo({ name: 'find', text: number, showId: null })
}

const around = window.guichetWindow
if (around) {
  const say = () => {
    const { language, scheme } = preferences.getState()
    around.say({ language, scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'system' })
  }
  around.onPlace((place) => {
    const read = deskPlace.safeParse(place)
    if (read.success) lead(read.data)
  })
  preferences.subscribe(say)
  say()
}
