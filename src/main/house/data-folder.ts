// The one folder a house lives in: database, keys, logs. Owns its place and who may read it; must never hold an open file.

import { chmodSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { StartRefused } from '../store/open-database.ts'

export interface DataFolder {
  readonly path: string
  readonly database: string
  readonly logs: string
  readonly keys: string
}

/** Where a person's programs keep their data on this system. */
export function defaultDataFolder(): string {
  const home = homedir()
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? home, 'Guichet')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Guichet')
  return join(process.env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'guichet')
}

/** Makes it where it is missing, for its owner alone. */
export function openDataFolder(path: string): DataFolder {
  const folder = {
    path,
    database: join(path, 'house.db'),
    logs: join(path, 'logs'),
    keys: join(path, 'keys'),
  }
  try {
    for (const part of [folder.path, folder.logs, folder.keys])
      mkdirSync(part, { recursive: true, mode: 0o700 })
    chmodSync(folder.keys, 0o700)
  } catch (error) {
    throw new StartRefused('the data folder can be written', String(error))
  }
  return folder
}

/**
 * One house, one process. The lock is an open transaction in a file of its own: the system ends it with the process, however
 * that ends. Returns how to let go.
 */
export function lockHouse({ path }: DataFolder): () => void {
  const lock = new Database(join(path, 'house.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    const isBusy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
    if (isBusy) throw new StartRefused('no other Guichet has this data folder open', path)
    throw new StartRefused('the data folder can be written', String(error))
  }
  return () => lock.close()
}
