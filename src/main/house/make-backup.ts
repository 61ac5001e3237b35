// [SYNC 5.9] [I44] One backup: copied, checked as the nightly check does the house, and only then called a backup. Owns that order; must
// never leave anything under a backup's name that was not found in order.

import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type FileReport, checkFile } from '../checks/check-file.ts'
import { copyDatabase, dropDatabase } from '../store/copy-database.ts'
import { sameBytes } from '../store/journal.ts'
import { journalRow } from '../store/open-for-reading.ts'
import { backupName, backupsAmong, outdatedBackups, readBackupName } from './backup-names.ts'
import { syncFolder } from './whole-file.ts'

export interface BackupTask {
  /** The house's database. */
  readonly path: string
  /** Where backups lie. */
  readonly folder: string
  /** [P5] The house's pictures, which are copied to `elsewhere` too. */
  readonly pictures: string
  /** A second folder, on another disk; null: none. */
  readonly elsewhere: string | null
  readonly atMs: number
  /** The journal's newest row when this was asked for: the copy must contain it. Null: the caller does not know it. */
  readonly atLeast: { readonly sequence: number; readonly hash: Uint8Array } | null
}

/**
 * What came of it. `unsound`: the copy is not in order; `failed`: the disk refused; in both cases nothing was kept. `elsewhere`:
 * `missing` when no stick is in its place, `failed` when it could not be written.
 */
export type BackupReport =
  | {
      readonly kind: 'made'
      readonly file: string
      readonly sequence: number
      readonly elsewhere: 'none' | 'done' | 'missing' | 'failed'
      readonly detail: string
    }
  | { readonly kind: 'unsound' | 'failed'; readonly detail: string }

/** The copy was made, but its content is not in order. */
export class NotSound extends Error {
  override readonly name = 'NotSound'
}

/** What a file is called until it is whole. */
const HALF = '.new'

type Made = Extract<BackupReport, { kind: 'made' }>

/** Never rejects. */
export async function makeBackup(task: BackupTask): Promise<BackupReport> {
  try {
    mkdirSync(task.folder, { recursive: true, mode: 0o700 })
    dropUnfinished(task.folder)
    const { file, sequence } = await writeBackup(task, (found) =>
      join(task.folder, backupName(task.atMs, found)),
    )
    dropOutdated(task.folder)
    return { kind: 'made', file, sequence, ...copyElsewhere(task, file) }
  } catch (error) {
    return { kind: error instanceof NotSound ? 'unsound' : 'failed', detail: messageOf(error) }
  }
}

/** Removes what a process that died left unfinished. */
function dropUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) if (name.includes('.db.new')) rmSync(join(folder, name))
}

/** `fileOf`: gives the file's name, once it is known how far the copy goes. */
export async function writeBackup(
  { path, atLeast, atMs, folder }: Pick<BackupTask, 'path' | 'atLeast' | 'atMs' | 'folder'>,
  fileOf: (sequence: number) => string,
): Promise<{ readonly file: string; readonly sequence: number }> {
  const beside = join(folder, `${backupName(atMs, 0)}.new`)
  try {
    await copyDatabase(path, beside)
    const head = headIfSound(checkFile(beside))
    if (atLeast && !hasRow(beside, atLeast))
      throw new NotSound(`row ${atLeast.sequence} of the journal is not in it as it was`)
    const file = fileOf(head.sequence)
    renameSync(beside, file)
    syncFolder(dirname(file))
    return { file, sequence: head.sequence }
  } catch (error) {
    dropDatabase(beside)
    throw error
  }
}

/** What the check of a file must find before anybody relies on it. */
export function headIfSound({ verdicts, head }: FileReport): NonNullable<FileReport['head']> {
  const broken = verdicts.filter((verdict) => verdict.broken > 0)
  const [finding] = broken.flatMap(({ findings }) => findings)
  if (finding) throw new NotSound(`${finding.id} does not hold: ${finding.where} ${finding.found}`)
  if (!head) throw new NotSound('it cannot be read to its end')
  return head
}

function hasRow(file: string, { sequence, hash }: NonNullable<BackupTask['atLeast']>): boolean {
  if (sequence === 0) return true
  const row = journalRow(file, sequence)
  return row !== null && sameBytes(row, hash)
}

function dropOutdated(folder: string): void {
  for (const name of outdatedBackups(readdirSync(folder))) rmSync(join(folder, name), { force: true })
}

/**
 * To the other disk, with the pictures that prove payments. Its folder is never made here: where the stick is missing, a folder of its
 * name would lie on this very disk. Keys are not copied along [I42].
 */
function copyElsewhere(
  { elsewhere, pictures }: BackupTask,
  file: string,
): Pick<Made, 'elsewhere' | 'detail'> {
  if (elsewhere === null) return { elsewhere: 'none', detail: '' }
  if (!existsSync(elsewhere)) return { elsewhere: 'missing', detail: elsewhere }
  try {
    const name = file.slice(dirname(file).length + 1)
    dropHalves(elsewhere)
    copyWhole(file, join(elsewhere, name))
    copyPictures(pictures, join(elsewhere, 'pictures'))
    dropOutdated(elsewhere)
    return { elsewhere: 'done', detail: '' }
  } catch (error) {
    return { elsewhere: 'failed', detail: messageOf(error) }
  }
}

/** Left by a stick that was pulled out: no later backup has such a file's name, so it would take its room for ever. */
function dropHalves(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.endsWith(HALF) && readBackupName(name.slice(0, -HALF.length))) rmSync(join(folder, name))
}

/** Copies those that are not there yet: a file that is named by its content never changes. */
export function copyPictures(from: string, to: string): void {
  if (!existsSync(from)) return
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const known = new Set(readdirSync(to))
  for (const name of readdirSync(from))
    if (/^[0-9a-f]{64}$/.test(name) && !known.has(name)) copyWhole(join(from, name), join(to, name))
}

/** Written beside its place, synced, then moved. What a full disk took of it is given back. */
export function copyWhole(from: string, to: string): void {
  const beside = to + HALF
  try {
    copyFileSync(from, beside)
    const handle = openSync(beside, 'r+')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(beside, to)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
  syncFolder(dirname(to))
}

/** When the newest one was made, by its name; null: there is none. */
export function newestBackup(folder: string) {
  return existsSync(folder) ? (backupsAmong(readdirSync(folder))[0] ?? null) : null
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
