// Where a kiosk's copy of its house lies: `mirror.db` beside the kiosk's own file. Owns what happens to a copy that cannot be continued;
// must never delete one that may know what nobody else does.

import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../store/open-database.ts'
import { openForReading } from '../store/open-for-reading.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import type { Store } from '../store/store.ts'

/** Two: the copy of the previous hub, and of the one before that. */
const ASIDE_MAX = 2
const aside = /^mirror-\d+\.db$/

export function mirrorPath(folder: string): string {
  return join(folder, 'mirror.db')
}

export function openMirrorStore(folder: string): Store {
  return new SqliteStore(openDatabase(mirrorPath(folder)))
}

/** For readers only: the connection cannot write. */
export function readMirror(folder: string): Store {
  return new SqliteStore(openForReading(mirrorPath(folder)))
}

/** A closed copy that does not fit the house any more, or is damaged: kept under its date. */
export function setAside(folder: string, nowMs: number): void {
  if (!existsSync(mirrorPath(folder))) return
  for (const ending of ['', '-wal', '-shm']) {
    const from = mirrorPath(folder) + ending
    if (existsSync(from)) renameSync(from, join(folder, `mirror-${nowMs}.db${ending}`))
  }
  const kept = readdirSync(folder).filter((name) => aside.test(name))
  for (const old of kept.toSorted().slice(0, -ASIDE_MAX))
    for (const ending of ['', '-wal', '-shm']) rmSync(join(folder, old + ending), { force: true })
}
