// [T2] The newest sale of this desk once more, by one key. Owns which sale that is; a copy is made where it is asked about.

import { createStore } from 'zustand/vanilla'
import type { BookingId } from '../../shared/domain/ids.ts'
import { ask } from '../box-office.ts'
import { printing } from '../stores/printing.ts'
import { goTo, screen } from '../stores/screen.ts'
import { printTickets, soldOf } from './use-sold.ts'

/** The booking whose screen is to begin a copy, as its own button does. */
export const wantedCopy = createStore<{ readonly of: BookingId | null }>(() => ({ of: null }))

/** Counted first, then printed; its own screen tells the copy. */
export async function reprintLast(): Promise<void> {
  const { now } = screen.getState()
  const isByDialog = printing.getState().printing.ways.ticket.way === 'dialog'
  // Nobody knows whether these were printed at all: there the key is their button's.
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
