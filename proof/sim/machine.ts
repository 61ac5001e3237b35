// A simulated machine: its clocks, which are wrong, its sleep, and the lives of the process that runs on it. Owns what that
// process takes for time; must never let a dead process do anything.

import type { Clock, Scheduler } from '../../src/main/engine/ports.ts'
import { sleepUntil } from '../../src/main/house/sleep-until.ts'
import type { World } from './world.ts'

/** For the rounding of floats: a timer this close to its time is due. */
const DUE_MS = 0.001

export class Machine {
  readonly world: World
  /** How fast both of its clocks run. */
  #rate = 1
  #wallMs: number
  #passedMs = 0
  #sinceMs: number
  #isAsleep = false
  #waiting: (() => void)[] = []

  constructor(world: World, wallMs: number) {
    this.world = world
    this.#wallMs = wallMs
    this.#sinceMs = world.nowMs
  }

  get wallMs(): number {
    return this.#wallMs + this.#sinceThen()
  }

  /** By the clock that never steps, and stops while the machine sleeps. */
  get passedMs(): number {
    return this.#passedMs + (this.#isAsleep ? 0 : this.#sinceThen())
  }

  get rate(): number {
    return this.#rate
  }

  get isAsleep(): boolean {
    return this.#isAsleep
  }

  go(rate: number): void {
    this.#settle()
    this.#rate = rate
  }

  step(byMs: number): void {
    this.#settle()
    this.#wallMs += byMs
  }

  sleep(): void {
    this.#settle()
    this.#isAsleep = true
  }

  wake(): void {
    if (!this.#isAsleep) return
    this.#settle()
    this.#isAsleep = false
    for (const work of this.#waiting.splice(0)) this.world.after(0, work)
  }

  /** Runs it now, or as soon as the machine wakes. */
  whenAwake(work: () => void): void {
    if (this.#isAsleep) this.#waiting.push(work)
    else work()
  }

  #sinceThen(): number {
    return (this.world.nowMs - this.#sinceMs) * this.#rate
  }

  #settle(): void {
    const since = this.#sinceThen()
    this.#wallMs += since
    if (!this.#isAsleep) this.#passedMs += since
    this.#sinceMs = this.world.nowMs
  }
}

/** One process, from its start to its end. */
export class Life implements Clock, Scheduler {
  readonly machine: Machine
  #isOver = false

  constructor(machine: Machine) {
    this.machine = machine
  }

  get isOver(): boolean {
    return this.#isOver
  }

  end(): void {
    this.#isOver = true
  }

  nowMs(): number {
    return Math.floor(this.machine.wallMs)
  }

  elapsedMs(): number {
    return this.machine.passedMs
  }

  soon(work: () => void): void {
    this.machine.world.after(0, () => this.#run(work))
  }

  at(instantMs: number, work: () => void, nowMs = () => this.nowMs()): () => void {
    return sleepUntil({ instantMs, nowMs, sleep: (ms, then) => this.#timer(ms, then) }, work)
  }

  /** By the clock that stops while the machine sleeps. */
  #timer(ms: number, work: () => void): () => void {
    const { machine } = this
    const dueMs = machine.passedMs + ms
    let isOff = false
    const arm = () => machine.world.after((dueMs - machine.passedMs) / machine.rate, ring)
    const ring = () => {
      if (isOff || this.#isOver) return
      if (machine.isAsleep) machine.whenAwake(ring)
      else if (machine.passedMs < dueMs - DUE_MS) arm()
      else this.#live(work)
    }
    arm()
    return () => {
      isOff = true
    }
  }

  #run(work: () => void): void {
    if (!this.#isOver) this.machine.whenAwake(() => this.#live(work))
  }

  /** What a process throws as it dies is ignored. */
  #live(work: () => void): void {
    if (this.#isOver) return
    try {
      work()
    } catch (error) {
      if (!this.isOver) throw error
    }
  }
}
