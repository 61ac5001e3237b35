import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../src/main/store/open-database.ts'
import { SqliteStore } from '../src/main/store/sqlite-store.ts'
import { checkHouse, lostOf } from './checks.ts'
import type { CutDisk } from './disk-record.ts'
import type { Acked } from './seller-lines.ts'

/**
 * Opens what a disk was left with as the product opens it, and returns the answers that are lost. Throws if the house does not
 * open, or (`isWhole`) if an invariant does not hold.
 */
export function lostOnDisk(
  { files }: CutDisk,
  data: string,
  { acked, isWhole }: { acked: readonly Acked[]; isWhole: boolean },
): string[] {
  mkdirSync(data)
  for (const [file, bytes] of files) writeFileSync(join(data, file), bytes)
  try {
    const store = new SqliteStore(openDatabase(join(data, 'house.db')))
    try {
      if (isWhole) checkHouse(store)
      return lostOf(store, acked)
    } finally {
      store.close()
    }
  } finally {
    rmSync(data, { recursive: true })
  }
}
