// The engine's ports on the real world: system clock, system chance, Node's timers. The only place in main that touches them.

import { randomBytes } from 'node:crypto'
import { HOUR_MS } from '../../shared/lib/time.ts'
import type { Chance, Clock, Scheduler } from '../engine/ports.ts'

/** Node's timers overflow at 2^31 ms: sleep in pieces. */
const LONGEST_SLEEP_MS = HOUR_MS

export const systemClock: Clock = { nowMs: () => Date.now(), elapsedMs: () => performance.now() }

export const systemChance: Chance = { bytes: (count) => randomBytes(count) }

export const systemScheduler: Scheduler = {
  soon: (work) => setImmediate(work),
  at: (instantMs, work) => {
    let timer: NodeJS.Timeout
    const sleep = () => {
      const leftMs = instantMs - Date.now()
      timer = setTimeout(
        leftMs > LONGEST_SLEEP_MS ? sleep : work,
        Math.max(0, Math.min(leftMs, LONGEST_SLEEP_MS)),
      )
    }
    sleep()
    return () => clearTimeout(timer)
  },
}
