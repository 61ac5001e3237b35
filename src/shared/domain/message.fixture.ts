// A message and a house with messaging set up, for tests. Plain values only.

import type { BookingId } from './ids.ts'
import type { Message, MessageId, MessagingEntry } from './message.ts'
import { start } from './sale.fixture.ts'

export const sampleMessaging: MessagingEntry = {
  kind: 'messaging',
  messagingId: 1,
  language: 'en',
  mail: { host: 'mail.example', port: 587, security: 'starttls', user: '', from: 'door@example.com' },
  sms: { kind: 'log' },
}

export function sampleMessage(turned: Partial<Message> = {}): Message {
  return {
    messageId: 12 as MessageId,
    bookingId: 'held-1' as BookingId,
    kind: 'confirmed',
    channel: 'email',
    recipient: 'ravi@example.com',
    language: 'en',
    cause: 11,
    state: 'waiting',
    queuedAtMs: start,
    dueAtMs: start,
    nextAtMs: start,
    endsAtMs: null,
    attempts: 0,
    problem: null,
    detail: '',
    endedAtMs: null,
    ...turned,
  }
}
