// V1: random evenings of the whole house, compared with a small model that was written independently. Owns nothing but how many of them
// there are: the evenings are those of the engine's own property test. Must never count a run that was cut short as one that held.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'

const root = join(import.meta.dirname, '..')
const evenings = 'src/main/engine/never-twice.long.test.ts'
/** The form in which the test prints each of its counters. */
const counter = /^(.+): (\d+)$/
/** How much of a failure is shown: its seed, and the first steps of the shortest sequence that leads to it. */
const SHOWN_CHARS = 3000
/** What a large run may print: a failed evening is printed step by step. */
const PRINTED_BYTES_MAX = 64 * 1024 * 1024

export const modelProof: Proof = {
  name: 'model',
  rule: 'V1',
  about:
    'random evenings of sales, payments, wallets, moves and doors: the house and a small model always agree',
  round: 'evening of 60 steps',
  rounds: { push: 60, proof: 3000, release: 100_000 },
  missing: () => null,
  run,
}

function run({ rounds, seed, say }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const env = { ...process.env, PROOF_RUNS: String(rounds), PROOF_SEED: String(seed), NO_COLOR: '1' }
  const args = [vitest, 'run', evenings]
  const done = spawnSync(process.execPath, args, { cwd: root, env, maxBuffer: PRINTED_BYTES_MAX })
  const said = done.stdout.toString()
  for (const [, what, many] of countersIn(said)) tally.count(what ?? '', Number(many))
  say(`  ${tally.of('run')} evenings`)
  if (done.status !== 0) tally.violate(`${done.stderr.toString()}${said}`.slice(0, SHOWN_CHARS))
  if (tally.of('run') < rounds) tally.violate(`only ${tally.of('run')} of ${rounds} evenings were run`)
  return Promise.resolve(tally.outcome)
}

function countersIn(said: string): readonly RegExpExecArray[] {
  const line = said.split('\n').find((one) => one.includes(' · '))
  return (line ?? '').split(' · ').flatMap((one) => {
    const found = counter.exec(one.trim())
    return found ? [found] : []
  })
}
