// A program under test as a process of its own: a hub, or the desktop in Electron or its stand-in. Owns its lines and its end; must never
// reach into it except by what a person at a terminal has.

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Program {
  readonly child: ChildProcess
  /** All it printed so far, one entry per line. */
  readonly lines: string[]
  /** Its exit code, once it has ended; null: a signal ended it. */
  readonly ended: Promise<number | null>
}

export function startProgram(
  file: string,
  words: readonly string[],
  options: SpawnOptions = {},
  onLine: (line: string) => void = () => undefined,
): Program {
  return followed(spawn(file, words, { stdio: ['ignore', 'pipe', 'pipe'], ...options }), onLine)
}

/** A process that somebody else has started. */
export function followed(child: ChildProcess, onLine: (line: string) => void = () => undefined): Program {
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    if (stream)
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        onLine(line)
      })
  // Not even a test runner that is killed leaves one behind.
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      process.off('exit', end)
      resolve(code)
    })
  })
  return { child, lines, ended }
}

/** The Node for which the database's native part is built. */
export function nodeProgram(): string {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < 24)
    throw new Error(`Run this by npm (npm run e2e): it needs Node 24, this is ${process.version}.`)
  return process.execPath
}
