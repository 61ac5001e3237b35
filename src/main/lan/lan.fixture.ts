// A house on a LAN that is this machine alone, and kiosks that knock at it. Owns what every test of the LAN begins with; must never
// assert.

import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { known } from '../../shared/lib/assert.ts'
import type { BoxOffice } from '../../shared/contract/port.ts'
import type { KioskId } from '../../shared/domain/ids.ts'
import type { Membership } from '../../shared/contract/network.ts'
import type { Output } from '../../shared/contract/operations.ts'
import { kioskEntries } from '../engine/kiosk-rows.ts'
import type { Log } from '../engine/ports.ts'
import { TestHouse } from '../engine/test-house.ts'
import { deskActor } from '../house/open-house.ts'
import { answering } from '../store/house-epoch.ts'
import type { Store } from '../store/store.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { HouseLan } from './house-lan.ts'
import type { HubFinder } from './hub-finder.ts'
import { type Identity, openIdentity } from './identity.ts'
import type { HubAddress } from './pinned-socket.ts'

export interface LanHouse {
  readonly house: TestHouse
  readonly lan: HouseLan
  /** The kiosks whose second machine was turned away. */
  readonly seconds: readonly KioskId[]
  /** Hubs that this machine was let into. */
  readonly joinedTo: readonly Membership[]
  readonly at: HubAddress
  readonly pin: string
}

export const keptLog: Log = { error: () => {}, info: () => {}, debug: () => {} }

/** A house that listens on a free port of the loopback. */
export async function openLanHouse({
  kiosksMax = 64,
  finder = null,
  log = keptLog,
  ...of
}: {
  readonly kiosksMax?: number
  readonly finder?: HubFinder | null
  readonly log?: Log
  readonly store?: Store
  readonly openedAtMs?: number
} = {}): Promise<LanHouse> {
  const joinedTo: Membership[] = []
  const started = performance.now()
  const lan = new HouseLan({
    keys: keysFolder(),
    place: { host: '127.0.0.1', port: 0 },
    clock: { nowMs: () => Date.now(), elapsedMs: () => performance.now() - started },
    chance: { bytes: (count) => randomBytes(count) },
    log,
    kiosksMax,
    wasShared: true,
    remember: () => {},
    onJoined: (membership) => joinedTo.push(membership),
    scheduler: { soon: () => {}, at: () => () => {} },
    finder,
  })
  const house = new TestHouse({ ...of, kioskNet: lan })
  const seconds: KioskId[] = []
  lan.begin({
    boxOfficeOf: (kioskId) => soonFor(house, kioskId),
    kiosks: kioskEntries(house.store),
    nowMs: () => house.engine.nowMs(),
    house: () => answering(house.store, false),
    onSecond: (kioskId) => seconds.push(kioskId),
  })
  onTestFinished(() => lan.close())
  await lan.settled()
  const state = lan.state()
  if (state.kind !== 'open') throw new Error(`the LAN is ${JSON.stringify(state)}`)
  const [host = '', port = ''] = known(state.addresses[0], 'address').split(':')
  return { house, lan, seconds, joinedTo, at: { host, port: Number(port) }, pin: state.pin }
}

/** A test house commits only when told to: here, once everything that arrived together is in. */
function soonFor(house: TestHouse, kioskId: KioskId): BoxOffice {
  const desk = house.engine.memberFor(deskActor(kioskId))
  return {
    subscribe: (topic, listener) => desk.subscribe(topic, listener),
    call: (...asked) => {
      const answer = desk.call(...asked)
      setImmediate(() => house.scheduler.flush())
      return answer
    },
  }
}

export function kioskIdentity(): Promise<Identity> {
  return openIdentity(keysFolder())
}

/** As the manager's screen asks. */
export async function rowsOf({ house }: LanHouse): Promise<Output<'kiosks'>> {
  return house.done('manager-1', 'kiosks', {})
}

/** Lets in whoever waits, under the name it gave, as a manager does. */
export async function admitWaiting(of: LanHouse): Promise<void> {
  const { name, pin } = known((await rowsOf(of)).waiting, 'who waits')
  await of.house.done('manager-1', 'admit-kiosk', { name, pin })
}

function keysFolder(): string {
  const keys = join(tempFolder(), 'keys')
  mkdirSync(keys)
  return keys
}
