import type { BookingId, CartId, ChangeId, PaymentId } from '../../shared/domain/ids.ts'
import { ticketDigits } from '../../shared/domain/ticket-number.ts'
import { type Ulids, base32 } from '../../shared/lib/ulid.ts'
import type { Chance } from './ports.ts'

/** [T1] At least 80 random bits: 10 bytes, 16 characters. */
const SECRET_BYTES = 10

export interface IdSource {
  readonly newBookingId: () => BookingId
  readonly newPaymentId: () => PaymentId
  readonly newCartId: () => CartId
  readonly newChangeId: () => ChangeId
  readonly newTicketDigits: (row: number) => string
  readonly newSecret: () => string
}

/** The ids for one command. `sequence`: of the first row that it may journal, from which ticket numbers are made. */
export function idSource(nowMs: number, ulids: Ulids, chance: Chance, sequence: number): IdSource {
  let line = 0
  return {
    newBookingId: () => ulids.next(nowMs) as BookingId,
    newPaymentId: () => ulids.next(nowMs) as PaymentId,
    newCartId: () => ulids.next(nowMs) as CartId,
    newChangeId: () => ulids.next(nowMs) as ChangeId,
    newTicketDigits: (row) => ticketDigits(sequence + row, line++),
    newSecret: () => base32(chance.bytes(SECRET_BYTES)),
  }
}
