// The ids of the domain on the wire: checked for shape, then branded.

import { z } from 'zod'
import type {
  BookingId,
  CartId,
  ChangeId,
  CommandId,
  CustomerId,
  KioskId,
  ListingId,
  PaymentId,
  PlanId,
  SeatId,
  ShowId,
  StaffId,
  TicketTypeId,
  VenueId,
  WalletId,
} from '../domain/ids.ts'
import type { MessageId } from '../domain/message.ts'

/** Long enough for a ULID or a UUID; bounds what a message can make us store. */
const textId = z.string().regex(/^[\w-]{1,40}$/)
const rowId = z.int().min(1).max(Number.MAX_SAFE_INTEGER)
const index = z.int().min(0)

export const venueId = rowId.transform((value) => value as VenueId)
export const planId = rowId.transform((value) => value as PlanId)
export const listingId = rowId.transform((value) => value as ListingId)
export const showId = rowId.transform((value) => value as ShowId)
export const customerId = rowId.transform((value) => value as CustomerId)
export const staffId = rowId.transform((value) => value as StaffId)
export const walletId = rowId.transform((value) => value as WalletId)
export const messageId = rowId.transform((value) => value as MessageId)
export const seatId = index.max(99_999).transform((value) => value as SeatId)
export const ticketTypeId = index.max(99).transform((value) => value as TicketTypeId)
export const bookingId = textId.transform((value) => value as BookingId)
export const paymentId = textId.transform((value) => value as PaymentId)
export const cartId = textId.transform((value) => value as CartId)
export const changeId = textId.transform((value) => value as ChangeId)
export const kioskId = textId.transform((value) => value as KioskId)
export const commandId = textId.transform((value) => value as CommandId)
