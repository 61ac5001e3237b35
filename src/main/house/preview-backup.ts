// What a backup contains, before anybody decides to restore it [SYNC 5.9]: the same checks as in a restore, on a copy that is thrown
// away. Must never change a house, nor the file.

import { join } from 'node:path'
import { kioskEntries } from '../engine/kiosk-rows.ts'
import { dropDatabase } from '../store/copy-database.ts'
import { openForReading } from '../store/open-for-reading.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { soundCopy } from './restore-house.ts'

export interface PreviewTask {
  /** The house's folder: its disk has room for another house. */
  readonly data: string
  readonly from: string
}

export type BackupPreview =
  | {
      readonly kind: 'sound'
      /** The newest row of the journal in it, and when it was recorded. */
      readonly sequence: number
      readonly atMs: number
      /** Kiosks that would have to speak before the house sells. */
      readonly kiosks: number
    }
  | { readonly kind: 'refused'; readonly detail: string }

/** Never throws. */
export function previewBackup({ data, from }: PreviewTask): BackupPreview {
  const beside = join(data, 'preview.db')
  try {
    // Left by a preview that was killed.
    dropDatabase(beside)
    try {
      return foundIn(from, beside)
    } finally {
      dropDatabase(beside)
    }
  } catch (error) {
    return { kind: 'refused', detail: error instanceof Error ? error.message : String(error) }
  }
}

function foundIn(from: string, beside: string): BackupPreview {
  const { sequence, atMs } = soundCopy(from, beside)
  const db = openForReading(beside)
  try {
    const kiosks = kioskEntries(new SqliteStore(db)).filter(({ active }) => active).length
    return { kind: 'sound', sequence, atMs, kiosks }
  } finally {
    db.close()
  }
}
