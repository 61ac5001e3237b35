// What is sold and reserved in the demo house [D1], as the events that made it. Owns its ids, codes and numbers; must never ask a
// clock or chance.

import type { BookingPurpose, Ticket } from '../../src/shared/domain/booking.ts'
import type { ShowEntry } from '../../src/shared/domain/catalogue.ts'
import type { HouseEvent, SeatsHeld } from '../../src/shared/domain/events.ts'
import type {
  BookingId,
  CartId,
  CustomerId,
  KioskId,
  PaymentId,
  SeatId,
  StaffId,
  TicketTypeId,
} from '../../src/shared/domain/ids.ts'
import { priceLines } from '../../src/shared/domain/pricing.ts'
import { isRefusal } from '../../src/shared/domain/refusal.ts'
import { type Plan, seatLabel } from '../../src/shared/domain/seat-plan/plan.ts'
import type { FoundSeat, FoundShow } from '../../src/shared/domain/show.ts'
import type { Account } from '../../src/shared/domain/tender.ts'
import { houseTerms } from '../../src/shared/domain/terms.ts'
import { ticketDigits } from '../../src/shared/domain/ticket-number.ts'
import { Bug, known } from '../../src/shared/lib/assert.ts'
import { dayInZone } from '../../src/shared/lib/time.ts'
import { type DemoRun, demoZone, venues } from './demo-listings.ts'

/** Seats of one demo show that somebody has. */
export interface Group {
  readonly entry: ShowEntry
  readonly run: DemoRun
  readonly seats: Plan
  readonly from: number
  readonly count: number
  readonly purpose: BookingPurpose
  readonly atMs: number
}

export function booked(group: Group): HouseEvent[] {
  const held = heldBy(group)
  if (group.purpose === 'reservation') return [held]
  const ids = { bookingId: held.bookingId, showId: held.showId }
  const { totalMinor } = held.totals
  const paymentId = `${held.bookingId}-PAID` as PaymentId
  const { currency } = held.totals
  const account: Account = `drawer:${held.kioskId}`
  const money = { amountMinor: totalMinor, tenderedMinor: totalMinor, changeMinor: 0 }
  const seatIds = held.lines.map((line) => line.seatId)
  const tickets = seatIds.map((seatId) => ticket(group, seatId))
  return [
    held,
    {
      type: 'booking-confirmed',
      ...ids,
      seatIds,
      payment: { paymentId, mode: 'CASH', state: 'success', ...money, account, currency },
      tickets,
    },
  ]
}

/** Demo holds are reservations until the show begins, so that they do not lapse while somebody looks at the demo. */
function heldBy({ entry, run, seats, from, count, purpose, atMs }: Group): SeatsHeld {
  const found = Array.from({ length: count }, (_, index) => seatAt(seats, (from + index) as SeatId))
  const show = demoShow(entry, run)
  const ticketTypeId = 0 as TicketTypeId
  const wanted = found.map(({ seatId }) => ({ seatId, ticketTypeId }))
  const priced = priceLines(show, found, wanted, null)
  if (isRefusal(priced)) throw new Bug(`demo seats have no price: ${JSON.stringify(priced)}`)
  // Ids sort by their time: the demo's come before all that is sold later.
  const bookingId = `00DEMO-${entry.showId}-${purpose}` as BookingId
  return {
    type: 'seats-held',
    bookingId,
    showId: entry.showId,
    purpose,
    cartId: `${bookingId}-CART` as CartId,
    // Put aside under a name, as a reservation is.
    customerId: purpose === 'reservation' ? (1 as CustomerId) : null,
    kioskId: 'demo' as KioskId,
    staffId: 1 as StaffId,
    ...priced,
    couponCode: null,
    priceVersion: 1,
    holdMs: entry.startsAtMs - atMs,
    expiresAtMs: entry.startsAtMs,
    graceEndsAtMs: entry.startsAtMs,
  }
}

function seatAt(seats: Plan, seatId: SeatId): FoundSeat {
  const section = seats.sections[seats.rows[seats.row[seatId] ?? 0]?.section ?? 0]?.name ?? ''
  return {
    seatId,
    label: seatLabel(seats, seatId),
    section,
    category: seats.category[seatId] ?? 0,
    claimedBy: null,
  }
}

function demoShow(entry: ShowEntry, run: DemoRun): FoundShow {
  const { zone, currency } = known(venues[entry.venueId - 1], 'demo venue')
  const { showId, listingId, active, claimPolicy, startsAtMs, salesCloseAtMs, ticketTypes } = entry
  const prices = { priceVersion: 1, prices: run.prices }
  return {
    showId,
    listingId,
    sort: run.sort,
    active,
    claimPolicy,
    startsAtMs,
    salesCloseAtMs,
    zone,
    currency,
    terms: houseTerms,
    ticketTypes,
    ...prices,
  }
}

/** Codes of a demo need no chance; a real one always does. Its number follows from its place in the journal. */
function ticket({ entry }: Group, seatId: SeatId): Ticket {
  const digits = (entry.showId * 0x10000 + seatId).toString(16).toUpperCase().padStart(8, '0')
  return { number: '', seatId, secret: `DEMO${digits}0000` }
}

/** [T1] Numbers its tickets as a sale does. `sequence`: of the row that the event will be. */
export function withNumbers(event: HouseEvent, sequence: number, atMs: number): HouseEvent {
  if (event.type !== 'booking-confirmed') return event
  const day = dayInZone(atMs, demoZone)
  const number = (line: number) => `TKT-${day}-${ticketDigits(sequence, line)}`
  return { ...event, tickets: event.tickets.map((one, line) => ({ ...one, number: number(line) })) }
}
