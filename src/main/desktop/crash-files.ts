import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Each is some megabytes of what was in memory, names of customers among it: enough to find a fault by, and no more. */
const KEPT = 5

interface CrashFile {
  readonly file: string
  readonly atMs: number
}

type Look = (file: string) => number
const changedAtMs: Look = (file) => statSync(file).mtimeMs

/** The newest first; where Crashpad puts them differs between systems. One that goes meanwhile is none. */
export function crashFiles(folder: string, look: Look = changedAtMs): readonly CrashFile[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
  const dumps = all.filter((entry) => entry.isFile() && entry.name.endsWith('.dmp'))
  return dumps
    .map(({ parentPath, name }) => join(parentPath, name))
    .flatMap((file) => seen(file, look))
    .toSorted((a, b) => b.atMs - a.atMs)
}

/** Crashpad writes, moves and drops its own while this looks. */
function seen(file: string, look: Look): readonly CrashFile[] {
  try {
    return [{ file, atMs: look(file) }]
  } catch {
    return []
  }
}

/** What was written beside one (`.meta`) goes with it. What does not go is told and stays: no start hangs on it. */
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
