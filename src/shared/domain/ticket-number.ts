// The eight digits of a ticket's number [T1]: made from its sale's place in the journal, so that each is unique and leads back to the
// sale. Owns both directions; must never be what a gate trusts (that is the signed code).

import { assert, known } from '../lib/assert.ts'

/** The most tickets of one sale: more than a request may have lines. */
const LINES_MAX = 256
const BITS_A_DIGIT = 4
/** Journal rows until the digits repeat: no house writes sixteen million in one day, and a ticket's number includes its day. */
const SEQUENCES = 2 ** 24
/** Odd, so that multiplying modulo 2^32 maps no two places to one number; near 2^32 / golden ratio, so that neighbours look unlike. */
const SCATTER = 0x9e3779b1
/** The inverse of `SCATTER` modulo 2^32. */
const GATHER = 0x0e8b2f51

/** The two hex digits of each byte, computed once since every sale needs them. */
const byteDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'))

/** 8 capital hex digits. `sequence`: the journal row that is to carry the ticket; `line`: from 0, in the order of its seats. */
export function ticketDigits(sequence: number, line: number): string {
  assert(line < LINES_MAX, 'a sale has fewer tickets than a number can tell apart')
  const place = (sequence % SEQUENCES) * LINES_MAX + line
  const scattered = Math.imul(place, SCATTER)
  return digitsAt(scattered, 24) + digitsAt(scattered, 16) + digitsAt(scattered, 8) + digitsAt(scattered, 0)
}

function digitsAt(number: number, shift: number): string {
  return known(byteDigits[(number >>> shift) & 0xff], 'a byte')
}

/** Every `every`-th journal row, starting at `sequence`, and the line within its sale. */
export interface TicketPlace {
  readonly sequence: number
  readonly line: number
  readonly every: number
}

/** Where digits may have come from. `digits`: all eight or the last four to seven; the fewer, the more rows there are to try. */
export function ticketPlace(digits: string): TicketPlace {
  const places = 2 ** (BITS_A_DIGIT * digits.length)
  assert(places >= LINES_MAX ** 2, 'four digits at least')
  const place = (Math.imul(Number.parseInt(digits, 16), GATHER) >>> 0) % places
  return { sequence: Math.floor(place / LINES_MAX), line: place % LINES_MAX, every: places / LINES_MAX }
}
