// [SYNC 5.9] A snapshot of an open house, as a file of its own. Owns how it is read while others sell; must never copy the file
// as such: the latest sales are in the log beside it.

import { closeSync, fdatasyncSync, fsyncSync, openSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { openForReading } from './open-for-reading.ts'
import { guarded } from './sqlite-errors.ts'

/** 1 MB: a thread that is to stop waits for no more than that. */
const STEP_PAGES = 256
/** Steps written before a sync, so that little is on its way to the disk at once: a sale's own sync waits behind it on the same disk. */
const STEPS_A_SYNC = 4

/**
 * Copies the house in `path`, as of one instant, to `to`, which must not exist. Uses a read-only connection of its own; rejects
 * if the disk refuses, and then leaves no file.
 */
export async function copyDatabase(path: string, to: string): Promise<void> {
  // Readable by its owner alone from its first byte.
  const file = openSync(to, 'wx', 0o600)
  try {
    await copyPages(path, to, file)
    // A single file, so that no log beside it can be forgotten.
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
    // Held to the end: without it, the copy would start over with every sale.
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

/** The file, and whatever SQLite puts beside it. */
export function dropDatabase(path: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(path + end, { force: true })
}
