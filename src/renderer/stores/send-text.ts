// A text on its way to the house, in pieces small enough for any transport. Owns the cutting; must never interpret the content.

import { CHUNK_CHARS } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { ask } from '../box-office.ts'

/** The house's rate limit restores a hundred pieces in this time. */
const PAUSE_MS = 400

/** Returns the id by which the house knows it. */
export async function sendText(text: string): Promise<Answer<string>> {
  const uploadId = crypto.randomUUID()
  const pieces = cut(text)
  for (const [index, piece] of pieces.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one piece in flight keeps the pipe free for the sales of this desk
    const answer = await put({ uploadId, index, count: pieces.length, text: piece })
    if (answer.kind !== 'done') return answer
  }
  return { kind: 'done', value: uploadId }
}

/** Null if it is no text, or not UTF-8. */
export async function readText(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return null
  }
}

/** Hundreds of pieces may exceed a screen's rate limit: then it waits a little, and goes on. */
async function put(piece: Input<'put-chunk'>): Promise<Answer<Output<'put-chunk'>>> {
  const answer = await ask('put-chunk', piece)
  const isTooFast =
    answer.kind === 'refused' && answer.refusal.code === 'BUSY' && answer.refusal.limit === 'commands'
  if (!isTooFast) return answer
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  return put(piece)
}

/** Never splits a surrogate pair: each piece is valid text by itself. */
function cut(text: string): string[] {
  const pieces: string[] = []
  for (let from = 0; from < text.length || pieces.length === 0; ) {
    const end = from + CHUNK_CHARS
    const isHalf = /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') && end < text.length
    const to = isHalf ? end - 1 : end
    pieces.push(text.slice(from, to))
    from = to
  }
  return pieces
}
