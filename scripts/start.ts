// `npm start`: the desktop window where Electron's program is here or can be downloaded, otherwise the same screens from the hub in a
// browser. Builds what it starts, where that changed. Everything after `--` goes to the program unchanged.

import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import packageJson from '../package.json' with { type: 'json' }
import { helpText, readOptions } from '../src/main/house/options.ts'
import { buildApp } from './build-app.ts'
import { fetchElectron, installedElectron } from './electron-program.ts'

/** A program that ends by itself sooner than this never showed its window (no sandbox, a missing library). */
const SHOWN_AFTER_MS = 3000

const root = join(import.meta.dirname, '..')
const args = process.argv.slice(2)

async function start(): Promise<number> {
  const options = readOptions(args)
  if ('problem' in options) return said(options.problem, 2)
  if (options.help) return said(helpText, 0)
  if (options.version) return said(packageJson.version, 0)
  if (!buildApp(console.log)) return said('The build failed.', 1)
  if (!options.headless) {
    const code = await openWindow()
    if (code !== null) return code
  }
  return (await run(process.execPath, [join(root, 'out', 'main', 'hub.js'), ...args])).code
}

/** The window's exit code once it is closed; null where it cannot be shown: then the hub and a browser take its place. */
async function openWindow(): Promise<number | null> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return null
  const electron = installedElectron() ?? (await fetchElectron((text) => process.stdout.write(text)))
  if (!electron) {
    console.log('The same screens open in a browser.')
    return null
  }
  const beganMs = performance.now()
  const { code, wasAsked } = await run(electron, [root, ...args])
  if (code === 0 || wasAsked || performance.now() - beganMs > SHOWN_AFTER_MS) return code
  console.log(`Electron ended with ${code}: the same screens open in a browser.`)
  return null
}

interface Ended {
  /** As a shell reports it. */
  readonly code: number
  /** Ended by Ctrl-C or the like, not by itself. */
  readonly wasAsked: boolean
}

function run(program: string, programArgs: readonly string[]): Promise<Ended> {
  // Chromium refuses its sandbox to root; whoever runs a desktop as root has given it up already.
  const asRoot = process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}
  const child = spawn(program, programArgs, { stdio: 'inherit', env: { ...process.env, ...asRoot } })
  const signals = passSignals(child)
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: said(String(error), 1), wasAsked: false }))
    child.on('exit', (code, signal) => {
      const wasAsked = signals.release()
      resolve({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), wasAsked })
    })
  })
}

/** Ctrl-C ends both: first the program, in its own order, then this. `release` returns whether there was one. */
function passSignals(child: ChildProcess): { readonly release: () => boolean } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  let wasAsked = false
  const pass = (signal: NodeJS.Signals) => {
    wasAsked = true
    child.kill(signal)
  }
  for (const signal of signals) process.on(signal, pass)
  return {
    release: () => {
      for (const signal of signals) process.off(signal, pass)
      return wasAsked
    },
  }
}

function said(message: string, code: number): number {
  console.log(message)
  return code
}

process.exitCode = await start()
