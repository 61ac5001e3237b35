// Who may do what. Owns the sets of roles, of which every operation names one, what may be asked before anybody has signed in, and
// who owns a booking. Must never be asked by a screen alone: the house checks it for each call [I40].

import type { Booking } from './booking.ts'
import type { Actor, Role } from './catalogue.ts'
import type { Refusal } from './refusal.ts'

/** [A7] Those who sell. */
export const desk = ['clerk', 'manager', 'admin'] as const satisfies readonly Role[]
/** Those responsible for the shows, their prices and other people's sales. */
export const office = ['manager', 'admin'] as const satisfies readonly Role[]
/** Those who admit people at a door. */
export const door = ['gate', ...desk] as const satisfies readonly Role[]
/** Those who decide who works here. */
export const heads = ['admin'] as const satisfies readonly Role[]
/** A self-service screen takes seats and has a terminal charge for them; everything else is done at a desk. */
export const deskAndCustomer = ['self-service', ...desk] as const satisfies readonly Role[]
/** What doors and self-service screens may read too: who they are, what is on, how full it is. And everyone may change their own PIN. */
export const everyone = ['self-service', 'gate', ...desk] as const satisfies readonly Role[]

/** What a desk may ask before anybody has signed in: only what tells no more than who works here, or what carries its own PIN. */
const beforeSignIn: ReadonlySet<string> = new Set(['house', 'sign-in', 'sign-in-names', 'leave-kiosk'])

/** In a house where nobody has a PIN, whoever is at the desk acts as its manager, and may appoint its first administrator. */
const whileOpen: ReadonlySet<string> = new Set(['save-staff', 'set-pin'])

export function isBeforeSignIn(operation: string): boolean {
  return beforeSignIn.has(operation)
}

/** [I40] `roles`: those that the operation allows. `isOpen`: no administrator of the house has a PIN yet. */
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

/** Whether they are responsible for prices and other people's sales. */
export function isOfOffice({ role }: Pick<Actor, 'role'>): boolean {
  return role === 'manager' || role === 'admin'
}

/**
 * [A7] A self-service screen does only what a customer may: pay by terminal only, no customer names, no refund of anything paid for.
 * `isTheirs`: whether this is something a customer may do.
 */
export function refusalIfNotCustomers({ role }: Actor, isTheirs: boolean): Refusal | null {
  return role !== 'self-service' || isTheirs ? null : { code: 'NOT_ALLOWED', role }
}
