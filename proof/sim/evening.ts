// One simulated evening from one seed: a hub, some kiosks, sellers, what happens to them, and the verdict. Wiring, and how long it takes.

import { MINUTE_MS, SECOND_MS } from '../../src/shared/lib/time.ts'
import { Dice } from '../dice.ts'
import type { Tally } from '../proof.ts'
import { Cable } from './cable.ts'
import { type Stage, heal, trouble } from './faults.ts'
import { EVENING_MS, openImage } from './house-image.ts'
import { SimHub } from './hub.ts'
import { judge, judgeOnTheWay, judgeOwn } from './judge.ts'
import { SimKiosk } from './kiosk.ts'
import { Machine } from './machine.ts'
import { Seller } from './seller.ts'
import { Witness } from './witness.ts'
import { World } from './world.ts'

const EVENING = { kiosksLeast: 2, kiosksMost: 8, ms: 4 * MINUTE_MS }
/** A clock may be wrong by so much from the beginning. */
const OFFSET_MS = 2 * 24 * 60 * MINUTE_MS
/** [I29] Silence is noticed after 16 s, and the next try comes within 15 s; then two tries of what was left open. */
const HEALED_MS = 60 * SECOND_MS
/** In which every kiosk has found its hub again. */
const FOUND_MS = 40 * SECOND_MS
const LOOK_EVERY_MS = 20 * SECOND_MS

/** What happened, as words and as a digest. */
export async function liveEvening(seed: number, tally: Tally): Promise<World> {
  const world = new World()
  const dice = new Dice(seed)
  const isLocked = dice.isLucky(0.4)
  const hub = new SimHub(machineOf(world, dice), await openImage(isLocked), String(seed), tally)
  hub.boot()
  const count = EVENING.kiosksLeast + dice.below(EVENING.kiosksMost - EVENING.kiosksLeast + 1)
  const kiosks = Array.from({ length: count }, (_, at) =>
    kioskOf(`k${at}`, { world, dice, hub, seed, tally }),
  )
  const witness = new Witness(tally)
  const evening = { hub, kiosks, witness, tally }
  const sellers = kiosks.map(
    (kiosk) =>
      new Seller(kiosk, new Dice(dice.below(2 ** 31)), witness, ({ id }, answer, at) => {
        if (answer.kind === 'done' && !isLocked) judgeOwn(evening, id, at, kiosk.name)
      }),
  )
  let isOver = false
  const later = (ms: number, work: () => void) => world.after(ms, () => isOver || work())
  const parts = { world, hub, kiosks, sellers, dice: new Dice(dice.below(2 ** 31)), tally, later }
  const stage = parts as unknown as Stage
  for (const seller of sellers) seller.begin()
  trouble(stage, () => isOver)
  try {
    for (let at = LOOK_EVERY_MS; at <= EVENING.ms; at += LOOK_EVERY_MS) {
      // oxlint-disable-next-line no-await-in-loop -- a look between one stretch of the evening and the next
      await world.runUntil(at)
      judgeOnTheWay(evening)
    }
    isOver = true
    for (const seller of sellers) seller.stop()
    heal(stage)
    if (isLocked) for (const seller of sellers) world.after(FOUND_MS, () => seller.arrive())
    await world.runUntil(EVENING.ms + HEALED_MS)
    await comeToRest(world, hub)
    await judge(evening)
  } finally {
    hub.crash(true)
    for (const kiosk of kiosks) kiosk.crash(true)
    for (const kiosk of kiosks) kiosk.close()
    hub.database.close()
  }
  tally.count('kiosk minutes', Math.round((count * world.nowMs) / MINUTE_MS))
  return world
}

/** Holds end by the clock: not while the news of it is on its way to the screens. */
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
  readonly dice: Dice
  readonly hub: SimHub
  readonly seed: number
  readonly tally: Tally
}

function kioskOf(name: string, { world, dice, hub, seed, tally }: Surroundings): SimKiosk {
  const cable = new Cable(world, new Dice(dice.below(2 ** 31)))
  cable.onKnock = (connection) => hub.knock(name, connection)
  const kiosk = new SimKiosk({ name, machine: machineOf(world, dice), cable, seed: String(seed), tally })
  kiosk.boot()
  return kiosk
}
