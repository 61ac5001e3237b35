// [SYNC 5.9] [SYNC 4.7] A house from a backup. Owns the order: checked as a stranger's file, migrated to this version, checked as a
// whole, given a number and a name of its own, and only then put where the house is opened from. Must never overwrite a house: what is
// there is moved aside.

import { chmodSync, copyFileSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkFile } from '../checks/check-file.ts'
import type { Chance, Clock } from '../engine/ports.ts'
import type { KioskId } from '../../shared/domain/ids.ts'
import { dropDatabase } from '../store/copy-database.ts'
import { refuseForeign } from '../store/foreign-database.ts'
import { epochOf } from '../store/house-epoch.ts'
import { StartRefused, openDatabase } from '../store/open-database.ts'
import { openForReading } from '../store/open-for-reading.ts'
import { drop } from '../store/rows.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import type { JournalHead } from '../store/journal.ts'
import type { Store } from '../store/store.ts'
import { lockHouse, lockStart, openDataFolder, type DataFolder } from './data-folder.ts'
import { copyPictures, headIfSound } from './make-backup.ts'
import { markRestored } from './new-recovery.ts'
import { readNetwork } from './network-file.ts'
import { pepperFile } from './pin-hasher.ts'
import { type Move, copyName, endLocked, putInPlace } from './unfinished-restore.ts'

export interface RestoreTask {
  /** The data folder to restore into: made where there is none. */
  readonly data: string
  /** The backup. */
  readonly from: string
  readonly clock: Clock
  readonly chance: Chance
  /** Moves a file, where not by the system's own call. */
  readonly move?: Move
}

export interface Restored {
  readonly epoch: number
  /** The newest row of the journal in the backup, and when it was recorded. */
  readonly sequence: number
  readonly atMs: number
  /** Where the previous house went; null: there was none. */
  readonly aside: string | null
  /** Kiosks that must speak before it sells. */
  readonly awaits: readonly KioskId[]
  /** Its PINs are no longer valid: the key they were made with is not here. */
  readonly lostPins: boolean
}

/** Throws StartRefused or NotSound; in that case nothing has changed. */
export function restoreHouse(task: RestoreTask): Restored {
  const folder = openDataFolder(task.data)
  const started = lockStart(folder)
  try {
    const { letGo } = lockHouse(folder)
    try {
      return restoreLocked(folder, task)
    } finally {
      letGo()
    }
  } finally {
    started()
  }
}

function restoreLocked(folder: DataFolder, task: RestoreTask): Restored {
  if (readNetwork(folder.path).hub)
    throw new StartRefused(
      'this machine has a house of its own',
      'it is a kiosk of a hub: --leave goes first',
    )
  endLocked(folder)
  const beside = join(folder.path, copyName)
  try {
    const facts = prepare(folder, beside, task)
    copyPictures(join(dirname(task.from), 'pictures'), folder.pictures)
    return { ...facts, aside: putInPlace(folder, task.clock.nowMs(), task.move) }
  } catch (error) {
    dropDatabase(beside)
    throw error
  }
}

/** Checked as a stranger's file, migrated to this version and checked as a whole; only the copy is touched. */
export function soundCopy(from: string, beside: string): JournalHead {
  refuseForeign(from)
  copyFileSync(from, beside)
  chmodSync(beside, 0o600)
  // Checks the copy itself, not only the original.
  refuseForeign(beside)
  // Migrates it to this version, and sets what a backup does not keep: write-ahead logging, and that the disk confirms each commit.
  openDatabase(beside).close()
  return headIfSound(checkFile(beside))
}

/** Prepares the file beside its place as it will be opened. */
function prepare(folder: DataFolder, beside: string, task: RestoreTask): Omit<Restored, 'aside'> {
  const earlier = epochHere(folder)
  soundCopy(task.from, beside)
  const database = openDatabase(beside, { readWholeBytes: 0 })
  try {
    return renumber(new SqliteStore(database), folder, earlier, task)
  } finally {
    // Closing folds the log back into the file, and syncs it.
    database.close()
  }
}

/** One commit: the number and the name are new, and it sells only once every kiosk that may know more has spoken. */
function renumber(
  store: Store,
  { keys }: DataFolder,
  earlier: number,
  world: RestoreTask,
): Omit<Restored, 'aside'> {
  const lostPins = store.all('pin').length > 0 && !existsSync(pepperFile(keys))
  return store.transaction(() => {
    if (lostPins) for (const { staffId } of store.all('pin')) store.write([drop('pin', { staffId })])
    if (lostPins)
      for (const { staffId } of store.all('password')) store.write([drop('password', { staffId })])
    return { ...markRestored(store, earlier, world), lostPins }
  })
}

/** The epoch of the house that is here now, as far as it can be read: a number is never given twice. */
function epochHere({ database }: DataFolder): number {
  if (!existsSync(database)) return 0
  try {
    const db = openForReading(database)
    try {
      const store = new SqliteStore(db)
      return epochOf(store).epoch
    } finally {
      db.close()
    }
  } catch {
    // A house that cannot be read is why there are backups.
    return 0
  }
}
