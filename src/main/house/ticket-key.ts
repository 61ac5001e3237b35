// The house's signing key for ticket codes [T1]. Owns the key file; must never let the private key out of this module.

import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Signer } from '../engine/ports.ts'
import { base32 } from '../engine/random-ids.ts'

/** The key of this house; made at its first start, for its owner alone to read. */
export function openTicketKey(keys: string): Signer & { readonly publicKey: KeyObject } {
  const file = join(keys, 'ticket-key.pem')
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  }
  return signerOf(createPrivateKey(readFileSync(file)))
}

export function signerOf(privateKey: KeyObject): Signer & { readonly publicKey: KeyObject } {
  return {
    sign: (text) => base32(sign(null, Buffer.from(text), privateKey)),
    publicKey: createPublicKey(privateKey),
  }
}
