// What happens to messages. Part of events.ts. None belongs to a show or a booking: they change no seat and advance no revision.

import type { BookingId } from './ids.ts'
import type { Channel, LetterLanguage, MessageId, MessageKind, SendProblem } from './message.ts'

interface Written {
  readonly about: BookingId | null
  readonly kind: MessageKind
  readonly channel: Channel
  readonly recipient: string
  readonly language: LetterLanguage
}

/** The house itself queues a message to a customer about an event of a booking, in the commit of that event. */
export interface MessageQueued extends Written {
  readonly type: 'message-queued'
  /** The number of the journal row that it is about. */
  readonly cause: number
  readonly dueAtMs: number
  /** [H16] The end of the reservation that it warns of. */
  readonly endsAtMs?: number
}

/** Somebody at a desk sends a booking's tickets, or the office a test. Audited [I39], since tickets go to whatever address was typed. */
export interface MessageAsked extends Written {
  readonly type: 'message-asked'
}

export interface MessageSent {
  readonly type: 'message-sent'
  readonly messageId: MessageId
}

/** `nextAtMs`: when the next attempt is made; null: given up. */
export interface MessageFailed {
  readonly type: 'message-failed'
  readonly messageId: MessageId
  readonly attempts: number
  readonly problem: SendProblem
  readonly detail: string
  readonly nextAtMs: number | null
}

/** It was no longer true when it was due: the booking was paid or cancelled meanwhile. */
export interface MessageDropped {
  readonly type: 'message-dropped'
  readonly messageId: MessageId
}

/** Somebody retries it at once, whether it was given up or waits for its next attempt. */
export interface MessageRetried {
  readonly type: 'message-retried'
  readonly messageId: MessageId
}

export type MessageEvent =
  | MessageQueued
  | MessageAsked
  | MessageSent
  | MessageFailed
  | MessageDropped
  | MessageRetried

/** Every message event's type begins with `message-`, and no other event's does. */
export function isOfMessage<Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, MessageEvent> {
  return event.type.startsWith('message-')
}
