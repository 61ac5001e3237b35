// Puts a joined kiosk together: folder, lock, key, the commands that are still open, the line to its hub. Wiring only.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '../store/open-database.ts'
import { type DataFolder, lockHouse, openDataFolder } from '../house/data-folder.ts'
import { openLog } from '../house/log.ts'
import type { Membership } from '../../shared/contract/network.ts'
import { systemChance, systemClock, systemScheduler } from '../house/world.ts'
import type { Log } from '../engine/ports.ts'
import { HubPipe } from './hub-pipe.ts'
import { openIdentity } from './identity.ts'
import { JoinedOffice } from './joined-office.ts'
import { LinkNews } from './link-news.ts'
import { KeptCommands } from '../store/kept-commands.ts'

export interface JoinedKiosk {
  readonly office: JoinedOffice
  readonly folder: DataFolder
  readonly log: Log
  close(): void
}

/** Opens without the hub too: its screens then say so, and find it when it comes. */
export async function openKiosk(data: string, membership: Membership, version: string): Promise<JoinedKiosk> {
  const folder = openDataFolder(data)
  const { letGo } = lockHouse(folder)
  const { log, close: closeLog } = openLog(folder.logs, systemClock.nowMs())
  try {
    const identity = await openOwnIdentity(folder)
    const kept = new KeptCommands(folder.path)
    const link = new LinkNews(membership.host)
    const pipe = new HubPipe({
      membership,
      identity,
      version,
      clock: systemClock,
      chance: systemChance,
      scheduler: systemScheduler,
      onTrouble: (problem) => {
        log.debug({ problem, hub: membership.host }, 'no line to the hub')
        link.fail(problem)
      },
    })
    const office = new JoinedOffice({ pipe, kept, clock: systemClock, chance: systemChance, log, link })
    office.watch((connection) => log.info({ connection }, 'the line to the hub'))
    log.info({ version, hub: membership.host, kiosk: membership.kioskId }, 'the kiosk is open')
    let isClosed = false
    const close = () => {
      if (isClosed) return
      isClosed = true
      pipe.close()
      kept.close()
      closeLog()
      letGo()
    }
    return { office, folder, log, close }
  } catch (error) {
    closeLog()
    letGo()
    throw error
  }
}

/** A kiosk whose key is gone is not the one that was let in: it must be paired again, not made anew in silence. */
async function openOwnIdentity({ keys }: DataFolder) {
  const file = join(keys, 'lan-identity.pem')
  if (!existsSync(file)) throw new StartRefused('its keys are whole', file)
  return openIdentity(keys)
}
