import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Each is some megabytes of memory, with names of customers in it: enough of them to find a fault by, and no more. */
const KEPT = 5

interface CrashFile {
  readonly file: string
  readonly atMs: number
}

type Look = (file: string) => number
const changedAtMs: Look = (file) => statSync(file).mtimeMs

/** Newest first; Crashpad's folders differ between systems. A file that disappears meanwhile is left out. */
export function crashFiles(folder: string, look: Look = changedAtMs): readonly CrashFile[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
  const dumps = all.filter((entry) => entry.isFile() && entry.name.endsWith('.dmp'))
  return dumps
    .map(({ parentPath, name }) => join(parentPath, name))
    .flatMap((file) => seen(file, look))
    .toSorted((a, b) => b.atMs - a.atMs)
}

/** Crashpad writes, moves and deletes its own files while this looks. */
function seen(file: string, look: Look): readonly CrashFile[] {
  try {
    return [{ file, atMs: look(file) }]
  } catch {
    return []
  }
}

/**
 * Files written beside a report (`.meta`) are deleted with it. A file that cannot be deleted is reported and stays: no start depends on
 * it.
 */
export function dropOldCrashes(folder: string, tell: (text: string) => void, look: Look = changedAtMs): void {
  try {
    for (const { file } of crashFiles(folder, look).slice(KEPT))
      for (const one of [file, file.replace(/\.dmp$/, '.meta')]) drop(one, tell)
  } catch (error) {
    tell(`The folder of crashes cannot be looked through: ${String(error)}`)
  }
}

function drop(file: string, tell: (text: string) => void): void {
  try {
    rmSync(file, { force: true })
  } catch (error) {
    tell(`An old crash cannot be dropped: ${file}: ${String(error)}`)
  }
}
