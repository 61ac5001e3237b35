// What a house is not opened for, before anything is written in it. Owns the looks that need its rows; a file that is no whole database is
// refused before (`store/open-database.ts`).

import { existsSync } from 'node:fs'
import { checkSinceMark } from '../checks/verified-mark.ts'
import { LEAP_MS } from '../engine/journal-writer.ts'
import { recoveryOf } from '../store/house-epoch.ts'
import { StartRefused } from '../store/open-database.ts'
import { lastJournalRow } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { DataFolder } from './data-folder.ts'
import { pepperFile } from './pin-hasher.ts'

/** The chain since the mark; and [SYNC 4.7] restored, kiosks may know of seats that this file does not know to be sold. */
export function refuseUnready(store: Store): void {
  checkSinceMark(store)
  const recovery = recoveryOf(store)
  if (recovery)
    throw new StartRefused('all that its kiosks know is here', `still missing: ${recovery.awaits.join(', ')}`)
}

/** A key without a database is a house that lost it: restored from a backup, not opened as a new one. */
export function refuseIfLost({ database }: DataFolder, hasSold: boolean): void {
  const found = `${database} is empty, but the house has a key`
  if (hasSold) throw new StartRefused('the database of this house is there', found)
}

/** Without it no PIN is ever right again: said at the start, not to whoever stands before a locked desk. */
export function refuseLostPepper(store: Store, { keys }: DataFolder): void {
  const hasPins = store.all('pin').length > 0
  if (hasPins && !existsSync(pepperFile(keys))) throw new StartRefused('its keys are whole', pepperFile(keys))
}

/**
 * [I11] Last written long ago by this machine's clock: either the house was closed, or the clock is wrong, and what is recorded at a wrong time
 * stays before all that follows. What the clock does later is `JournalWriter`'s. `isDateRight`: somebody has said so.
 */
export function refuseLeap(store: Pick<Store, 'select'>, nowMs: number, isDateRight: boolean): void {
  const last = store.select(lastJournalRow, 1)[0]
  if (!last || isDateRight || nowMs - last.atMs < LEAP_MS) return
  const [was, is] = [last.atMs, nowMs].map((ms) => new Date(ms).toISOString().slice(0, 10))
  throw new StartRefused(
    'the date is right',
    `this house was last used on ${was}, and this machine’s clock says ${is}: set the clock; if it is right, start once with --date-is-right`,
  )
}
