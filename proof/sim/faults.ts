// What may happen on a simulated evening, and how often. Owns the probabilities; must never decide what should have come of it.

import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../src/shared/lib/time.ts'
import type { Dice } from '../dice.ts'
import type { Tally } from '../proof.ts'
import { soundDisk } from './faulty-store.ts'
import type { SimHub } from './hub.ts'
import type { SimKiosk } from './kiosk.ts'
import type { Machine } from './machine.ts'
import type { Seller } from './seller.ts'
import type { World } from './world.ts'

export interface Stage {
  readonly world: World
  readonly hub: SimHub
  /** A cloned kiosk is added to them. */
  readonly kiosks: [SimKiosk, ...SimKiosk[]]
  readonly sellers: [Seller, ...Seller[]]
  readonly dice: Dice
  readonly tally: Tally
  /** Runs `work` after this time, unless everything was healed by then. */
  readonly later: (ms: number, work: () => void) => void
}

type Fault = (stage: Stage) => string

/** Average time between two faults. */
const EVERY_MS = 14 * SECOND_MS
const DOWN_MS = 20 * SECOND_MS

export const faults: Readonly<Record<string, Fault>> = {
  'line cut': (stage) => {
    const kiosk = stage.dice.pick(stage.kiosks)
    kiosk.cable.cut()
    return kiosk.name
  },
  'silence both ways': (stage) => silence(stage, ['up', 'down']),
  'silence to the hub': (stage) => silence(stage, ['up']),
  'silence from the hub': (stage) => silence(stage, ['down']),
  'slow line': (stage) => {
    const kiosk = stage.dice.pick(stage.kiosks)
    kiosk.cable.slow(stage.dice.isLucky(0.3) ? 2 * MINUTE_MS : 3 * SECOND_MS)
    stage.later(stage.dice.roll() * MINUTE_MS, () => kiosk.cable.heal())
    return kiosk.name
  },
  swizzle: ({ later, dice, kiosks }) => {
    for (const kiosk of kiosks) {
      later(dice.roll() * 20 * SECOND_MS, () => kiosk.cable.silence([kiosk.cable.up, kiosk.cable.down]))
      later(20 * SECOND_MS + dice.roll() * 20 * SECOND_MS, () => kiosk.cable.heal())
    }
    return 'all'
  },
  'kiosk killed': (stage) => {
    const kiosk = stage.dice.pick(stage.kiosks)
    kiosk.crash(stage.dice.isLucky(0.5))
    return kiosk.name
  },
  'kiosk to die at a write': (stage) => {
    const kiosk = stage.dice.pick(stage.kiosks)
    kiosk.disk.dieAt = stage.dice.pick(['before', 'after'])
    return kiosk.name
  },
  'kiosk disk to fail': (stage) => {
    const kiosk = stage.dice.pick(stage.kiosks)
    kiosk.disk.failures = 1 + stage.dice.below(4)
    return kiosk.name
  },
  'copy to die at a commit': (stage) => {
    const kiosk = stage.dice.pick(stage.kiosks)
    kiosk.mirrorDisk.dieAt = stage.dice.pick(['before', 'after'])
    return kiosk.name
  },
  'copy disk to fail': (stage) => {
    const kiosk = stage.dice.pick(stage.kiosks)
    const failAt = 1 + stage.dice.below(20)
    Object.assign(kiosk.mirrorDisk, { failAt, failures: 1 + stage.dice.below(3), trouble: 'full' })
    return kiosk.name
  },
  'hub killed': ({ hub, dice }) => {
    hub.crash(dice.isLucky(0.5))
    return 'hub'
  },
  'hub to die at a commit': ({ hub, dice }) => {
    hub.disk.dieAt = dice.pick(['before', 'after'])
    return 'hub'
  },
  'hub disk to fail': ({ hub, dice }) => {
    hub.disk.trouble = dice.pick(['full', 'other'])
    hub.disk.failAt = 1 + dice.below(8)
    hub.disk.failures = 1 + dice.below(12)
    return 'hub'
  },
  'hub disk not to confirm': ({ hub, dice, later }) => {
    hub.disk.unconfirmed = dice.pick(['kept', 'lost'])
    // From then on nothing is sold until somebody restarts it.
    later(MINUTE_MS / 2, () => hub.crash(false))
    return 'hub'
  },
  'clock step': (stage) => {
    const span = stage.dice.pick([3 * SECOND_MS, 10 * MINUTE_MS, 2 * DAY_MS])
    machineOf(stage).step(Math.round((2 * stage.dice.roll() - 1) * span))
    return `${span} ms`
  },
  'clock rate': (stage) => {
    machineOf(stage).go(0.9 + stage.dice.roll() * 0.2)
    return ''
  },
  suspend: (stage) => {
    const machine = machineOf(stage)
    machine.sleep()
    stage.later(stage.dice.roll() * 2 * MINUTE_MS, () => machine.wake())
    return ''
  },
  flood: (stage) => {
    stage.dice.pick(stage.sellers).flood()
    return ''
  },
}

const names = Object.keys(faults) as [string, ...string[]]

/** Until `isOver`; whatever is down is started again after a while. */
export function trouble(stage: Stage, isOver: () => boolean): void {
  const { world, dice, tally, hub, kiosks } = stage
  world.after(dice.roll() * 2 * EVERY_MS, () => {
    if (isOver()) return
    const name = dice.pick(names)
    tally.count(name)
    world.say(`${name}: ${faults[name]?.(stage)}`)
    trouble(stage, isOver)
  })
  const start = (machine: { readonly isUp: boolean; boot: () => void }) => {
    if (!machine.isUp) stage.later(dice.roll() * DOWN_MS, () => machine.boot())
  }
  start(hub)
  for (const kiosk of kiosks) start(kiosk)
}

/** Everything works from now on. */
export function heal({ hub, kiosks }: Stage): void {
  const sound = soundDisk()
  for (const { machine } of [hub, ...kiosks]) {
    machine.wake()
    machine.go(1)
  }
  const { disk } = hub
  Object.assign(disk, sound)
  // A hub whose disk did not confirm a write sells nothing until somebody restarts it.
  hub.crash(false)
  hub.boot()
  for (const kiosk of kiosks) {
    Object.assign(kiosk.disk, { failures: 0, dieAt: null })
    Object.assign(kiosk.mirrorDisk, sound)
    kiosk.cable.heal()
    kiosk.boot()
  }
}

function silence({ later, dice, kiosks }: Stage, ways: readonly ('up' | 'down')[]): string {
  const { name, cable } = dice.pick(kiosks)
  cable.silence(ways.map((way) => cable[way]))
  later(dice.roll() * 1.5 * MINUTE_MS, () => cable.heal())
  return name
}

function machineOf({ dice, hub, kiosks }: Stage): Machine {
  return dice.isLucky(0.4) ? hub.machine : dice.pick(kiosks).machine
}
