// A house put together from the product's parts, where a proof must reach between them: other pragmas for a control, other
// ports. Owns nothing that `openHouse` has; must never be taken for it where the whole start is to be proven.

import type Database from 'better-sqlite3'
import { Engine } from '../src/main/engine/engine.ts'
import type { Log, Updates } from '../src/main/engine/ports.ts'
import { noPictures } from '../src/main/house/pictures.ts'
import { systemChance, systemClock, systemScheduler } from '../src/main/house/world.ts'
import { openDatabase } from '../src/main/store/open-database.ts'
import { SqliteStore } from '../src/main/store/sqlite-store.ts'
import type { Store } from '../src/main/store/store.ts'

export interface OwnHouse {
  readonly engine: Engine
  readonly database: Database.Database
}

/** What every house here was offered, and nobody installs. */
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

/** `around`: what stands between engine and store, if anything. */
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
    // What a proof shows a manager is not looked at: its pictures are all here.
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
