// [I42] Secrets as a house's files hold them: sealed by a key that the system's own store keeps, or as they are where there is no such
// store. Owns the form of a sealed file and how a folder gets to it; must never leave a secret in neither form, nor say that it is
// protected when it is not.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { StartRefused } from '../store/open-database.ts'
import { readOrRefuse, writeOnce, writeWhole } from './whole-file.ts'

/** Reads and writes the files of secrets. */
export interface SecretShelf {
  /** Somebody who copies only the disk can read none of them. */
  readonly isProtected: boolean
  seal(file: string, secret: Uint8Array): Buffer
  /** Refuses the start where it cannot open one: the file stays as it is. */
  open(file: string, bytes: Buffer): Buffer
}

/** The part of the system's store that is needed: Keychain, DPAPI, the desktop's wallet. */
export interface Sealer {
  seal(text: string): Promise<Uint8Array>
  /** `isOld`: sealed by a key that the system has replaced since. */
  open(sealed: Buffer): Promise<{ readonly text: string; readonly isOld: boolean }>
}

/** No secret of ours begins with this: neither PEM, nor JSON, nor (but once in 2^128) random bytes. */
const MARK = Buffer.from('GUICHET-SEALED-1')
/** AES-256-GCM, with the sizes of its standard. */
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

export function isSealed(bytes: Uint8Array): boolean {
  return MARK.equals(bytes.subarray(0, MARK.length))
}

/** Plain Node has no access to the system's store: files for their owner alone, and reported as no more than that. */
export const plainShelf: SecretShelf = {
  isProtected: false,
  seal: (_file, secret) => Buffer.from(secret),
  open: (file, bytes) => {
    if (!isSealed(bytes)) return bytes
    throw new StartRefused(
      'its keys can be opened',
      `${file} is sealed by the desktop app of this machine’s user`,
    )
  },
}

/** The one key that the system itself seals; it seals all the others. */
export const shelfKeyFile = (keys: string): string => join(keys, 'shelf-key')

/**
 * Called before a house is opened, as the system's stores answer in their own time. Nothing of the house is touched yet: it may be
 * another process's.
 */
export async function openShelf(keys: string, sealer: Sealer | null): Promise<SecretShelf> {
  if (!sealer) return plainShelf
  mkdirSync(keys, { recursive: true, mode: 0o700 })
  return sealedBy(await openShelfKey(shelfKeyFile(keys), sealer))
}

/**
 * Called once the house is ours alone: secrets that lie there unsealed, from an older version or from plain Node, are sealed file by
 * file. Each is moved into its place whole, so a kill at any point leaves it in one form or the other, and both can be read.
 */
export function sealSecrets(keys: string, shelf: SecretShelf): void {
  if (!shelf.isProtected) return
  for (const file of secretsIn(keys)) {
    const bytes = readOrRefuse(file)
    if (!isSealed(bytes)) writeWhole(file, shelf.seal(file, bytes))
  }
}

/** What the person who asked for that copy is told. */
export function copiedText(count: number, to: string): string {
  return `${count} keys were copied to ${to}, unsealed: keep them in a safe, and on no other disk.`
}

/** Everything in the folder except the shelf's own key and the leftovers of an interrupted write. */
export function secretsIn(keys: string): readonly string[] {
  const files = readdirSync(keys, { withFileTypes: true }).filter((entry) => entry.isFile())
  return files
    .map(({ name }) => join(keys, name))
    .filter((file) => file !== shelfKeyFile(keys) && !file.endsWith('.new'))
}

/**
 * Copies them unsealed, for the safe: on another machine the sealed ones open nothing. Returns the number of files, which is never 0:
 * whoever named the wrong folder would believe that the keys are in the safe.
 */
export function copySecrets(keys: string, to: string, shelf: SecretShelf): number {
  const files = existsSync(keys) ? secretsIn(keys) : []
  if (files.length === 0) throw new StartRefused('there are keys to copy', `none in ${keys}: see to --data`)
  mkdirSync(to, { recursive: true, mode: 0o700 })
  if (readdirSync(to).length > 0) throw new StartRefused('the folder for the copy is empty', to)
  for (const file of files) writeWhole(join(to, basename(file)), shelf.open(file, readOrRefuse(file)))
  return files.length
}

async function openShelfKey(file: string, sealer: Sealer): Promise<Buffer> {
  if (!existsSync(file)) {
    refuseIfSealed(dirname(file), file)
    const made = randomBytes(KEY_BYTES).toString('base64')
    // Two programs may open one folder at once; the key of the faster one is the key of both.
    writeOnce(file, await sealer.seal(made))
  }
  const { text, isOld } = await sealer.open(readFileSync(file)).catch((error: unknown): never => {
    throw new StartRefused('its keys can be opened', `${file}: ${String(error)}`)
  })
  const key = Buffer.from(text, 'base64')
  if (key.length !== KEY_BYTES) throw new StartRefused('its keys are whole', file)
  if (isOld) writeWhole(file, await sealer.seal(text))
  return key
}

/** A new key could open none of the sealed files, and would seal new ones beside files that nothing opens. */
function refuseIfSealed(keys: string, file: string): void {
  const sealed = secretsIn(keys).filter((one) => isSealed(readOrRefuse(one)))
  const [first] = sealed
  // A faster process makes the key before it seals anything.
  if (first === undefined || existsSync(file)) return
  throw new StartRefused(
    'its keys can be opened',
    `${file} is gone, and ${sealed.length} files are sealed by it (${basename(first)} is one): put it back, or put the unsealed copies from the safe in their place`,
  )
}

/** A file's name is sealed with it: a file put in another's place does not open. */
function sealedBy(key: Buffer): SecretShelf {
  return {
    isProtected: true,
    seal: (file, secret) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(basename(file)))
      const closed = Buffer.concat([cipher.update(secret), cipher.final()])
      return Buffer.concat([MARK, nonce, cipher.getAuthTag(), closed])
    },
    open: (file, bytes) => {
      if (!isSealed(bytes)) return bytes
      const [nonce, tag, closed] = partsOf(bytes)
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
        decipher.setAAD(Buffer.from(basename(file))).setAuthTag(tag)
        return Buffer.concat([decipher.update(closed), decipher.final()])
      } catch {
        throw new StartRefused('its keys can be opened', `${file} was sealed elsewhere, or changed`)
      }
    },
  }
}

function partsOf(bytes: Buffer): readonly [nonce: Buffer, tag: Buffer, closed: Buffer] {
  const nonceAt = MARK.length
  const tagAt = nonceAt + NONCE_BYTES
  const closedAt = tagAt + TAG_BYTES
  return [bytes.subarray(nonceAt, tagAt), bytes.subarray(tagAt, closedAt), bytes.subarray(closedAt)]
}
