// The database that every simulated hub begins with, made once and copied. Owns its bytes.

import Database from 'better-sqlite3'
import type { Engine } from '../../src/main/engine/engine.ts'
import type { Clock, Scheduler } from '../../src/main/engine/ports.ts'
import { SeededChance } from '../../src/main/engine/test-world.ts'
import { deskActor } from '../../src/main/house/open-house.ts'
import { openDatabase } from '../../src/main/store/open-database.ts'
import { SqliteStore } from '../../src/main/store/sqlite-store.ts'
import type { StaffId } from '../../src/shared/domain/ids.ts'
import { MINUTE_MS, SECOND_MS } from '../../src/shared/lib/time.ts'
import { furnishHall } from '../hall.ts'
import { simEngine } from './sim-engine.ts'

/** When every simulated evening begins, by an honest clock. */
export const EVENING_MS = Date.UTC(2026, 10, 20, 12)
/** Short, so that many end while one looks on. */
const spans = { holdMs: MINUTE_MS, graceMs: 20 * SECOND_MS }

export const deskStaffId = 1 as StaffId
export const deskPin = '90817263'

let emptyImage: Buffer | null = null
const images = new Map<boolean, Buffer>()

/** An empty one, as a kiosk's copy begins. */
export function openEmptyImage(): Database.Database {
  emptyImage ??= openDatabase(':memory:').serialize()
  return new Database(emptyImage)
}

/** `isLocked`: whoever wants to sell has to sign in first. */
export async function openImage(isLocked: boolean): Promise<Database.Database> {
  const image = images.get(isLocked) ?? (await makeImage(isLocked))
  images.set(isLocked, image)
  const database = new Database(image)
  database.pragma('foreign_keys = ON')
  return database
}

async function makeImage(isLocked: boolean): Promise<Buffer> {
  const database = openDatabase(':memory:')
  const clock: Clock = { nowMs: () => EVENING_MS, elapsedMs: () => 0 }
  const scheduler: Scheduler = { soon: (work) => setImmediate(work), at: () => () => {} }
  const engine = simEngine({
    store: new SqliteStore(database),
    clock,
    scheduler,
    chance: new SeededChance('image'),
  })
  furnishHall(engine, spans)
  if (isLocked) await lock(engine)
  return database.serialize()
}

async function lock(engine: Engine): Promise<void> {
  const desk = engine.deskFor(deskActor('office'))
  const person = { staffId: deskStaffId, name: 'Desk', role: 'admin', active: true } as const
  for (const answer of [
    await desk.call('save-staff', person),
    await desk.call('set-pin', { staffId: deskStaffId, pin: deskPin, oldPin: null }),
  ])
    if (answer.kind !== 'done') throw new Error(`nobody could be given a PIN: ${JSON.stringify(answer)}`)
}
