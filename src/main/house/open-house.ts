// Puts a house together: folder, lock, database, engine, demo data. Used by the kiosk and by the hub alike; wiring only.

import { existsSync } from 'node:fs'
import { demoHouse, deskStaff } from '../../../db/seed/demo-house.ts'
import type { Actor } from '../../shared/domain/catalogue.ts'
import type { KioskId, StaffId } from '../../shared/domain/ids.ts'
import type { Terms } from '../../shared/domain/terms.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { checkSinceMark } from '../checks/verified-mark.ts'
import { kioskEntries } from '../engine/kiosk-rows.ts'
import { Engine } from '../engine/engine.ts'
import type { Log, Printers } from '../engine/ports.ts'
import { planDigest, writesOfPlan } from '../store/plan-rows.ts'
import { put } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { StartRefused, layLog, openDatabase } from '../store/open-database.ts'
import { BackgroundCheck } from './background-check.ts'
import { lockHouse, lockStart, openDataFolder, senderLock, type DataFolder } from './data-folder.ts'
import { watchRoom } from './disk-room.ts'
import { type OpenLog, openLog } from './log.ts'
import { openPaperShelf } from './paper-shelf.ts'
import { openPictures } from './pictures.ts'
import { messagePasswords } from './message-passwords.ts'
import { housePost } from '../post/house-post.ts'
import { openPinHasher, pepperFile } from './pin-hasher.ts'
import { seedOf } from './seed.ts'
import { HouseLan } from '../lan/house-lan.ts'
import { keepNetwork, readNetwork } from './network-file.ts'
import { type Options, usualLan } from './options.ts'
import { SimulatedTerminal } from './simulated-terminal.ts'
import { openTicketKey, ticketKeyFile } from './ticket-key.ts'
import { letSalesBeForgotten, systemChance, systemClock, systemScheduler } from './world.ts'

export interface House {
  readonly engine: Engine
  readonly lan: HouseLan
  readonly folder: DataFolder
  readonly log: Log
  /** [D2] What its demo data sums to; null in a house that has none. */
  readonly seed: string | null
  close(): void
}

export interface HouseParts {
  /** What the demo's dates count from, where a new house gets one. */
  readonly seedAtMs?: number
  /** [T2] Who prints here. */
  readonly printers?: Printers
  /** [S3] It belongs to a hub from now on: opened anew, that is what it serves. */
  readonly onJoined?: () => void
}

/** [SYNC 5.7] Counters of the largest venue, twice over. */
const KIOSKS_MAX = 64

export function openHouse(options: Options, version: string, parts: HouseParts = {}): House {
  letSalesBeForgotten()
  const folder = openDataFolder(options.data)
  const started = lockStart(folder)
  try {
    return openLocked(folder, options, version, parts)
  } finally {
    started()
  }
}

function openLocked(
  folder: DataFolder,
  options: Options,
  version: string,
  { seedAtMs = systemClock.nowMs(), printers, onJoined = () => {} }: HouseParts,
): House {
  const { isAlone, letGo } = lockHouse(folder, options.shared)
  // In the order they were opened; a start that fails closes what it had, so that nothing goes on without its lock.
  const closers = [letGo]
  const closeAll = () => {
    for (const close of closers.splice(0).toReversed()) close()
  }
  try {
    const { log, close: closeLog } = openLogOrRefuse(folder.logs)
    closers.push(closeLog)
    const hasSold = existsSync(ticketKeyFile(folder.keys))
    // Made after the first commit, so that a key means a house; looked at before the database is touched.
    const signer = once(() => openTicketKey(folder.keys))
    if (hasSold) signer()
    const database = openDatabase(folder.database, { isAlone })
    closers.push(() => database.close())
    if (isAlone) layLog(database)
    const store = new SqliteStore(database, options.claims)
    checkSinceMark(store)
    const pinHasher = once(() => openPinHasher(folder.keys))
    refuseLostPepper(store, folder)
    const { post, letGo: stopSending } = openPost(folder, log)
    closers.push(stopSending)
    const lan = lanOf(folder, options, log, onJoined)
    const engine = new Engine({
      store,
      clock: systemClock,
      chance: systemChance,
      scheduler: systemScheduler,
      log,
      terminal: options.demo ? simulated(options) : null,
      pictures: openPictures(folder.pictures),
      signer: { sign: (text) => signer().sign(text), publicKeyText: () => signer().publicKeyText() },
      post,
      // Of several processes of one house, none is the one that others could find.
      kioskNet: options.shared ? null : lan,
      pinHasher: { digest: (pin, salt) => pinHasher().digest(pin, salt) },
      printers: printers ?? null,
      paperShelf: openPaperShelf(folder.waiting, isAlone),
      version,
      houseTerms: termsOf(options),
      claims: options.claims,
      isShared: options.shared,
    })
    closers.push(() => engine.close())
    if (engine.sequence === 0 && hasSold) {
      throw new StartRefused(
        'the database of this house is there',
        `${folder.database} is empty, but the house has a key`,
      )
    }
    if (engine.sequence === 0) furnish(engine, options.demo, seedAtMs)
    signer()
    pinHasher()
    if (!options.shared) closers.push(shareOnLan(lan, engine, store))
    closers.push(watchRoom(folder.path, { engine, log }))
    const check = checkBehind(folder, store, engine, log)
    closers.push(() => check.close())
    log.info({ version, sequence: engine.sequence }, 'the house is open')
    return { engine, lan, folder, log, seed: seedOf(store)?.checksum ?? null, close: closeAll }
  } catch (error) {
    closeAll()
    throw error
  }
}

/** [S5] Kiosks are heard from now on, if this house is shared. */
function shareOnLan(lan: HouseLan, engine: Engine, store: Store): () => void {
  lan.begin({
    boxOfficeOf: (kioskId) => engine.kioskFor(deskActor(kioskId)),
    kiosks: kioskEntries(store),
    nowMs: () => engine.nowMs(),
  })
  return () => void lan.close()
}

function lanOf({ keys, path }: DataFolder, { lan }: Options, log: Log, onJoined: () => void): HouseLan {
  return new HouseLan({
    keys,
    place: lan ?? usualLan,
    clock: systemClock,
    chance: systemChance,
    log,
    kiosksMax: KIOSKS_MAX,
    wasShared: lan !== null || readNetwork(path).isShared,
    remember: (isShared) => keepNetwork(path, { isShared }),
    onJoined: (hub) => {
      keepNetwork(path, { hub, isShared: false })
      onJoined()
    },
  })
}

function checkBehind(
  { database: path }: DataFolder,
  store: Store,
  engine: Engine,
  log: Log,
): BackgroundCheck {
  const sound: Engine['sound'] = (alarm) => engine.sound(alarm)
  return new BackgroundCheck({ path, store, clock: systemClock, scheduler: systemScheduler, log, sound })
}

/** [T2] Of several processes of a house, one writes to its customers. */
function openPost(folder: DataFolder, log: Log) {
  const { claim, letGo } = senderLock(folder)
  return { post: housePost({ passwords: messagePasswords(folder.keys), log, claim }), letGo }
}

/** [P6] Each question is answered by the next mood; the last one stays. */
function simulated({ terminal }: Options): SimulatedTerminal {
  const moods = [...terminal]
  const next = () => (moods.length > 1 ? moods.shift() : moods[0]) ?? 'approve'
  return new SimulatedTerminal(systemClock, systemScheduler, next)
}

/** What this house was started with. */
function termsOf({ holdSeconds, lockSeconds, requireShift }: Options): Partial<Terms> {
  return {
    ...(holdSeconds !== null && { holdMs: holdSeconds * SECOND_MS }),
    ...(requireShift && { requireShift }),
    ...(lockSeconds !== null && { autoLockMs: lockSeconds * SECOND_MS }),
  }
}

/** Without it no PIN is ever right again: said at the start, not to whoever stands before a locked desk. */
function refuseLostPepper(store: Store, { keys }: DataFolder): void {
  const hasPins = store.all('pin').length > 0
  if (hasPins && !existsSync(pepperFile(keys))) throw new StartRefused('its keys are whole', pepperFile(keys))
}

function openLogOrRefuse(logs: string): OpenLog {
  try {
    return openLog(logs, systemClock.nowMs())
  } catch (error) {
    throw new StartRefused('the log can be written', String(error))
  }
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | null = null
  return () => (made ??= make())
}

/** A new house gets its desk, or [D1] the demo: the same everywhere, every date an offset from `atMs`. */
export function furnish(engine: Engine, demo: boolean, atMs: number): void {
  if (!demo) return engine.furnish([{ type: 'entry-saved', entry: deskStaff }], [])
  const { events, plans, seededAtMs } = demoHouse(atMs, planDigest)
  const seeded = put('meta', { key: 'demo-at', value: String(seededAtMs) })
  engine.furnish(events, [seeded, ...plans.flatMap((plan) => writesOfPlan(plan))])
}

/** Until there is a PIN to sign in with, whoever stands at the desk is its manager. */
export function deskActor(kioskId: string): Actor {
  return { staffId: 1 as StaffId, name: 'Desk', role: 'manager', kioskId: kioskId as KioskId }
}
