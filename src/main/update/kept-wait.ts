// An update that waits, over a new start: what its maker signed lies beside the checked file for as long as it waits, and is believed as little as when it
// came. Owns that folder's other file; must never keep what is not to be installed.

import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '../house/whole-file.ts'
import { MANIFEST_NAME } from './manifest.ts'

export function keepWait(staging: string, signed: string): void {
  writeWhole(join(staging, MANIFEST_NAME), Buffer.from(signed))
}

/** Null: nothing waits. */
export function keptWait(staging: string): string | null {
  try {
    return readFileSync(join(staging, MANIFEST_NAME), 'utf8')
  } catch {
    return null
  }
}

export function forgetWait(staging: string): void {
  rmSync(join(staging, MANIFEST_NAME), { force: true })
}

/** The checked file as well. */
export function dropStaged(staging: string): void {
  if (!existsSync(staging)) return
  for (const name of readdirSync(staging)) rmSync(join(staging, name), { recursive: true, force: true })
}
