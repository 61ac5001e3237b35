// A file on its way to the house, and the plan doctor's findings. Must never interpret the content.

import type { Output } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { UPLOAD_CHARS_MAX } from '../../shared/contract/limits.ts'
import { ask } from '../box-office.ts'
import { readText, sendText } from './send-text.ts'

export type Uploaded =
  | { readonly kind: 'examined'; readonly uploadId: string; readonly report: Output<'check-plan'> }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'failed'; readonly answer: Exclude<Answer<unknown>, { kind: 'done' }> }

/** Sends a file and has it examined; this imports nothing. */
export async function upload(file: File): Promise<Uploaded> {
  if (file.size > UPLOAD_CHARS_MAX) return { kind: 'too-large' }
  const text = await readText(file)
  if (text === null) return { kind: 'unreadable' }
  const sent = await sendText(text)
  if (sent.kind !== 'done') return { kind: 'failed', answer: sent }
  const uploadId = sent.value
  const answer = await ask('check-plan', { uploadId })
  return answer.kind === 'done'
    ? { kind: 'examined', uploadId, report: answer.value }
    : { kind: 'failed', answer }
}
