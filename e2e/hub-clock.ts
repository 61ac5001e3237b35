// Loaded into a hub before its program: the test puts its clock forward by as much as it says. Timers that already sleep are not woken.

import { openLine } from './line.ts'

const realNow = Date.now
/** How far it was ahead at the last start. */
let aheadMs = Number(process.env['HUB_CLOCK_AHEAD_MS'] ?? 0)
Date.now = () => realNow() + aheadMs

const clockSide = {
  pass: (ms: number) => {
    aheadMs += ms
  },
}
export type ClockSide = typeof clockSide
openLine(process, clockSide)
// The channel to the test must not keep the hub from ending.
process.channel?.unref()
