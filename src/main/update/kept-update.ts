// An update that is not finished, kept over a restart: what its maker signed lies beside the checked file, and is verified again as if it
// were new. Owns that second file of the folder; must never keep what will not be installed.

import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '../house/whole-file.ts'

/** No file of a release has this name: theirs begin with a letter or a digit. */
const NAME = '.kept'

/** `waiting`: for the last shift's close; `ready`: for an administrator of the machine. */
const steps = ['waiting', 'ready'] as const

export interface KeptUpdate {
  readonly step: (typeof steps)[number]
  readonly signed: string
}

/** One file for both, so that the step and its content are never there without each other. */
export function keepUpdate(staging: string, { step, signed }: KeptUpdate): void {
  writeWhole(join(staging, NAME), Buffer.from(`${step}\n${signed}`))
}

/** Null: no update is in progress. */
export function keptUpdate(staging: string): KeptUpdate | null {
  try {
    const text = readFileSync(join(staging, NAME), 'utf8')
    const step = steps.find((one) => text.startsWith(`${one}\n`))
    return step ? { step, signed: text.slice(step.length + 1) } : null
  } catch {
    return null
  }
}

export function forgetUpdate(staging: string): void {
  rmSync(join(staging, NAME), { force: true })
}

/** Removes the checked file as well. */
export function dropStaged(staging: string): void {
  if (!existsSync(staging)) return
  for (const name of readdirSync(staging)) rmSync(join(staging, name), { recursive: true, force: true })
}
