// A package on its way in: copied to a place of our own while its digest is computed, so that what is installed is what was checked,
// whatever happens to the stick. Owns that place; must never leave a file there that was not whole.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ReleaseFile } from '../../shared/domain/updates.ts'

/** False: the file is not the one that was announced. Throws where it cannot be read or written. */
export async function stage(
  bytes: AsyncIterable<Uint8Array>,
  place: string,
  { size, sha512 }: ReleaseFile,
): Promise<boolean> {
  const folder = dirname(place)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // One is enough: a file that was fetched before is no longer wanted.
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true })
  const beside = `${place}.part`
  const isWhole = await copy(bytes, beside, { size, sha512 }).catch(async (error: unknown) => {
    await rm(beside, { force: true })
    throw error
  })
  if (isWhole) await rename(beside, place)
  else await rm(beside, { force: true })
  return isWhole
}

async function copy(
  bytes: AsyncIterable<Uint8Array>,
  place: string,
  { size, sha512 }: Pick<ReleaseFile, 'size' | 'sha512'>,
): Promise<boolean> {
  const hash = createHash('sha512')
  const file = await open(place, 'w', 0o600)
  let length = 0
  try {
    for await (const piece of bytes) {
      length += piece.length
      if (length > size) return false
      hash.update(piece)
      await file.writeFile(piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return length === size && hash.digest('hex') === sha512
}

/** Checked again before it is installed: disks lose data, too. */
export async function isStill(place: string, { size, sha512 }: ReleaseFile): Promise<boolean> {
  const hash = createHash('sha512')
  let length = 0
  for await (const piece of createReadStream(place)) {
    hash.update(piece as Buffer)
    length += (piece as Buffer).length
  }
  return length === size && hash.digest('hex') === sha512
}
