// A house assembled from the product's parts, for proofs that must reach between them: other pragmas for a control run, other
// ports. Owns nothing that `openHouse` has; must never replace it in a proof of the whole start.

import type Database from 'better-sqlite3'
import { Engine } from '../src/main/engine/engine.ts'
import { type Log, type Updates, noPictures } from '../src/main/engine/ports.ts'
import { systemChance, systemClock, systemScheduler } from '../src/main/house/world.ts'
import { openDatabase } from '../src/main/store/open-database.ts'
import { SqliteStore } from '../src/main/store/sqlite-store.ts'
import type { Store } from '../src/main/store/store.ts'

export interface OwnHouse {
  readonly engine: Engine
  readonly database: Database.Database
}

/** The update that every house here is offered, and nobody installs. */
export const offeredUpdate = { version: '9.9.9', digest: 'a'.repeat(128) }
const neverInstalls: Updates = {
  state: () => {
    throw new Error('nobody looks for updates here')
  },
  look: () => {},
  offered: () => ({ ...offeredUpdate, from: '0.0.0', isWaiting: false }),
  wait: () => {},
  waiting: () => null,
  callOff: () => {},
  install: () => {},
}

const quiet: Log = { error: () => {}, info: () => {}, debug: () => {} }

/** `around`: wraps the store, if anything is to stand between it and the engine. */
export function openOwnHouse(
  file: string,
  pragmas: readonly string[],
  around: (store: Store, database: Database.Database) => Store = (store) => store,
): OwnHouse {
  const database = openDatabase(file)
  for (const pragma of pragmas) database.pragma(pragma)
  const engine = new Engine({
    store: around(new SqliteStore(database), database),
    clock: systemClock,
    chance: systemChance,
    scheduler: systemScheduler,
    log: quiet,
    signer: { sign: (text) => `SIGNED${text.length}`, publicKeyText: () => 'NONE' },
    version: 'proof',
    houseTerms: {},
    terminal: null,
    // Pictures that a proof shows a manager are never read: all of them count as present.
    pictures: { ...noPictures, has: () => true },
    printers: null,
    paperShelf: null,
    kioskNet: null,
    post: null,
    backups: null,
    updates: neverInstalls,
    pinHasher: { digest: () => Promise.reject(new Error('nobody signs in here')) },
    claims: 'pessimistic',
    isShared: false,
  })
  return { engine, database }
}
