import { readFileSync } from 'node:fs'

/** The processor time that a process has used so far, ms, and its memory; null where the system has no such files. */
export function processUse(pid: number): { readonly cpuMs: number; readonly residentBytes: number } | null {
  if (process.platform !== 'linux') return null
  // The program's name stands in brackets and may contain spaces.
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
/** The unit that Linux reports to programs, whatever it uses internally. */
const TICK_MS = 10
const PAGE_BYTES = 4096
