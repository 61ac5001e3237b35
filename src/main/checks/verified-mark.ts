// How far a house has been checked, kept in its own file: the start checks what came since, and the rest is checked in the
// background. Owns the mark and what follows from it; must never be believed against the journal.

import { type JournalHead, brokenLink, emptyHead, sameBytes } from '../store/journal.ts'
import { StartRefused } from '../store/open-database.ts'
import { journalAfter, lastJournalRow } from '../store/queries.ts'
import { type Write, put } from '../store/rows.ts'
import type { Store } from '../store/store.ts'

const KEY = 'verified'
/**
 * Rows that the start checks at most, 0.2 s of them: the mark moves at every start and every day, and no house writes more in
 * between. If there is no mark yet, or an old one, the rest is checked in the background.
 */
const SINCE_ROWS_MAX = 50_000
const PAGE_ROWS = 1000

/** The last journal row up to which everything was found in order. */
export interface VerifiedMark {
  readonly sequence: number
  /** Hex. */
  readonly hash: string
}

export function verifiedMark(store: Store): VerifiedMark | null {
  const text = store.get('meta', KEY)?.value
  return text === undefined ? null : (JSON.parse(text) as VerifiedMark)
}

export function markVerified({ sequence, hash }: JournalHead): Write {
  const mark: VerifiedMark = { sequence, hash: Buffer.from(hash).toString('hex') }
  return put('meta', { key: KEY, value: JSON.stringify(mark) })
}

/**
 * [I43] [I25] Before the first sale: checks that the marked row is still there unchanged, and that the chain goes on from it
 * without a break. Refuses the start if not: selling from a cut or rewritten journal means selling seats again.
 */
export function checkSinceMark(store: Store, rowsMax = SINCE_ROWS_MAX): void {
  const mark = verifiedMark(store)
  const newest = store.select(lastJournalRow, 1)[0]?.sequence ?? 0
  if (mark) checkMark(store, mark, newest)
  let head = headAt(store, Math.max(mark?.sequence ?? 0, newest - rowsMax))
  for (;;) {
    const rows = store.select(journalAfter, head.sequence, PAGE_ROWS)
    const broken = brokenLink(rows, head)
    if (broken !== null)
      throw new StartRefused(
        'the journal goes on from where it was verified',
        `row ${broken} does not follow`,
      )
    const last = rows.at(-1)
    if (!last) return
    head = last
  }
}

function checkMark(store: Store, mark: VerifiedMark, newest: number): void {
  const row = store.get('journal', mark.sequence)
  if (mark.sequence === 0 || (row && sameBytes(row.hash, Buffer.from(mark.hash, 'hex')))) return
  const found = row ? 'it has another hash' : `the last row is ${newest}`
  throw new StartRefused(
    'the journal still has the row it was verified up to',
    `row ${mark.sequence}: ${found}`,
  )
}

function headAt(store: Store, sequence: number): JournalHead {
  return store.get('journal', sequence) ?? emptyHead
}
