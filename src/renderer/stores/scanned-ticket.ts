// A ticket scanned at a desk: its booking opens, wherever the seller is. Owns that navigation; the house decides what was found.

import { desk } from '../../shared/domain/rights.ts'
import { FIND_TEXT_MAX } from '../../shared/contract/limits.ts'
import { ask } from '../box-office.ts'
import { goTo, screen } from './screen.ts'
import { onScan } from './scans.ts'
import { asksForPin, who } from './who.ts'

let newest = ''

/** If it is not the ticket of exactly one booking, or was not signed by this house, the search screen opens and says so. */
async function openScanned(scanned: string): Promise<void> {
  if (!mayLook()) return
  const text = scanned.slice(0, FIND_TEXT_MAX)
  newest = text
  const answer = await ask('find-bookings', { text, showId: null })
  // Another ticket was scanned meanwhile, or the desk was locked.
  if (newest !== text || !mayLook()) return
  const found = answer.kind === 'done' ? answer.value : null
  const [only] = found?.bookings ?? []
  if (only && found?.bookings.length === 1 && found.isOurs !== false)
    goTo({ name: 'booking', bookingId: only.bookingId })
  else goTo({ name: 'find', text, showId: showHere() })
}

function mayLook(): boolean {
  const state = who.getState()
  return !asksForPin(state) && (state.isOpen || desk.some((role) => role === state.me?.role))
}

function showHere() {
  const { now } = screen.getState()
  return 'showId' in now ? now.showId : null
}

onScan((text) => void openScanned(text))
