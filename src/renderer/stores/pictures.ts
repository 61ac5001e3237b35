// A picture on its way to the house: checked by its first bytes, hashed, cut into pieces. Owns the sending; the house trusts none
// of it and checks for itself.

import { CHUNK_CHARS, PICTURE_BYTES_MAX } from '../../shared/contract/limits.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { ask } from '../box-office.ts'

export interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** SHA-256 in hex. */
  readonly digest: string
  /** Valid in this window only. */
  readonly address: string
}

export type PictureProblem = 'no-picture' | 'too-large'

/** The house's rate limit restores a hundred pieces in this time. */
const PAUSE_MS = 400

/** Judged by its content, never by its name. */
export async function readPicture(file: File): Promise<Picture | PictureProblem> {
  if (file.size > PICTURE_BYTES_MAX) return 'too-large'
  const bytes = new Uint8Array(await file.arrayBuffer())
  return isPicture(bytes) ? pictureOf(bytes) : 'no-picture'
}

export async function pictureOf(bytes: Uint8Array<ArrayBuffer>): Promise<Picture> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const digest = Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { bytes, digest, address: URL.createObjectURL(new Blob([bytes])) }
}

/** JPEG, PNG, WebP. */
function isPicture(bytes: Uint8Array): boolean {
  const text = String.fromCharCode(...bytes.subarray(0, 12))
  return (
    text.startsWith('\xff\xd8\xff') || text.startsWith('\x89PNG\r\n\x1a\n') || /^RIFF.{4}WEBP/s.test(text)
  )
}

/** Returns null once the house has it. */
export async function sendPicture({
  bytes,
  digest,
}: Omit<Picture, 'address'>): Promise<Exclude<Answer<never>, { kind: 'done' }> | null> {
  const whole = base64(bytes)
  const count = Math.ceil(whole.length / CHUNK_CHARS)
  for (let index = 0; index < count; index += 1) {
    const text = whole.slice(index * CHUNK_CHARS, (index + 1) * CHUNK_CHARS)
    // oxlint-disable-next-line no-await-in-loop -- one piece in flight keeps the pipe free for the sales of this desk
    const answer = await put({ digest, index, count, text })
    if (answer.kind !== 'done') return answer
  }
  return null
}

/** Many pieces in a row may exceed a screen's rate limit: then it waits a little, and goes on. */
async function put(piece: Parameters<typeof ask<'put-picture'>>[1]): ReturnType<typeof ask<'put-picture'>> {
  const answer = await ask('put-picture', piece)
  const isTooFast =
    answer.kind === 'refused' && answer.refusal.code === 'BUSY' && answer.refusal.limit === 'commands'
  if (!isTooFast) return answer
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  return put(piece)
}

/** In slices small enough to be passed as call arguments. */
function base64(bytes: Uint8Array): string {
  const slices: string[] = []
  for (let from = 0; from < bytes.length; from += CHUNK_CHARS)
    slices.push(String.fromCharCode(...bytes.subarray(from, from + CHUNK_CHARS)))
  return btoa(slices.join(''))
}
