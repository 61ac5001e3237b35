import { seedChecksum } from '../../../db/seed/seed-checksum.ts'
import type { HouseEvent } from '../../shared/domain/events.ts'
import { journalAfter } from '../store/queries.ts'
import type { Row } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import { once } from './once.ts'

/** [D1] The demo data that a house began with. */
export interface Seed {
  /** The instant its dates count from. */
  readonly atMs: number
  /** The journal's first rows: one commit made them all. */
  readonly rows: readonly Row<'journal'>[]
  readonly checksum: string
}

/** Many times the length of the demo; a longer commit is not a seed. */
const SEED_ROWS_MAX = 10_000

/** The seed as recorded in the journal, whatever happened since; null where there is none. */
export function seedOf(store: Store): Seed | null {
  const atMs = Number(store.get('meta', 'demo-at')?.value ?? Number.NaN)
  if (!Number.isSafeInteger(atMs)) return null
  const rows = store.select(journalAfter, 0, SEED_ROWS_MAX)
  const seeded = rows.filter((row) => row.commandId === rows[0]?.commandId)
  return { atMs, rows: seeded, checksum: seedChecksum(seeded.map(eventOf), atMs) }
}

/** Computed when it is first asked for: no sale waits for it. */
export function seedSum(store: Store): () => string | null {
  const known = once(() => ({ sum: seedOf(store)?.checksum ?? null }))
  return () => known().sum
}

export function eventOf({ body }: Row<'journal'>): HouseEvent {
  return JSON.parse(body) as HouseEvent
}
