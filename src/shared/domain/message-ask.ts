// Messages that somebody asks for (a booking's tickets sent to any address, a test of the settings), and the settings themselves.
// Owns who may do so and what is refused; must never see a password.

import type { Found } from './asks.ts'
import { type Context, type Decision, accept, refuse } from './decision.ts'
import type { BookingId } from './ids.ts'
import {
  type Channel,
  type LetterLanguage,
  type MailSettings,
  type MessagingEntry,
  type SmsSettings,
  addressOf,
} from './message.ts'
import type { Refusal } from './refusal.ts'
import { refusalIfNotYours } from './rights.ts'

export interface Wish {
  readonly channel: Channel
  readonly recipient: string
  readonly language: LetterLanguage
}

/** [T2] Sends a booking's tickets to any address. They are as good as paper, so the journal says who sent them where. */
export function decideSendTickets(
  found: Found<'booking' | 'messaging'>,
  request: Wish & { readonly bookingId: BookingId },
  { actor }: Context,
): Decision<Record<string, never>> {
  const { booking, messaging } = found
  if (!booking) return refuse({ code: 'NOT_FOUND', what: 'booking', id: request.bookingId })
  const refusal = refusalIfNotYours(booking, actor)
  if (refusal) return refuse(refusal)
  const { bookingId, state } = booking
  if (state !== 'confirmed' && state !== 'completed') return refuse({ code: 'NO_TICKETS', state })
  return asked({ about: bookingId, kind: 'tickets' }, request, messaging)
}

/** Tests the settings by sending a message. */
export function decideSendTest(
  { messaging }: Found<'messaging'>,
  request: Wish,
): Decision<Record<string, never>> {
  return asked({ about: null, kind: 'test' }, request, messaging)
}

function asked(
  what: { readonly about: BookingId | null; readonly kind: 'tickets' | 'test' },
  { channel, recipient: typed, language }: Wish,
  messaging: MessagingEntry | null,
): Decision<Record<string, never>> {
  const recipient = addressOf(channel, typed)
  if (recipient === null) return refuse(wrong('recipient', 'malformed', typed))
  const isOn = (channel === 'email' ? messaging?.mail : messaging?.sms) ?? null
  if (isOn === null) return refuse(wrong('channel', 'not-set-up', ''))
  return accept([{ type: 'message-asked', ...what, channel, recipient, language }], {})
}

export interface MessagingRequest {
  readonly language: LetterLanguage
  readonly mail: MailSettings | null
  readonly sms: SmsSettings | null
}

/** [I42] A password never crosses a network in the clear: with a user name, the relay must use TLS or be on this machine. */
export function decideSaveMessaging({
  language,
  mail,
  sms,
}: MessagingRequest): Decision<Record<string, never>> {
  if (mail && addressOf('email', mail.from) === null) return refuse(wrong('from', 'malformed', mail.from))
  if (mail && mail.user !== '' && mail.security === 'none' && !isThisMachine(mail.host))
    return refuse(wrong('security', 'unprotected', mail.host))
  if (sms?.kind === 'gateway' && !isGateway(sms.url)) return refuse(wrong('url', 'unprotected', sms.url))
  const entry = { kind: 'messaging', messagingId: 1, language, mail, sms } as const
  return accept([{ type: 'entry-saved', entry }], {})
}

const own = ['localhost', '127.0.0.1', '[::1]', '::1']

function isThisMachine(host: string): boolean {
  return own.includes(host)
}

/** Parsed by hand, since the domain has no URL class. No user name and password inside it: they would be journaled. */
function isGateway(url: string): boolean {
  const [, scheme, host = ''] =
    /^(https?):\/\/(\[[0-9a-f:]+\]|[\w.-]+)(?::\d{1,5})?(?:\/[^\s@\\]*)?$/i.exec(url) ?? []
  return scheme?.toLowerCase() === 'https' || (scheme !== undefined && isThisMachine(host))
}

function wrong(field: string, problem: 'malformed' | 'not-set-up' | 'unprotected', detail: string): Refusal {
  return { code: 'INVALID_INPUT', field, problem, detail }
}
