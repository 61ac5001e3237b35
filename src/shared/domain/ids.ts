import type { Brand } from '../lib/brand.ts'

export type VenueId = Brand<number, 'venue'>
export type PlanId = Brand<number, 'plan'>
export type ListingId = Brand<number, 'listing'>
export type ShowId = Brand<number, 'show'>
export type CustomerId = Brand<number, 'customer'>
export type WalletId = Brand<number, 'wallet'>
export type StaffId = Brand<number, 'staff'>
/** A seat's index in its plan's list, from 0. A plan never changes, and its versions keep ids [L4], so this identifies the seat for good. */
export type SeatId = Brand<number, 'seat'>
/** A ticket type's index in its show's list of types, from 0. */
export type TicketTypeId = Brand<number, 'ticket-type'>
export type BookingId = Brand<string, 'booking'>
export type PaymentId = Brand<string, 'payment'>
/** One change to many rows, however many commits it takes [A2]. */
export type ChangeId = Brand<string, 'change'>
/** One seller's selection in progress; a seller may have several, each parked or in hand [H9]. */
export type CartId = Brand<string, 'cart'>
export type KioskId = Brand<string, 'kiosk'>
/** Made by the client before it first sends the command; a repeat gets the first answer [C3]. */
export type CommandId = Brand<string, 'command'>
