import { readFileSync } from 'node:fs'

/** What a process has used of the processor so far, ms, and what it has in memory; null where the system keeps no such files. */
export function processUse(pid: number): { readonly cpuMs: number; readonly residentBytes: number } | null {
  if (process.platform !== 'linux') return null
  // The name of the program stands in brackets and may have spaces in it.
  const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?=[A-Z] )/)
  const fields = after.split(' ').map(Number)
  const [userTicks = 0, systemTicks = 0] = fields.slice(USER_TICKS)
  return {
    cpuMs: (userTicks + systemTicks) * TICK_MS,
    residentBytes: (fields[RESIDENT_PAGES] ?? 0) * PAGE_BYTES,
  }
}

/** Fields of proc(5), counted from the state on. */
const USER_TICKS = 11
const RESIDENT_PAGES = 21
/** As Linux tells programs, whatever it counts by itself. */
const TICK_MS = 10
const PAGE_BYTES = 4096
