// What this machine serves to its screens: a house of its own, or, joined, the box office of a hub [S3]. Owns the choice and what both
// have in common; must never know how a screen reaches it.

import type { BoxOffice } from '../../shared/contract/port.ts'
import type { Log } from '../engine/ports.ts'
import { type HouseParts, deskActor, finderOf, openHouse } from '../house/open-house.ts'
import { isRecovering, kioskOfDesk, openRecovering } from '../house/open-recovering.ts'
import { readNetwork } from '../house/network-file.ts'
import { type DataFolder, openDataFolder } from '../house/data-folder.ts'
import type { Options } from '../house/options.ts'
import { type EndedRestore, endRestore } from '../house/unfinished-restore.ts'
import { figuresOfHouse, figuresOfKiosk } from './figures.ts'
import type { Figure } from './metrics.ts'
import { openKiosk } from '../lan/open-kiosk.ts'
import { openUpdates } from '../update/open-updates.ts'
import { OwnUpdates } from '../update/own-updates.ts'
import type { UpdateDesk } from '../update/update-desk.ts'

export interface Served {
  readonly folder: DataFolder
  readonly log: Log
  /** The box office for a desk of this machine. To its hub a joined kiosk is one desk, whichever of its screens asks. */
  boxOfficeOf(desk: string): BoxOffice
  nowMs(): number
  health(): Health
  figures(): readonly Figure[]
  /** One line that says where it sells. */
  readonly told: string
  /** [SYNC 5.9] What this start found of an interrupted restore; null: nothing. */
  readonly ended: EndedRestore | null
  /** The updates of this machine's own program; null: it is not updated from within. */
  readonly updates: Pick<UpdateDesk, 'lookIn'> | null
  close(): void
}

export type Health =
  | {
      readonly store: 'open'
      readonly sequence: number
      readonly keys: KeysAre
      /** [D2] By it two houses can be seen to have the same demo data; null: none. */
      readonly seed: string | null
    }
  | { readonly hub: 'open' | 'lost'; readonly keys: KeysAre }

/** [I42] Whether somebody who copies the disk of this machine has its secrets. */
export type KeysAre = 'sealed' | 'unprotected'

function keysAre({ shelf }: DataFolder): KeysAre {
  return shelf.isProtected ? 'sealed' : 'unprotected'
}

export async function openServed(options: Options, version: string, parts: HouseParts): Promise<Served> {
  const { hub } = readNetwork(options.data)
  const { data } = options
  const { shelf } = parts
  if (!hub) return servedOwn(options, version, parts)
  const kiosk = await openKiosk({ data, shelf }, hub, version, (log) => finderOf(options, log))
  const { office, log } = kiosk
  const world = { path: data, options, version, log, backups: null, onInstalled: parts.onInstalled }
  const own = new OwnUpdates(office, (hubVersion) => openUpdates({ ...world, hubVersion }))
  return {
    ...kiosk,
    updates: own.updates,
    boxOfficeOf: () => own,
    nowMs: () => office.nowMs(),
    health: () => ({
      hub: office.connection === 'open' ? 'open' : 'lost',
      keys: keysAre(kiosk.folder),
    }),
    figures: () => figuresOfKiosk(kiosk),
    told: `sells as “${hub.name}” for the hub at ${hub.host}:${hub.port}`,
    ended: null,
  }
}

function servedOwn(options: Options, version: string, parts: HouseParts): Served {
  // Before the first look at the house: an interrupted restore may still have to decide which house it is.
  const ended = endRestore(openDataFolder(options.data, parts.shelf))
  const served = isRecovering(options.data)
    ? servedRecovering(options, version, parts)
    : servedHouse(options, version, parts)
  return { ...served, ended }
}

type Own = Omit<Served, 'ended'>

/** [SYNC 4.7] Nothing is sold; when the wait is over, the caller opens it again, as after joining a hub. */
function servedRecovering(
  options: Options,
  version: string,
  { onJoined = () => {}, shelf }: HouseParts,
): Own {
  const house = openRecovering(options, { version, onOver: onJoined, shelf })
  const { desk, lan } = house
  return {
    ...house,
    updates: null,
    boxOfficeOf: (name) => desk.deskOffice(kioskOfDesk(name)),
    nowMs: () => desk.nowMs(),
    health: () => ({ store: 'open', sequence: desk.sequence, keys: keysAre(house.folder), seed: null }),
    figures: () => figuresOfHouse(desk.sequence, lan),
    told: `${desk.view().foundBy === null ? 'came back from a backup' : 'has older files than its kiosks know'}: it sells nothing before they have spoken (${options.data})`,
  }
}

function servedHouse(options: Options, version: string, parts: HouseParts): Own {
  const house = openHouse(options, version, parts)
  const { engine, lan, seed } = house
  return {
    ...house,
    boxOfficeOf: (desk) => engine.kioskFor(deskActor(desk)),
    nowMs: () => engine.nowMs(),
    health: () => ({ store: 'open', sequence: engine.sequence, keys: keysAre(house.folder), seed: seed() }),
    figures: () => figuresOfHouse(engine.sequence, lan),
    told: `sells from ${options.data}`,
  }
}
