// `npm test` and `npm run test:long`: the two halves of what must pass before a change goes in, cheapest first. The short one is for
// every change during work; no test is in both. One line per step; the first that fails ends the run and shows its output. Words after
// `--` choose steps: `npm test -- unit:short build`.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { notUnderstood } from './said-of-errors.ts'

/** Steps are the package's own scripts, so that each can be run alone by the same name. */
const halves = {
  short: ['types', 'lint', 'format:check', 'unit:short', 'proof:short', 'build', 'e2e:short'],
  long: ['unit:long', 'proof:long', 'build', 'package:check', 'e2e:long', 'coverage'],
} as const
/** Steps that show each test as it passes, or what a machine lacks for it; the others print nothing when all is well. */
const talkative = /^(proof|package|e2e):/
const root = join(import.meta.dirname, '..')

/** The steps to be run; or a text to show where it asks for help or cannot be understood. */
function readWish():
  | { readonly chosen: readonly string[] }
  | { readonly say: string; readonly code: number } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean' } },
    })
    const [half, ...chosen] = positionals
    const steps: readonly string[] = half === 'long' ? halves.long : halves.short
    const known = `Steps: ${steps.join(', ')}.`
    if (values.help) return { say: `Runs all steps, or those that are named after “--”. ${known}`, code: 0 }
    const unknown = chosen.filter((name) => !steps.includes(name))
    if (unknown.length > 0) return { say: `No such step: ${unknown.join(', ')}. ${known}`, code: 2 }
    return { chosen: steps.filter((step) => chosen.length === 0 || chosen.includes(step)) }
  } catch (error) {
    return { say: notUnderstood(error), code: 2 }
  }
}

async function main(): Promise<number> {
  const wish = readWish()
  if ('say' in wish) {
    console.log(wish.say)
    return wish.code
  }
  const beganMs = performance.now()
  for (const step of wish.chosen) if (!(await passes(step))) return 1
  console.log(`✓ all of it holds  ${seconds(beganMs)}`)
  return 0
}

async function passes(step: string): Promise<boolean> {
  const beganMs = performance.now()
  const { code, said } = await run(step)
  const took = seconds(beganMs)
  if (code !== 0 && !talkative.test(step)) console.log(said.trimEnd())
  console.log(
    code === 0 ? `✓ ${step.padEnd(13)} ${took}` : `✗ ${step.padEnd(13)} ${took}: npm run ${step} failed`,
  )
  return code === 0
}

function run(step: string): Promise<{ code: number; said: string }> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const out = talkative.test(step) ? 'inherit' : 'pipe'
  const child = spawn(npm, ['run', '--silent', step], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', out, out],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, said: String(error) }))
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

function seconds(beganMs: number): string {
  return `${((performance.now() - beganMs) / 1000).toFixed(1)} s`
}

process.exitCode = await main()
