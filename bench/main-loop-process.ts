// Main's part of a sale, in a process of its own: its house, a session for every screen, frames as structured clones. Owns the
// measurement of its loop's delay; must never ask for anything itself: frames come from outside, as they do from windows and kiosks.

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { deskActor } from '../src/main/house/open-house.ts'
import { systemClock } from '../src/main/house/world.ts'
import { Session } from '../src/main/carriers/session.ts'
import { withDemoHouse } from './demo-house.ts'
import type { FromLoop, ToLoop } from './main-loop.ts'

/** As often as timers allow. */
const LOOK_MS = 1
const NS_A_MS = 1e6

function tell(message: FromLoop): void {
  process.send?.(message)
}

await withDemoHouse(async ({ engine }) => {
  const sessions = new Map<number, Session>()
  const sessionOf = (screen: number): Session => {
    const ready = sessions.get(screen)
    if (ready) return ready
    const session = new Session({
      boxOffice: engine.deskFor(deskActor(`desk-${screen}`)),
      send: (frame) => tell({ screen, frame }),
      nowMs: () => engine.nowMs(),
      elapsedMs: () => systemClock.elapsedMs(),
      onForeignFrame: () => tell({ problem: 'a frame that is not of this protocol' }),
      onFault: (error) => tell({ problem: String(error) }),
    })
    sessions.set(screen, session)
    return session
  }
  const delays = monitorEventLoopDelay({ resolution: LOOK_MS })
  await new Promise<void>((end) => {
    process.on('message', (message: ToLoop) => {
      if ('end' in message) return end()
      if ('frame' in message) return sessionOf(message.screen).receive(message.frame)
      if (message.look === 'begin') {
        delays.reset()
        delays.enable()
        return undefined
      }
      delays.disable()
      // A look is due after this time anyway; only what exceeds it is a delay.
      const late = (share: number) => Math.max(0, delays.percentile(share) / NS_A_MS - LOOK_MS)
      tell({ p50Ms: late(50), p99Ms: late(99) })
      return undefined
    })
    tell({ isReady: true })
  })
})
process.exit(0)
