// A kiosk that is joined to a test house over a real line. Owns its parts and their end; must never assert.

import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { LinkProblem } from '../../shared/contract/topics.ts'
import { systemChance, systemClock, systemScheduler } from '../house/world.ts'
import { openMirrorStore, readMirror, setAside } from '../mirror/mirror-file.ts'
import { MirrorLine } from '../mirror/mirror-line.ts'
import { MirrorOffice } from '../mirror/mirror-office.ts'
import { KeptCommands, openKioskFile } from '../store/kept-commands.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { CutOff } from './cut-off.ts'
import { dialHub } from './hub-line.ts'
import { HubPipe } from './hub-pipe.ts'
import type { Identity } from './identity.ts'
import { JoinedOffice } from './joined-office.ts'
import { type LanHouse, keptLog, kioskIdentity } from './lan.fixture.ts'
import { LinkNews } from './link-news.ts'

/** The key of a kiosk that a manager let in. */
export async function admitted(hub: LanHouse, name = 'Side'): Promise<Identity> {
  const identity = await kioskIdentity()
  await hub.house.done('manager-1', 'admit-kiosk', { name, pin: identity.pin })
  return identity
}

/** A kiosk with everything that a real one has, on a clock of its own. */
export function joinedTo(
  hub: LanHouse,
  identity: Identity,
  folder = kioskFolder(),
  start = randomBytes(12).toString('hex'),
) {
  const troubles: LinkProblem[] = []
  const waiting = new Map<LinkProblem, () => void>()
  const pipe = new HubPipe({
    dial: dialHub({ membership: { ...hub.at, hubPin: hub.pin }, identity, version: '1.2.3', start }),
    clock: systemClock,
    chance: systemChance,
    scheduler: systemScheduler,
    onTrouble: (reason) => {
      troubles.push(reason)
      waiting.get(reason)?.()
    },
  })
  const kept = new KeptCommands(openKioskFile(folder))
  const world = { clock: systemClock, chance: systemChance, scheduler: systemScheduler, log: keptLog }
  const link = new LinkNews('hub')
  const mirror = new MirrorLine({
    ...world,
    onProgress: (copy) => link.hasCopy(copy),
    openStore: () => openMirrorStore(folder),
    setAside: () => setAside(folder, systemClock.nowMs()),
  })
  const cutOff = new CutOff(new MirrorOffice({ ...world, openStore: () => readMirror(folder) }))
  const office = new JoinedOffice({ ...world, pipe, kept, link, mirror, cutOff })
  const close = () => {
    pipe.close()
    mirror.close()
    cutOff.end()
    office.close()
    kept.close()
  }
  const open = new Promise<void>((resolve) => {
    office.watch((connection) => connection === 'open' && resolve())
  })
  const trouble = (reason: LinkProblem) =>
    troubles.includes(reason)
      ? Promise.resolve()
      : new Promise<void>((resolve) => waiting.set(reason, resolve))
  return { office, open, close, trouble, folder, kept, mirror, link }
}

/** The folder for a kiosk's own files. */
export function kioskFolder(): string {
  const folder = join(tempFolder(), 'kiosk')
  mkdirSync(folder)
  return folder
}
