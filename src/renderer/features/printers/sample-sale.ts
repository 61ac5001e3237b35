// A made-up sale for editing a venue's papers. Owns its few facts; must never be sent to the house.

import type { BookingId, KioskId, PaymentId, SeatId, TicketTypeId } from '../../../shared/domain/ids.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import type { TicketView } from '../../../shared/contract/shapes.ts'
import type { Say } from '../../messages/catalogue.ts'
import type { ReceiptBooking, ReceiptStory } from '../../papers/receipt-blocks.ts'

type Venue = Output<'house'>['venues'][number]

/** 200 and a fee of 10, like most sales of the demo; for display only. */
const PRICE = 20_000
const FEE = 1000
const NOTE = 50_000
const NUMBER = 'TKT-20261120-1A2B3C4D'
/** As long as a real one, so that the code is as dense. */
const CODE = `GUICHET1/${NUMBER}/12/417/DESK-1/1042/20000/0123456789ABCDEF/${'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.repeat(4).slice(0, 103)}`

/** A made-up ticket. */
export function sampleTicket({ name: venue, zone, currency }: Venue, section: string, say: Say): TicketView {
  return {
    number: NUMBER,
    code: CODE,
    seatId: 417 as SeatId,
    label: 'C12',
    row: 'C',
    section: section || say('papers.sample.section'),
    passenger: '',
    ticketType: say('papers.sample.type'),
    priceMinor: PRICE,
    currency,
    title: say('papers.sample.show'),
    venue,
    zone,
    startsAtMs: sampleAtMs,
    copy: 0,
  }
}

const sampleAtMs = Date.UTC(2026, 10, 20, 14)

/** And its receipt: paid in cash, with change. */
export function sampleStory({ name, zone, currency }: Venue, seller: string, say: Say): ReceiptStory {
  const title = say('papers.sample.show')
  return {
    booking: sampleBooking(currency, say),
    title,
    venue: name,
    zone,
    startsAtMs: sampleAtMs,
    customer: null,
    seller,
  }
}

function sampleBooking(currency: Currency, say: Say): ReceiptBooking {
  const seat = { section: '', ticketTypeId: 0 as TicketTypeId, ticketType: say('papers.sample.type') }
  const line = {
    ...seat,
    seatId: 417 as SeatId,
    label: 'C12',
    priceMinor: PRICE,
    discountMinor: 0,
    feeMinor: FEE,
  }
  const lines = [line, { ...line, seatId: 418 as SeatId, label: 'C13' }]
  const amountMinor = lines.length * (PRICE + FEE)
  const sums = { baseMinor: lines.length * PRICE, feeMinor: lines.length * FEE, totalMinor: amountMinor }
  const cash = { tenderedMinor: NOTE, changeMinor: NOTE - amountMinor }
  return {
    bookingId: '01KABCDEFGHJKMNPQRSTVWXYZ0' as BookingId,
    kioskId: 'desk-1' as KioskId,
    lines,
    returned: [],
    totals: { currency, discountMinor: 0, ...sums },
    couponCode: null,
    reservedAtMs: sampleAtMs,
    confirmedAtMs: sampleAtMs,
    payments: [{ paymentId: 'sample' as PaymentId, mode: 'CASH', state: 'success', amountMinor, ...cash }],
  }
}
