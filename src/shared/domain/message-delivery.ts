// What becomes of a message after it was queued: whether it is still true, what a try came to, when the next one is, when it is given
// up. Owns the back-off; must never send anything.

import { DAY_MS, MINUTE_MS, SECOND_MS } from '../lib/time.ts'
import type { Booking } from './booking.ts'
import type { Found } from './asks.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { MessageEvent } from './message-events.ts'
import { type Delivery, type Message, type MessageId, carriesTickets, isFinal } from './message.ts'
import { refusalIfNotYours } from './rights.ts'
import { inFlight } from './tender.ts'

/** A relay that restarts is back by then, and the customer is still at the door. */
const FIRST_WAIT_MS = 5 * SECOND_MS
/** Longer waits would only make a message later, not the load on the other side less. */
const LONGEST_WAIT_MS = 30 * MINUTE_MS
/** After a day nobody waits for it any more, and somebody should hear that it never came. */
export const GIVE_UP_AFTER_MS = DAY_MS
/** What the other side said, as much as a screen shows. */
const DETAIL_MAX = 200

/** A message whose booking has gone on meanwhile tells what is no longer so. */
export function isStillTrue(message: Message, booking: Booking | null, nowMs: number): boolean {
  if (message.kind === 'ending') return isEnding(message, booking, nowMs)
  if (!carriesTickets(message.kind)) return true
  return booking?.state === 'confirmed' || booking?.state === 'completed'
}

/** [H16] Not paid, not being paid, and its end still the one that is warned of. */
function isEnding({ endsAtMs }: Message, booking: Booking | null, nowMs: number): boolean {
  if (booking?.state !== 'reserved' || inFlight(booking.payments)) return false
  return booking.expiresAtMs === endsAtMs && nowMs < booking.expiresAtMs
}

/** `dice`: from 0 up to 1; spreads those that failed together. */
export function waitMs(attempts: number, dice: number): number {
  const whole = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS)
  return Math.ceil(whole / 2 + (whole / 2) * dice)
}

/** What is recorded of a try. One that ended meanwhile (another process, a hand) is left as it is. */
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

/** By hand. What was sent is not sent again this way: that is a new message. */
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
