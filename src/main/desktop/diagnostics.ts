// What somebody who helps from a distance must know, as text for the clipboard. Owns what is in it and what is left out: no name, number,
// address or code of anybody; the program must never send it anywhere.

import { readFileSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { crashFiles } from './crash-files.ts'

/** The end of a day's log: what led to the trouble, and small enough for a letter. */
const LINES = 200

export interface DiagnosticsParts {
  readonly version: string
  readonly logs: string
  readonly crashes: string
  /** Versions of Electron, Chromium, Node … */
  readonly versions: NodeJS.ProcessVersions
  /** The system's name, kind and release. */
  readonly machine: string
  /** One line that says where this program sells. */
  readonly told: string
}

export function diagnosticsOf({ version, logs, crashes, versions, machine, told }: DiagnosticsParts): string {
  const { electron, chrome, node } = versions
  const dead = crashFiles(crashes).map(({ atMs }) => new Date(atMs).toISOString())
  return [
    `Guichet ${version}`,
    `Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    machine,
    plain(told),
    `crashes kept: ${dead.length === 0 ? 'none' : dead.join(', ')}`,
    '',
    ...lastLines(logs).map(plain),
  ].join('\n')
}

function lastLines(logs: string): readonly string[] {
  const newest = readdirSync(logs)
    .filter((name) => /^guichet-[\d-]+\.log$/.test(name))
    .toSorted()
    .at(-1)
  if (newest === undefined) return []
  return readFileSync(join(logs, newest), 'utf8').trimEnd().split('\n').slice(-LINES)
}

/** The log should have none of these by its own rules; whoever pastes this somewhere need not rely on that. */
const hidden: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/GUICHET1\/[^\s"]*/g, '(ticket)'],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '(mail)'],
  [/\b(token|pin|password|secret|key)"?\s*[=:]\s*"?[^\s",}]+/gi, '$1 (hidden)'],
  // A telephone's or a card's number, with spaces or dashes in it. An instant in milliseconds has thirteen digits and begins with 1.
  [/(?<![\w.-])(?!1\d{12}\b)\+?\d[\d -]{8,17}\d(?![\w-])/g, '(number)'],
]

function plain(line: string): string {
  const told = hidden.reduce((text, [pattern, word]) => text.replace(pattern, word), line)
  return told.replaceAll(homedir(), '~')
}
