import { useEffect, useState } from 'react'
import { boxOffice } from '../box-office.ts'

/** The hub's time, drawn again as often as asked [H11]. It draws; what has ended is the house's word. */
export function useHubNow(everyMs: number, running = true): number {
  const [nowMs, setNowMs] = useState(() => boxOffice.hubNowMs())
  useEffect(() => {
    if (!running) return
    setNowMs(boxOffice.hubNowMs())
    const timer = setInterval(() => setNowMs(boxOffice.hubNowMs()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, running])
  return nowMs
}
