// Which screen is shown: a value, mirrored in the address so that a reload comes back to it. Owns the addresses.

import { createStore } from 'zustand/vanilla'
import type { BookingId, ShowId } from '../../shared/domain/ids.ts'

export type Screen =
  | { readonly name: 'tonight' }
  | { readonly name: 'sell'; readonly showId: ShowId }
  | { readonly name: 'pay'; readonly showId: ShowId }
  | { readonly name: 'ticket'; readonly bookingId: BookingId }
  | { readonly name: 'manage' }
  | { readonly name: 'import' }

function addressOf(screen: Screen): string {
  if (screen.name === 'sell' || screen.name === 'pay') return `#/${screen.name}/${screen.showId}`
  if (screen.name === 'ticket') return `#/ticket/${screen.bookingId}`
  return `#/${screen.name}`
}

function screenAt(address: string): Screen {
  const [, name, id = ''] = address.split('/')
  const number = Number(id)
  if ((name === 'sell' || name === 'pay') && Number.isSafeInteger(number) && number > 0) {
    return { name, showId: number as ShowId }
  }
  if (name === 'ticket' && /^[\w-]{1,40}$/.test(id)) return { name, bookingId: id as BookingId }
  return name === 'manage' || name === 'import' ? { name } : { name: 'tonight' }
}

export const screen = createStore<{ readonly now: Screen }>(() => ({ now: screenAt(location.hash) }))

export function goTo(now: Screen): void {
  screen.setState({ now })
  if (location.hash !== addressOf(now)) location.hash = addressOf(now)
}

window.addEventListener('hashchange', () => {
  const now = screenAt(location.hash)
  if (addressOf(screen.getState().now) !== addressOf(now)) screen.setState({ now })
})
