// [T2] Reprints the newest sale of this desk, by one key. Owns which sale that is; the copy is made on the booking's screen.

import { createStore } from 'zustand/vanilla'
import type { BookingId } from '../../shared/domain/ids.ts'
import { ask } from '../box-office.ts'
import { printing } from '../stores/printing.ts'
import { goTo, screen } from '../stores/screen.ts'
import { printTickets, soldOf } from './use-sold.ts'

/** The booking whose screen is to begin a copy, as if its own button were pressed. */
export const wantedCopy = createStore<{ readonly of: BookingId | null }>(() => ({ of: null }))

/** Counted first, then printed; the booking's screen reports the copy. */
export async function reprintLast(): Promise<void> {
  const { now } = screen.getState()
  const isByDialog = printing.getState().printing.ways.ticket.way === 'dialog'
  // With a dialog nobody knows whether the tickets were printed at all: on the ticket screen the key repeats its print button.
  if (now.name === 'ticket' && isByDialog) return printOf(now.bookingId)
  const bookingId = await newest()
  if (bookingId === null) return goTo({ name: 'find', text: '', showId: null })
  if (isByDialog) {
    wantedCopy.setState({ of: bookingId })
    return goTo({ name: 'booking', bookingId })
  }
  const counted = await ask('reprint-tickets', { bookingId })
  goTo({ name: 'booking', bookingId })
  if (counted.kind === 'done') await printOf(bookingId)
}

async function newest(): Promise<BookingId | null> {
  const found = await ask('find-bookings', { text: '', showId: null })
  const bookings = found.kind === 'done' ? found.value.bookings : []
  const last = bookings.find(({ state }) => state === 'confirmed' || state === 'completed')
  return last?.bookingId ?? null
}

async function printOf(bookingId: BookingId): Promise<void> {
  const sold = await soldOf(bookingId)
  if (sold) await printTickets(sold)
}
