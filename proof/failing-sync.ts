// V4c: the disk does not confirm a write (fsync: EIO), once or for ever, at every sync there is. Owns the judgement; the house with the
// failing disk is a process of its own (failing-sync-house.ts), because the recorder must be loaded into it from its start.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'
import { buildShim, missingForShim } from './shim.ts'

/** What the process reports of each k, as a JSON line. */
export interface SyncTrial {
  readonly k: number
  readonly isForEver: boolean
  /** Where the failure fell; `none`: the evening has no k-th sync. */
  readonly fell: 'start' | 'commit' | 'fold' | 'end' | 'none'
  /** Commands that were refused after it. */
  readonly notRun: number
  /** Answers that are still on a disk which lost what it had failed to write. */
  readonly answersFound: number
  readonly violations: readonly string[]
}

export interface SyncOrders {
  readonly folder: string
  /** Tries every `step`-th k. */
  readonly step: number
  readonly isForEver: boolean
  readonly seed: number
}

export const failingSyncProof: Proof = {
  name: 'failing-sync',
  rule: 'V4c',
  about:
    'the disk fails to confirm a write, at every sync of an evening: the house stops selling, and loses nothing',
  round: 'evening, failed at each of its syncs once and at each for ever',
  rounds: { push: 1, proof: 10, release: 100 },
  missing: missingForShim,
  run,
}

/** A push tries only every third sync, once and for ever. */
const PUSH_STEP = 3

async function run({ size, rounds, seed, folder }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const shim = buildShim(folder)
  const step = size === 'push' ? PUSH_STEP : 1
  for (let round = 0; round < 2 * rounds; round += 1) {
    const orders: SyncOrders = { folder, step, isForEver: round % 2 === 1, seed: seed + (round >> 1) }
    // oxlint-disable-next-line no-await-in-loop -- they share the folder
    for (const trial of await trials(orders, shim)) judge(trial, tally, `seed ${orders.seed}`)
  }
  tally.expectSome('failed at the start', 'failed at a commit', 'commands not run after it')
  return tally.outcome
}

function judge(
  { k, isForEver, fell, notRun, answersFound, violations }: SyncTrial,
  tally: Tally,
  run: string,
) {
  if (fell !== 'none') tally.count(fell === 'commit' ? 'failed at a commit' : `failed at the ${fell}`)
  tally.count('commands not run after it', notRun)
  tally.count('answers found on the disk', answersFound)
  for (const one of violations)
    tally.violate(`${run}, sync ${k}${isForEver ? ' and all after it' : ''}: ${one}`)
}

function trials(orders: SyncOrders, shim: Readonly<Record<string, string>>): Promise<readonly SyncTrial[]> {
  const program = join(import.meta.dirname, 'failing-sync-house.ts')
  const env = { ...process.env, ...shim, GUICHET_RECORD: join(orders.folder, 'record') }
  const child = spawn(process.execPath, [program, JSON.stringify(orders)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      if (code !== 0)
        return reject(new Error(`the house with the failing disk ended with ${code}: ${errors}`))
      const lines = said.split('\n').filter((line) => line !== '')
      resolve(lines.map((line) => JSON.parse(line) as SyncTrial))
    })
  })
}
