import { useEffect, useEffectEvent, useState } from 'react'
import { boxOffice } from '../box-office.ts'

/**
 * The hub's time, rerendered at the given interval [H11]. For display only; the house decides what has ended. Not running, it is as
 * old as may be; from the first drawing on that it runs for, it is of that moment.
 */
export function useHubNow(everyMs: number, running = true): number {
  const [nowMs, setNowMs] = useState(() => boxOffice.hubNowMs())
  const [wasRunning, setRunning] = useState(running)
  const draw = () => setNowMs(boxOffice.hubNowMs())
  if (running !== wasRunning) {
    setRunning(running)
    draw()
  }
  useEvery(everyMs, running, draw)
  return nowMs
}

/** Calls `draw` at the given interval while the component is mounted; always the newest `draw`. */
export function useEvery(everyMs: number, running: boolean, draw: () => void): void {
  const again = useEffectEvent(draw)
  useEffect(() => {
    if (!running) return undefined
    const timer = setInterval(() => again(), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, running])
}
