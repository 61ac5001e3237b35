// How PINs are stored: scrypt over the PIN and the house's pepper. Owns the pepper's file and the cost; must never keep a PIN.

import { createHmac, randomBytes, scrypt } from 'node:crypto'
import { join } from 'node:path'
import type { PinHasher } from '../engine/ports.ts'
import { openKeyFile } from './key-file.ts'
import type { SecretShelf } from './secret-shelf.ts'

/** 256 bits, as many as the HMAC has. */
const PEPPER_BYTES = 32
const DIGEST_BYTES = 32
/** The least that ASVS allows (appendix C): a third of a second and 128 MiB per try. Node refuses that much memory by default. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }

export function pepperFile(keys: string): string {
  return join(keys, 'pin-pepper')
}

/** The pepper lies beside the database, not in it: a copied database alone does not reveal which of a million PINs it is. */
export function openPinHasher(keys: string, shelf?: SecretShelf): PinHasher {
  const pepper = openKeyFile(
    pepperFile(keys),
    () => randomBytes(PEPPER_BYTES),
    (bytes) => bytes.length === PEPPER_BYTES,
    shelf,
  )
  return {
    digest: (pin, salt) =>
      new Promise((resolve, reject) => {
        const peppered = createHmac('sha256', pepper).update(pin).digest()
        scrypt(peppered, salt, DIGEST_BYTES, COST, (error, digest) =>
          error ? reject(error) : resolve(digest),
        )
      }),
  }
}
