// Looks regularly at how much room the house's disk has. Owns when it looks and what is logged; the engine decides what screens are told.

import { statfsSync } from 'node:fs'
import type { Engine } from '../engine/engine.ts'
import type { Log } from '../engine/ports.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'

/** Copying a film fills the remaining room in a minute; a look costs some microseconds. */
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

/** Looks now and at intervals, until the returned function is called. */
export function watchRoom(path: string, parts: Omit<RoomParts, 'freeBytes'>): () => void {
  const look = roomLook({ ...parts, freeBytes: () => freeBytesOf(path) })
  look()
  const timer = setInterval(look, LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** What this program may still write. A disk that does not answer is taken as having room: the next commit will tell. */
function freeBytesOf(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  } catch {
    return Number.POSITIVE_INFINITY
  }
}
