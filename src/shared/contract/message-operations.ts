// The operations about messages to customers: sending tickets, retrying, what became of each, and how the house is set up for them.
// Part of operations.ts; must never answer with a password [I42].

import { z } from 'zod'
import {
  channels,
  letterLanguages,
  mailSecurities,
  messageKinds,
  messageStates,
  sendProblems,
} from '../domain/message.ts'
import { desk, office } from '../domain/rights.ts'
import * as id from './ids.ts'
import { ofBooking } from './input-parts.ts'
import * as shape from './shapes.ts'
import { words } from './words.ts'

const channel = z.enum(channels)
const language = z.enum(letterLanguages)
/** The longest e-mail address there is. */
const recipient = words.min(1).max(254)
/** A host name of at most the longest length. */
const host = z.string().regex(/^[\w.:[\]-]{1,253}$/)
const mail = z.strictObject({
  host,
  port: z.int().min(1).max(65_535),
  security: z.enum(mailSecurities),
  user: words.max(254),
  from: words.min(1).max(254),
})
const sms = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('log') }),
  z.strictObject({
    kind: z.literal('gateway'),
    url: z.string().max(500),
    from: z.string().regex(/^[+\w ]{0,16}$/),
  }),
])
const messaging = z.strictObject({ language, mail: mail.nullable(), sms: sms.nullable() })
/** Longer than any provider's token. */
const password = z.string().min(1).max(500)

const messageRow = z.object({
  messageId: id.messageId,
  bookingId: id.bookingId.nullable(),
  kind: z.enum(messageKinds),
  channel,
  recipient: z.string(),
  state: z.enum(messageStates),
  queuedAtMs: shape.instant,
  nextAtMs: shape.instant,
  attempts: z.int(),
  problem: z.enum(sendProblems).nullable(),
  detail: z.string(),
  endedAtMs: shape.instant.nullable(),
})

export const messageCommands = {
  /** [T2] Sends the tickets of a booking to its customer's address or another. */
  'send-tickets': {
    roles: desk,
    input: z.strictObject({ bookingId: id.bookingId, channel, recipient, language }),
    output: z.object({}),
  },
  /** Sends a message now that was given up, or waits for its next attempt. */
  'retry-message': {
    roles: desk,
    input: z.strictObject({ messageId: id.messageId }),
    output: z.object({}),
  },
  'send-test-message': {
    roles: office,
    input: z.strictObject({ channel, recipient, language }),
    output: z.object({}),
  },
  'save-messaging': { roles: office, input: messaging, output: z.object({}) },
} as const

export const messageQueries = {
  /** The messages of a booking's customer, sent or on their way, and the customer's addresses. */
  'messages-of': {
    roles: desk,
    input: ofBooking,
    output: z.object({
      messages: z.array(messageRow),
      /** The channels that the house is set up for. */
      channels: z.array(channel),
      language,
      email: z.string(),
      phone: z.string(),
    }),
  },
  /** Messages that wait, that were given up, and the newest of all. */
  messages: {
    roles: office,
    input: z.strictObject({}),
    output: z.object({
      waiting: z.array(messageRow),
      failed: z.array(messageRow),
      newest: z.array(messageRow),
      messaging: messaging.nullable(),
      /** The zone of the house's first venue, whose clock is the office's [E3]. */
      zone: z.string(),
      hasPassword: z.object({ email: z.boolean(), sms: z.boolean() }),
    }),
  },
  /** [I42] Stores a password in a file beside the keys, for the current settings; it is in no journal and in no answer. */
  'keep-message-password': {
    roles: office,
    input: z.strictObject({ channel, password }),
    output: z.object({ hasPassword: z.boolean() }),
  },
} as const

export type MessageRow = z.output<typeof messageRow>
