// The eight digits of a ticket's number [T1]: made from the place of its sale in the journal, so that none is there twice and
// each leads back. Owns that way and back; must never be what a gate trusts (that is the signed code).

import { assert, known } from '../lib/assert.ts'

/** Tickets of one sale: more than a request may have lines. */
const LINES_MAX = 256
const BITS_A_DIGIT = 4
/** Rows of the journal until the digits begin again: no house writes sixteen million on one day, and a number carries its day. */
const SEQUENCES = 2 ** 24
/** Odd, so that multiplied modulo 2^32 no two places give one number; near 2^32 / golden ratio, so that neighbours look unlike. */
const SCATTER = 0x9e3779b1
/** Multiplied with `SCATTER` gives 1 modulo 2^32. */
const GATHER = 0x0e8b2f51

/** A byte's two digits, written once: every sale needs them. */
const byteDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'))

/** 8 capital hex digits. `sequence`: the first journal row that the sale may write; `line`: from 0, in the order of its seats. */
export function ticketDigits(sequence: number, line: number): string {
  assert(line < LINES_MAX, 'a sale has fewer tickets than a number can tell apart')
  const place = (sequence % SEQUENCES) * LINES_MAX + line
  const scattered = Math.imul(place, SCATTER)
  return digitsAt(scattered, 24) + digitsAt(scattered, 16) + digitsAt(scattered, 8) + digitsAt(scattered, 0)
}

function digitsAt(number: number, shift: number): string {
  return known(byteDigits[(number >>> shift) & 0xff], 'a byte')
}

/** One row of the journal in `every`, counted from `sequence`, and the line of its sale. */
export interface TicketPlace {
  readonly sequence: number
  readonly line: number
  readonly every: number
}

/** Where digits may come from. `digits`: all eight or the last four to seven; the fewer, the more rows there are to try. */
export function ticketPlace(digits: string): TicketPlace {
  const places = 2 ** (BITS_A_DIGIT * digits.length)
  assert(places >= LINES_MAX ** 2, 'four digits at least')
  const place = (Math.imul(Number.parseInt(digits, 16), GATHER) >>> 0) % places
  return { sequence: Math.floor(place / LINES_MAX), line: place % LINES_MAX, every: places / LINES_MAX }
}
