// What people at a desk do: signing in, attempts that are refused [A7], and waiting for seats that others have [H15]. Part of
// events.ts; must never carry a secret.

import type { BookingId, CartId, KioskId, SeatId, ShowId, StaffId } from './ids.ts'
import type { RefusalCode } from './refusal.ts'

/** [A7] Somebody signed in at a kiosk. */
export interface StaffSignedIn {
  readonly type: 'staff-signed-in'
  readonly staffId: StaffId
}

export interface StaffSignedOut {
  readonly type: 'staff-signed-out'
  readonly staffId: StaffId
}

/** [I41] A wrong PIN, with the number of failures in a row of this person and at this kiosk. `isFinal`: the person is now locked out. */
export interface SignInFailed {
  readonly type: 'sign-in-failed'
  readonly staffId: StaffId
  readonly ofStaff: number
  readonly ofKiosk: number
  readonly isFinal: boolean
}

/** [I42] There is a new PIN; the journal never says which. */
export interface PinSet {
  readonly type: 'pin-set'
  readonly staffId: StaffId
}

/** [I42] There is a new password; the journal never says which. */
export interface PasswordSet {
  readonly type: 'password-set'
  readonly staffId: StaffId
}

/** [A7] Somebody with the right unlocked a locked screen. */
export interface KioskLeft {
  readonly type: 'kiosk-left'
  readonly staffId: StaffId
}

/** Somebody attempted what they may not do. */
export interface AttemptRefused {
  readonly type: 'attempt-refused'
  readonly operation: string
  readonly code: RefusalCode
}

export type StaffEvent =
  | StaffSignedIn
  | StaffSignedOut
  | SignInFailed
  | PinSet
  | PasswordSet
  | KioskLeft
  | AttemptRefused

const staffEvents: ReadonlySet<string> = new Set<StaffEvent['type']>([
  'staff-signed-in',
  'staff-signed-out',
  'sign-in-failed',
  'pin-set',
  'password-set',
  'kiosk-left',
  'attempt-refused',
])

/** Events about staff; none of them is about a seat or money. */
export function isOfStaff<Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, StaffEvent> {
  return staffEvents.has(event.type)
}

/** [H15] A cart waits for seats that others have. */
export interface StandbyJoined {
  readonly type: 'standby-joined'
  readonly showId: ShowId
  readonly cartId: CartId
  readonly kioskId: KioskId
  readonly staffId: StaffId
  readonly count: number
  readonly seatIds: readonly SeatId[] | null
}

export interface StandbyLeft {
  readonly type: 'standby-left'
  readonly showId: ShowId
  readonly cartId: CartId
}

/** [H15] Seats came free and are held for the waiting cart, in the same commit. */
export interface StandbyServed {
  readonly type: 'standby-served'
  readonly showId: ShowId
  readonly cartId: CartId
  readonly kioskId: KioskId
  readonly heldAs: BookingId
}

export type StandbyEvent = StandbyJoined | StandbyLeft | StandbyServed
