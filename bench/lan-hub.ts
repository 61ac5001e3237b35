// A demo house that kiosks reach through the LAN's own door, on this machine: TLS 1.3, both keys pinned, each kiosk let in by a manager.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type House, deskActor } from '../src/main/house/open-house.ts'
import type { Options } from '../src/main/house/options.ts'
import { type Identity, openIdentity } from '../src/main/lan/identity.ts'
import { KIOSK_PATH } from '../src/main/lan/lan-listener.ts'
import type { BoxOffice } from '../src/shared/contract/port.ts'
import { known } from '../src/shared/lib/assert.ts'
import { withDemoHouse } from './demo-house.ts'
import type { Place } from './kiosk-socket.ts'
import { done } from './sellers.ts'

export interface LanHub {
  readonly house: House
  readonly folder: string
  /** The hub's own desk. */
  readonly desk: BoxOffice
  readonly place: Place
  readonly keys: readonly Identity[]
}

export function withLanHub<Result>(kiosks: number, work: (hub: LanHub) => Promise<Result>): Promise<Result> {
  const setting: Partial<Options> = { lan: { host: '127.0.0.1', port: 0 }, kiosksMax: kiosks }
  return withDemoHouse(async (house, folder) => {
    const desk = house.engine.deskFor(deskActor('hub'))
    await house.lan.settled()
    const keys = await identities(folder, kiosks)
    // oxlint-disable-next-line no-await-in-loop -- a manager lets them in one by one
    for (const [at, { pin }] of keys.entries())
      done(await desk.call('admit-kiosk', { name: `Kiosk ${at + 1}`, pin }))
    return work({ house, folder, desk, place: placeOf(house), keys })
  }, setting)
}

export function identities(folder: string, count: number): Promise<Identity[]> {
  return Promise.all(
    Array.from({ length: count }, (_, at) => {
      const keys = join(folder, 'kiosks', String(at))
      mkdirSync(keys, { recursive: true })
      return openIdentity(keys)
    }),
  )
}

function placeOf({ lan }: House): Place {
  const state = lan.state()
  if (state.kind !== 'open') throw new Error(`the LAN is ${JSON.stringify(state)}`)
  const [host = '', port = ''] = known(state.addresses[0], 'address').split(':')
  return { host, port: Number(port), path: KIOSK_PATH }
}
