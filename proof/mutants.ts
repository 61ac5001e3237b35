// V19: the tests are tested. Each planted bug goes into a copy of the sources, and the tests that are named for it must fail
// there. Owns the copy; must never touch the checkout, nor count a source that does not even run as a bug that was caught.

import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Dice } from './dice.ts'
import type { Mutant } from './mutant.ts'
import { mutants } from './mutant-list.ts'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'

const root = join(import.meta.dirname, '..')
/** What tests need; the rest of a checkout (builds, pictures) is large. */
const copied = [
  'src',
  'db',
  'proof',
  'scripts',
  'package.json',
  'vitest.config.ts',
  'tsconfig.base.json',
  'tsconfig.json',
]
/** Random evenings of the property test: fewer than that test runs, and enough to meet every bug in this list. */
const EVENINGS = '150'
/** A bug may also be an endless loop. */
const PATIENCE_MS = 120_000

export const mutantsProof: Proof = {
  name: 'mutants',
  rule: 'V19',
  about: `${mutants.length} planted bugs, each in a copy of the sources: the tests named for it must fail there`,
  round: 'planted bug, by chance; the usual size takes all',
  rounds: { push: 2, proof: mutants.length, release: mutants.length },
  missing: () => null,
  run,
}

function run({ rounds, seed, folder, say, size }: Wish): Promise<Outcome> {
  const tally = new Tally()
  const copy = join(folder, 'copy')
  copySources(copy)
  // Each is checked on its own before any test runs, so that every one that is out of date is reported by name.
  for (const { name, changes } of mutants) {
    for (const { file, find } of changes) {
      const times = readFileSync(join(copy, file), 'utf8').split(find).length - 1
      if (times === 0) tally.violate(`“${name}” fits no more: ${file} has no “${find}”`)
    }
  }
  if (tally.violations.length > 0) return Promise.resolve(tally.outcome)
  const chosen = choose(rounds, new Dice(seed))
  const tests = [...new Set(chosen.flatMap((mutant) => mutant.tests))]
  const sound = runTests(copy, tests)
  if (!sound.isRun || sound.failed.length > 0) {
    tally.violate(`without any bug: ${sound.failed.join(', ') || sound.said}`)
    return Promise.resolve(tally.outcome)
  }
  for (const mutant of chosen) judge(mutant, copy, tally, size === 'push' ? () => {} : say)
  return Promise.resolve(tally.outcome)
}

function copySources(copy: string): void {
  mkdirSync(copy)
  for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
}

function choose(rounds: number, dice: Dice): readonly Mutant[] {
  const drawn = mutants.map((mutant) => ({ mutant, lot: dice.roll() }))
  const byLot = drawn.toSorted((a, b) => a.lot - b.lot).slice(0, rounds)
  return mutants.filter((one) => byLot.some(({ mutant }) => mutant === one))
}

function judge(mutant: Mutant, copy: string, tally: Tally, say: (line: string) => void): void {
  const { name, rule, changes, tests } = mutant
  const before = changes.map(({ file }) => readFileSync(join(copy, file), 'utf8'))
  for (const { file, find, put } of changes) {
    const text = readFileSync(join(copy, file), 'utf8')
    writeFileSync(
      join(copy, file),
      text.replaceAll(find, () => put),
    )
  }
  const { isRun, failed, tookMs, said } = runTests(copy, tests)
  changes.forEach(({ file }, at) => writeFileSync(join(copy, file), before[at] ?? ''))
  const took = `${(tookMs / 1000).toFixed(1)} s`
  tally.count('planted')
  if (!isRun) return tally.violate(`“${name}” (${rule}) does not run: ${said}`)
  if (failed.length === 0) return tally.violate(`“${name}” (${rule}) escaped ${tests.join(', ')}`)
  tally.count('caught')
  say(
    `  ✓ ${rule.padEnd(4)} ${name}: ${took}, by “${failed[0]}”${failed.length > 1 ? ` and ${failed.length - 1} more` : ''}`,
  )
}

interface TestRun {
  /** Whether tests ran at all: a source that cannot be parsed fails every test and proves nothing. */
  readonly isRun: boolean
  readonly failed: readonly string[]
  readonly tookMs: number
  readonly said: string
}

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly title: string }[]
  }[]
}

function runTests(copy: string, tests: readonly string[]): TestRun {
  const beganMs = performance.now()
  const vitest = join(copy, 'node_modules', 'vitest', 'vitest.mjs')
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const args = [vitest, 'run', ...tests, '--reporter=json', `--outputFile=${report}`]
  const env = { ...process.env, PROOF_RUNS: EVENINGS }
  const done = spawnSync(process.execPath, args, {
    cwd: copy,
    env,
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  })
  const tookMs = performance.now() - beganMs
  const said = `${done.stderr.toString()}${done.stdout.toString()}`.slice(-600)
  if (done.signal !== null) return { isRun: true, failed: ['the end, which never came'], tookMs, said }
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
    const results = testResults.flatMap(({ assertionResults }) => assertionResults)
    const failed = results.filter(({ status }) => status === 'failed').map(({ title }) => title)
    return { isRun: results.length > 0, failed, tookMs, said }
  } catch (error) {
    return { isRun: false, failed: [], tookMs, said: `${String(error)} ${said}` }
  }
}
