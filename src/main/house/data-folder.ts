// The one folder a house lives in: database, keys, logs, pictures. Owns its place and who may read it; must never hold an open file.

import { chmodSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { StartRefused } from '../store/open-database.ts'
import { type SecretShelf, plainShelf } from './secret-shelf.ts'

export interface DataFolder {
  readonly path: string
  readonly database: string
  readonly logs: string
  readonly keys: string
  /** [I42] Reads and writes the files in `keys`. */
  readonly shelf: SecretShelf
  /** Pictures of transfers [P5]. */
  readonly pictures: string
  /** Papers that wait for a printer [T2]. */
  readonly waiting: string
  /** [SYNC 5.9] Copies of the database; made with the first of them. */
  readonly backups: string
}

/** Where this system keeps a user's program data. */
export function defaultDataFolder(): string {
  const home = homedir()
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? home, 'Guichet')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Guichet')
  return join(process.env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'guichet')
}

/** Where a house's secrets are, before it is opened. */
export const keysIn = (path: string): string => join(path, 'keys')

/** Makes the folder where it is missing, accessible to its owner alone. */
export function openDataFolder(path: string, shelf: SecretShelf = plainShelf): DataFolder {
  const folder = {
    path,
    database: join(path, 'house.db'),
    logs: join(path, 'logs'),
    keys: keysIn(path),
    shelf,
    pictures: join(path, 'pictures'),
    waiting: join(path, 'waiting'),
    backups: join(path, 'backups'),
  }
  try {
    for (const part of [folder.path, folder.logs, folder.keys, folder.pictures, folder.waiting])
      mkdirSync(part, { recursive: true, mode: 0o700 })
    chmodSync(folder.keys, 0o700)
  } catch (error) {
    throw new StartRefused('the data folder can be written', String(error))
  }
  return folder
}

export interface HouseLock {
  /** No other process has the house open now. */
  readonly isAlone: boolean
  readonly letGo: () => void
}

/**
 * [C2] One house, one process, unless all its processes say that they share it. The lock is an open transaction in a file of its own: the
 * system ends it with the process, however the process ends. In a shared house it is a read transaction, which keeps out whoever wants
 * the house alone.
 */
export function lockHouse({ path }: DataFolder, isShared = false): HouseLock {
  const lock = new Database(join(path, 'house.lock'), { timeout: 0 })
  const isAlone = isLocked(lock, 'BEGIN EXCLUSIVE')
  if (isAlone && !isShared) return { isAlone, letGo: () => lock.close() }
  if (isAlone) lock.exec('COMMIT')
  if (isShared && isLocked(lock, 'BEGIN; SELECT * FROM sqlite_schema'))
    return { isAlone, letGo: () => lock.close() }
  lock.close()
  const wanted = isShared
    ? 'no other Guichet has this data folder for itself'
    : 'no other Guichet has this data folder open'
  throw new StartRefused(wanted, path)
}

/**
 * [T2] Of several processes of a house, only the one with this lock writes to customers; the system releases it when the process ends.
 * Claimed each time something is due, so that another process can take over.
 */
export function senderLock({ path }: DataFolder): {
  readonly claim: () => boolean
  readonly letGo: () => void
} {
  const lock = new Database(join(path, 'house.sender'), { timeout: 0 })
  let isOurs = false
  return {
    claim: () => (isOurs ||= isLocked(lock, 'BEGIN EXCLUSIVE')),
    letGo: () => lock.close(),
  }
}

/** Starts of the same house run one after the other: the second finds it laid out, or locked. */
const START_WAIT_MS = 30_000

export function lockStart({ path }: DataFolder): () => void {
  const lock = new Database(join(path, 'house.start'), { timeout: START_WAIT_MS })
  if (isLocked(lock, 'BEGIN EXCLUSIVE')) return () => lock.close()
  lock.close()
  throw new StartRefused('no other Guichet is starting in this data folder', path)
}

function isLocked(lock: Database.Database, sql: string): boolean {
  try {
    lock.exec(sql)
    return true
  } catch (error) {
    const isBusy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
    if (isBusy) return false
    lock.close()
    throw new StartRefused('the data folder can be written', String(error))
  }
}
