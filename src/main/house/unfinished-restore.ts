// [SYNC 5.9] The last steps of a restore: what was there goes aside, what was found sound takes its place. They are several moves, and
// the power may go between any two, so a whole copy has a name that says what is still to be done, and whoever opens the folder next does
// it. Owns those moves; must never put one house over another, nor leave a database without its log where houses are opened from.

import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { dropDatabase } from '../store/copy-database.ts'
import { lockHouse, lockStart, type DataFolder } from './data-folder.ts'
import { openLog } from './log.ts'
import { syncFolder } from './whole-file.ts'
import { systemClock } from './world.ts'

export type Move = (from: string, to: string) => void

/** What a start found, and did. `aside`: where the previous house is; null: there was none. */
export type EndedRestore =
  | { readonly kind: 'finished'; readonly aside: string | null }
  | { readonly kind: 'undone' }

/** Its name while it is made and checked. Nothing has been moved for it yet. */
export const copyName = 'restored.db'
/** Found sound, and on the disk. The instant also names the folder that takes the house which was there. */
const wholeCopy = /^restored-(\d{8}T\d{9}Z)\.db$/

/** Makes a copy that was found sound the house. Returns where the previous one went. Throws where the system refuses. */
export function putInPlace(folder: DataFolder, nowMs: number, move: Move = renameSync): string | null {
  const name = `restored-${new Date(nowMs).toISOString().replace(/[-:.]/g, '')}.db`
  move(join(folder.path, copyName), join(folder.path, name))
  // From here on it will be finished: by us, or by the next start.
  syncFolder(folder.path)
  try {
    return finish(folder, name, move)
  } catch (error) {
    putBack(folder, asideOf(folder, name), move)
    // Skipped where the undoing failed too: then the next start has all that it needs.
    dropDatabase(join(folder.path, name))
    throw error
  }
}

/** Asked before a house is opened: finishes or throws away what an interrupted restore left; null: there is nothing of the kind. */
export function endRestore(folder: DataFolder): EndedRestore | null {
  if (leftIn(folder).length === 0) return null
  const started = lockStart(folder)
  try {
    // A faster process has done it, and may have the house open.
    if (leftIn(folder).length === 0) return null
    const { letGo } = lockHouse(folder)
    try {
      return endLocked(folder)
    } finally {
      letGo()
    }
  } finally {
    started()
  }
}

/** In one line. */
export function endedText(ended: EndedRestore): string {
  if (ended.kind === 'undone')
    return 'A restore was cut off before it changed anything: the house is as it was.'
  const aside = ended.aside === null ? '' : `, and the house that was here is in ${ended.aside}`
  return `A restore was cut off; this start has finished it: the backup is in its place${aside}.`
}

/** Called with the folder's locks held. */
export function endLocked(folder: DataFolder): EndedRestore | null {
  const left = leftIn(folder)
  if (left.length === 0) return null
  const name = left.find((one) => wholeCopy.test(one))
  const ended: EndedRestore =
    name === undefined ? { kind: 'undone' } : { kind: 'finished', aside: finish(folder, name, renameSync) }
  dropDatabase(join(folder.path, copyName))
  const { log, close } = openLog(folder.logs, systemClock)
  log.info(ended, 'a restore was cut off, and this start has ended it')
  close()
  return ended
}

function leftIn({ path }: DataFolder): readonly string[] {
  return readdirSync(path).filter((name) => name === copyName || wholeCopy.test(name))
}

function asideOf({ path }: DataFolder, name: string): string {
  return join(path, name.replace(wholeCopy, 'aside-$1'))
}

/** Goes on from wherever it was interrupted. */
function finish(folder: DataFolder, name: string, move: Move): string | null {
  const aside = moveAside(folder, asideOf(folder, name), move)
  move(join(folder.path, name), folder.database)
  syncFolder(folder.path)
  return aside
}

/** Moves it whole, with its log, so that it can be looked at, or put back. Keys, pictures and papers stay: they are this house's too. */
function moveAside({ path, database }: DataFolder, aside: string, move: Move): string | null {
  // The log last: without it, a database here would look like a house that never had its last sales.
  const files = ['', '-wal', '-shm'].map((end) => database + end).filter((file) => existsSync(file))
  const into = freeIn(aside, database)
  if (files.length > 0) mkdirSync(into, { recursive: true, mode: 0o700 })
  for (const file of files) move(file, join(into, file.slice(path.length + 1)))
  if (!existsSync(aside)) return null
  syncFolder(into)
  return aside
}

/** An older program knows nothing of an interrupted restore, and may have begun a house where one had been moved away. */
function freeIn(aside: string, database: string): string {
  const later = join(aside, 'later')
  const isSecond = existsSync(join(aside, 'house.db')) && existsSync(database)
  return isSecond || existsSync(later) ? later : aside
}

function putBack({ path }: DataFolder, aside: string, move: Move): void {
  if (!existsSync(aside)) return
  // The database last, for the same reason.
  for (const name of readdirSync(aside).toSorted().toReversed()) move(join(aside, name), join(path, name))
  syncFolder(path)
}
