// [S5] This machine's identity on the LAN: a key and a certificate of its own, made at its first start, and the pin by which others know
// it. Owns the two files; must never let the private key go anywhere but to TLS.

import { X509Certificate, createHash, createPrivateKey } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { known } from '../../shared/lib/assert.ts'
import { openKeyFile } from '../house/key-file.ts'
import type { SecretShelf } from '../house/secret-shelf.ts'

/** What TLS needs, and what the other side remembers of it. */
export interface Identity {
  /** PEM, as TLS takes it. */
  readonly key: string
  readonly cert: string
  readonly pin: Pin
}

/** SHA-256 of a certificate's public key, in hex: the key is what is trusted, whatever the dates and names around it say. */
export type Pin = string

/**
 * A clock with an empty battery must not shut a kiosk out, and nobody renews certificates in a box office: the pin says who it is, so the
 * dates are left open. 9999 is what RFC 5280 (4.1.2.5) has for "no end".
 */
const ALWAYS = { from: new Date(0), to: new Date('9999-12-31T23:59:59Z') }

/** Key and certificate are in one file, so that there is never one without the other. */
export async function openIdentity(keys: string, shelf?: SecretShelf): Promise<Identity> {
  const file = join(keys, 'lan-identity.pem')
  const made = existsSync(file) ? null : await makePem()
  const pem = openKeyFile(file, () => known(made, 'identity'), isWhole, shelf).toString()
  return { ...splitPem(pem), pin: pinOf(new X509Certificate(splitPem(pem).cert)) }
}

export function pinOf({ publicKey }: X509Certificate): Pin {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

/** The library that makes one is loaded only here: no later start needs it. */
async function makePem(): Promise<Buffer> {
  const { generate } = await import('selfsigned')
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Guichet' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: ALWAYS.from,
    notAfterDate: ALWAYS.to,
  })
  return Buffer.from(`${key.trim()}\n${cert.trim()}\n`)
}

function splitPem(pem: string): { readonly key: string; readonly cert: string } {
  const cut = pem.indexOf('-----BEGIN CERTIFICATE-----')
  return { key: pem.slice(0, cut), cert: pem.slice(cut) }
}

/** Whether the key and the certificate belong together, and nothing is cut off. */
function isWhole(bytes: Buffer): boolean {
  try {
    const { key, cert } = splitPem(bytes.toString())
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}
