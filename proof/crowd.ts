// [SYNC 5.7] As many kiosks as a hub accepts, all told of every change: its size must not grow, and one kiosk more must be
// refused with a reason. Owns the crowd and the measuring; must never run by itself in a push: it takes as long as it is told to.

import { Crowd } from '../bench/crowd.ts'
import { rest } from '../bench/rest.ts'
import { median } from '../bench/rounds.ts'
import { KIOSK_PATH } from '../src/main/lan/lan-listener.ts'
import { hallShow } from './hall.ts'
import { type LanHouse, figureOf, openLanHouse, openLanKiosk } from './lan-house.ts'
import { NewsLoad } from './news-load.ts'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'

const KIOSKS = 500
const MINUTE_MS = 60_000
const LOOK_EVERY_MS = 2000
const MIB = 1024 * 1024
/** From the first third to the last: what garbage may remain for a while, and no more. */
const GROWTH_MAX = 16 * MIB
const PATIENCE_MS = 20_000

export const crowdProof: Proof = {
  name: 'crowd',
  rule: 'S3',
  about:
    '500 kiosks on one hub, each told of forty changes a second: its size stays, and one more is told that it is full',
  round: 'minute',
  rounds: { push: 0, proof: 3, release: 60 },
  missing: () =>
    process.platform === 'linux' ? null : 'Linux: every kiosk comes from an address of its own',
  run,
}

async function run({ rounds, folder, say }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const house = await openLanHouse(folder, KIOSKS + 1, ['--kiosks', String(KIOSKS)])
  const crowd = new Crowd()
  const [ownKey, ...keys] = house.keys
  if (!ownKey) throw new Error('no key')
  const seller = openLanKiosk(house, ownKey, house.at)
  try {
    const empty = await figureOf(house, 'process_resident_memory_bytes')
    const topics = [{ kind: 'seats', showId: hallShow, afterRevision: null }, { kind: 'shows' }]
    const place = { ...house.at, path: KIOSK_PATH }
    await until(() => seller.client.connection === 'open')
    await crowd.open('hub', place, { keys: keys.slice(0, KIOSKS - 1), topics })
    await refused(house, crowd, { place, keys: keys.slice(KIOSKS - 1) }, tally)
    const load = new NewsLoad(seller.client, [], seller.client)
    const sizes = await watch(house, { crowd, minutes: rounds, say })
    load.stop()
    judge(sizes, empty, tally)
    tally.count('changes told to each', load.changes)
    tally.count('connected at the end', await figureOf(house, 'guichet_kiosks_connected'))
    if (tally.of('connected at the end') !== KIOSKS) tally.violate('not all kiosks stayed')
  } finally {
    seller.close()
    crowd.close()
    await house.hub.stop()
  }
  return tally.outcome
}

/** The one kiosk too many. */
async function refused(
  house: LanHouse,
  crowd: Crowd,
  more: { readonly place: Parameters<Crowd['open']>[1]; readonly keys: LanHouse['keys'] },
  tally: Tally,
): Promise<void> {
  const why = await crowd.open('more', more.place, { keys: more.keys, topics: [] }).then(
    () => 'let in',
    (error: unknown) => String(error),
  )
  const counted = await figureOf(house, 'guichet_lan_refused{reason="full"}')
  if (!why.includes('503') || counted !== 1) tally.violate(`the 501st was ${why}, and ${counted} counted`)
  else tally.count('told that the hub is full')
}

async function watch(
  house: LanHouse,
  { crowd, minutes, say }: { readonly crowd: Crowd; readonly minutes: number; readonly say: Wish['say'] },
): Promise<readonly number[]> {
  const sizes: number[] = []
  const endMs = performance.now() + minutes * MINUTE_MS
  while (performance.now() < endMs) {
    // oxlint-disable-next-line no-await-in-loop -- every so often
    await rest(LOOK_EVERY_MS)
    // oxlint-disable-next-line no-await-in-loop -- what they heard is not kept
    await crowd.take('hub')
    // oxlint-disable-next-line no-await-in-loop -- the same
    sizes.push(await figureOf(house, 'process_resident_memory_bytes'))
    if (sizes.length % 15 === 0) say(`  hub ${((sizes.at(-1) ?? 0) / MIB).toFixed(1)} MiB`)
  }
  return sizes
}

function judge(sizes: readonly number[], empty: number, tally: Tally): void {
  const third = Math.ceil(sizes.length / 3)
  const [first, last] = [median(sizes.slice(0, third)), median(sizes.slice(-third))]
  tally.count('hub MiB before anybody came', Math.round(empty / MIB))
  tally.count('hub MiB in the first third', Math.round(first / MIB))
  tally.count('hub MiB in the last third', Math.round(last / MIB))
  if (last - first > GROWTH_MAX) tally.violate(`the hub grew by ${((last - first) / MIB).toFixed(1)} MiB`)
}

async function until(isSo: () => boolean): Promise<void> {
  const endMs = performance.now() + PATIENCE_MS
  // oxlint-disable-next-line no-await-in-loop -- looked at every so often
  while (!isSo() && performance.now() < endMs) await rest(20)
}
