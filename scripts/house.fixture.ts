import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll } from 'vitest'
import { type House, openHouse } from '../src/main/house/open-house.ts'
import { quietOptions } from '../src/main/house/options.ts'

/** A folder for one file of tests, removed after them; `folder('a')` is a path in it that does not exist yet. */
export function testFolder(): (name: string) => string {
  const room = mkdtempSync(join(tmpdir(), 'guichet-scripts-'))
  afterAll(() => rmSync(room, { recursive: true, force: true }))
  return (name) => join(room, name)
}

/** The house in this folder, as a program opens it. Close it. */
export function houseIn(data: string, demo = true): House {
  return openHouse(quietOptions(data, { demo }), 'test')
}

/** Changes a closed house's database in a way that no part of Guichet would. */
export function tamper(data: string, sql: string): void {
  const db = new Database(join(data, 'house.db'))
  db.exec(sql)
  db.close()
}

/** The lines that a script printed, and the function it prints them with. */
export function listener(): { readonly lines: string[]; readonly say: (line: string) => void } {
  const lines: string[] = []
  return { lines, say: (line) => lines.push(line) }
}
