// A hub whose size is measured: open, its books checked, and reached by kiosks as in the product. Owns when it is ready; must
// never touch what goes over the lines.

import { randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { systemChance, systemClock, systemScheduler } from '../src/main/house/world.ts'
import { dialHub } from '../src/main/lan/hub-line.ts'
import { HubPipe } from '../src/main/lan/hub-pipe.ts'
import type { Identity } from '../src/main/lan/identity.ts'
import type { HubAddress } from '../src/main/lan/pinned-socket.ts'
import { FrameClient } from '../src/shared/contract/frame-client.ts'
import { rest } from '../bench/rest.ts'
import type { HubProcess } from './hub-process.ts'
import { openLanHub } from './lan-hub.ts'

/** Longer than any run: nothing changes but what is asked for. */
const HOLD_MS = 24 * 3_600_000
const PATIENCE_MS = 30_000
const LOOK_EVERY_MS = 100

export interface LanHouse {
  readonly hub: HubProcess
  readonly at: HubAddress
  readonly hubPin: string
  readonly keys: readonly Identity[]
  /** Where the hub serves its metrics. */
  readonly origin: string
  readonly database: string
}

/** `words`: further arguments on the hub's command line. */
export async function openLanHouse(
  folder: string,
  kiosks: number,
  words: readonly string[] = [],
): Promise<LanHouse> {
  const { members, ...opened } = await openLanHub(folder, kiosks, { holdMs: HOLD_MS }, words)
  const { hub, data, port, hubPin, origin } = opened
  await checked(join(data, 'logs'))
  const keys = members.map(({ identity }) => identity)
  return { hub, at: { host: '127.0.0.1', port }, hubPin, keys, origin, database: join(data, 'house.db') }
}

/** Ten seconds after its start a house checks its books in a thread, which uses memory of its own. */
async function checked(logs: string): Promise<void> {
  const endMs = performance.now() + PATIENCE_MS
  const isChecked = () =>
    readdirSync(logs).some((name) => readFileSync(join(logs, name)).includes('the books add up'))
  // oxlint-disable-next-line no-await-in-loop -- looked at every so often
  while (!isChecked() && performance.now() < endMs) await rest(LOOK_EVERY_MS)
}

export interface LanKiosk {
  readonly client: FrameClient
  close(): void
}

/** A kiosk as in the product, without screens: it reconnects to its hub by itself. `at`: where it believes the hub to be. */
export function openLanKiosk({ hubPin }: LanHouse, identity: Identity, at: HubAddress): LanKiosk {
  const pipe = new HubPipe({
    dial: dialHub({ membership: { ...at, hubPin }, identity, version: 'proof', start: randomUUID() }),
    clock: systemClock,
    chance: systemChance,
    scheduler: systemScheduler,
    onTrouble: () => {},
  })
  return { client: new FrameClient(pipe, () => systemClock.nowMs()), close: () => pipe.close() }
}

/** One figure of the hub's metrics. */
export async function figureOf({ origin }: LanHouse, name: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return Number(line?.split(' ').at(-1) ?? Number.NaN)
}
