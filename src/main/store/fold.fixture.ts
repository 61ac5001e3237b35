import { expect } from 'vitest'
import type { HouseEvent } from '../../shared/domain/events.ts'
import { MemoryStore } from './memory-store.ts'
import { writesOf } from './projection.ts'
import { type TableName, keys } from './rows.ts'
import type { Store } from './store.ts'

/** What does not follow from the journal: facts of the file, plans (kept under their digest), PINs, answers, an older version's numbers. */
const notFolded: ReadonlySet<TableName> = new Set<TableName>([
  'meta',
  'plan',
  'seat',
  'command',
  'pin',
  'earlyTicket',
])

/** [I25] Replays the journal from nothing and expects exactly the rows there are, in every table that follows from it. */
export function expectFoldToMatch(store: Store): void {
  const fold = new MemoryStore()
  for (const row of store.all('journal')) {
    fold.write(writesOf({ row, event: JSON.parse(row.body) as HouseEvent }))
  }
  for (const table of (Object.keys(keys) as TableName[]).filter((name) => !notFolded.has(name))) {
    expect(plain(fold, table), table).toEqual(plain(store, table))
  }
}

/** Bytes come as Buffer from one store and as Uint8Array from the other. */
function plain(store: Store, table: TableName): unknown[] {
  return store.all(table).map((row) => JSON.parse(JSON.stringify(row, bytesAsList)) as unknown)
}

function bytesAsList(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const own = this[key]
  return own instanceof Uint8Array ? [...own] : value
}
