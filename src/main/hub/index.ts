// The hub's composition root: one house, served from this machine to browsers on it. Wiring only.

import { join } from 'node:path'
import packageJson from '../../../package.json' with { type: 'json' }
import { helpText, readOptions } from '../house/options.ts'
import { runHub, startProblem } from './run-hub.ts'

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if ('problem' in options) return stop(options.problem, 2)
  if (options.help) return console.log(helpText)
  const pages = join(import.meta.dirname, '..', 'renderer')
  await runHub({ options, version: packageJson.version, pages, onClosed: () => {} })
}

function stop(message: string, code: number): void {
  console.error(message)
  process.exitCode = code
}

main().catch((error: unknown) => stop(startProblem(error), 1))
