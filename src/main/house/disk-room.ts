// Looks every now and then how much room the house's disk has. Owns when it looks and what is logged; what screens are told, the
// engine says.

import { statfsSync } from 'node:fs'
import type { Engine } from '../engine/engine.ts'
import type { Log } from '../engine/ports.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'

/** A copy of a film fills what is left in a minute; looking costs some microseconds. */
const LOOK_EVERY_MS = 15 * SECOND_MS

interface RoomParts {
  readonly engine: Pick<Engine, 'noteRoom'>
  readonly log: Log
  readonly freeBytes: () => number
}

/** One look; logs what changed since the one before. */
export function roomLook({ engine, log, freeBytes }: RoomParts): () => void {
  let wasLow = false
  return () => {
    const free = freeBytes()
    const isLow = engine.noteRoom(free)
    if (isLow && !wasLow) log.error({ freeBytes: free }, 'the disk has little room left')
    if (wasLow && !isLow) log.info({ freeBytes: free }, 'the disk has room again')
    wasLow = isLow
  }
}

/** Looks now and from now on, until the returned function is called. */
export function watchRoom(path: string, parts: Omit<RoomParts, 'freeBytes'>): () => void {
  const look = roomLook({ ...parts, freeBytes: () => freeBytesOf(path) })
  look()
  const timer = setInterval(look, LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** What this program may still write; a disk that does not say is taken for roomy: the next commit will tell. */
function freeBytesOf(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  } catch {
    return Number.POSITIVE_INFINITY
  }
}
