// The house's signing key for ticket codes [T1]. Owns the key file; must never let the private key out of this module.

import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { join } from 'node:path'
import type { Signer } from '../engine/ports.ts'
import { known } from '../../shared/lib/assert.ts'
import { base32 } from '../../shared/lib/ulid.ts'
import { openKeyFile } from './key-file.ts'
import type { SecretShelf } from './secret-shelf.ts'

/** Where a house keeps its key. It is made when the house is furnished: a house that has one has been sold from. */
export function ticketKeyFile(keys: string): string {
  return join(keys, 'ticket-key.pem')
}

/** The key of this house; made at its first start, readable by its owner alone. */
export function openTicketKey(keys: string, shelf?: SecretShelf): Signer & { readonly publicKey: KeyObject } {
  const pem = openKeyFile(ticketKeyFile(keys), makePem, (bytes) => privateKeyOf(bytes) !== null, shelf)
  return signerOf(known(privateKeyOf(pem), 'ticket key'))
}

function makePem(): Buffer {
  const { privateKey } = generateKeyPairSync('ed25519')
  return Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }))
}

function privateKeyOf(pem: Buffer): KeyObject | null {
  try {
    return createPrivateKey(pem)
  } catch {
    return null
  }
}

export function signerOf(privateKey: KeyObject): Signer & { readonly publicKey: KeyObject } {
  const publicKey = createPublicKey(privateKey)
  return {
    sign: (text) => base32(sign(null, Buffer.from(text), privateKey)),
    publicKey,
    publicKeyText: () => base32(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')),
  }
}
