// The window around this page, in the desktop app: it hears what the page speaks, and says where its menu or a link leads. Owns both;
// must never leave a cart behind (a place is a screen, as any other), nor show anybody what they may not see.

import { desk } from '../../shared/domain/rights.ts'
import { type DeskPlace, deskPlace } from '../../shared/contract/desk-place.ts'
import type { BookingId, ShowId } from '../../shared/domain/ids.ts'
import { ask } from '../box-office.ts'
import { preferences } from './preferences.ts'
import { goTo } from './screen.ts'
import { asksForPin, onceSignedIn, who } from './who.ts'

/** The newest place: one that is asked for meanwhile takes an older one's turn. */
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

/** A gate and a customer stay where they are: nothing of the desk is theirs. */
async function open(place: DeskPlace): Promise<void> {
  const { isOpen, me } = who.getState()
  if (!isOpen && !desk.some((role) => role === me?.role)) return
  if (place.kind === 'show') goTo({ name: 'sell', showId: place.showId as ShowId })
  else if (place.kind === 'booking') await openBooking(place)
  else if (place.name === 'find') goTo({ name: 'find', text: '', showId: null })
  else goTo({ name: place.name })
}

/** By a ticket's number as by its code: what is no ticket of one booking is looked at in the search, which says so. */
async function openBooking(place: Extract<DeskPlace, { kind: 'booking' }>): Promise<void> {
  const { number } = place
  if (!number.startsWith('TKT-')) return goTo({ name: 'booking', bookingId: number as BookingId })
  const answer = await ask('find-bookings', { text: number, showId: null })
  if (wanted !== place) return
  // Locked in this very moment.
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
