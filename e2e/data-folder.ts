import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** pino's number for a line that somebody must look at. */
const ERROR_LEVEL = 50

export function makeDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'guichet-e2e-'))
}

export function removeDataFolder(data: string): void {
  rmSync(data, { recursive: true, force: true })
}

/** What the house that lived here logged as errors: each means that somebody must look. */
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
