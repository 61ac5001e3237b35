// A secret in a file: made once, whole or not at all, sealed where the system can. Owns the making; must never hand out a truncated one.

import { existsSync } from 'node:fs'
import { StartRefused } from '../store/open-database.ts'
import { type SecretShelf, plainShelf } from './secret-shelf.ts'
import { readOrRefuse, writeWhole } from './whole-file.ts'

/**
 * The secret's bytes; made by `make` where there is no file. Written beside its place, synced, then moved: neither a full disk nor a
 * power cut leaves half a secret, and an empty one would let anybody sign. Refuses to start where `isWhole` says no.
 */
export function openKeyFile(
  file: string,
  make: () => Buffer,
  isWhole: (bytes: Buffer) => boolean,
  shelf: SecretShelf = plainShelf,
): Buffer {
  if (!existsSync(file)) writeWhole(file, shelf.seal(file, make()))
  const bytes = shelf.open(file, readOrRefuse(file))
  if (!isWhole(bytes)) throw new StartRefused('its keys are whole', file)
  return bytes
}
