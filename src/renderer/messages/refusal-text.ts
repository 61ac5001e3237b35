// Every refusal in words, in one place and in every language: a new code does not compile until it is worded here.

import { never } from '../../shared/lib/assert.ts'
import type { KioskId, SeatId } from '../../shared/domain/ids.ts'
import type { MissedSeat, Refusal } from '../../shared/domain/refusal.ts'
import type { BlockingBooking } from '../../shared/domain/shift.ts'
import { deskName } from '../stores/desks.ts'
import type { Formats } from '../ui/words.tsx'
import { type MessageId, type Say, english } from './catalogue.ts'
import { isolated } from './isolated.ts'

const seatRules = {
  SINGLE_SEAT: 'refusal.single',
  LADIES_ONLY: 'refusal.ladies',
  COMPANION_ONLY: 'refusal.companion',
} as const

/** Refusals whose words need no facts. */
const bare = {
  ALREADY_EXTENDED: 'refusal.extended',
  NOT_YOURS: 'refusal.notYours',
  COMMAND_REUSED: 'refusal.commandReused',
  PLAN_REFUSED: 'refusal.plan',
} as const

/** `zone`: the venue's, for refusals that contain an instant. */
export function refusalText(refusal: Refusal, say: Say, formats: Formats, zone: string): string {
  switch (refusal.code) {
    case 'SEAT_NOT_AVAILABLE':
      return say('refusal.seats', { seats: missedSeats(refusal.seats, say, formats) })
    case 'SINGLE_SEAT':
    case 'LADIES_ONLY':
    case 'COMPANION_ONLY':
      return say(seatRules[refusal.code], named(refusal.seats, formats))
    case 'TOO_MANY_SEATS':
      return say('refusal.tooMany', { asked: refusal.asked, limit: refusal.limit, left: refusal.left })
    case 'SHOW_CLOSED':
      return refusal.reason === 'inactive'
        ? say('refusal.closed.inactive')
        : say('refusal.closed.salesOver', { time: formats.clock(refusal.closedAtMs, zone) })
    case 'HOLD_EXPIRED': {
      const time = formats.clock(refusal.expiredAtMs, zone)
      if (refusal.taken.length === 0) return say('refusal.expired', { time })
      return say('refusal.expiredTaken', { time, seats: formats.seatNames(refusal.taken) })
    }
    case 'ALREADY_EXTENDED':
    case 'NOT_YOURS':
    case 'COMMAND_REUSED':
    case 'PLAN_REFUSED':
      return say(bare[refusal.code])
    case 'NO_TICKETS':
      return say('refusal.noTickets', { state: say(`booking.${refusal.state}`) })
    case 'WRONG_STATE':
      return stateText(refusal, say)
    case 'NOT_FOUND':
      return say(`refusal.notFound.${refusal.what}`)
    case 'INVALID_INPUT':
      return inputText(refusal, say)
    case 'INVALID_COUPON':
      return say(`refusal.coupon.${refusal.reason}`, { code: isolated(refusal.coupon) })
    case 'PAYMENT_FAILED':
    case 'PAYMENT_IN_FLIGHT':
    case 'MONEY_DUE':
    case 'PROOF_UNREVIEWED':
    case 'REFUND_TOO_LARGE':
      return moneyText(refusal, say, formats)
    case 'SHOW_ON_SALE':
      return say('refusal.onSale', { time: instantText(refusal.salesCloseAtMs, formats, zone) })
    case 'UPDATE_NOT_NOW':
      return updateText(refusal, say, formats, zone)
    case 'SHIFT_STATE':
      return say(`refusal.shift.${refusal.state}`)
    case 'SHIFT_BLOCKED':
      return say('refusal.shift.blocked', { bookings: blockingNames(refusal.bookings, say, formats) })
    case 'CONCURRENT_MODIFICATION':
      return changedText(refusal, say, formats)
    case 'NOT_ALLOWED':
      return say('refusal.notAllowed', { role: say(`role.${refusal.role}`) })
    case 'HUB_AWAY':
    case 'SIGN_IN_REQUIRED':
    case 'WRONG_PIN':
    case 'SIGN_IN_LOCKED':
    case 'ADMIN_FIRST':
    case 'LAST_ADMIN':
      return peopleText(refusal, say)
    case 'BUSY':
      return say(refusal.limit === 'house' ? 'refusal.busyHouse' : 'refusal.busy')
    default:
      return never(refusal)
  }
}

/** Another desk may already have done what was requested. */
function stateText({ from, to }: Extract<Refusal, { code: 'WRONG_STATE' }>, say: Say): string {
  if (from === to) return say('refusal.already', { state: say(`booking.${from}`) })
  return say('refusal.wrongState', { from: say(`booking.${from}`), to: say(`booking.${to}`) })
}

function inputText(
  { field, problem, detail }: Extract<Refusal, { code: 'INVALID_INPUT' }>,
  say: Say,
): string {
  return say('refusal.input', {
    field: say(fieldWord(field)),
    problem: say(`problem.${problem}`),
    detail: detail === '' ? 'none' : isolated(detail),
  })
}

function updateText(
  { reason, detail, atMs }: Extract<Refusal, { code: 'UPDATE_NOT_NOW' }>,
  say: Say,
  formats: Formats,
  zone: string,
): string {
  const time = atMs === null ? '' : formats.clock(atMs, zone)
  const name = reason === 'show' ? detail : deskName(detail as KioskId, say)
  return say(`refusal.update.${reason}`, { name: isolated(name), time })
}

/** [A5] "a cart with A1 and A2, and a payment under way for C4" */
export function blockingNames(
  bookings: readonly BlockingBooking[],
  say: Say,
  { seatNames }: Formats,
): string {
  return seatNames(
    bookings.map(({ seats, isPaying }) =>
      say(isPaying ? 'shift.blocked.paying' : 'shift.blocked.cart', { seats: seatNames(seats) }),
    ),
  )
}

function changedText(
  { what, seats = [] }: Extract<Refusal, { code: 'CONCURRENT_MODIFICATION' }>,
  say: Say,
  { seatNames }: Formats,
): string {
  if (what !== 'seats') return say(`refusal.changed.${what}`)
  if (seats.length === 0) return say('refusal.changed.often')
  return say('refusal.changed.seats', { seats: seatNames(seats) })
}

/** "Fri 20 Nov 19:30" */
function instantText(instantMs: number, { day, clock }: Formats, zone: string): string {
  return `${day(instantMs, zone)} ${clock(instantMs, zone)}`
}

type OfMoney = Extract<
  Refusal,
  { code: 'PAYMENT_FAILED' | 'PAYMENT_IN_FLIGHT' | 'MONEY_DUE' | 'PROOF_UNREVIEWED' | 'REFUND_TOO_LARGE' }
>

function moneyText(refusal: OfMoney, say: Say, { money }: Formats): string {
  if (refusal.code === 'PAYMENT_IN_FLIGHT') return say('refusal.inFlight')
  const { currency } = refusal
  if (refusal.code === 'PAYMENT_FAILED') {
    const { reason, tenderedMinor, dueMinor } = refusal
    const amounts = { tendered: money(tenderedMinor, currency), due: money(dueMinor, currency) }
    return say(reason === 'balance' ? 'refusal.balance' : 'refusal.tooLittle', amounts)
  }
  const amount = money(refusal.amountMinor, currency)
  switch (refusal.code) {
    case 'MONEY_DUE':
      return say('refusal.moneyDue', { amount })
    case 'PROOF_UNREVIEWED':
      return say('refusal.unreviewed', { amount })
    case 'REFUND_TOO_LARGE':
      return say('refusal.refundTooLarge', { amount, limit: money(refusal.limitMinor, currency) })
    default:
      return never(refusal)
  }
}

type OfPeople = Extract<
  Refusal,
  { code: 'HUB_AWAY' | 'SIGN_IN_REQUIRED' | 'WRONG_PIN' | 'SIGN_IN_LOCKED' | 'ADMIN_FIRST' | 'LAST_ADMIN' }
>

function peopleText(refusal: OfPeople, say: Say): string {
  switch (refusal.code) {
    case 'HUB_AWAY':
      return say('refusal.hubAway')
    case 'SIGN_IN_REQUIRED':
      return say('refusal.signIn')
    case 'WRONG_PIN':
      return refusal.untilMs === null
        ? say('refusal.wrongPin', { left: refusal.left })
        : say('refusal.wrongPinWait')
    case 'SIGN_IN_LOCKED':
      return refusal.untilMs === null ? say('refusal.locked') : say(`refusal.wait.${refusal.of}`)
    case 'ADMIN_FIRST':
      return say('refusal.adminFirst')
    case 'LAST_ADMIN':
      return say('refusal.lastAdmin')
    default:
      return never(refusal)
  }
}

/** [H1] Every seat with its reason: "A1 (held by another desk) and A2 (sold)". */
/** `atDesk`: seats that other carts of this desk hold; to the house they are just "held". */
export function missedSeats(
  seats: readonly MissedSeat[],
  say: Say,
  { seatNames }: Formats,
  atDesk: ReadonlySet<SeatId> = new Set(),
): string {
  return seatNames(
    seats.map(({ seatId, label, reason }) => {
      const state = reason === 'held' && atDesk.has(seatId) ? 'parked' : reason
      return say('notice.lostSeat', { seat: isolated(label), state: say(`state.${state}`) })
    }),
  )
}

function named(seats: readonly string[], { seatNames }: Formats) {
  return { count: seats.length, seats: seatNames(seats) }
}

function fieldWord(field: string): MessageId {
  const id = `field.${field.split('.')[0] ?? ''}`
  return Object.hasOwn(english, id) ? (id as MessageId) : 'field.other'
}
