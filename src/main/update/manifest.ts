// What a maker says of a version, signed. Owns the form of the file and the order of checking: the signature first, then the content;
// must never interpret a word that is not signed.

import { type KeyObject, createPublicKey, verify } from 'node:crypto'
import { type Manifest, signedManifest, updateManifest } from '../../shared/contract/update-manifest.ts'

/** Far more than a manifest with notes in three languages ever needs. */
export const MANIFEST_BYTES_MAX = 64 * 1024
export const MANIFEST_NAME = 'guichet-update.json'
/** So that nothing else that this key signed is taken for a manifest. */
const SIGNED_AS = 'guichet-update-1\n'
/** `key`: SPKI, base64, as `npm run sign-update -- --new-key` prints it. */
export function readKey(key: string): KeyObject {
  return createPublicKey({ key: Buffer.from(key.trim(), 'base64'), format: 'der', type: 'spki' })
}

export function readManifest(text: string, key: KeyObject): Manifest | 'unsigned' | 'unreadable' {
  const sealed = signedManifest.safeParse(parsed(text))
  if (!sealed.success) return 'unsigned'
  const { manifest: said, signature } = sealed.data
  if (!verify(null, signedBytes(said), key, Buffer.from(signature, 'base64'))) return 'unsigned'
  const found = updateManifest.safeParse(parsed(said))
  return found.success ? found.data : 'unreadable'
}

/** The bytes that the maker signs. */
export function signedBytes(said: string): Buffer {
  return Buffer.from(`${SIGNED_AS}${said}`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
