// Puts a house together: folder, lock, database, engine, demo data. Used by the kiosk and by the hub alike; wiring only.

import { existsSync } from 'node:fs'
import { demoHouse, deskStaff } from '../../../db/seed/demo-house.ts'
import type { Actor } from '../../shared/domain/catalogue.ts'
import type { KioskId, StaffId } from '../../shared/domain/ids.ts'
import type { Terms } from '../../shared/domain/terms.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { kioskEntries } from '../engine/kiosk-rows.ts'
import { Engine } from '../engine/engine.ts'
import type { Log, Printers } from '../engine/ports.ts'
import { planDigest, writesOfPlan } from '../store/plan-rows.ts'
import { answering } from '../store/house-epoch.ts'
import { put } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import { SqliteStore } from '../store/sqlite-store.ts'
import { StartRefused, layLog, openDatabase } from '../store/open-database.ts'
import { BackgroundCheck } from './background-check.ts'
import { BackupDesk, type BackupParts } from './backup-desk.ts'
import { lockHouse, lockStart, openDataFolder, senderLock, type DataFolder } from './data-folder.ts'
import { watchRoom } from './disk-room.ts'
import { type OpenLog, openLog } from './log.ts'
import { openPaperShelf } from './paper-shelf.ts'
import { openPictures } from './pictures.ts'
import { messagePasswords } from './message-passwords.ts'
import { housePost } from '../post/house-post.ts'
import { prepareInCalm } from './prepare-in-calm.ts'
import { openPinHasher } from './pin-hasher.ts'
import { readAhead } from './read-ahead.ts'
import { type SecretShelf, sealSecrets } from './secret-shelf.ts'
import { seedSum } from './seed.ts'
import { HouseLan } from '../lan/house-lan.ts'
import type { HubFinder } from '../lan/hub-finder.ts'
import { mdnsFinder } from '../lan/mdns-finder.ts'
import { whenPutBack } from './new-recovery.ts'
import { keepHub, keepNetwork, readNetwork } from './network-file.ts'
import { outwardAddress } from './outward-address.ts'
import { updatesOfHouse } from '../update/open-updates.ts'
import type { UpdateDesk } from '../update/update-desk.ts'
import { once } from './once.ts'
import { type Options } from './options.ts'
import { usualLan } from './option-places.ts'
import { refuseIfLost, refuseLeap, refuseLostPepper, refuseUnready } from './refuse-start.ts'
import { SimulatedTerminal } from './simulated-terminal.ts'
import { openTicketKey, ticketKeyFile } from './ticket-key.ts'
import { endRestore } from './unfinished-restore.ts'
import { letSalesBeForgotten, systemChance, systemClock, systemScheduler } from './world.ts'

export interface House {
  readonly engine: Engine
  readonly lan: HouseLan
  readonly folder: DataFolder
  readonly log: Log
  /** Null: several processes share the house, and each runs the version it was started as. */
  readonly updates: UpdateDesk | null
  /** [D2] The checksum of its demo data; null in a house that has none. */
  readonly seed: () => string | null
  close(): void
}

export interface HouseParts {
  /** The date that the demo's dates count from, where a new house is furnished. */
  readonly seedAtMs?: number
  /** [I42] Seals its secrets; without one they lie as they are. */
  readonly shelf?: SecretShelf
  /** [T2] The printers of this machine. */
  readonly printers?: Printers
  /** [K1] Resolves when the page that starts with the house has its files; left out: no page does. */
  readonly pageStill?: Promise<void>
  /** [S3] The house belongs to a hub from now on, or [SYNC 5.9] has to wait for its kiosks: it takes effect when it is opened again. */
  readonly onJoined?: () => void
  /** Another version has been put in this program's place; left out: it runs from the next start, whoever starts it. */
  readonly onInstalled?: () => void
}

const world = { clock: systemClock, chance: systemChance, scheduler: systemScheduler }

export function openHouse(options: Options, version: string, parts: HouseParts = {}): House {
  letSalesBeForgotten()
  const folder = openDataFolder(options.data, parts.shelf)
  endRestore(folder)
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
  { seedAtMs = systemClock.nowMs(), printers, pageStill, onJoined = () => {}, onInstalled }: HouseParts,
): House {
  const { isAlone, letGo } = lockHouse(folder, options.shared)
  // Closed in reverse order of opening; a failed start closes what it had, so that nothing goes on without its lock.
  const closers = [letGo]
  const closeAll = () => {
    for (const close of closers.splice(0).toReversed()) close()
  }
  try {
    const { log, close: closeLog } = openLogOrRefuse(folder.logs)
    closers.push(closeLog)
    const hasSold = lookAtKeys(folder, isAlone && !options.shared)
    // Made after the first commit, so that a key means a house; looked at before the database is touched.
    const signer = once(() => openTicketKey(folder.keys, folder.shelf))
    if (hasSold) signer()
    const database = openDatabase(folder.database, { isAlone })
    closers.push(() => database.close())
    const store = new SqliteStore(database, options.claims, isAlone ? () => layLog(database) : null)
    refuseUnready(store)
    refuseLeap(store, systemClock.nowMs(), options.dateIsRight)
    const pinHasher = once(() => openPinHasher(folder.keys, folder.shelf))
    refuseLostPepper(store, folder)
    const { post, letGo: stopSending } = openPost(folder, log)
    closers.push(stopSending)
    const lan = lanOf(folder, options, log, { onJoined })
    const ofBackups = { store, log, head: () => engine.head, claim: () => post.claim() }
    const backups = backupsOf(folder, options, ofBackups)
    closers.push(() => backups.close())
    const updates = updatesOfHouse({ path: folder.path, options, version, log, backups, onInstalled })
    const engine = new Engine({
      onPutBack: whenPutBack({ ...world, store, log, engine: () => engine, onMarked: onJoined }),
      ...world,
      store,
      log,
      terminal: options.demo ? simulated(options) : null,
      pictures: openPictures(folder.pictures),
      signer: { sign: (text) => signer().sign(text), publicKeyText: () => signer().publicKeyText() },
      post,
      // Of several processes of one house, none could be the one that others find.
      kioskNet: options.shared ? null : lan,
      backups,
      updates,
      pinHasher: { digest: (pin, salt) => pinHasher().digest(pin, salt) },
      printers: printers ?? null,
      paperShelf: openPaperShelf(folder.waiting, isAlone),
      version,
      houseTerms: termsOf(options),
      claims: options.claims,
      isShared: options.shared,
    })
    closers.push(() => engine.close())
    if (engine.sequence === 0) refuseIfLost(folder, hasSold)
    if (engine.sequence === 0) furnish(engine, options.demo, seedAtMs)
    signer()
    pinHasher()
    if (!options.shared) closers.push(shareOnLan(lan, engine, store))
    closers.push(watchRoom(folder.path, { engine, log }), checkBehind(folder, store, engine, log))
    const desk = engine.deskFor(deskActor('house'))
    closers.push(prepareInCalm({ store, ...world, log }), readAhead({ desk, store, ...world, pageStill }))
    log.info({ version, sequence: engine.sequence }, 'the house is open')
    return { engine, lan, folder, log, updates, seed: seedSum(store), close: closeAll }
  } catch (error) {
    closeAll()
    throw error
  }
}

/** Whether the house has been sold from. `isOurs`: where several processes share it, one of the others may have no key store. */
function lookAtKeys({ keys, shelf }: DataFolder, isOurs: boolean): boolean {
  if (isOurs) sealSecrets(keys, shelf)
  return existsSync(ticketKeyFile(keys))
}

/** [S5] Listens for kiosks from now on, if this house is shared. */
function shareOnLan(lan: HouseLan, engine: Engine, store: Store): () => void {
  lan.begin({
    boxOfficeOf: (kioskId) => engine.memberFor(deskActor(kioskId)),
    kiosks: kioskEntries(store),
    nowMs: () => engine.nowMs(),
    house: () => answering(store, false),
  })
  return () => void lan.close()
}

interface LanWishes {
  readonly onJoined: () => void
  /** [SYNC 4.7] Listens whether or not the house was shared before. */
  readonly mustListen?: boolean
}

export function lanOf(
  { keys, shelf, path }: DataFolder,
  { lan, kiosksMax, findsHubs }: Options,
  log: Log,
  { onJoined, mustListen = false }: LanWishes,
): HouseLan {
  return new HouseLan({
    keys,
    shelf,
    place: lan ?? usualLan,
    ...world,
    log,
    kiosksMax,
    wasShared: mustListen || lan !== null || readNetwork(path).isShared,
    finder: finderOf({ findsHubs, lan }, log),
    remember: (isShared) => keepNetwork(path, { isShared }),
    onJoined: (hub) => {
      keepHub(path, hub, systemClock.nowMs())
      onJoined()
    },
  })
}

/** On the network by which kiosks come; a house that listens on its own machine alone has none. */
export function finderOf({ findsHubs, lan }: Pick<Options, 'findsHubs' | 'lan'>, log: Log): HubFinder | null {
  const { host } = lan ?? usualLan
  if (!findsHubs) return null
  if (host !== null && (host === 'localhost' || host.startsWith('127.'))) return null
  return mdnsFinder({ host: () => host ?? outwardAddress() }, log)
}

function backupsOf(
  { database: path, backups: folder, pictures, shelf }: DataFolder,
  { backupTo: elsewhere }: Options,
  parts: Pick<BackupParts, 'store' | 'log' | 'head' | 'claim'>,
): BackupDesk {
  return new BackupDesk({
    path,
    folder,
    pictures,
    elsewhere,
    keys: shelf.isProtected ? 'sealed' : 'unprotected',
    ...world,
    ...parts,
  })
}

/** The returned function ends it. */
function checkBehind({ database: path }: DataFolder, store: Store, engine: Engine, log: Log): () => void {
  const sound: Engine['sound'] = (alarm) => engine.sound(alarm)
  const check = new BackgroundCheck({ path, store, ...world, log, sound })
  return () => check.close()
}

/** [T2] Of several processes of a house, only one writes to its customers. */
function openPost(folder: DataFolder, log: Log) {
  const { claim, letGo } = senderLock(folder)
  return { post: housePost({ passwords: messagePasswords(folder.keys, folder.shelf), log, claim }), letGo }
}

/** [P6] Each question is answered by the next mood; the last one stays. */
function simulated({ terminal }: Options): SimulatedTerminal {
  const moods = [...terminal]
  const next = () => (moods.length > 1 ? moods.shift() : moods[0]) ?? 'approve'
  return new SimulatedTerminal(systemClock, systemScheduler, next)
}

/** The terms set by the start options. */
function termsOf({ holdSeconds, lockSeconds, requireShift }: Options): Partial<Terms> {
  return {
    ...(holdSeconds !== null && { holdMs: holdSeconds * SECOND_MS }),
    ...(requireShift && { requireShift }),
    ...(lockSeconds !== null && { autoLockMs: lockSeconds * SECOND_MS }),
  }
}

function openLogOrRefuse(logs: string): OpenLog {
  try {
    return openLog(logs, systemClock)
  } catch (error) {
    throw new StartRefused('the log can be written', String(error))
  }
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
