// Customers: recording them, and assigning a pending booking to one. Owns what may be recorded of a customer and what a VIP's hold
// gains [H2]; must never shorten a hold that was promised.

import { latinDigits } from '../lib/money.ts'
import type { Found } from './asks.ts'
import { type Booking, evolveBooking, holdEndMs } from './booking.ts'
import type { CustomerEntry } from './catalogue.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { CustomerChosen } from './events.ts'
import { type BookingAnswer, idsOf } from './hold-end.ts'
import type { BookingId, CustomerId } from './ids.ts'
import { refusalIfInFlight, refusalIfOver, refusalIfPartPaid } from './pending.ts'
import type { LetterLanguage } from './message.ts'
import type { InputProblem, Refusal } from './refusal.ts'
import { office, refusalIfNotYours } from './rights.ts'
import type { Terms } from './terms.ts'

export interface SaveCustomerRequest {
  /** Null: a new customer. */
  readonly customerId: CustomerId | null
  readonly name: string
  readonly phone: string
  readonly email: string
  /** [H2] Only the office may say so; left out: as before, and false for a new customer. */
  readonly vip?: boolean
  /** [E1] The language of messages to them; left out: as before. */
  readonly language?: LetterLanguage | null
}

/** With fewer digits it is no telephone number. */
const PHONE_DIGITS_MIN = 5

/** Refuses INVALID_INPUT naming the field, NOT_FOUND, and NOT_ALLOWED where a clerk makes somebody a VIP. */
export function decideSaveCustomer(
  { customer: before, nextIds }: Found<'customer' | 'nextIds'>,
  request: SaveCustomerRequest,
  { actor }: Pick<Context, 'actor'>,
): Decision<{ readonly customerId: CustomerId }> {
  const { customerId, name, phone, email, vip = before?.vip ?? false } = request
  const { language = before?.language ?? null } = request
  if (customerId !== null && !before)
    return refuse({ code: 'NOT_FOUND', what: 'customer', id: String(customerId) })
  const refusal = refusalOfWords({ name, phone, email })
  if (refusal) return refuse(refusal)
  const isOffice = office.some((role) => role === actor.role)
  if (vip !== (before?.vip ?? false) && !isOffice) return refuse({ code: 'NOT_ALLOWED', role: actor.role })
  const entry: CustomerEntry = {
    kind: 'customer',
    customerId: customerId ?? (nextIds.customer as CustomerId),
    name,
    phone: plainPhone(phone),
    email,
    vip,
    ...(language && { language }),
  }
  return accept([{ type: 'entry-saved', entry }], { customerId: entry.customerId })
}

/** Refuses a name, phone number or address that nobody could be addressed, called or written to by. */
export function refusalOfWords({
  name,
  phone,
  email,
}: Pick<CustomerEntry, 'name' | 'phone' | 'email'>): Refusal | null {
  if (name === '') return bad('name', 'empty', '')
  if (phone !== '' && !isPhone(phone)) return bad('phone', 'malformed', phone)
  return email === '' || isEmail(email) ? null : bad('email', 'malformed', email)
}

/** As it is kept: in Latin digits, and without the marks of direction that come along from a list of contacts. */
export function plainPhone(text: string): string {
  return latinDigits(text)
    .replace(/\p{Bidi_Control}/gu, '')
    .trim()
}

export function isPhone(text: string): boolean {
  const digits = plainPhone(text).replace(/[\s()+./-]/g, '')
  return /^\d+$/.test(digits) && digits.length >= PHONE_DIGITS_MIN
}

export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text)
}

function bad(field: string, problem: InputProblem, detail: string): Refusal {
  return { code: 'INVALID_INPUT', field, problem, detail }
}

export interface ChooseCustomerRequest {
  readonly bookingId: BookingId
  /** Null: nobody in particular. */
  readonly customerId: CustomerId | null
}

/** Assigns a pending booking to a customer. [H2] A VIP's hold becomes as long as if it had been made for them; no hold gets shorter. */
export function decideChooseCustomer(
  found: Found<'booking' | 'seatsOf' | 'showOf' | 'customer'>,
  { bookingId, customerId }: ChooseCustomerRequest,
  { nowMs, actor }: Pick<Context, 'nowMs' | 'actor'>,
): Decision<BookingAnswer> {
  const { booking, showOf: show, customer } = found
  if (!booking || !show) return refuse({ code: 'NOT_FOUND', what: 'booking', id: bookingId })
  if (customerId !== null && !customer)
    return refuse({ code: 'NOT_FOUND', what: 'customer', id: String(customerId) })
  const refusal =
    refusalIfNotYours(booking, actor) ??
    refusalIfOver(booking, found.seatsOf, nowMs, holdEndMs(booking)) ??
    refusalIfInFlight(booking) ??
    refusalOfOther(booking, customerId)
  if (refusal) return refuse(refusal)
  if (booking.customerId === customerId) return accept([], { booking })
  const gainMs = customer?.vip === true ? gainOf(booking, show.terms) : 0
  const event: CustomerChosen = {
    type: 'customer-chosen',
    ...idsOf(booking),
    customerId,
    holdMs: booking.holdMs + gainMs,
    expiresAtMs: booking.expiresAtMs + gainMs,
    graceEndsAtMs: booking.graceEndsAtMs + gainMs,
  }
  return accept([event], { booking: evolveBooking(booking, event, nowMs) })
}

/** What one customer has paid is not passed to another. */
function refusalOfOther(booking: Booking, customerId: CustomerId | null): Refusal | null {
  const isNobodys = booking.customerId === null || booking.customerId === customerId
  return isNobodys ? null : refusalIfPartPaid(booking)
}

/** How much longer the hold gets. A pay-later booking has an end of its own and gains nothing [H16]. */
function gainOf({ purpose, holdMs }: Booking, { vipHoldMs }: Pick<Terms, 'vipHoldMs'>): number {
  return purpose === 'hold' ? Math.max(0, vipHoldMs - holdMs) : 0
}
