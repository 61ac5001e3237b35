// `npm run bench`: how fast the house is on this machine, against its goals. Owns the command line and where figures go; must never
// measure anything itself, nor make a missed goal a failure unless asked to.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Bench, type Figure, isMet } from './bench.ts'
import { benches } from './benches.ts'
import { type Machine, machineLine, thisMachine } from './machine.ts'
import { figureLine, withPageTable, withTable } from './report.ts'

const readmeFile = join(import.meta.dirname, '..', 'README.md')

function helpText(all: readonly Bench[]): string {
  return `Measures how fast the house is on this machine, against its goals.

  npm run bench -- [options]

  --only NAME   only benches with this in their name; may be said again
  --json FILE   write every figure under its name
  --readme      write the README's table from this run; needs all benches
  --docs        write the tables of the docs that belong to what was run
  --strict      end with 1 when a goal is missed
  --help        this text

${all.map(({ name, about }) => `  ${name.padEnd(12)}  ${about}`).join('\n')}`
}

interface Wish {
  readonly chosen: readonly Bench[]
  /** The file's whole path; null: none is wanted. */
  readonly json: string | null
  readonly isForReadme: boolean
  readonly isForDocs: boolean
  readonly isStrict: boolean
}

/** What the command line asks for; or a text to show where it asks for help or cannot be understood. */
function readWish(
  args: readonly string[],
  all: readonly Bench[],
): Wish | { readonly say: string; readonly code: number } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true },
        json: { type: 'string' },
        readme: { type: 'boolean', default: false },
        docs: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    })
    const { only = [], readme, docs, strict, help } = values
    if (help) return { say: helpText(all), code: 0 }
    // npm runs this in the project's folder, wherever the user stands who names the file.
    const json = values.json === undefined ? null : resolve(process.env['INIT_CWD'] ?? '', values.json)
    // Said now, and not when everything has been measured.
    if (json !== null && !existsSync(dirname(json)))
      return { say: `--json: there is no folder ${dirname(json)}.`, code: 2 }
    const missing = only.find((word) => !all.some(({ name }) => name.includes(word)))
    if (missing !== undefined) return { say: `No bench has “${missing}” in its name. Try --help.`, code: 2 }
    if (readme && only.length > 0)
      return {
        say: '--readme needs all benches: a table of two runs compares nothing. Leave --only out.',
        code: 2,
      }
    const isChosen = ({ name }: Bench) => only.length === 0 || only.some((word) => name.includes(word))
    return { chosen: all.filter(isChosen), json, isForReadme: readme, isForDocs: docs, isStrict: strict }
  } catch (error) {
    return { say: `${error instanceof Error ? error.message : String(error)} Try --help.`, code: 2 }
  }
}

export interface Surroundings {
  readonly all: readonly Bench[]
  readonly machine: () => Promise<Machine>
  readonly readme: string
  readonly say: (line: string) => void
}

/** Returns the exit code: 0 measured, 1 a goal was missed and that was to be a failure, 2 not understood. */
export async function runBenches(args: readonly string[], world: Surroundings): Promise<number> {
  const { all, say } = world
  const wish = readWish(args, all)
  if ('say' in wish) {
    say(wish.say)
    return wish.code
  }
  const machine = await world.machine()
  say(machineLine(machine))
  const figures = await measure(wish.chosen, say)
  if (wish.json !== null) writeFileSync(wish.json, jsonOf(figures, machine))
  if (wish.isForReadme) {
    const text = readFileSync(world.readme, 'utf8')
    writeFileSync(world.readme, withTable(text, figures, machineLine(machine)))
  }
  if (wish.isForDocs) writePages(wish.chosen, figures, { ...world, line: machineLine(machine) })
  const missed = figures.filter((figure) => isMet(figure) === false)
  say(missed.length === 0 ? '✓ every goal is met' : `✗ missed: ${missed.map(({ name }) => name).join(', ')}`)
  return wish.isStrict && missed.length > 0 ? 1 : 0
}

function writePages(
  chosen: readonly Bench[],
  figures: readonly Figure[],
  { readme, line }: { readonly readme: string; readonly line: string },
): void {
  for (const { page } of chosen) {
    if (!page) continue
    const file = join(dirname(readme), page.file)
    writeFileSync(file, withPageTable(readFileSync(file, 'utf8'), page.table(figures), line))
  }
}

async function measure(chosen: readonly Bench[], say: (line: string) => void): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const bench of chosen) {
    say(`\n${bench.name}: ${bench.about}`)
    // oxlint-disable-next-line no-await-in-loop -- one at a time: together they would measure each other
    for (const figure of await bench.run()) {
      const isTwice = figures.some(({ name }) => name === figure.name)
      if (isTwice || !Number.isFinite(figure.value)) throw new Error(`no figure: ${JSON.stringify(figure)}`)
      figures.push(figure)
      say(figureLine(figure))
    }
  }
  say('')
  return figures
}

function jsonOf(figures: readonly Figure[], machine: Machine): string {
  const named = figures.map((figure) => {
    const { name, ...rest } = figure
    const met = isMet(figure)
    return [name, met === null ? rest : { ...rest, met }] as const
  })
  return `${JSON.stringify({ machine, figures: Object.fromEntries(named) }, null, 2)}\n`
}

if (import.meta.main) {
  const world = { all: benches, machine: thisMachine, readme: readmeFile, say: console.log }
  process.exitCode = await runBenches(process.argv.slice(2), world)
}
