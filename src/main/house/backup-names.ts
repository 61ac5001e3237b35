// How backups are named, and which of them are kept. Owns both; must never look into one.

import { DAY_MS } from '../../shared/lib/time.ts'

export interface BackupName {
  readonly name: string
  readonly atMs: number
  /** The newest row of the journal in it. */
  readonly sequence: number
}

/** For example `house-20261121T055100Z-1042.db`. */
const shape =
  /^house-(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)T(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)Z-(?<sequence>\d{1,15})\.db$/

export function backupName(atMs: number, sequence: number): string {
  const instant = new Date(atMs).toISOString().replace(/[-:]|\.\d+/g, '')
  return `house-${instant}-${sequence}.db`
}

export function readBackupName(name: string): BackupName | null {
  const parts = shape.exec(name)?.groups
  if (!parts) return null
  const { year, month, day, hour, minute, second, sequence } = parts
  const atMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(atMs) ? null : { name, atMs, sequence: Number(sequence) }
}

/** Newest first. */
export function backupsAmong(names: readonly string[]): readonly BackupName[] {
  return names
    .flatMap((name) => readBackupName(name) ?? [])
    .toSorted((a, b) => b.atMs - a.atMs || b.sequence - a.sequence)
}

/** A mistake is usually noticed the same day: the house can go back to each hour of it. */
const HOURLY = 24
/** An error that nobody noticed for two weeks is no longer repaired by going back. */
const DAILY = 14

/** Backups to delete: neither among the newest, nor the last of one of the last days. */
export function outdatedBackups(names: readonly string[]): readonly string[] {
  const all = backupsAmong(names)
  const days = new Map<number, string>()
  for (const { name, atMs } of all) {
    const day = Math.floor(atMs / DAY_MS)
    if (!days.has(day)) days.set(day, name)
  }
  const kept = new Set([
    ...all.slice(0, HOURLY).map(({ name }) => name),
    ...[...days.values()].slice(0, DAILY),
  ])
  return all.filter(({ name }) => !kept.has(name)).map(({ name }) => name)
}
