import type { Scheduler } from './ports.ts'

/** [I11] Makes every wait run by the house's time, which goes on even if the system's clock is set back. */
export function byHouseTime(scheduler: Scheduler, nowMs: () => number): Scheduler {
  return {
    soon: (work) => scheduler.soon(work),
    at: (instantMs, work) => scheduler.at(instantMs, work, nowMs),
  }
}
