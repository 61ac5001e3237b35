// Puts together what updates this machine: its folder, its key, its places. Wiring only.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log, Backups } from '../engine/ports.ts'
import type { Options } from '../house/options.ts'
import { ownAppImage } from '../house/own-app-image.ts'
import { StartRefused } from '../store/open-database.ts'
import { installerOf } from './installer.ts'
import { machineId, shareOf } from './machine-share.ts'
import { readKey } from './manifest.ts'
import { UpdateDesk } from './update-desk.ts'
import { builtInKey } from './update-key.ts'
import { feedPlace, folderPlace } from './update-place.ts'

export interface UpdateWorld {
  /** The data folder. */
  readonly path: string
  readonly options: Pick<Options, 'updates' | 'shared'>
  readonly version: string
  readonly log: Log
  /** Null: there is no house here to be backed up. */
  readonly backups: Backups | null
  readonly hubVersion?: () => string | null
  readonly onInstalled?: (() => void) | undefined
}

export function openUpdates(world: UpdateWorld): UpdateDesk {
  const { path, options, version, log, backups, hubVersion = () => null, onInstalled = () => {} } = world
  const { feed, keyFile } = options.updates
  const folder = options.updates.folder ?? join(path, 'updates')
  const key = keyOf(keyFile)
  return new UpdateDesk({
    version,
    key: key === null ? null : readKey(key),
    named: { folder, feed },
    places: { folder: folderPlace(folder), feed: feed === null ? null : feedPlace(feed) },
    installer: installerOf({
      platform: process.platform,
      arch: process.arch,
      appImage: ownAppImage(process.env, process.execPath),
      isPackaged: import.meta.dirname.includes('.asar'),
    }),
    staging: join(path, 'update-checked'),
    shareOf: (of) => shareOf(machineId(join(path, 'machine-id')), of),
    hubVersion,
    backUp: backups ? () => backedUp(backups) : () => Promise.resolve(true),
    onInstalled,
    mayWait: backups !== null,
    log,
  })
}

/** Null where several processes share the house: each runs the version it was started as. */
export function updatesOfHouse(world: UpdateWorld): UpdateDesk | null {
  return world.options.shared ? null : openUpdates(world)
}

/** A build with a key of its own takes no other: whoever may set its options may not choose whom it trusts. */
function keyOf(file: string | null): string | null {
  if (file === null) return builtInKey
  if (builtInKey !== null)
    throw new StartRefused('updates are signed by whoever made this program', `--update-key ${file}`)
  try {
    const text = readFileSync(file, 'utf8')
    readKey(text)
    return text
  } catch (error) {
    throw new StartRefused('the key of updates can be read', String(error))
  }
}

/** Backs up everything that is in the house now: a backup that is already being made may be older. */
async function backedUp(backups: Backups): Promise<boolean> {
  await rest(backups)
  const before = backups.state().newest?.atMs ?? -1
  backups.makeNow()
  await rest(backups)
  const { newest, trouble } = backups.state()
  const isMade =
    trouble === null || trouble.kind === 'elsewhere-missing' || trouble.kind === 'elsewhere-failed'
  return isMade && newest !== null && newest.atMs > before
}

function rest(backups: Backups): Promise<void> {
  if (!backups.state().isRunning) return Promise.resolve()
  return new Promise((resolve) => {
    const end = backups.watch(() => {
      if (backups.state().isRunning) return
      end()
      resolve()
    })
  })
}
