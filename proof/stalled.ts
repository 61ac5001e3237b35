// V13: one of eight kiosks hangs, reads a kilobyte a second or is unplugged, with much data on its way to it. Real hub, real lines. Owns
// what that may cost the hub and the other seven, and how soon the kiosk is cut off and back; must never end a line itself.

import { rest } from '../bench/rest.ts'
import { percentile } from '../bench/rounds.ts'
import type { FrameClient } from '../src/shared/contract/frame-client.ts'
import type { PlanId } from '../src/shared/domain/ids.ts'
import { BadWire, type Manner, manners } from './bad-wire.ts'
import { checkHouse, lookAt } from './checks.ts'
import { type LanHouse, figureOf, openLanHouse, openLanKiosk } from './lan-house.ts'
import { NewsLoad } from './news-load.ts'
import { type Outcome, type Proof, type Size, Tally, type Wish } from './proof.ts'

const KIOSKS = 8
const MIB = 1024 * 1024
/** RELIABILITY's limits. */
const GROWTH_MAX = 32 * MIB
const CUT_MAX_MS = 15_000
const BACK_MAX_MS = 5000
const P99_RATIO_MAX = 1.2
/** Longer than anything may take: beyond it there is a violation, not an endless wait. */
const PATIENCE_MS = 30_000
/** Requested just before and never read: more than the system buffers for one connection. */
const PLANS = 500
/** How long the others are measured with the stalled kiosk, and without it before and after. */
const SLICE_MS: Readonly<Record<Size, number>> = { push: 1500, proof: 6000, release: 20_000 }
/** How often the hub's metrics are read, alike in every part of a round. */
const LOOK_EVERY_MS = 500
/** If the machine itself stalls, a round says nothing of the hub, and is repeated up to this often. */
const TRIES_MAX = 5

export const stalledProof: Proof = {
  name: 'stalled',
  rule: 'V13',
  about:
    'one of eight kiosks hangs, reads 1 KiB a second or is unplugged: the hub keeps its size and the others their pace',
  round: 'stalled kiosk, in each way in turn',
  rounds: { push: 1, proof: 6, release: 60 },
  missing: () => (process.platform === 'win32' ? 'a system with signals: links are asked for by one' : null),
  run,
}

interface Evening {
  readonly house: LanHouse
  readonly wire: BadWire
  readonly slow: FrameClient
  readonly other: FrameClient
  readonly load: NewsLoad
}

async function run({ rounds, seed, folder, size, say }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const house = await openLanHouse(folder, KIOSKS)
  const wire = await BadWire.open(house.at)
  const kiosks = house.keys.map((key, at) => openLanKiosk(house, key, at === 0 ? wire.at : house.at))
  try {
    const [slow, seller, ...others] = kiosks.map(({ client }) => client)
    const [other] = others
    if (!slow || !seller || !other) throw new Error('no kiosks')
    const load = new NewsLoad(seller, others, slow)
    const evening = { house, wire, slow, other, load }
    await until(() => kiosks.every(({ client }) => client.connection === 'open'))
    await rest(SLICE_MS[size])
    for (let round = 0; round < rounds; round += 1) {
      const manner = manners[(round + seed) % manners.length] ?? 'stopped'
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await judge(evening, { manner, size, tally, say })
    }
    load.stop()
    if (load.failures > 0) tally.violate(`${load.failures} of ${load.changes} changes were not made`)
    tally.count('changes told', load.changes)
  } finally {
    for (const kiosk of kiosks) kiosk.close()
    wire.close()
    await house.hub.stop()
  }
  await tally.guard('the house afterwards', () => lookAt(house.database, checkHouse))
  return tally.outcome
}

interface Round {
  readonly manner: Exclude<Manner, 'good'>
  readonly size: Size
  readonly tally: Tally
  readonly say: (line: string) => void
}

/** In size push the others' pace is recorded but not judged: a few seconds on a busy machine say nothing of a 99th percentile. */
async function judge(evening: Evening, { manner, size, tally, say }: Round): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    // oxlint-disable-next-line no-await-in-loop -- again, where the machine was noisy
    const { growth, cutMs, backMs, ratio } = await stall(evening, manner, SLICE_MS[size])
    tally.count(`${manner}: rounds`)
    tally.most(`${manner}: MiB more, at most`, Math.ceil(growth / MIB))
    tally.most(`${manner}: cut after ms, at most`, Math.round(cutMs))
    tally.most(`${manner}: back after ms, at most`, Math.round(backMs))
    if (growth > GROWTH_MAX) tally.violate(`${manner}: the hub grew by ${(growth / MIB).toFixed(1)} MiB`)
    if (cutMs > CUT_MAX_MS) tally.violate(`${manner}: cut off after ${Math.round(cutMs)} ms`)
    if (backMs > BACK_MAX_MS) tally.violate(`${manner}: back in step after ${Math.round(backMs)} ms`)
    say(`  ${manner}: the others’ p99 ${ratio.toFixed(2)} × that without it`)
    if (ratio <= P99_RATIO_MAX || size === 'push')
      return tally.most(`${manner}: others’ p99, % of that without it, at most`, Math.round(ratio * 100))
    tally.count(`${manner}: rounds taken again for the others’ p99`)
    if (tried >= TRIES_MAX)
      return tally.violate(`${manner}: others’ p99 ${ratio.toFixed(2)} × that without it`)
  }
}

interface Stalled {
  readonly growth: number
  readonly cutMs: number
  readonly backMs: number
  readonly ratio: number
}

async function stall(evening: Evening, manner: Manner, sliceMs: number): Promise<Stalled> {
  const { wire, load, slow } = evening
  load.takeWaits()
  const sizeBefore = await watch(evening, sliceMs)
  const before = load.takeWaits()
  for (let plan = 0; plan < PLANS; plan += 1) void slow.call('plan', { planId: 1 as PlanId })
  const beganMs = performance.now()
  wire.become(manner)
  const { size, cutAtMs } = await watchUntilCut(evening)
  // At least this long: a slice of the others' pace with the stalled kiosk is compared with one without it.
  const sizeAfter = await watch(evening, Math.max(0, sliceMs - (performance.now() - beganMs)))
  const during = load.takeWaits()
  const backMs = await back(evening)
  load.takeWaits()
  await watch(evening, sliceMs)
  const without = percentile([...before, ...load.takeWaits()], 0.99)
  return {
    growth: Math.max(size, sizeAfter) - sizeBefore,
    cutMs: cutAtMs - beganMs,
    backMs,
    ratio: percentile(during, 0.99) / without,
  }
}

/** The hub's largest size meanwhile, in bytes. */
async function watch({ house }: Evening, forMs: number): Promise<number> {
  const endMs = performance.now() + forMs
  let most = 0
  do {
    // oxlint-disable-next-line no-await-in-loop -- every so often
    most = Math.max(most, await figureOf(house, 'process_resident_memory_bytes'))
    // oxlint-disable-next-line no-await-in-loop -- the same
    await rest(Math.min(LOOK_EVERY_MS, Math.max(0, endMs - performance.now())))
  } while (performance.now() < endMs)
  return most
}

async function watchUntilCut(evening: Evening): Promise<{ readonly size: number; readonly cutAtMs: number }> {
  const endMs = performance.now() + PATIENCE_MS
  let size = 0
  while (performance.now() < endMs) {
    // oxlint-disable-next-line no-await-in-loop -- every so often
    size = Math.max(size, await watch(evening, LOOK_EVERY_MS))
    // oxlint-disable-next-line no-await-in-loop -- the same
    if ((await figureOf(evening.house, 'guichet_kiosks_connected')) < KIOSKS) break
  }
  return { size, cutAtMs: performance.now() }
}

/** The wire is good again: how long until the kiosk has what another had at that moment. */
async function back({ wire, slow, other, load }: Evening): Promise<number> {
  const beganMs = performance.now()
  const newest = load.revisionOf(other)
  wire.become('good')
  await until(() => slow.connection === 'open' && load.revisionOf(slow) >= newest)
  return performance.now() - beganMs
}

/** Or until patience ends: the caller then finds that it took too long. */
async function until(isSo: () => boolean): Promise<void> {
  const endMs = performance.now() + PATIENCE_MS
  // oxlint-disable-next-line no-await-in-loop -- looked at every so often
  while (!isSo() && performance.now() < endMs) await rest(20)
}
