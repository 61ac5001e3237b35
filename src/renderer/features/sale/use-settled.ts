import { useEffect, useRef } from 'react'

/** An accidental second press comes within a third of a second, and nobody has read the change within a whole one. */
const SETTLE_MS = 1000

/** Tells whether a press can be meant for this screen: in its first moment it was meant for the one before. */
export function useSettled(): () => boolean {
  const cameAtMs = useRef(Number.POSITIVE_INFINITY)
  useEffect(() => {
    cameAtMs.current = performance.now()
  }, [])
  return () => performance.now() - cameAtMs.current >= SETTLE_MS
}
