// Where a kiosk's copy of its house lies: `mirror.db` beside the kiosk's own file. Owns what becomes of one that cannot be gone on with;
// must never throw one away that may know what nobody else does.

import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../store/open-database.ts'
import { openForReading } from '../store/open-for-reading.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import type { Store } from '../store/store.ts'

/** Two: of the hub before, and of the one before that. */
const ASIDE_MAX = 2
const aside = /^mirror-\d+\.db$/

export function mirrorPath(folder: string): string {
  return join(folder, 'mirror.db')
}

export function openMirrorStore(folder: string): Store {
  return new SqliteStore(openDatabase(mirrorPath(folder)))
}

/** For whoever only looks: what it opens can write nothing. */
export function readMirror(folder: string): Store {
  return new SqliteStore(openForReading(mirrorPath(folder)))
}

/** A closed one that another house goes on from, or that is damaged: kept under its date. */
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
