// Puts together a house that came back from a backup and may not sell yet [SYNC 4.7]: folder, lock, database, the door for its kiosks.
// Wiring only.

import { existsSync } from 'node:fs'
import { kioskEntries } from '../engine/kiosk-rows.ts'
import type { Log } from '../engine/ports.ts'
import { deskActor, lanOf } from './open-house.ts'
import type { HouseLan } from '../lan/house-lan.ts'
import { answering, recoveryOf } from '../store/house-epoch.ts'
import { checkMode, openDatabase } from '../store/open-database.ts'
import { metaOf } from '../store/open-for-reading.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { type DataFolder, lockHouse, lockStart, openDataFolder } from './data-folder.ts'
import { openLog } from './log.ts'
import type { Options } from './options.ts'
import { openPinHasher } from './pin-hasher.ts'
import { type SecretShelf, sealSecrets } from './secret-shelf.ts'
import type { BackupReport, BackupTask } from './make-backup.ts'
import { RecoveryDesk } from './recovery-desk.ts'
import { runThread } from './run-thread.ts'
import { systemChance, systemClock, systemScheduler } from './world.ts'

/** Time for the last answer to leave; nobody notices that the house opens a tenth of a second later. */
const LEAVE_MS = 100

export interface RecoveringHouse {
  readonly desk: RecoveryDesk
  readonly lan: HouseLan
  readonly folder: DataFolder
  readonly log: Log
  close(): void
}

/** Asked before a house is opened: reads one row. Refuses where even reading would leave a log that nobody may write [V11]. */
export function isRecovering(data: string): boolean {
  const { database } = openDataFolder(data)
  checkMode(database)
  return existsSync(database) && metaOf(database, 'recovery') !== null
}

/** `onOver`: the house sells from now on, once it is opened again. */
export function openRecovering(
  options: Options,
  { version, onOver, shelf }: { version: string; onOver: () => void; shelf?: SecretShelf | undefined },
): RecoveringHouse {
  const folder = openDataFolder(options.data, shelf)
  const started = lockStart(folder)
  const { letGo } = lockHouse(folder)
  const { log, close: closeLog } = openLog(folder.logs, systemClock)
  try {
    const store = new SqliteStore(openDatabase(folder.database), options.claims)
    const world = { clock: systemClock, chance: systemChance }
    sealSecrets(folder.keys, folder.shelf)
    const pinHasher = openPinHasher(folder.keys, folder.shelf)
    // Whoever brought the last of it is answered first.
    const soon = () => void systemScheduler.at(systemClock.nowMs() + LEAVE_MS, onOver)
    const backUp = () => backUpOf(folder, options)
    const desk = new RecoveryDesk({ store, ...world, log, pinHasher, version, backUp, onOver: soon })
    // Whether or not it was open to the LAN before: its kiosks must be able to speak.
    const lan = lanOf(folder, options, log, { onJoined: () => {}, mustListen: true })
    lan.begin({
      boxOfficeOf: (kioskId) => desk.boxOfficeOf(kioskId),
      kiosks: kioskEntries(store),
      nowMs: () => desk.nowMs(),
      house: () => answering(store, true),
      onSecond: (kioskId) => desk.noteSecond(kioskId),
    })
    const recovery = recoveryOf(store)
    log.info({ awaits: recovery?.awaits }, 'the house came back from a backup, and waits for its kiosks')
    const close = () => {
      void lan.close()
      desk.close()
      closeLog()
      letGo()
    }
    return { desk, lan, folder, log, close }
  } catch (error) {
    closeLog()
    letGo()
    throw error
  } finally {
    started()
  }
}

/** Backs up what is here by now, just as a house that sells does. */
async function backUpOf(
  { database: path, backups: folder, pictures }: DataFolder,
  { backupTo: elsewhere }: Options,
): Promise<void> {
  const task = { path, folder, pictures, elsewhere, atMs: systemClock.nowMs(), atLeast: null }
  const report = await runThread<BackupReport>('./backup-thread.ts', task satisfies BackupTask).report
  if (report.kind !== 'made') throw new Error(report.detail)
}

/** The actor of a desk of this machine. */
export function kioskOfDesk(desk: string) {
  return deskActor(desk).kioskId
}
