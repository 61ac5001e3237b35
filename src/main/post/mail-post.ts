// Mail by SMTP. Owns the conversation and the names of its failures; must never reveal the password [I42], and never wait longer than its
// own limits.

import { createTransport } from 'nodemailer'
import type { Delivery, MailSettings, SendFailure, SendProblem } from '../../shared/domain/message.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import type { Letter } from '../engine/ports.ts'
import { mailOf } from './letter-mail.ts'
import { partsOf } from './letter-parts.ts'
import { wordsOf } from './letter-words.ts'

/** For the connection, and for the server's greeting: a slower server is down. */
const CONNECT_MS = 15 * SECOND_MS
/** Between two replies of the server; some scan for viruses before they answer. */
const SILENCE_MS = 60 * SECOND_MS

export async function sendMail(
  letter: Letter,
  settings: MailSettings,
  password: string | null,
  patience = usualPatience,
): Promise<Delivery> {
  const words = wordsOf(letter.message.language)
  const parts = partsOf(letter, words)
  const mail = await mailOf(parts, words)
  const transport = createTransport({
    ...lineOf(settings),
    ...signIn(settings, password),
    ...timesOf(patience),
    ...closed,
  })
  try {
    await transport.sendMail({
      // As objects: a name is then never parsed as an address, whatever it contains.
      from: { name: parts.venue, address: settings.from },
      to: { name: '', address: letter.message.recipient },
      messageId: `<${letter.key}@${domainOf(settings.from)}>`,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      attachments: mail.pictures.map(({ cid, name, png }) => ({
        cid,
        filename: name,
        content: png,
        contentType: 'image/png',
        contentDisposition: 'inline',
      })),
      // No out-of-office note answers a machine.
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return { kind: 'sent' }
  } catch (error) {
    return { kind: 'failed', ...failureOf(error as SmtpError, password) }
  } finally {
    transport.close()
  }
}

export interface Patience {
  readonly connectMs: number
  readonly silenceMs: number
}

const usualPatience: Patience = { connectMs: CONNECT_MS, silenceMs: SILENCE_MS }

/** Letters never load files or addresses from elsewhere. */
const closed = { disableFileAccess: true, disableUrlAccess: true } as const

function timesOf({ connectMs, silenceMs }: Patience) {
  return {
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: silenceMs,
  }
}

function lineOf({ host, port, security }: MailSettings) {
  return {
    host: host.replaceAll(/[[\]]/g, ''),
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
  }
}

function signIn({ user }: MailSettings, password: string | null) {
  return user === '' || password === null ? {} : { auth: { user, pass: password } }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

interface SmtpError {
  readonly code?: string
  readonly responseCode?: number
  readonly command?: string
  /** The system call in which a socket failed. */
  readonly syscall?: string
  readonly message?: string
}

/** The server's words, with the password removed, should it repeat it. */
function failureOf(error: SmtpError, password: string | null): SendFailure {
  const said = (error.message ?? '').replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
  return { problem: problemOf(error), detail: password ? said.replaceAll(password, '…') : said }
}

const byCode: Readonly<Record<string, SendProblem>> = {
  EDNS: 'unreachable',
  ETIMEDOUT: 'slow',
  ETLS: 'no-tls',
  EAUTH: 'sign-in',
  ENOAUTH: 'sign-in',
}

/** What the server says about this very letter is final from 500 on; what it says about us or about the moment never is. */
function problemOf({ code = '', responseCode = 0, command = '', syscall }: SmtpError): SendProblem {
  const isOfLetter = ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command)
  if (responseCode >= 500 && isOfLetter) return command === 'RCPT TO' ? 'bad-address' : 'refused'
  const known = byCode[code]
  if (known) return known
  // A socket that failed outside a system call failed at its certificate or at the other side's TLS.
  if (code === 'ESOCKET' && syscall === undefined) return 'no-tls'
  if (syscall === 'connect') return 'unreachable'
  return responseCode > 0 ? 'busy' : 'cut'
}
