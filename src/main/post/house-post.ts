// How a house sends letters: mail, an SMS gateway or the log, by its settings. Owns which of them is used, and whether its password is
// there; must never keep a password itself. The code that builds letters is loaded with the first one: no start waits for it.

import type { Channel, Delivery, MessagingEntry } from '../../shared/domain/message.ts'
import type { Letter, Log, Post } from '../engine/ports.ts'
import type { sendMail } from './mail-post.ts'
import type { sendSms } from './sms-gateway.ts'

type Ways = Pick<MessagingEntry, 'mail' | 'sms'>

/** Passwords as files keep them. `of`: the place it was entered for; settings that point elsewhere do not get it. */
export interface Passwords {
  read(channel: Channel, of: string): string | null
  keep(channel: Channel, of: string, password: string): void
}

interface Parts {
  readonly passwords: Passwords
  readonly log: Log
  readonly claim: () => boolean
}

export function housePost({ passwords, log, claim }: Parts): Post {
  const passwordOf = (channel: Channel, ways: Ways) => {
    const of = askedBy(channel, ways)
    return of === null ? null : passwords.read(channel, of)
  }
  const isMissing = (channel: Channel, ways: Ways) =>
    askedBy(channel, ways) !== null && passwordOf(channel, ways) === null
  return {
    claim,
    hasPassword: (channel, ways) => !isMissing(channel, ways),
    keepPassword: (channel, ways, password) =>
      passwords.keep(channel, askedBy(channel, ways) ?? '', password),
    send: async (letter, ways) => {
      const { channel } = letter.message
      const { mail, sms } = ways
      if (isMissing(channel, ways)) return failed('no-password')
      if (channel === 'email') return mail ? mailed(letter, mail, passwordOf(channel, ways)) : failed('off')
      if (!sms) return failed('off')
      return sms.kind === 'log' ? logged(letter, log) : texted(letter, sms, passwordOf(channel, ways))
    },
  }
}

/** Identifies the place that a password is for, by all that decides where it goes; null: none is asked for. */
function askedBy(channel: Channel, { mail, sms }: Ways): string | null {
  if (channel === 'sms') return sms?.kind === 'gateway' ? sms.url : null
  return mail && mail.user !== '' ? `${mail.user} ${mail.security} ${mail.host}:${mail.port}` : null
}

function failed(problem: 'no-password' | 'off'): Delivery {
  return { kind: 'failed', problem, detail: '' }
}

async function mailed(...mail: Parameters<typeof sendMail>): Promise<Delivery> {
  const { sendMail } = await import('./mail-post.ts')
  return sendMail(...mail)
}

async function texted(...sms: Parameters<typeof sendSms>): Promise<Delivery> {
  const { sendSms } = await import('./sms-gateway.ts')
  return sendSms(...sms)
}

/** For a house without a gateway: logs what would have been sent, for the person who sets it up. */
async function logged(letter: Letter, log: Log): Promise<Delivery> {
  const { smsLength, smsOf } = await import('./letter-sms.ts')
  const { wordsOf } = await import('./letter-words.ts')
  const text = smsOf(letter, wordsOf(letter.message.language))
  log.info(
    { message: letter.message.messageId, text, ...smsLength(text) },
    'an SMS that goes no further than this log',
  )
  return { kind: 'sent' }
}
