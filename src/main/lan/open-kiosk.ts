// Puts a joined kiosk together: folder, lock, key, the commands that are still open, the line to its hub. Wiring only.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '../store/open-database.ts'
import { type DataFolder, lockHouse, openDataFolder } from '../house/data-folder.ts'
import { openLog } from '../house/log.ts'
import { keepNetwork } from '../house/network-file.ts'
import { type SecretShelf, sealSecrets } from '../house/secret-shelf.ts'
import type { Membership } from '../../shared/contract/network.ts'
import { systemChance, systemClock, systemScheduler } from '../house/world.ts'
import type { Log } from '../engine/ports.ts'
import { dialHub } from './hub-line.ts'
import { CutOff } from './cut-off.ts'
import type { HubFinder } from './hub-finder.ts'
import { HubPipe } from './hub-pipe.ts'
import { HubPlace } from './hub-place.ts'
import { openIdentity } from './identity.ts'
import { JoinedOffice } from './joined-office.ts'
import { LinkNews } from './link-news.ts'
import { KeptCommands, openKioskFile } from '../store/kept-commands.ts'
import { openMirrorStore, readMirror, setAside } from '../mirror/mirror-file.ts'
import { MirrorLine } from '../mirror/mirror-line.ts'
import { MirrorOffice } from '../mirror/mirror-office.ts'

export interface JoinedKiosk {
  readonly office: JoinedOffice
  readonly mirror: MirrorLine
  readonly folder: DataFolder
  readonly log: Log
  close(): void
}

/** Opens without the hub too: its screens then say so, and connect when it comes. */
export async function openKiosk(
  { data, shelf }: { readonly data: string; readonly shelf?: SecretShelf | undefined },
  membership: Membership,
  version: string,
  finderFor: (log: Log) => HubFinder | null,
): Promise<JoinedKiosk> {
  const folder = openDataFolder(data, shelf)
  const { letGo } = lockHouse(folder)
  const { log, close: closeLog } = openLog(folder.logs, systemClock)
  try {
    sealSecrets(folder.keys, folder.shelf)
    const identity = await openOwnIdentity(folder)
    const kept = new KeptCommands(openKioskFile(folder.path))
    const link = new LinkNews(membership.host)
    const place = new HubPlace({
      membership,
      finder: finderFor(log),
      keep: (address) => keepNetwork(data, { hub: { ...membership, ...address } }),
      log,
    })
    const start = Buffer.from(systemChance.bytes(12)).toString('hex')
    const pipe = new HubPipe({
      dial: (events) =>
        dialHub({ membership: { ...membership, ...place.address }, identity, version, start })(events),
      clock: systemClock,
      chance: systemChance,
      scheduler: systemScheduler,
      onTrouble: (problem) => {
        log.debug({ problem, hub: membership.host }, 'no line to the hub')
        link.fail(problem)
        place.lost(problem)
      },
    })
    const world = { clock: systemClock, chance: systemChance, scheduler: systemScheduler, log }
    const mirror = new MirrorLine({
      ...world,
      onProgress: (copy) => link.hasCopy(copy),
      openStore: () => openMirrorStore(folder.path),
      setAside: () => setAside(folder.path, systemClock.nowMs()),
    })
    const cutOff = new CutOff(new MirrorOffice({ ...world, openStore: () => readMirror(folder.path) }))
    const office = new JoinedOffice({ ...world, pipe, kept, link, mirror, cutOff })
    office.watch((connection) => {
      log.info({ connection }, 'the line to the hub')
      if (connection === 'open') place.reached()
    })
    log.info({ version, hub: membership.host, kiosk: membership.kioskId }, 'the kiosk is open')
    let isClosed = false
    const close = () => {
      if (isClosed) return
      isClosed = true
      place.close()
      pipe.close()
      mirror.close()
      cutOff.end()
      office.close()
      kept.close()
      closeLog()
      letGo()
    }
    return { office, mirror, folder, log, close }
  } catch (error) {
    closeLog()
    letGo()
    throw error
  }
}

/** A kiosk whose key is gone is not the one that was let in: it must be paired again, not given a new key silently. */
async function openOwnIdentity({ keys, shelf }: DataFolder) {
  const file = join(keys, 'lan-identity.pem')
  if (!existsSync(file)) throw new StartRefused('its keys are whole', file)
  return openIdentity(keys, shelf)
}
