// The engine's ports on the real world: system clock, system chance, Node's timers. The only place in main that touches them.

import { randomBytes } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import type { Chance, Clock, Scheduler } from '../engine/ports.ts'
import { sleepUntil } from './sleep-until.ts'

/**
 * Called before the first sale. Much of what a start allocates lives on, so V8 places later objects from the same lines in its old
 * generation: each row of a sale, and all that hangs from it, then outlives its commit until the next major collection. That cost a
 * seventh of a sale's time.
 */
export function letSalesBeForgotten(): void {
  setFlagsFromString('--no-allocation-site-pretenuring')
}

export const systemClock: Clock = { nowMs: () => Date.now(), elapsedMs: () => performance.now() }

/** Drawn ahead: one system call for some hundred ids, not one for each. */
const POOL_BYTES = 8192
let pool: Buffer = Buffer.alloc(0)

export const systemChance: Chance = {
  bytes: (count) => {
    if (pool.length < count) pool = randomBytes(Math.max(POOL_BYTES, count))
    const drawn = Uint8Array.prototype.slice.call(pool, 0, count)
    pool = pool.subarray(count)
    return drawn
  },
}

function sleep(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

export const systemScheduler: Scheduler = {
  soon: (work) => setImmediate(work),
  at: (instantMs, work, nowMs = () => Date.now()) => sleepUntil({ instantMs, nowMs, sleep }, work),
}
