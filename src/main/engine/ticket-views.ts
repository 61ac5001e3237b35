// Tickets as they are printed. Owns the joining of a booking, its show and its codes; must never keep a signature: a code depends
// only on what was recorded, so it is signed each time it is read [T1].

import { known } from '../../shared/lib/assert.ts'
import type { Booking, BookingLine, Ticket } from '../../shared/domain/booking.ts'
import type { TicketsReprinted } from '../../shared/domain/events.ts'
import type { ListingSort } from '../../shared/domain/catalogue.ts'
import type { SeatId, ShowId, VenueId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import { type RoomNight, roomNight } from '../../shared/domain/stay.ts'
import { ticketText } from '../../shared/domain/ticket-code.ts'
import type { TicketView } from '../../shared/contract/shapes.ts'
import type { Store } from '../store/store.ts'
import type { Signer } from './ports.ts'

interface Parts {
  readonly store: Store
  readonly signer: Signer
  readonly planOfShow: (showId: ShowId) => Plan
}

export function ticketViews({ store, signer, planOfShow }: Parts, booking: Booking): TicketView[] {
  const names = showNames(store, booking.showId)
  const { title, venue, zone, startsAtMs } = names
  const plan = planOfShow(booking.showId)
  const { ticketsSequence } = known(store.get('booking', booking.bookingId), 'row of booking')
  return booking.tickets.map((ticket) => {
    const { number, seatId } = ticket
    const line = known(
      booking.lines.find((one) => one.seatId === seatId),
      'line of ticket',
    )
    const { section, ticketType, priceMinor, name: passenger = '' } = line
    const room = roomOf(names, plan, seatId)
    const unit = room
      ? { label: room.number, row: '', startsAtMs: room.startsAtMs }
      : { label: line.label, row: plan.rows[plan.row[seatId] ?? 0]?.label ?? '', startsAtMs }
    const sequence = known(ticket.sequence ?? ticketsSequence, 'row of a ticket')
    const copy = copyAt(store, sequence)
    const code = ticketCode(signer, booking, { ...ticket, sequence }, line)
    const { currency } = booking.totals
    return {
      number,
      code,
      seatId,
      ...unit,
      section,
      passenger,
      ticketType,
      priceMinor,
      currency,
      title,
      venue,
      zone,
      copy,
    }
  })
}

/** [L6] Null: no hotel. */
export function roomOf(names: ShowNames, plan: Plan, seatId: SeatId): RoomNight | null {
  return names.sort === 'hotel' ? roomNight(plan, seatId, names) : null
}

/** [T2] Which copy the row of a ticket's code made; 0: the original. After a move to another seat it is an original again. */
function copyAt(store: Store, sequence: number): number {
  const row = known(store.get('journal', sequence), 'row of a ticket')
  return row.kind === 'tickets-reprinted' ? (JSON.parse(row.body) as TicketsReprinted).copy : 0
}

/** The whole text of a ticket's QR code: the signed text and the signature. */
export function ticketCode(
  signer: Signer,
  { showId, kioskId }: Pick<Booking, 'showId' | 'kioskId'>,
  { number, seatId, sequence, secret }: Ticket & { readonly sequence: number },
  { priceMinor }: Pick<BookingLine, 'priceMinor'>,
): string {
  const text = ticketText({ number, showId, seatId, kioskId, sequence, priceMinor, secret })
  return `${text}/${signer.sign(text)}`
}

export interface ShowNames {
  readonly title: string
  readonly sort: ListingSort
  readonly venueId: VenueId
  readonly venue: string
  readonly zone: string
  readonly startsAtMs: number
}

/** The names that people know a show by. */
export function showNames(store: Store, showId: Booking['showId']): ShowNames {
  const show = known(store.get('show', showId), 'show of booking')
  const listing = known(store.get('listing', show.listingId), 'listing of show')
  const venue = known(store.get('venue', show.venueId), 'venue of show')
  return {
    title: listing.title,
    sort: listing.sort,
    venueId: show.venueId,
    venue: venue.name,
    zone: venue.zone,
    startsAtMs: show.startsAtMs,
  }
}
