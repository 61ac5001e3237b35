import { useEffect, useEffectEvent, useState } from 'react'
import { boxOffice } from '../box-office.ts'

/** The hub's time, drawn again as often as asked [H11]. It draws; what has ended is the house's word. */
export function useHubNow(everyMs: number, running = true): number {
  const [nowMs, setNowMs] = useState(() => boxOffice.hubNowMs())
  const draw = () => setNowMs(boxOffice.hubNowMs())
  useEvery(everyMs, running, draw)
  return nowMs
}

/** Runs `draw` again and again while the component is there; the newest `draw` counts. */
export function useEvery(everyMs: number, running: boolean, draw: () => void): void {
  const again = useEffectEvent(draw)
  useEffect(() => {
    if (!running) return undefined
    const timer = setInterval(() => again(), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, running])
}
