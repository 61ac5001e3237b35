import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pictures } from '../engine/ports.ts'
import { writeWhole } from './whole-file.ts'

/** [P5] Pictures of transfers as files named by their content: a name never stands for another picture. */
export function openPictures(folder: string): Pictures {
  const fileOf = (digest: string) => join(folder, digest)
  return {
    has: (digest) => existsSync(fileOf(digest)),
    read: (digest) => (existsSync(fileOf(digest)) ? readFileSync(fileOf(digest)) : null),
    keep: (digest, bytes) => {
      if (!existsSync(fileOf(digest))) writeWhole(fileOf(digest), bytes)
    },
  }
}
