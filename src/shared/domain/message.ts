// Messages to customers: by which channel, in which language, about what, and how the house is set up for them. Owns these shapes;
// must never hold a password, nor a sentence (the words are in src/main/post).

import type { Brand } from '../lib/brand.ts'
import type { BookingId } from './ids.ts'

/** The number of the journal row that made it, so that one event makes one message per channel, whatever crashes in between. */
export type MessageId = Brand<number, 'message'>

export const channels = ['email', 'sms'] as const
export type Channel = (typeof channels)[number]

/** [E1] The languages in which a message can be written. */
export const letterLanguages = ['en', 'fa', 'hi'] as const
export type LetterLanguage = (typeof letterLanguages)[number]

/** `ending`: a reservation has one minute left. `tickets`: somebody at a desk sent them. `test`: checks that sending works at all. */
export const messageKinds = [
  'confirmed',
  'ending',
  'expired',
  'cancelled',
  'refunded',
  'returned',
  'moved',
  'tickets',
  'test',
] as const
export type MessageKind = (typeof messageKinds)[number]

/** `failed`: given up, unless somebody retries it. `dropped`: it was no longer true when it was due. */
export const messageStates = ['waiting', 'sent', 'failed', 'dropped'] as const
export type MessageState = (typeof messageStates)[number]

/** Why an attempt failed. Only the first two are the message's own fault, so that a retry would not help. */
export const sendProblems = [
  'refused',
  'bad-address',
  'unreachable',
  'cut',
  'slow',
  'busy',
  'no-tls',
  'sign-in',
  'no-password',
  'off',
  'broken',
] as const
export type SendProblem = (typeof sendProblems)[number]

/** `detail`: the other side's reply, in its own words. */
export interface SendFailure {
  readonly problem: SendProblem
  readonly detail: string
}

/** How an attempt ended. No answer counts as a failure, too: `slow`. */
export type Delivery = { readonly kind: 'sent' } | ({ readonly kind: 'failed' } & SendFailure)

export function isFinal(problem: SendProblem): boolean {
  return problem === 'refused' || problem === 'bad-address'
}

/** `starttls`: begins in the clear, and gives up where TLS cannot be negotiated. `none`: for a relay in the same room. */
export const mailSecurities = ['tls', 'starttls', 'none'] as const
export type MailSecurity = (typeof mailSecurities)[number]

/** [I42] The password is in a file beside the keys, never here: this is journaled. */
export interface MailSettings {
  readonly host: string
  readonly port: number
  readonly security: MailSecurity
  /** Empty: the relay asks for no sign-in. */
  readonly user: string
  readonly from: string
}

/** `log`: nothing leaves the house; the text only goes to its log. */
export type SmsSettings =
  | { readonly kind: 'log' }
  | { readonly kind: 'gateway'; readonly url: string; readonly from: string }

/** How a house writes to its customers; there is one entry per house. */
export interface MessagingEntry {
  readonly kind: 'messaging'
  readonly messagingId: 1
  /** The language for customers who have none of their own. */
  readonly language: LetterLanguage
  readonly mail: MailSettings | null
  readonly sms: SmsSettings | null
}

/** A message as its row keeps it. */
export interface Message {
  readonly messageId: MessageId
  /** Null: a test. */
  readonly bookingId: BookingId | null
  readonly kind: MessageKind
  readonly channel: Channel
  readonly recipient: string
  readonly language: LetterLanguage
  /** The number of the journal row that it is about. */
  readonly cause: number
  readonly state: MessageState
  readonly queuedAtMs: number
  /** When it was due; the time after which it is given up counts from here. */
  readonly dueAtMs: number
  readonly nextAtMs: number
  /** [H16] The end of the reservation that it warns of. */
  readonly endsAtMs: number | null
  readonly attempts: number
  readonly problem: SendProblem | null
  readonly detail: string
  readonly endedAtMs: number | null
}

/** Whether a message of this kind carries the tickets themselves. */
export function carriesTickets(kind: MessageKind): boolean {
  return kind === 'confirmed' || kind === 'moved' || kind === 'returned' || kind === 'tickets'
}

/** RFC 5321's limits; no character that could end a header, begin another address or quote its way out. */
const EMAIL_MAX = 254
const email = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,190}$/u
/** E.164 has at most 15 digits; no network has a number of fewer than 5. */
const phone = /^\+?[0-9]{5,15}$/

/** The address in the form that the channel takes; null: it is no address of that channel. */
export function addressOf(channel: Channel, text: string): string | null {
  if (channel === 'email') {
    const address = text.trim()
    return address.length <= EMAIL_MAX && email.test(address) ? address : null
  }
  const number = text.replaceAll(/[\s().-]/g, '')
  return phone.test(number) ? number : null
}
