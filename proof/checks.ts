// What must hold of a house's rows whatever was done to its process or its disk. Owns nothing but the order of the checks; the one
// place where proofs take the product's invariants from.

import Database from 'better-sqlite3'
import { answerOf } from '../src/main/engine/kept-answers.ts'
import { JournalWatch, checkRows } from '../src/main/engine/invariants.fixture.ts'
import { MemoryStore } from '../src/main/store/memory-store.ts'
import { writesOf } from '../src/main/store/projection.ts'
import { type TableName, keys } from '../src/main/store/rows.ts'
import { SqliteStore } from '../src/main/store/sqlite-store.ts'
import type { Store } from '../src/main/store/store.ts'
import type { HouseEvent } from '../src/shared/domain/events.ts'
import { assert } from '../src/shared/lib/assert.ts'
import { digestOf } from './digest.ts'
import type { Acked } from './seller-lines.ts'

/** What does not follow from the journal. */
const notFolded: readonly TableName[] = ['meta', 'plan', 'seat', 'command', 'earlyTicket']

/** Every invariant there is [I1–I25]; throws at the first that does not hold, by its number. */
export function checkHouse(store: Store): void {
  checkRows(store)
  new JournalWatch().follow(store)
  checkFold(store)
  checkOneEffect(store)
}

/** [I25] The journal, folded from nothing, gives exactly the rows there are. */
export function checkFold(store: Store): void {
  const fold = new MemoryStore()
  for (const row of store.all('journal')) {
    fold.write(writesOf({ row, event: JSON.parse(row.body) as HouseEvent }))
  }
  for (const table of (Object.keys(keys) as TableName[]).filter((name) => !notFolded.includes(name))) {
    assert(digestOf(plain(fold, table)) === digestOf(plain(store, table)), `I25 the fold gives ${table}`)
  }
}

function plain(store: Store, table: TableName): unknown[] {
  return store
    .all(table)
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
        ]),
      ),
    )
}

/** [I24] The events of a command stand together and none comes twice for one booking. */
function checkOneEffect(store: Store): void {
  const last = new Map<string, number>()
  const seen = new Set<string>()
  for (const { commandId, sequence, kind, body } of store.all('journal')) {
    const before = last.get(commandId)
    assert(before === undefined || before === sequence - 1, `I24 ${commandId} has one effect`)
    last.set(commandId, sequence)
    const { bookingId } = JSON.parse(body) as { bookingId?: string }
    if (bookingId === undefined) continue
    const effect = `${commandId} ${kind} ${bookingId}`
    assert(!seen.has(effect), `I24 ${effect} once`)
    seen.add(effect)
  }
}

/** [I23] Acknowledged commands of which the house does not know, or knows another answer. */
export function lostOf(store: Store, acked: readonly Acked[]): string[] {
  return acked.flatMap(({ id, digest }) => {
    const kept = store.get('command', id)
    if (!kept) return [`${id} was acknowledged and is gone`]
    return digestOf(answerOf(store, kept.answer)) === digest ? [] : [`${id} has another answer by now`]
  })
}

/** A look at a house that a process may have open: one moment of it, nothing written. */
export function lookAt(file: string, look: (store: Store) => void): void {
  const database = new Database(file, { readonly: true })
  try {
    database.exec('BEGIN')
    look(new SqliteStore(database))
  } finally {
    database.close()
  }
}
