// What the events of messages do to their rows [T2]. Part of the projection; must never read.

import type { MessageEvent } from '../../shared/domain/message-events.ts'
import type { MessageId } from '../../shared/domain/message.ts'
import { never } from '../../shared/lib/assert.ts'
import { type Row, type Write, change, put } from './rows.ts'

export function messageWrite(event: MessageEvent, { sequence, atMs }: Row<'journal'>): Write {
  switch (event.type) {
    case 'message-queued': {
      const { cause, dueAtMs, endsAtMs = null } = event
      return put('message', { ...born(event, sequence, atMs), cause, dueAtMs, nextAtMs: dueAtMs, endsAtMs })
    }
    case 'message-asked':
      return put('message', born(event, sequence, atMs))
    case 'message-sent':
      return to(event.messageId, { state: 'sent', endedAtMs: atMs })
    case 'message-dropped':
      return to(event.messageId, { state: 'dropped', endedAtMs: atMs })
    case 'message-failed': {
      const { messageId, attempts, problem, detail, nextAtMs } = event
      const tried = { attempts, problem, detail }
      if (nextAtMs !== null) return to(messageId, { ...tried, nextAtMs })
      return to(messageId, { ...tried, state: 'failed', endedAtMs: atMs })
    }
    case 'message-retried':
      // The time after which it is given up starts again.
      return to(event.messageId, {
        state: 'waiting',
        dueAtMs: atMs,
        nextAtMs: atMs,
        attempts: 0,
        endedAtMs: null,
      })
    default:
      return never(event)
  }
}

type Written = Extract<MessageEvent, { type: 'message-queued' | 'message-asked' }>

function born(event: Written, sequence: number, atMs: number): Row<'message'> {
  const { about: bookingId, kind, channel, recipient, language } = event
  const times = { queuedAtMs: atMs, dueAtMs: atMs, nextAtMs: atMs, endsAtMs: null, endedAtMs: null }
  const tries = { state: 'waiting', attempts: 0, problem: null, detail: '' } as const
  const messageId = sequence as MessageId
  return { messageId, bookingId, kind, channel, recipient, language, cause: sequence, ...tries, ...times }
}

function to(messageId: MessageId, set: Partial<Row<'message'>>): Write {
  return change('message', { messageId }, set)
}
