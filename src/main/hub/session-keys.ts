// Identifies browsers to the hub: a one-time link makes a session, a signed cookie carries it over restarts. Owns the secret and the
// links; must never accept a cookie it did not sign.

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { openKeyFile } from '../house/key-file.ts'
import type { SecretShelf } from '../house/secret-shelf.ts'

/** 256 bits, as many as the HMAC has. */
const SECRET_BYTES = 32
/** A link is opened within the evening or not at all; 128 bits cannot be guessed in that time. */
const TOKEN_BYTES = 16

export interface SessionKeys {
  /** A link's token: the first browser to show it becomes a desk, the second is refused. */
  newToken(): string
  /** The cookie's value for a browser that shows a token for the first time; else null. */
  redeem(token: string): string | null
  /** The desk that a cookie stands for, or null. */
  deskOf(cookie: string): string | null
}

export function openSessionKeys(keys: string, shelf?: SecretShelf): SessionKeys {
  const secret = openKeyFile(join(keys, 'session-secret'), () => randomBytes(SECRET_BYTES), isWhole, shelf)
  const tokens = new Set<string>()
  const signatureOf = (desk: string) => createHmac('sha256', secret).update(desk).digest('base64url')
  return {
    newToken: () => {
      const token = randomBytes(TOKEN_BYTES).toString('base64url')
      tokens.add(token)
      return token
    },
    redeem: (token) => {
      if (!tokens.delete(token)) return null
      const desk = `desk-${randomBytes(4).toString('hex')}`
      return `${desk}.${signatureOf(desk)}`
    },
    deskOf: (cookie) => {
      const [desk = '', signature = ''] = cookie.split('.')
      return sameText(signature, signatureOf(desk)) ? desk : null
    },
  }
}

function isWhole(bytes: Buffer): boolean {
  return bytes.length === SECRET_BYTES
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
