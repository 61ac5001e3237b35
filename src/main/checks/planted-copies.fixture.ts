// Violations of I22 by reprinted tickets, planted in the journal.

import type { Ticket } from '../../shared/domain/booking.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import { type Plant, evening } from './planted.fixture.ts'

export const copyPlants: readonly Plant[] = [
  [
    'I22',
    'a copy with the code of the paper that it makes void',
    () => evening.append([copyOf((ticket) => ticket)]),
  ],
  [
    'I22',
    'a copy whose code can be guessed',
    () => evening.append([copyOf((ticket) => ({ ...ticket, secret: '1234' }))]),
  ],
  [
    'I22',
    'a copy of a ticket that the booking never had',
    () => evening.append([copyOf((ticket) => ({ ...ticket, number: 'TKT-20261120-FFFFFFFF' }))]),
  ],
]

/** The sold booking's tickets reprinted, each turned as given. */
function copyOf(turned: (ticket: Ticket) => Ticket): HouseEvent {
  const { bookingId, showId, tickets } = evening.event('booking-confirmed', 'sold')
  const replaces =
    1 + evening.told.findIndex(({ event }) => event === evening.event('booking-confirmed', 'sold'))
  const secret = '0123456789ABCDEF'
  const copies = tickets.map((ticket, index) => (index > 0 ? { ...ticket, secret } : turned(ticket)))
  return { type: 'tickets-reprinted', bookingId, showId, copy: 1, tickets: copies, replaces }
}
