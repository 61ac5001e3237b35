// The text inside a ticket's QR code [T1]. Owns its grammar; must never sign or verify (that is a port).
// Only characters of QR's alphanumeric mode, so that the code stays small and a keyboard-wedge scanner can type it.

import type { KioskId, SeatId, ShowId } from './ids.ts'

const KIND = 'GUICHET1'

export interface TicketFacts {
  readonly number: string
  readonly showId: ShowId
  readonly seatId: SeatId
  readonly kioskId: KioskId
  /** The number of the journal row that made the ticket, so that a lost sale can be rebuilt from its paper. */
  readonly sequence: number
  readonly priceMinor: number
  /** 80 random bits, Crockford base32. */
  readonly secret: string
}

/** `GUICHET1/TKT-20261120-1A2B3C4D/12/417/DESK-1/1042/20000/6Q2…`: what is signed. A gate adds `/signature`. */
export function ticketText(facts: TicketFacts): string {
  const { number, showId, seatId, kioskId, sequence, priceMinor, secret } = facts
  return [KIND, number, showId, seatId, kioskId.toUpperCase(), sequence, priceMinor, secret].join('/')
}

/** The signed text and its signature, both as they were in the code; null when it is not a Guichet code. */
export function splitTicketCode(code: string): { readonly text: string; readonly signature: string } | null {
  const parts = code.split('/')
  if (parts.length !== 9 || parts[0] !== KIND) return null
  return { text: parts.slice(0, 8).join('/'), signature: parts.slice(8).join('/') }
}

/** What a door that cannot reach the house goes by. Only for a text whose signature was verified; any other could say anything. */
export function doorFactsOf(text: string): Pick<TicketFacts, 'number' | 'showId' | 'seatId'> | null {
  const [, , number, show, seat] = /^GUICHET1\/(([^/]+)\/(\d{1,15})\/(\d{1,15})\/)/.exec(text) ?? []
  if (number === undefined) return null
  return { number, showId: Number(show) as ShowId, seatId: Number(seat) as SeatId }
}
