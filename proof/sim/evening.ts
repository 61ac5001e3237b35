// One simulated evening from one seed: a hub, some kiosks, sellers, what happens to them, and the verdict. Owns the wiring, and
// how long everything takes.

import type { KioskId } from '../../src/shared/domain/ids.ts'
import { MINUTE_MS, SECOND_MS } from '../../src/shared/lib/time.ts'
import { Dice } from '../dice.ts'
import type { Tally } from '../proof.ts'
import { Cable } from './cable.ts'
import { type Stage, heal, trouble } from './faults.ts'
import { Clones } from './clones.ts'
import { EVENING_MS, kioskIdAt, openImage } from './house-image.ts'
import { SimHub } from './hub.ts'
import { judge, judgeOnTheWay, judgeOwn } from './judge.ts'
import { type KioskFiles, SimKiosk } from './kiosk.ts'
import { Machine } from './machine.ts'
import { Restores } from './restores.ts'
import { Seller } from './seller.ts'
import { Witness } from './witness.ts'
import { World } from './world.ts'

const EVENING = { kiosksLeast: 2, kiosksMost: 8, ms: 4 * MINUTE_MS }
/** By how much a clock may be wrong from the beginning. */
const OFFSET_MS = 2 * 24 * 60 * MINUTE_MS
/** [I29] Silence is noticed after 16 s, and the next attempt comes within 15 s; then there are two attempts for what was left open. */
const HEALED_MS = 60 * SECOND_MS
/** Within this a hub that people had to open has its kiosks again, and whoever came back at a locked desk is signed in. */
const SETTLED_MS = 20 * SECOND_MS
/** Separates the seed of an evening from that of its restores and clones. */
const OWN = 0x5eed
const LOOK_EVERY_MS = 20 * SECOND_MS

/** What happened, in words and as a digest. */
export async function liveEvening(seed: number, tally: Tally): Promise<World> {
  const evening = await begin(seed, tally)
  const { world, hub, kiosks, sellers, clones, restores } = evening
  try {
    for (let at = LOOK_EVERY_MS; at <= EVENING.ms; at += LOOK_EVERY_MS) {
      // oxlint-disable-next-line no-await-in-loop -- a look between one stretch of the evening and the next
      await world.runUntil(at)
      judgeOnTheWay(evening)
    }
    evening.end()
    for (const seller of sellers) seller.stop()
    clones.end()
    heal(evening)
    await world.runUntil(EVENING.ms + HEALED_MS)
    restores.judgeWait(clones.retired)
    if (evening.isLocked) for (const seller of sellers) seller.arrive()
    await world.runUntil(world.nowMs + SETTLED_MS)
    await comeToRest(world, hub)
    await judge(evening)
  } finally {
    hub.crash(true)
    for (const kiosk of [...kiosks, ...clones.retired]) {
      kiosk.crash(true)
      kiosk.close()
    }
    hub.database.close()
  }
  tally.count('kiosk minutes', Math.round((kiosks.length * world.nowMs) / MINUTE_MS))
  return world
}

async function begin(seed: number, tally: Tally) {
  const world = new World()
  const dice = new Dice(seed)
  const isLocked = dice.isLucky(0.4)
  const machine = machineOf(world, dice)
  const count = EVENING.kiosksLeast + dice.below(EVENING.kiosksMost - EVENING.kiosksLeast + 1)
  const hub = new SimHub(machine, await openImage({ isLocked, kiosks: count }), String(seed), tally)
  hub.boot()
  let isOver = false
  const later = (ms: number, work: () => void) => world.after(ms, () => isOver || work())
  const witness = new Witness(tally)
  const around: Surroundings = { world, hub, seed, tally, mayGoBack: () => restores.mayGoBack }
  const kiosks = Array.from({ length: count }, (_, at) =>
    kioskOf({ name: `k${at}`, kioskId: kioskIdAt(at), files: null }, dice, around),
  )
  const sellers: Seller[] = []
  const sell = (kiosk: SimKiosk, from: Dice) => {
    const seller = new Seller(kiosk, new Dice(from.below(2 ** 31)), witness, ({ id }, answer, at) => {
      if (answer.kind === 'done' && !isLocked) judgeOwn(parts, id, at, kiosk.name)
    })
    sellers.push(seller)
    seller.begin()
  }
  for (const kiosk of kiosks) sell(kiosk, dice)
  // Restores and clones roll dice of their own, so that the rest of an evening is the same with and without them.
  const own = new Dice(seed ^ OWN)
  const restores = new Restores({ hub, kiosks, witness, tally, dice: own, isLocked, later })
  const cloneOf = (of: SimKiosk, files: KioskFiles) => {
    const clone = kioskOf({ name: `${of.name}b`, kioskId: of.kioskId, files }, own, around)
    sell(clone, own)
    return clone
  }
  const clones = new Clones({ world, kiosks, dice: own, tally, later, begin: cloneOf })
  const parts = { world, hub, kiosks, sellers, witness, tally, later, isLocked, restores, clones }
  const evening = { ...parts, dice: new Dice(dice.below(2 ** 31)), end: () => (isOver = true) }
  restores.plan()
  clones.plan()
  trouble(evening as unknown as Stage, () => isOver)
  return evening as typeof evening & Stage
}

/** Holds end by the clock: waits until no such news is on its way to the screens. */
async function comeToRest(world: World, hub: SimHub): Promise<void> {
  for (let before = -1; before !== hub.engine?.sequence; ) {
    before = hub.engine?.sequence ?? before
    // oxlint-disable-next-line no-await-in-loop -- until nothing is new
    await world.runUntil(world.nowMs + SECOND_MS)
  }
}

function machineOf(world: World, dice: Dice): Machine {
  const machine = new Machine(world, EVENING_MS + Math.round((2 * dice.roll() - 1) * OFFSET_MS))
  machine.go(0.98 + dice.roll() * 0.04)
  return machine
}

interface Surroundings {
  readonly world: World
  readonly hub: SimHub
  readonly seed: number
  readonly tally: Tally
  readonly mayGoBack: () => boolean
}

interface KioskOf {
  readonly name: string
  readonly kioskId: KioskId
  readonly files: KioskFiles | null
}

function kioskOf(of: KioskOf, dice: Dice, { world, hub, seed, ...around }: Surroundings): SimKiosk {
  const cable = new Cable(world, new Dice(dice.below(2 ** 31)))
  cable.onKnock = (connection) => hub.knock(kiosk, connection)
  const machine = machineOf(world, dice)
  const kiosk: SimKiosk = new SimKiosk({ ...of, ...around, machine, cable, seed: String(seed) })
  kiosk.boot()
  return kiosk
}
