// [SYNC 5.9] One picture of a house that is open, as a file of its own. Owns how it is read beside whoever sells; must never copy the
// file as files are copied: what was sold last stands in the log beside it.

import { closeSync, fdatasyncSync, fsyncSync, openSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { openForReading } from './open-for-reading.ts'
import { guarded } from './sqlite-errors.ts'

/** 1 MB: a thread that is to end waits for no more than that. */
const STEP_PAGES = 256
/** So much is on its way to the disk at once: a sale's own sync waits behind it on the same disk. */
const STEPS_A_SYNC = 4

/**
 * The house in `path`, as it is at one instant, becomes `to`, which must not be there. A connection of its own, which can write nothing;
 * rejects where the disk refuses, and leaves no file then.
 */
export async function copyDatabase(path: string, to: string): Promise<void> {
  // For its owner alone from its first byte.
  const file = openSync(to, 'wx', 0o600)
  try {
    await copyPages(path, to, file)
    // One file, with no log that could be forgotten beside it.
    inOneFile(to)
    fsyncSync(file)
  } catch (error) {
    dropDatabase(to)
    throw error
  } finally {
    closeSync(file)
  }
}

async function copyPages(path: string, to: string, file: number): Promise<void> {
  const db = openForReading(path)
  try {
    // Held to the end: without it, the copy begins anew with every sale.
    guarded(() => db.exec('BEGIN; SELECT count(*) FROM meta'))
    let steps = 0
    const progress = () => {
      steps += 1
      if (steps % STEPS_A_SYNC === 0) fdatasyncSync(file)
      return STEP_PAGES
    }
    await db.backup(to, { progress })
  } finally {
    db.close()
  }
}

function inOneFile(path: string): void {
  const db = new Database(path, { fileMustExist: true })
  try {
    guarded(() => db.pragma('journal_mode = DELETE'))
  } finally {
    db.close()
  }
}

/** With whatever SQLite puts beside it. */
export function dropDatabase(path: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(path + end, { force: true })
}
