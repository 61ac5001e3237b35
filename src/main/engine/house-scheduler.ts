import type { Scheduler } from './ports.ts'

/** [I11] Whatever is awaited is awaited by the house's time, which goes on where the system's clock was set back. */
export function byHouseTime(scheduler: Scheduler, nowMs: () => number): Scheduler {
  return {
    soon: (work) => scheduler.soon(work),
    at: (instantMs, work) => scheduler.at(instantMs, work, nowMs),
  }
}
