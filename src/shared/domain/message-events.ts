// What happens to messages. Part of events.ts. None has a show or a booking of its own: they change no seat and advance no revision.

import type { BookingId } from './ids.ts'
import type { Channel, LetterLanguage, MessageId, MessageKind, SendProblem } from './message.ts'

interface Written {
  readonly about: BookingId | null
  readonly kind: MessageKind
  readonly channel: Channel
  readonly recipient: string
  readonly language: LetterLanguage
}

/** An event of a booking is told to its customer: by the house itself, in the commit of that event. */
export interface MessageQueued extends Written {
  readonly type: 'message-queued'
  /** Of the journal row that it is about. */
  readonly cause: number
  readonly dueAtMs: number
  /** [H16] The end that it warns of. */
  readonly endsAtMs?: number
}

/** Somebody at a desk sends a booking's tickets, or the office a test. Looked at again [I39]: tickets go wherever was typed. */
export interface MessageAsked extends Written {
  readonly type: 'message-asked'
}

export interface MessageSent {
  readonly type: 'message-sent'
  readonly messageId: MessageId
}

/** `nextAtMs`: when it is tried again; null: given up. */
export interface MessageFailed {
  readonly type: 'message-failed'
  readonly messageId: MessageId
  readonly attempts: number
  readonly problem: SendProblem
  readonly detail: string
  readonly nextAtMs: number | null
}

/** It was no longer true when its time came: paid meanwhile, cancelled meanwhile. */
export interface MessageDropped {
  readonly type: 'message-dropped'
  readonly messageId: MessageId
}

/** By hand, at once: one that was given up, or that waits for its next try. */
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

/** All of them are named so, and nothing else is. */
export function isOfMessage<Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, MessageEvent> {
  return event.type.startsWith('message-')
}
