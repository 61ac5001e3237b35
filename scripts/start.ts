// `npm start`: the desktop window where Electron's program is here or can be had, else the same screens from the hub in a
// browser. Builds what it starts. Everything after `--` goes to the program as it is.

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { helpText, readOptions } from '../src/main/house/options.ts'

/** Electron's own installer fetches about 110 MB; on a net that does not answer it must not hold up the evening. */
const INSTALL_PATIENCE_MS = 120_000

const root = join(import.meta.dirname, '..')
const args = process.argv.slice(2)

function start(): void {
  const options = readOptions(args)
  if ('problem' in options) return stop(options.problem, 2)
  if (options.help) return stop(helpText, 0)
  if (!build()) return stop('The build failed.', 1)
  const electron = options.headless ? null : electronProgram()
  if (electron) return run(electron, [root, ...args])
  if (!options.headless) console.log('Electron is not here and cannot be fetched: the same screens open in a browser.')
  run(process.execPath, [join(root, 'out', 'main', 'hub.js'), ...args])
}

function build(): boolean {
  const result = spawnSync(process.execPath, [bin('electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return result.status === 0
}

/** Electron's program, fetched by its own installer where it is missing; null where it cannot be had. */
function electronProgram(): string | null {
  const ready = installedElectron()
  if (ready) return ready
  spawnSync(process.execPath, [bin('electron', 'install.js')], { stdio: 'ignore', timeout: INSTALL_PATIENCE_MS })
  return installedElectron()
}

function installedElectron(): string | null {
  const pathFile = bin('electron', 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = bin('electron', 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : null
}

function run(program: string, programArgs: string[]): void {
  const child = spawn(program, programArgs, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 0))
}

function bin(...parts: string[]): string {
  return join(root, 'node_modules', ...parts)
}

function stop(message: string, code: number): void {
  console.log(message)
  process.exitCode = code
}

start()
