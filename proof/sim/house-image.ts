// The database that every simulated hub begins with, made once and copied. Owns its bytes.

import Database from 'better-sqlite3'
import type { Clock, Scheduler } from '../../src/main/engine/ports.ts'
import { SeededChance } from '../../src/main/engine/test-world.ts'
import { deskActor } from '../../src/main/house/open-house.ts'
import { openDatabase } from '../../src/main/store/open-database.ts'
import { SqliteStore } from '../../src/main/store/sqlite-store.ts'
import type { Answer, BoxOffice } from '../../src/shared/contract/port.ts'
import type { KioskId, StaffId } from '../../src/shared/domain/ids.ts'
import { MINUTE_MS, SECOND_MS } from '../../src/shared/lib/time.ts'
import { furnishHall } from '../hall.ts'
import { simEngine } from './sim-engine.ts'

/** When every simulated evening begins, by a correct clock. */
export const EVENING_MS = Date.UTC(2026, 10, 20, 12)
/** Short, so that many end during an evening. */
const spans = { holdMs: MINUTE_MS, graceMs: 20 * SECOND_MS }

export const deskStaffId = 1 as StaffId
export const deskPin = '90817263'
/** The second person, where one person's approval is not enough. */
export const second = { staffId: 2 as StaffId, pin: '18273645' }

let emptyImage: Buffer | null = null
const images = new Map<string, Buffer>()

/** The keys of the kiosks that a manager let in. */
function pinAt(at: number): string {
  return String(at).repeat(64)
}

export function kioskIdAt(at: number): KioskId {
  return `kiosk-${pinAt(at).slice(0, 12)}` as KioskId
}

export interface ImageOf {
  /** Sellers have to sign in first. */
  readonly isLocked: boolean
  /** At most nine. */
  readonly kiosks: number
}

/** An empty database, as a kiosk's copy begins. */
export function openEmptyImage(): Database.Database {
  emptyImage ??= openDatabase(':memory:').serialize()
  return new Database(emptyImage)
}

export async function openImage(of: ImageOf): Promise<Database.Database> {
  const name = JSON.stringify(of)
  const image = images.get(name) ?? (await makeImage(of))
  images.set(name, image)
  return openCopy(image)
}

/** Opens a house's file as a backup has it. */
export function openCopy(image: Buffer): Database.Database {
  const database = new Database(image)
  database.pragma('foreign_keys = ON')
  return database
}

async function makeImage({ isLocked, kiosks }: ImageOf): Promise<Buffer> {
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
  const desk = engine.deskFor({ ...deskActor('office'), role: 'admin' })
  for (let at = 0; at < kiosks; at += 1)
    await done(desk.call('admit-kiosk', { name: `k${at}`, pin: pinAt(at) }))
  if (isLocked) await lock(desk)
  return database.serialize()
}

async function lock(desk: BoxOffice): Promise<void> {
  const person = { staffId: deskStaffId, name: 'Desk', role: 'admin', active: true } as const
  await done(desk.call('save-staff', person))
  await done(desk.call('save-staff', { ...person, staffId: null, name: 'Second', role: 'clerk' }))
  await done(desk.call('set-pin', { staffId: deskStaffId, pin: deskPin, oldPin: null }))
  await done(desk.call('set-pin', { ...second, oldPin: null }))
}

async function done(asked: Promise<Answer<unknown>>): Promise<void> {
  const answer = await asked
  if (answer.kind !== 'done') throw new Error(`the house could not be set up: ${JSON.stringify(answer)}`)
}
