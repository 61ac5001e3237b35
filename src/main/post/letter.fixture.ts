// A letter about two sold seats, for the tests of every form it takes. Plain values only.

import { sampleMessage } from '../../shared/domain/message.fixture.ts'
import type { Message } from '../../shared/domain/message.ts'
import type { BookingLine } from '../../shared/domain/booking.ts'
import { paidBooking, start } from '../../shared/domain/sale.fixture.ts'
import { HOUR_MS } from '../../shared/lib/time.ts'
import type { Letter, LetterFacts } from '../engine/ports.ts'

const booking = paidBooking()

function ticketOf(line: BookingLine, index: number): LetterFacts['tickets'][number] {
  return {
    number: `TKT-20261120-0000000${index}`,
    code: `GUICHET1/TKT-20261120-0000000${index}/1/${index}/DESK-1/7/20000/SECRET/SIGNED`,
    seatId: line.seatId,
    label: line.label,
    row: 'D',
    section: line.section,
    passenger: '',
    ticketType: line.ticketType,
    priceMinor: line.priceMinor,
    currency: 'INR',
    title: 'Rain',
    venue: 'Barn',
    zone: 'Asia/Kolkata',
    startsAtMs: start + 2 * HOUR_MS,
    copy: 0,
  }
}

export function sampleLetter(turned: Partial<Message> = {}, about: Partial<LetterFacts> = {}): Letter {
  const facts: LetterFacts = {
    booking,
    tickets: booking.lines.map(ticketOf),
    customer: 'Ravi',
    title: 'Rain',
    venue: 'Barn',
    zone: 'Asia/Kolkata',
    startsAtMs: start + 2 * HOUR_MS,
    rooms: [],
    refundedMinor: 200_00,
    ...about,
  }
  return { message: sampleMessage(turned), key: '12.0123456789abcdef', about: facts }
}

export const testLetter: Letter = {
  message: sampleMessage({ kind: 'test', bookingId: null }),
  key: '13.0123456789abcdef',
  about: null,
}
