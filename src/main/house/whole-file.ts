// A small file that is there whole or not at all. Owns the writing; must never leave half of one under its name.

import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { StartRefused } from '../store/open-database.ts'

export function readOrRefuse(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new StartRefused('its keys can be read', String(error))
  }
}

/** Written beside its place, synced, then moved. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const beside = `${file}.new`
  writeSynced(beside, bytes)
  renameSync(beside, file)
  syncFolder(dirname(file))
}

/** The same, but only where there is no file yet: a faster process keeps the place, and its file is the one that is read. */
export function writeOnce(file: string, bytes: Uint8Array): void {
  // A name of its own: two writers with the same name would write into each other's file.
  const beside = `${file}.${randomBytes(4).toString('hex')}.new`
  writeSynced(beside, bytes)
  try {
    putIfFree(beside, file)
  } finally {
    rmSync(beside, { force: true })
  }
  syncFolder(dirname(file))
}

function putIfFree(beside: string, file: string): void {
  try {
    linkSync(beside, file)
  } catch {
    copyIfFree(beside, file)
  }
}

/** On a disk without second names (exFAT) only a copy can be exclusive. */
function copyIfFree(from: string, file: string): void {
  try {
    copyFileSync(from, file, constants.COPYFILE_EXCL)
  } catch (error) {
    if (existsSync(file)) return
    throw error
  }
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function writeSynced(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'w', 0o600)
  try {
    if (writeSync(handle, bytes) !== bytes.length) throw new StartRefused('its keys can be written', file)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** So that a name in it survives a power cut. Windows opens no folders, and does not need this. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
