import type { Actor } from './catalogue.ts'
import type { HouseEvent } from './events.ts'
import type { BookingId, CartId, ChangeId, PaymentId } from './ids.ts'
import type { Refusal } from './refusal.ts'

/** The outcome of a decision: the events that happen and the answer to give, or a refusal. */
export type Decision<Value> =
  | { readonly accepted: true; readonly events: readonly HouseEvent[]; readonly value: Value }
  | Refused

/** `events`: what the attempt itself leaves behind (a wrong PIN is counted); nothing that was asked for happened. */
export interface Refused {
  readonly accepted: false
  readonly refusal: Refusal
  readonly events?: readonly HouseEvent[]
}

/** All that a decision may know besides what was read: one instant, who asks, and randomness through its port. */
export interface Context {
  readonly nowMs: number
  readonly actor: Actor
  readonly newBookingId: () => BookingId
  readonly newPaymentId: () => PaymentId
  readonly newCartId: () => CartId
  /** Later ones sort after earlier ones. */
  readonly newChangeId: () => ChangeId
  /** 8 capital hex digits, unique within a day [T1]. `row`: which of the decision's events carries the ticket, from 0. */
  readonly newTicketDigits: (row: number) => string
  /** 80 random bits, Crockford base32 [T1]. */
  readonly newSecret: () => string
}

export function accept<Value>(events: readonly HouseEvent[], value: Value): Decision<Value> {
  return { accepted: true, events, value }
}

export function refuse(refusal: Refusal, events: readonly HouseEvent[] = []): Refused {
  return events.length > 0 ? { accepted: false, refusal, events } : { accepted: false, refusal }
}
