// The hub's composition root: one house, served from this machine to browsers on it. Wiring only.

import { join } from 'node:path'
import packageJson from '../../../package.json' with { type: 'json' }
import { keysIn } from '../house/data-folder.ts'
import { helpText, readOptions } from '../house/options.ts'
import { copiedText, copySecrets, plainShelf } from '../house/secret-shelf.ts'
import { runHub, startProblem } from './run-hub.ts'

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if ('problem' in options) return stop(options.problem, 2)
  if (options.help) return console.log(helpText)
  if (options.version) return console.log(packageJson.version)
  if (options.kiosk) return stop(noLock, 2)
  if (options.copyKeysTo) return console.log(copied(options.data, options.copyKeysTo))
  if (options.place) return stop('A link and --screen are for the desktop window, which is not here.', 2)
  const pages = join(import.meta.dirname, '..', 'renderer')
  await runHub({ options, version: packageJson.version, pages, onClosed: () => {} })
}

function copied(data: string, to: string): string {
  return copiedText(copySecrets(keysIn(data), to, plainShelf), to)
}

/** [A7] */
const noLock = 'A browser cannot be locked: --kiosk needs the desktop app.'

function stop(message: string, code: number): void {
  console.error(message)
  process.exitCode = code
}

main().catch((error: unknown) => stop(startProblem(error), 1))
