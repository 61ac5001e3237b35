// Ids and codes from chance. Owns their alphabets and lengths; must never look at a clock of its own.

import type { BookingId, PaymentId } from '../../shared/domain/ids.ts'
import { ticketDigits } from '../../shared/domain/ticket-number.ts'
import type { Chance } from './ports.ts'

/** Crockford's base32: no I, L, O, U, so that people can read it aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** [T1] At least 80 random bits: 10 bytes, 16 characters. */
const SECRET_BYTES = 10

export function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(value >>> bits) & 31]
      value &= (1 << bits) - 1
    }
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text
}

/** A ULID: 48 bits of time, 80 of chance; ids made later sort later, so that new rows go to the end of a table. */
export function ulid(nowMs: number, chance: Chance): string {
  let time = ''
  for (let rest = nowMs, i = 0; i < 10; i += 1) {
    time = (ALPHABET[rest % 32] ?? '0') + time
    rest = Math.floor(rest / 32)
  }
  return time + base32(chance.bytes(10))
}

export interface IdSource {
  readonly newBookingId: () => BookingId
  readonly newPaymentId: () => PaymentId
  readonly newTicketDigits: () => string
  readonly newSecret: () => string
}

/** For one command. `sequence`: of the first row that it may journal, from which ticket numbers are made. */
export function idSource(nowMs: number, chance: Chance, sequence: number): IdSource {
  let line = 0
  return {
    newBookingId: () => ulid(nowMs, chance) as BookingId,
    newPaymentId: () => ulid(nowMs, chance) as PaymentId,
    newTicketDigits: () => ticketDigits(sequence, line++),
    newSecret: () => base32(chance.bytes(SECRET_BYTES)),
  }
}
