// `npm run proof`: what is done to a house from outside its process, and what it withstands. Owns the command line and the
// verdict; must never say of a proof that could not be run that it held.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Outcome, type Proof, type Size, sizes } from './proof.ts'
import { proofs } from './proofs.ts'

/** Exit codes. `missing`: everything that could be run holds, but not everything could. */
export const exits = { holds: 0, violated: 1, notUnderstood: 2, missing: 3 } as const
/** How many of a proof's violations are shown: the first says most. */
const SHOWN_MAX = 10
const SEED_MAX = 2 ** 31
const PUSH_SEED = 1

function helpText(all: readonly Proof[]): string {
  const lines = all.map(
    ({ name, rule, about, rounds }) =>
      `  ${name.padEnd(13)} ${rule.padEnd(4)} ${about} (rounds: ${sizes.map((size) => rounds[size]).join(', ')})`,
  )
  return `Does to a house from outside its process what may happen to it, and checks what it stands.

  npm run proof -- [names] [options]

  --size SIZE      push: a slice for every test run; proof (usual); release: added up over many nights
  --rounds N       so many rounds instead
  --seed N         the same run again; each run says its seed (push: the same in every run, else another each time)
  --seeds A..B     one run for each of these seeds
  --list           the proofs, and what this machine lacks for them
  --help           this text

Ends with 0 when all of it holds, 1 at a violation, 2 when not understood, 3 when something is missing on this machine
(in size push that is only said).

${lines.join('\n')}`
}

interface Orders {
  readonly chosen: readonly Proof[]
  readonly size: Size
  readonly rounds: number | null
  readonly seeds: readonly number[]
}

type Said = { readonly say: string; readonly code: number }

function readOrders(args: readonly string[], all: readonly Proof[]): Orders | Said {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        size: { type: 'string', default: 'proof' },
        rounds: { type: 'string' },
        seed: { type: 'string' },
        seeds: { type: 'string' },
        list: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    if (values.help) return { say: helpText(all), code: exits.holds }
    if (values.list) return { say: all.map(listLine).join('\n'), code: exits.holds }
    const size = sizes.find((one) => one === values.size)
    if (!size) throw new Error(`No such size: ${values.size}. Sizes: ${sizes.join(', ')}.`)
    const unknown = positionals.find((word) => !all.some(({ name }) => name === word))
    if (unknown !== undefined)
      throw new Error(`No such proof: ${unknown}. Proofs: ${all.map(({ name }) => name).join(', ')}.`)
    return {
      chosen: all.filter(({ name }) => positionals.length === 0 || positionals.includes(name)),
      size,
      rounds: values.rounds === undefined ? null : whole('--rounds', values.rounds),
      seeds: seedsOf(size, values.seed, values.seeds),
    }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return { say: `${said} Try --help.`, code: exits.notUnderstood }
  }
}

function listLine({ name, rule, about, missing }: Proof): string {
  const lack = missing()
  return `${name.padEnd(13)} ${rule.padEnd(4)} ${about}${lack === null ? '' : `\n${' '.repeat(19)}needs ${lack}`}`
}

function whole(name: string, text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < 1 || value > SEED_MAX)
    throw new Error(`${name} takes a whole number from 1, not “${text}”.`)
  return value
}

/** A slice that fails must fail again for whoever looks into it: only longer runs draw new seeds. */
function seedsOf(size: Size, seed: string | undefined, seeds: string | undefined): readonly number[] {
  if (seed !== undefined && seeds !== undefined) throw new Error('--seed and --seeds do not go together.')
  if (seed !== undefined) return [whole('--seed', seed)]
  if (seeds === undefined)
    return [size === 'push' ? PUSH_SEED : 1 + Math.floor(Math.random() * (SEED_MAX - 1))]
  const { from = '', to = '' } = /^(?<from>\d+)\.\.(?<to>\d+)$/.exec(seeds)?.groups ?? {}
  const [first, last] = [Number(from), Number(to)]
  // No seed would be no run at all, which would end as if everything had held.
  if (from === '' || first < 1 || last < first || last > SEED_MAX)
    throw new Error(`--seeds takes the first and the last of them, like 3..7, not “${seeds}”.`)
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/** Returns the exit code. */
export async function runProofs(
  args: readonly string[],
  { all, say }: { all: readonly Proof[]; say: (line: string) => void },
): Promise<number> {
  const orders = readOrders(args, all)
  if ('say' in orders) {
    say(orders.say)
    return orders.code
  }
  const lacking: string[] = []
  let violated = 0
  for (const seed of orders.seeds) {
    for (const proof of orders.chosen) {
      const lack = proof.missing()
      if ((orders.rounds ?? proof.rounds[orders.size]) === 0) {
        say(`– ${proof.name} (${proof.rule}) is not for size ${orders.size}: it takes a while`)
        continue
      }
      if (lack !== null) {
        say(`– ${proof.name} (${proof.rule}) was not run: needs ${lack}`)
        lacking.push(proof.name)
        continue
      }
      // oxlint-disable-next-line no-await-in-loop -- one at a time: they would slow each other, and some count milliseconds
      if (!(await holds(proof, { ...orders, seed, say }))) violated += 1
    }
  }
  if (violated > 0) return exits.violated
  return lacking.length > 0 && orders.size !== 'push' ? exits.missing : exits.holds
}

interface OneRun {
  readonly size: Size
  readonly rounds: number | null
  readonly seed: number
  readonly say: (line: string) => void
}

async function holds(proof: Proof, { size, rounds, seed, say }: OneRun): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-proof-'))
  const beganMs = performance.now()
  try {
    const wish = { size, rounds: rounds ?? proof.rounds[size], seed, folder, say }
    const outcome = await proof.run(wish).catch(failure)
    const took = `${((performance.now() - beganMs) / 1000).toFixed(1)} s`
    const isHeld = outcome.violations.length === 0
    say(`${isHeld ? '✓' : '✗'} ${proof.name} (${proof.rule}), seed ${seed}, ${took}`)
    const counted = Object.entries(outcome.counters).map(([what, many]) => `${what}: ${many}`)
    if (size === 'push') say(`    ${counted.join(' · ')}`)
    else for (const line of counted) say(`    ${line}`)
    for (const one of outcome.violations.slice(0, SHOWN_MAX)) say(`  ✗ ${one}`)
    const more = outcome.violations.length - SHOWN_MAX
    if (more > 0) say(`  ✗ and ${more} more`)
    return isHeld
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function failure(error: unknown): Outcome {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { counters: {}, violations: [`the proof itself failed: ${said}`] }
}

if (import.meta.main)
  process.exitCode = await runProofs(process.argv.slice(2), { all: proofs, say: console.log })
