// Refusals as they are sent over a carrier [C5]. Owns the schema; the meaning of each is in domain/refusal.ts.

import { z } from 'zod'
import { inputProblems } from '../domain/refusal.ts'
import { amount, bookingState, currency, findingCode, instant, role } from './shapes.ts'
import { shiftStates } from '../domain/shift.ts'
import * as id from './ids.ts'
import { blockingBooking } from './shift-operations.ts'

const missedSeat = z.object({
  seatId: id.seatId,
  label: z.string(),
  reason: z.enum(['held', 'reserved', 'paying', 'sold', 'blocked']),
})

const place = z.object({
  section: z.string().exactOptional(),
  row: z.string().exactOptional(),
  seat: z.string().exactOptional(),
  path: z.string().exactOptional(),
})

const code = <Code extends string>(value: Code) => z.literal(value)

export const refusal = z.discriminatedUnion('code', [
  z.object({ code: code('SEAT_NOT_AVAILABLE'), seats: z.array(missedSeat) }),
  z.object({ code: code('SINGLE_SEAT'), seats: z.array(z.string()) }),
  z.object({ code: code('LADIES_ONLY'), seats: z.array(z.string()) }),
  z.object({ code: code('COMPANION_ONLY'), seats: z.array(z.string()) }),
  z.object({ code: code('TOO_MANY_SEATS'), asked: z.int(), limit: z.int(), left: z.int() }),
  z.object({ code: code('SHOW_CLOSED'), reason: z.enum(['inactive', 'sales-over']), closedAtMs: instant }),
  z.object({ code: code('HOLD_EXPIRED'), expiredAtMs: instant, taken: z.array(z.string()) }),
  z.object({ code: code('ALREADY_EXTENDED'), extendedAtMs: instant }),
  z.object({ code: code('NOT_YOURS'), bookingId: id.bookingId }),
  z.object({ code: code('NO_TICKETS'), state: bookingState }),
  z.object({ code: code('WRONG_STATE'), from: bookingState, to: bookingState }),
  z.object({
    code: code('NOT_FOUND'),
    what: z.enum([
      'show',
      'booking',
      'plan',
      'venue',
      'customer',
      'upload',
      'wallet',
      'payment',
      'staff',
      'standby',
      'paper',
      'shift',
      'message',
      'change',
      'kiosk',
      'terms',
      'picture',
      'update',
    ]),
    id: z.string(),
  }),
  z.object({
    code: code('INVALID_INPUT'),
    field: z.string(),
    problem: z.enum(inputProblems),
    detail: z.string(),
  }),
  z.object({
    code: code('INVALID_COUPON'),
    coupon: z.string(),
    reason: z.enum(['unknown', 'inactive', 'not-yet', 'over', 'used-up']),
  }),
  z.object({
    code: code('PAYMENT_FAILED'),
    reason: z.enum(['too-little', 'balance']),
    dueMinor: amount,
    tenderedMinor: amount,
    currency,
  }),
  z.object({ code: code('PAYMENT_IN_FLIGHT'), untilMs: instant }),
  z.object({ code: code('MONEY_DUE'), amountMinor: amount, currency }),
  z.object({ code: code('PROOF_UNREVIEWED'), amountMinor: amount, currency }),
  z.object({ code: code('REFUND_TOO_LARGE'), amountMinor: amount, limitMinor: amount, currency }),
  z.object({ code: code('SHOW_ON_SALE'), salesCloseAtMs: instant }),
  z.object({ code: code('SHIFT_STATE'), kioskId: id.kioskId, state: z.enum(shiftStates) }),
  z.object({ code: code('SHIFT_BLOCKED'), bookings: z.array(blockingBooking) }),
  z.object({
    code: code('UPDATE_NOT_NOW'),
    reason: z.enum(['shift', 'sale', 'show']),
    detail: z.string(),
    atMs: instant.nullable(),
  }),
  z.object({
    code: code('CONCURRENT_MODIFICATION'),
    what: z.enum(['total', 'prices', 'seats', 'rows']),
    seats: z.array(z.string()).exactOptional(),
  }),
  z.object({ code: code('NOT_ALLOWED'), role }),
  z.object({ code: code('SIGN_IN_REQUIRED') }),
  z.object({ code: code('HUB_AWAY') }),
  z.object({ code: code('WRONG_PIN'), left: z.int(), untilMs: instant.nullable() }),
  z.object({ code: code('SIGN_IN_LOCKED'), of: z.enum(['staff', 'kiosk']), untilMs: instant.nullable() }),
  z.object({ code: code('ADMIN_FIRST') }),
  z.object({ code: code('LAST_ADMIN') }),
  z.object({ code: code('COMMAND_REUSED'), commandId: z.string() }),
  z.object({
    code: code('PLAN_REFUSED'),
    findings: z.array(z.object({ code: findingCode, count: z.int(), places: z.array(place) })),
  }),
  z.object({
    code: code('BUSY'),
    limit: z.enum(['commands', 'uploads', 'subscriptions', 'house', 'sign-ins', 'standby', 'papers']),
  }),
])
