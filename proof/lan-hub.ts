// A hub process with its LAN open, and keys of machines that it lets in, as if a manager had admitted them. Owns the port and the
// keys; the rest is the product.

import { mkdirSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { type Identity, openIdentity } from '../src/main/lan/identity.ts'
import type { Membership } from '../src/shared/contract/network.ts'
import type { KioskId } from '../src/shared/domain/ids.ts'
import { furnishHall, type Spans } from './hall.ts'
import { HubProcess } from './hub-process.ts'
import { openProductHouse } from './product-house.ts'

export interface Member {
  readonly data: string
  readonly identity: Identity
  readonly membership: Membership
}

export interface LanHub {
  readonly hub: HubProcess
  readonly data: string
  readonly port: number
  readonly hubPin: string
  /** Where it serves its metrics. */
  readonly origin: string
  readonly members: readonly Member[]
}

/**
 * Opens a hub with this many kiosks that may join, each with its folder and its key. `words`: further arguments on the hub's command line.
 */
export async function openLanHub(
  folder: string,
  count: number,
  spans: Spans,
  words: readonly string[] = [],
): Promise<LanHub> {
  const data = join(folder, 'house')
  const port = await freePort()
  const house = openProductHouse(data)
  furnishHall(house.engine, spans)
  const { pin: hubPin } = await openIdentity(join(data, 'keys'))
  const members: Member[] = []
  for (let at = 0; at < count; at += 1) {
    const own = join(folder, `kiosk-${at}`)
    mkdirSync(join(own, 'keys'), { recursive: true })
    // oxlint-disable-next-line no-await-in-loop -- some milliseconds each
    const identity = await openIdentity(join(own, 'keys'))
    const name = `Kiosk ${at}`
    const kioskId = `kiosk-${identity.pin.slice(0, 12)}` as KioskId
    house.engine.furnish(
      [{ type: 'entry-saved', entry: { kind: 'kiosk', kioskId, name, pin: identity.pin, active: true } }],
      [],
    )
    members.push({ data: own, identity, membership: { host: '127.0.0.1', port, hubPin, kioskId, name } })
  }
  house.close()
  const hub = new HubProcess(folder, data, null, ['--lan', `127.0.0.1:${port}`, ...words])
  const { origin } = new URL(await hub.link())
  return { hub, data, port, hubPin, origin, members }
}

function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
