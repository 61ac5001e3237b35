// SMS through a gateway on the internet: one POST per message (docs/messages.md). Owns that contract; must never reveal the token [I42].

import type { Delivery, SendProblem, SmsSettings } from '../../shared/domain/message.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import type { Letter } from '../engine/ports.ts'
import { smsLength, smsOf } from './letter-sms.ts'
import { wordsOf } from './letter-words.ts'

/** A gateway that has not answered by then is asked again, under the same key. */
const ANSWER_MS = 30 * SECOND_MS
/** How much of its error text is kept: the first words are enough. */
const DETAIL_MAX = 200

type Gateway = Extract<SmsSettings, { kind: 'gateway' }>

export async function sendSms(
  letter: Letter,
  { url, from }: Gateway,
  token: string | null,
): Promise<Delivery> {
  const text = smsOf(letter, wordsOf(letter.message.language))
  const { coding, parts } = smsLength(text)
  const body = JSON.stringify({ key: letter.key, to: letter.message.recipient, from, text, coding, parts })
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body,
      // A redirect would carry our token elsewhere.
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    const said = (await answer.text()).slice(0, DETAIL_MAX)
    if (answer.ok) return { kind: 'sent' }
    const detail = `${answer.status} ${said}`
    return {
      kind: 'failed',
      problem: problemOf(answer.status),
      detail: token ? detail.replaceAll(token, '…') : detail,
    }
  } catch (error) {
    const isSlow = error instanceof Error && error.name === 'TimeoutError'
    return { kind: 'failed', problem: isSlow ? 'slow' : 'unreachable', detail: '' }
  }
}

/** 400 and 422 are about this very message. */
function problemOf(status: number): SendProblem {
  if (status === 401 || status === 403) return 'sign-in'
  return status === 400 || status === 422 ? 'refused' : 'busy'
}
