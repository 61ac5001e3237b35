// `npm run smoke:electron`: every journey that includes a desktop app, on real Electron, and then a list of what only a person can see.
// Owns the choice of the journeys; must never run them on the stand-in, nor call that a smoke test.

import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { desktopKind } from '../e2e/desktop.ts'
import { notUnderstood } from './said-of-errors.ts'

/** The exit codes; 3 as everywhere: something is missing on this machine. */
const exits = { passed: 0, failed: 1, notUnderstood: 2, missing: 3 } as const
const root = join(import.meta.dirname, '..')
const specs = join(root, 'e2e', 'specs')

const helpText = `Runs the desktop's journeys on real Electron, then prints what only a person can see.

  npm run smoke:electron [-- options]

  --built      the program is built already
  --checklist  print the list for a person, and nothing else
  --help       this text

Ends with 0 when all passed, 1 when one did not, 2 when not understood, 3 where Electron’s program or a display is missing.`

function main(): number {
  const options = optionsOf(process.argv.slice(2))
  if ('problem' in options) return said(options.problem, exits.notUnderstood)
  if (options.help) return said(helpText, exits.passed)
  if (options.checklist) return said(checklist(), exits.passed)
  const { isReal, line } = desktopKind()
  const journeys = desktopJourneys()
  if (!isReal)
    return said(
      `Nothing was run: ${line}. ${journeys.length} journeys wait for it; fetch it with “node node_modules/electron/install.js” or name an unpacked one in ELECTRON_OVERRIDE_DIST_PATH, and start this where there is a display (or under xvfb-run).`,
      exits.missing,
    )
  console.log(`${line}\n${journeys.join(', ')}`)
  if (!options.built && !runs('electron-vite', 'bin', 'electron-vite.js', 'build', '--logLevel', 'error'))
    return said('The build failed.', exits.failed)
  // One at a time: windows take the focus from each other.
  const paths = journeys.map((name) => `e2e/specs/${name}`)
  const passed = runs('@playwright/test', '.', 'cli.js', 'test', '--workers', '1', ...paths)
  console.log(`\n${checklist()}`)
  return passed ? exits.passed : exits.failed
}

function optionsOf(args: readonly string[]) {
  try {
    const boolean = { type: 'boolean', default: false } as const
    return parseArgs({ args: [...args], options: { built: boolean, checklist: boolean, help: boolean } })
      .values
  } catch (error) {
    return { problem: notUnderstood(error) }
  }
}

/** Files that use a desktop app, whatever else they contain. */
function desktopJourneys(): readonly string[] {
  const names = readdirSync(specs).filter((name) => name.endsWith('.spec.ts'))
  return names.filter((name) => readFileSync(join(specs, name), 'utf8').includes('openDesktop'))
}

function runs(tool: string, folder: string, file: string, ...words: readonly string[]): boolean {
  const program = join(root, 'node_modules', tool, folder, file)
  return spawnSync(process.execPath, [program, ...words], { cwd: root, stdio: 'inherit' }).status === 0
}

function checklist(): string {
  return readFileSync(join(root, 'docs', 'smoke-checklist.md'), 'utf8').trimEnd()
}

function said(message: string, code: number): number {
  console.log(message)
  return code
}

process.exitCode = main()
