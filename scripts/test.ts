// `npm test`: everything that must hold before a change goes in, cheapest first. One line a step; the first that fails ends it
// with what it said. Words after `--` choose steps: `npm test -- unit build`.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** Steps are the package's own scripts, so that each can be run alone by the same name. */
const steps = [
  'types',
  'lint',
  'format:check',
  'unit',
  'proof:push',
  'build',
  'package:check',
  'e2e:push',
] as const
/** These show each test as it passes, or what a machine lacks for it; the others have nothing to say when all is well. */
const talkative: ReadonlySet<string> = new Set(['proof:push', 'package:check', 'e2e:push'])
const root = join(import.meta.dirname, '..')

async function main(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true })
  const unknown = positionals.filter((name) => !steps.some((step) => step === name))
  if (unknown.length > 0) {
    console.log(`No such step: ${unknown.join(', ')}. Steps: ${steps.join(', ')}.`)
    return 2
  }
  for (const step of steps) {
    if (positionals.length > 0 && !positionals.includes(step)) continue
    if (!(await passes(step))) return 1
  }
  console.log('✓ all of it holds')
  return 0
}

async function passes(step: string): Promise<boolean> {
  const beganMs = performance.now()
  const { code, said } = await run(step)
  const took = `${((performance.now() - beganMs) / 1000).toFixed(1)} s`
  if (code !== 0 && !talkative.has(step)) console.log(said.trimEnd())
  console.log(
    code === 0 ? `✓ ${step.padEnd(13)} ${took}` : `✗ ${step.padEnd(13)} ${took}: npm run ${step} failed`,
  )
  return code === 0
}

function run(step: string): Promise<{ code: number; said: string }> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const child = spawn(npm, ['run', '--silent', step], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', talkative.has(step) ? 'inherit' : 'pipe', talkative.has(step) ? 'inherit' : 'pipe'],
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

process.exitCode = await main()
