// What a letter says, part by part, before it is laid out: the same for text, HTML and SMS. Owns which facts belong to which kind.

import type { Letter, LetterFacts } from '../engine/ports.ts'
import type { RoomNight } from '../../shared/domain/stay.ts'
import type { Words } from './letter-words.ts'

export interface TicketPart {
  readonly heading: string
  readonly line: string
  readonly alt: string
  /** The content of its QR code. */
  readonly code: string
}

export interface LetterParts {
  readonly subject: string
  readonly hello: string
  readonly lead: string
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly tickets: readonly TicketPart[]
  /** The sender, by the name that people know. */
  readonly venue: string
}

/** Names come from people: removes line breaks, so that none can begin a header. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

export function partsOf({ message: { kind, endsAtMs }, about }: Letter, words: Words): LetterParts {
  const { say } = words
  if (!about)
    return { ...bare, subject: say('subject.test'), hello: say('hello.nobody'), lead: say('lead.test') }
  const values = valuesOf(about, endsAtMs, words)
  const name = oneLine(about.customer ?? '')
  return {
    subject: say(`subject.${kind}`, values),
    hello: name === '' ? say('hello.nobody') : say('hello.named', { name }),
    lead: say(`lead.${kind}`, values),
    facts: factsOf(kind, values, words),
    tickets: about.tickets.map((ticket) => ticketPart(ticket, unitOf(about), words)),
    venue: values.venue,
  }
}

const bare = { facts: [], tickets: [], venue: 'Guichet' }

export type LetterValues = ReturnType<typeof valuesOf>

/** The values that the texts may use, each already formatted for reading. */
export function valuesOf(about: LetterFacts, endsAtMs: number | null, words: Words) {
  const { booking, zone, tickets, rooms, refundedMinor } = about
  const { currency, totalMinor } = booking.totals
  const { money, day, clock, list } = words
  // Guests come for their own first night, not for the first that the hotel sells.
  const startsAtMs = Math.min(...(rooms.length > 0 ? rooms : [about]).map((one) => one.startsAtMs))
  return {
    title: oneLine(about.title),
    venue: oneLine(about.venue),
    day: day(startsAtMs, zone),
    time: clock(startsAtMs, zone),
    end: endsAtMs === null ? '' : clock(endsAtMs, zone),
    unit: unitOf(about),
    seats: list(seatNames(about, words)),
    total: money(totalMinor, currency),
    refunded: money(refundedMinor, currency),
    numbers: list(tickets.map(({ number }) => number)),
    count: tickets.length,
  }
}

/** What `{unit, select, …}` of the texts tells apart. */
function unitOf({ rooms }: LetterFacts): 'room' | 'seat' {
  return rooms.length > 0 ? 'room' : 'seat'
}

/** Seats by their names, rooms by number and night: "204 (Friday 20 November)" [L6]. */
export function seatNames({ booking, rooms, zone }: LetterFacts, words: Words): readonly string[] {
  if (rooms.length > 0) return rooms.map((room) => roomName(room, zone, words))
  return booking.lines.map(({ label }) => oneLine(label))
}

function roomName({ number, startsAtMs }: RoomNight, zone: string, { day }: Words): string {
  return `${oneLine(number)} (${day(startsAtMs, zone)})`
}

function factsOf(kind: Letter['message']['kind'], values: LetterValues, { say }: Words) {
  const { title, day, time, venue, unit, seats, total, refunded } = values
  const about = [
    [say('fact.what'), title],
    [say('fact.when'), `${day}, ${time}`],
    [say('fact.where'), venue],
    [say('fact.seats', { unit }), seats],
  ] as const
  if (kind === 'refunded') return [...about, [say('fact.refunded'), refunded] as const]
  if (kind === 'returned')
    return [...about, [say('fact.total'), total] as const, [say('fact.refunded'), refunded] as const]
  if (kind === 'ending') return [...about, [say('fact.toPay'), total] as const]
  return kind === 'expired' || kind === 'cancelled' ? about : [...about, [say('fact.total'), total] as const]
}

function ticketPart(ticket: LetterFacts['tickets'][number], unit: 'room' | 'seat', words: Words): TicketPart {
  const { number, code, section, label, ticketType, zone, startsAtMs } = ticket
  const { say, money } = words
  const seat = unit === 'room' ? roomName({ number: label, startsAtMs }, zone, words) : oneLine(label)
  const price = money(ticket.priceMinor, ticket.currency)
  return {
    heading: say('ticket.heading', { number }),
    line: say('ticket.line', {
      section: oneLine(section) || 'none',
      unit,
      seat,
      type: oneLine(ticketType),
      price,
    }),
    alt: say('ticket.alt', { number, unit, seat }),
    code,
  }
}
