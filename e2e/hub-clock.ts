// Loaded into a hub before its program: its clock runs on by as much as the test says. Timers that sleep already are not woken.

import { openLine } from './line.ts'

const realNow = Date.now
/** As far as it was at the last start. */
let aheadMs = Number(process.env['HUB_CLOCK_AHEAD_MS'] ?? 0)
Date.now = () => realNow() + aheadMs

const clockSide = {
  pass: (ms: number) => {
    aheadMs += ms
  },
}
export type ClockSide = typeof clockSide
openLine(process, clockSide)
// A hub that ends is not kept from it by the test that listens.
process.channel?.unref()
