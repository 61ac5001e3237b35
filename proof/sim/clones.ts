// A kiosk's folder is copied to another machine, key and all, and both connect to the hub [SYNC 4.7]. Owns when, and which of
// them is turned off in the end; must never tell the hub which of them is which.

import type { CommandId } from '../../src/shared/domain/ids.ts'
import { SECOND_MS } from '../../src/shared/lib/time.ts'
import type { Dice } from '../dice.ts'
import type { Tally } from '../proof.ts'
import type { KioskFiles, SimKiosk } from './kiosk.ts'
import type { World } from './world.ts'

export const CLONED = 'kiosk cloned'

/** The share of evenings on which this happens. */
const CHANCE = 0.3
const AT_MS = { least: 15 * SECOND_MS, most: 120 * SECOND_MS }

interface Parts {
  readonly world: World
  readonly kiosks: SimKiosk[]
  readonly dice: Dice
  readonly tally: Tally
  readonly later: (ms: number, work: () => void) => void
  /** Starts a machine of its own with these files, and somebody who sells at it. */
  readonly begin: (of: SimKiosk, files: KioskFiles) => SimKiosk
}

export class Clones {
  readonly #parts: Parts
  #pair: readonly [SimKiosk, SimKiosk] | null = null
  /** Asked by both machines: what one was told is not the final answer. */
  readonly askedByBoth = new Set<CommandId>()
  readonly retired: SimKiosk[] = []

  constructor(parts: Parts) {
    this.#parts = parts
  }

  plan(): void {
    const { dice, later } = this.#parts
    if (dice.isLucky(CHANCE))
      later(AT_MS.least + dice.roll() * (AT_MS.most - AT_MS.least), () => this.#clone())
  }

  /** One of the two is turned off for good: what it still had to ask, the other asks, or nobody. */
  end(): void {
    if (!this.#pair) return
    const { dice, kiosks, world } = this.#parts
    const one = dice.pick(this.#pair)
    world.say(`${one.name} is turned off for good`)
    one.crash(dice.isLucky(0.5))
    kiosks.splice(kiosks.indexOf(one), 1)
    this.retired.push(one)
  }

  #clone(): void {
    const { dice, kiosks, world, tally, begin } = this.#parts
    const of = kiosks[dice.below(kiosks.length)]
    if (!of) return
    world.say(`${CLONED}: ${of.name}`)
    tally.count(CLONED)
    for (const id of of.open()) this.askedByBoth.add(id)
    const clone = begin(of, of.files())
    kiosks.push(clone)
    this.#pair = [of, clone]
  }
}
