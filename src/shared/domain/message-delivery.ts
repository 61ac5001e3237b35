// What becomes of a queued message: whether it is still true, how an attempt ended, when the next one is, when it is given up. Owns
// the back-off; must never send anything.

import { DAY_MS, MINUTE_MS, SECOND_MS } from '../lib/time.ts'
import type { Booking } from './booking.ts'
import type { Found } from './asks.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { MessageEvent } from './message-events.ts'
import { type Delivery, type Message, type MessageId, carriesTickets, isFinal } from './message.ts'
import { refusalIfNotYours } from './rights.ts'
import { inFlight } from './tender.ts'

/** Long enough for a relay to restart, short enough that the customer is still at the door. */
const FIRST_WAIT_MS = 5 * SECOND_MS
/** Longer waits would only delay messages, not reduce the load on the other side. */
const LONGEST_WAIT_MS = 30 * MINUTE_MS
/** After a day nobody waits for the message any more, and the house should learn that it never arrived. */
export const GIVE_UP_AFTER_MS = DAY_MS
/** How much of the other side's reply is kept: as much as a screen shows. */
const DETAIL_MAX = 200

/** False where the booking has changed meanwhile, so that the message would say something untrue. */
export function isStillTrue(message: Message, booking: Booking | null, nowMs: number): boolean {
  if (message.kind === 'ending') return isEnding(message, booking, nowMs)
  if (!carriesTickets(message.kind)) return true
  return booking?.state === 'confirmed' || booking?.state === 'completed'
}

/** [H16] The reservation is not paid, not being paid, and still ends when the message says. */
function isEnding({ endsAtMs }: Message, booking: Booking | null, nowMs: number): boolean {
  if (booking?.state !== 'reserved' || inFlight(booking.payments)) return false
  return booking.expiresAtMs === endsAtMs && nowMs < booking.expiresAtMs
}

/** `dice`: random, from 0 up to 1; spreads the retries of messages that failed together. */
export function waitMs(attempts: number, dice: number): number {
  const whole = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS)
  return Math.ceil(whole / 2 + (whole / 2) * dice)
}

/** Records the outcome of an attempt. A message that ended meanwhile (by another process, by hand) is left as it is. */
export function decideDelivered(
  message: Message | null,
  delivery: Delivery,
  { nowMs, dice }: { readonly nowMs: number; readonly dice: number },
): Decision<Record<string, never>> {
  if (message?.state !== 'waiting') return accept([], {})
  const { messageId } = message
  if (delivery.kind === 'sent') return accept([{ type: 'message-sent', messageId }], {})
  const attempts = message.attempts + 1
  const nextAtMs = nowMs + waitMs(attempts, dice)
  const isOver = isFinal(delivery.problem) || nextAtMs >= message.dueAtMs + GIVE_UP_AFTER_MS
  const event: MessageEvent = {
    type: 'message-failed',
    messageId,
    attempts,
    problem: delivery.problem,
    detail: delivery.detail.slice(0, DETAIL_MAX),
    nextAtMs: isOver ? null : nextAtMs,
  }
  return accept([event], {})
}

export function decideDrop(message: Message | null): Decision<Record<string, never>> {
  if (message?.state !== 'waiting') return accept([], {})
  return accept([{ type: 'message-dropped', messageId: message.messageId }], {})
}

/** A retry by hand. A message that was sent is not sent again this way: that would be a new message. */
export function decideRetry(
  { message, bookingOfMessage: booking }: Found<'message' | 'bookingOfMessage'>,
  { messageId }: { readonly messageId: MessageId },
  { actor }: Context,
): Decision<Record<string, never>> {
  if (!message) return refuse({ code: 'NOT_FOUND', what: 'message', id: String(messageId) })
  const refusal = booking && refusalIfNotYours(booking, actor)
  if (refusal) return refuse(refusal)
  if (message.state !== 'waiting' && message.state !== 'failed')
    return refuse({ code: 'INVALID_INPUT', field: 'message', problem: 'over', detail: '' })
  return accept([{ type: 'message-retried', messageId }], {})
}
