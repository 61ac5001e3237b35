import type { Input, Output } from '../../../shared/contract/operations.ts'
import type { LetterLanguage, MailSecurity } from '../../../shared/domain/message.ts'

/** Settings as they are typed. */
export interface Draft {
  readonly language: LetterLanguage
  readonly hasMail: boolean
  readonly host: string
  readonly port: string
  readonly security: MailSecurity
  readonly user: string
  readonly from: string
  readonly password: string
  readonly sms: 'off' | 'log' | 'gateway'
  readonly url: string
  readonly sender: string
  readonly token: string
}

/** The usual port for mail submission, with STARTTLS (RFC 6409). */
const SUBMISSION_PORT = 587

export function draftOf(messaging: Output<'messages'>['messaging']): Draft {
  const { mail = null, sms = null, language = 'en' } = messaging ?? {}
  const gateway = sms?.kind === 'gateway' ? sms : null
  return {
    language,
    hasMail: mail !== null,
    host: mail?.host ?? '',
    port: String(mail?.port ?? SUBMISSION_PORT),
    security: mail?.security ?? 'starttls',
    user: mail?.user ?? '',
    from: mail?.from ?? '',
    password: '',
    sms: sms?.kind ?? 'off',
    url: gateway?.url ?? '',
    sender: gateway?.from ?? '',
    token: '',
  }
}

export function settingsOf(draft: Draft): Input<'save-messaging'> {
  const { language, hasMail, host, port, security, user, from, sms, url, sender } = draft
  return {
    language,
    mail: hasMail
      ? { host: host.trim(), port: Number(port), security, user: user.trim(), from: from.trim() }
      : null,
    sms:
      sms === 'off'
        ? null
        : sms === 'log'
          ? { kind: 'log' }
          : { kind: 'gateway', url: url.trim(), from: sender.trim() },
  }
}
