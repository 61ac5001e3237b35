import { PROVEN_ROWS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import { type JournalHead, brokenLink, emptyHead, sameBytes } from '../store/journal.ts'
import { journalAfter, lastJournalRow } from '../store/queries.ts'
import type { Store } from '../store/store.ts'

type Asked = Input<'prove-journal'>
type Proof = Output<'prove-journal'>

/**
 * [I25] Checks one piece of the chain, short enough that no sale waits for it; a caller that checks the whole chain asks again and again.
 */
export function proveJournal(store: Store, asked: Asked): Proof {
  const newest = store.select(lastJournalRow, 1)[0]?.sequence ?? 0
  const head = headOf(store, asked)
  const rows = store
    .select(journalAfter, asked.after, PROVEN_ROWS_MAX)
    .filter(({ sequence }) => sequence <= (asked.upTo ?? sequence))
  const broken = head ? brokenLink(rows, head) : asked.after
  const last = broken === null ? rows.at(-1) : rows.findLast(({ sequence }) => sequence < broken)
  const { sequence, hash } = last ?? head ?? emptyHead
  const isAll = broken === null && sequence >= Math.min(newest, asked.upTo ?? newest)
  return { sequence, hash: Buffer.from(hash).toString('hex'), broken, isAll, newest }
}

/** The row to begin after; null: that row is gone, or has changed. */
function headOf(store: Store, { after, hash }: Asked): JournalHead | null {
  if (after === 0) return emptyHead
  const row = store.get('journal', after)
  if (!row) return null
  return hash === null || sameBytes(row.hash, Buffer.from(hash, 'hex')) ? row : null
}
