import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The log's level for a line that somebody must look at. */
const ERROR_LEVEL = 50

export function makeDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'guichet-e2e-'))
}

/** Environment variable with the folder of a demo house that was never sold from: laying one out takes a second, copying it no time. */
const DEMO_HOUSE = 'GUICHET_E2E_DEMO_HOUSE'

/** From here on each demo house is a copy of the one in this folder, which no process may have open. */
export function keepDemoHouse(data: string): void {
  process.env[DEMO_HOUSE] = data
}

/** A folder for a house that begins with the demo data: with a copy of it, or empty where none is kept. */
export function makeDemoFolder(): string {
  const data = makeDataFolder()
  const kept = process.env[DEMO_HOUSE]
  if (kept !== undefined) cpSync(kept, data, { recursive: true })
  return data
}

export function removeDataFolder(data: string): void {
  rmSync(data, { recursive: true, force: true })
}

/** What the house in this folder logged as errors: each means that somebody must look. */
export function loggedErrors(data: string): readonly string[] {
  const logs = join(data, 'logs')
  const files = existsSync(logs) ? readdirSync(logs) : []
  const lines = files.flatMap((file) => readFileSync(join(logs, file), 'utf8').split('\n'))
  return lines.filter((line) => line !== '' && isError(line))
}

function isError(line: string): boolean {
  const { level } = JSON.parse(line) as { level?: number }
  return (level ?? 0) >= ERROR_LEVEL
}
