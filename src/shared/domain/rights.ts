// Who may do what. Owns the sets of roles that every operation names one of, what may be asked before anybody has signed in, and
// whose booking is whose. Must never be asked by a screen alone: the house looks at it for each call [I40].

import type { Booking } from './booking.ts'
import type { Actor, Role } from './catalogue.ts'
import type { Refusal } from './refusal.ts'

/** [A7] Whoever sells. */
export const desk = ['clerk', 'manager', 'admin'] as const satisfies readonly Role[]
/** Whoever answers for the shows, their prices and other people's sales. */
export const office = ['manager', 'admin'] as const satisfies readonly Role[]
/** Whoever lets people in. */
export const door = ['gate', ...desk] as const satisfies readonly Role[]
/** Whoever says who works here. */
export const heads = ['admin'] as const satisfies readonly Role[]
/** A customer's own screen takes seats and asks a terminal for their price; all else is said at a desk. */
export const deskAndCustomer = ['self-service', ...desk] as const satisfies readonly Role[]
/** A door and a customer's screen look on: who they are, what there is, how full it is. Their own PIN is theirs. */
export const everyone = ['self-service', 'gate', ...desk] as const satisfies readonly Role[]

/** What a desk may ask before anybody has signed in at it: nothing that says more than who works here, or that brings its own PIN. */
const beforeSignIn: ReadonlySet<string> = new Set(['house', 'sign-in', 'sign-in-names', 'leave-kiosk'])

/** In a house where nobody has a PIN, whoever stands at the desk is its manager, and may name its first administrator. */
const whileOpen: ReadonlySet<string> = new Set(['save-staff', 'set-pin'])

export function isBeforeSignIn(operation: string): boolean {
  return beforeSignIn.has(operation)
}

/** [I40] `roles`: whom the operation names. `isOpen`: no administrator of the house has a PIN yet. */
export function refusalIfNotAllowed(
  { operation, roles }: { readonly operation: string; readonly roles: readonly Role[] },
  actor: Actor,
  isOpen: boolean,
): Refusal | null {
  const mayNow = isOpen && actor.role === 'manager' && whileOpen.has(operation)
  return mayNow || roles.includes(actor.role) ? null : { code: 'NOT_ALLOWED', role: actor.role }
}

/** [P11] Only the owner (the kiosk that made it), or staff with the right, may pay, change, cancel or see a booking. */
export function refusalIfNotYours(
  booking: Pick<Booking, 'bookingId' | 'kioskId'>,
  actor: Actor,
): Refusal | null {
  const isOwner = booking.kioskId === actor.kioskId
  return isOwner || isOfOffice(actor) ? null : { code: 'NOT_YOURS', bookingId: booking.bookingId }
}

/** Whoever answers for prices and for other people's sales. */
export function isOfOffice({ role }: Pick<Actor, 'role'>): boolean {
  return role === 'manager' || role === 'admin'
}

/**
 * [A7] A customer's own screen does what a customer may: money only by a terminal, nobody's name, nothing given back that is paid
 * for. `isTheirs`: whether this is of that kind.
 */
export function refusalIfNotCustomers({ role }: Actor, isTheirs: boolean): Refusal | null {
  return role !== 'self-service' || isTheirs ? null : { code: 'NOT_ALLOWED', role }
}
