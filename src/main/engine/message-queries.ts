// [T2] What screens ask about messages to customers. Owns the shape of the answers; must never answer with a password.

import type { Booking } from '../../shared/domain/booking.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { channels } from '../../shared/domain/message.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import * as query from '../store/queries.ts'
import type { Row, Store } from '../store/store.ts'
import type { Post } from './ports.ts'
import type { Reader } from './reader.ts'

/** Two screens full: whoever needs to look farther back looks at one booking. */
const ROWS_MAX = 50

interface Parts {
  readonly store: Store
  readonly reader: Reader
  readonly post: Post | null
}

export function messagesOf({ store, reader }: Parts, booking: Booking): Output<'messages-of'> {
  const { bookingId, customerId } = booking
  const messaging = reader.messaging.entry
  const customer = customerId === null ? undefined : store.get('customer', customerId)
  const isOn = { email: messaging?.mail ?? null, sms: messaging?.sms ?? null }
  return {
    messages: store.select(query.messagesOfBooking, bookingId).map(messageRow),
    channels: channels.filter((channel) => isOn[channel] !== null),
    language: customer?.language ?? messaging?.language ?? 'en',
    email: customer?.email ?? '',
    phone: customer?.phone ?? '',
  }
}

export function allMessages({ store, reader, post }: Parts): Output<'messages'> {
  const entry = reader.messaging.entry
  const ways = { mail: entry?.mail ?? null, sms: entry?.sms ?? null }
  const has = (channel: 'email' | 'sms') => post?.hasPassword(channel, ways) ?? false
  return {
    waiting: store.select(query.waitingMessages, ROWS_MAX).map(messageRow),
    failed: store.select(query.failedMessages, ROWS_MAX).map(messageRow),
    newest: store.select(query.newestMessages, ROWS_MAX).map(messageRow),
    messaging: entry && { language: entry.language, ...ways },
    zone: store.select(query.allVenues)[0]?.zone ?? 'UTC',
    hasPassword: { email: has('email'), sms: has('sms') },
  }
}

/** [I42] The password goes to the post, which keeps it with the keys; it is stored nowhere here. */
export function keepPassword(
  { reader, post }: Parts,
  { channel, password }: Input<'keep-message-password'>,
): Output<'keep-message-password'> | Refusal {
  const entry = reader.messaging.entry
  const ways = { mail: entry?.mail ?? null, sms: entry?.sms ?? null }
  const isOn = channel === 'email' ? ways.mail !== null : ways.sms?.kind === 'gateway'
  if (!post || !isOn) return { code: 'INVALID_INPUT', field: 'channel', problem: 'not-set-up', detail: '' }
  post.keepPassword(channel, ways, password)
  return { hasPassword: post.hasPassword(channel, ways) }
}

function messageRow(row: Row<'message'>): Output<'messages'>['waiting'][number] {
  const { cause: _cause, dueAtMs: _due, endsAtMs: _ends, language: _language, ...shown } = row
  return shown
}
