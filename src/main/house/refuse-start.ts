// Reasons for not opening a house, found before anything is written in it. Owns the checks that need its rows; a file that is no whole
// database is refused earlier (`store/open-database.ts`).

import { existsSync } from 'node:fs'
import { checkSinceMark } from '../checks/verified-mark.ts'
import { LEAP_MS } from '../engine/journal-writer.ts'
import { recoveryOf } from '../store/house-epoch.ts'
import { StartRefused } from '../store/open-database.ts'
import { lastJournalRow } from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import type { DataFolder } from './data-folder.ts'
import { pepperFile } from './pin-hasher.ts'

/**
 * Refuses where the chain since the mark does not hold, and [SYNC 4.7] a restored house whose kiosks may know of sold seats that this
 * file does not know of.
 */
export function refuseUnready(store: Store): void {
  checkSinceMark(store)
  const recovery = recoveryOf(store)
  if (recovery)
    throw new StartRefused('all that its kiosks know is here', `still missing: ${recovery.awaits.join(', ')}`)
}

/** A key without a database means that the house lost it: to be restored from a backup, not opened as a new one. */
export function refuseIfLost({ database }: DataFolder, hasSold: boolean): void {
  const found = `${database} is empty, but the house has a key`
  if (hasSold) throw new StartRefused('the database of this house is there', found)
}

/** Without the pepper no PIN is ever right again: said at the start, not to a clerk in front of a locked desk. */
export function refuseLostPepper(store: Store, { keys }: DataFolder): void {
  const hasPins = store.all('pin').length > 0
  if (hasPins && !existsSync(pepperFile(keys))) throw new StartRefused('its keys are whole', pepperFile(keys))
}

/**
 * [I11] The house was last written long ago by this machine's clock: either it was closed, or the clock is wrong, and what is recorded at
 * a wrong time stays before all that follows. Later changes of the clock are `JournalWriter`'s concern. `isDateRight`: somebody has
 * confirmed the date.
 */
export function refuseLeap(store: Pick<Store, 'select'>, nowMs: number, isDateRight: boolean): void {
  const last = store.select(lastJournalRow, 1)[0]
  if (!last || isDateRight || nowMs - last.atMs < LEAP_MS) return
  const [was, is] = [last.atMs, nowMs].map((ms) => new Date(ms).toISOString().slice(0, 10))
  throw new StartRefused(
    'the date is right',
    `this house was last used on ${was}, and this machine’s clock says ${is}: set the clock; if it is right, start with --date-is-right until something is recorded again`,
  )
}
