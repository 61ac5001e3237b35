import { cpus } from 'node:os'
import Database from 'better-sqlite3'
import { launchBrowser } from '../e2e/browser.ts'

/** The machine that the figures of a run were measured on: without it they mean nothing. */
export interface Machine {
  readonly cores: number
  readonly processor: string
  readonly node: string
  readonly sqlite: string
  readonly chromium: string
}

export async function thisMachine(): Promise<Machine> {
  const processors = cpus()
  const browser = await launchBrowser()
  const chromium = browser.version()
  await browser.close()
  return {
    cores: processors.length,
    processor: processors[0]?.model.trim() ?? 'unknown',
    node: process.versions.node,
    sqlite: sqliteVersion(),
    chromium,
  }
}

export function machineLine({ cores, processor, node, sqlite, chromium }: Machine): string {
  return `${cores} cores (${processor}), Node ${node}, SQLite ${sqlite}, Chromium ${chromium} without a graphics card`
}

function sqliteVersion(): string {
  const db = new Database(':memory:')
  const version = db.prepare('SELECT sqlite_version()').pluck().get() as string
  db.close()
  return version
}
