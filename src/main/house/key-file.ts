// A secret in a file: made once, whole or not at all. Owns the writing; must never hand out one that is cut short.

import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartRefused } from '../store/open-database.ts'

/**
 * The file's bytes; made by `make` where there is none. Written beside its place, synced, then moved: neither a full disk nor a
 * power cut leaves half a secret, and an empty one would let anybody sign. Refuses to start where `isWhole` says no.
 */
export function openKeyFile(file: string, make: () => Buffer, isWhole: (bytes: Buffer) => boolean): Buffer {
  if (!existsSync(file)) writeWhole(file, make())
  const bytes = readOrRefuse(file)
  if (!isWhole(bytes)) throw new StartRefused('its keys are whole', file)
  return bytes
}

function readOrRefuse(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new StartRefused('its keys can be read', String(error))
  }
}

/** Beside its place, synced, then moved. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const beside = `${file}.new`
  const handle = openSync(beside, 'w', 0o600)
  try {
    if (writeSync(handle, bytes) !== bytes.length) throw new StartRefused('its keys can be written', file)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(beside, file)
  if (process.platform !== 'win32') syncFolder(dirname(file))
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
