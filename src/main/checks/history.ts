// History: I24 and I25. Each command had one effect; the journal is whole, and every other row follows from it.

import type { ShowId } from '../../shared/domain/ids.ts'
import { type JournalHead, brokenLink, emptyHead } from '../store/journal.ts'
import { type TableName, keys } from '../store/rows.ts'
import type { Row, Store } from '../store/store.ts'
import { type Check, type Looks, type Surroundings, eachOf, ofRow } from './check.ts'
import type { Findings } from './findings.ts'
import type { Replay } from './replay.ts'
import { differences } from './row-differences.ts'

export const historyChecks: readonly Check[] = [
  { id: 'I24', claim: 'a command happened once, and its answer is kept', look: i24OneEffect },
]

/** Separate from the other checks, because it also needs the replay. */
export const wholeLog = { id: 'I25', claim: 'the journal is whole, and every row is what it says' } as const

/** The house's own commands, which are never sent twice. */
const HOUSE = 'house'

/** [I40] Events that a refusal records: nothing that was asked for happened, so the command may be sent again. */
const traces: ReadonlySet<string> = new Set(['attempt-refused', 'sign-in-failed'])

/** Somebody was refused, signed in and asked again: the traces of the refusal are not part of the command's effect. */
function comesAgain(before: Row<'journal'>, row: Row<'journal'>): boolean {
  return traces.has(before.kind) && !isOfOne(before, row)
}

interface Run {
  readonly first: Row<'journal'>
  readonly last: Row<'journal'>
}

/** The rows of one command are consecutive: a later row under the same id would be a second effect. */
export function i24OneEffect({ store, findings }: Surroundings): Looks {
  let run: Run | null = null
  const close = () => {
    const wrong = run && wrongRun(store, run)
    if (run && wrong) findings.add(ofRow(run.first), `command ${run.first.commandId} ${wrong}`)
  }
  return {
    journal: eachOf(({ row }) => {
      if (run?.first.commandId === row.commandId && !comesAgain(run.last, row)) {
        if (!isOfOne(run.first, row))
          findings.add(ofRow(row), `is not of the hand or the instant of ${run.first.commandId}`)
        run = { first: run.first, last: row }
        return
      }
      close()
      run = { first: row, last: row }
    }),
    end: () => {
      close()
      return 0
    },
  }
}

function isOfOne(a: Row<'journal'>, b: Row<'journal'>): boolean {
  return a.atMs === b.atMs && a.kioskId === b.kioskId && a.staffId === b.staffId
}

/** [A2] The parts of a planned change are made by the house, in the name of whoever planned it. */
function isPartOfPlan({ kind, body }: Row<'journal'>): boolean {
  return kind === 'change-advanced' && !('change' in (JSON.parse(body) as object))
}

function wrongRun(store: Store, { first, last }: Run): string | null {
  // [H15] Holds for those who wait are made by the house, in their name.
  if (first.kioskId === HOUSE || last.kind === 'standby-served' || traces.has(last.kind)) return null
  if (isPartOfPlan(last)) return null
  const command = store.get('command', first.commandId)
  if (!command) return 'has no answer: it would happen again'
  const answer = JSON.parse(command.answer) as { kind: string; value?: { booking?: { atSequence?: number } } }
  if (answer.kind !== 'done') return `happened, and its answer is ${answer.kind}`
  const at = answer.value?.booking?.atSequence ?? last.sequence
  return at === last.sequence && command.atMs === first.atMs
    ? null
    : `was answered for journal ${at}, at ${command.atMs}`
}

/** [I25] Checks the chain and its numbering, page by page. */
export class ChainWatch {
  readonly #findings: Findings
  readonly #revisions = new Map<ShowId, number>()
  #head: JournalHead = emptyHead

  constructor(findings: Findings) {
    this.#findings = findings
  }

  get head(): JournalHead {
    return this.#head
  }

  follow(rows: readonly Row<'journal'>[]): void {
    for (const row of rows) {
      if (brokenLink([row], this.#head) !== null)
        this.#findings.add(ofRow(row), `does not follow from ${this.#head.sequence}`)
      if (row.showId !== null) this.#revise(row, row.showId)
      this.#head = row
    }
  }

  #revise(row: Row<'journal'>, showId: ShowId): void {
    const next = (this.#revisions.get(showId) ?? 0) + 1
    if (row.revision !== next)
      this.#findings.add(ofRow(row), `is revision ${row.revision} of show ${showId}, not ${next}`)
    this.#revisions.set(showId, row.revision ?? next)
  }
}

/**
 * Tables that do not follow from the journal: facts of the file, plans (the journal has only their digest), answers, ticket
 * numbers of an older version.
 */
const notFolded: ReadonlySet<TableName> = new Set<TableName>([
  'meta',
  'plan',
  'seat',
  'journal',
  'command',
  'earlyTicket',
  // [I42] Digests of PINs and passwords are never journaled.
  'pin',
  'password',
])

/** [I25] Every table that the journal makes. */
export const foldedTables = (Object.keys(keys) as TableName[]).filter((table) => !notFolded.has(table))

/** [I25] Compares row by row with the replay; a difference is named by its key. */
export function i25Fold(store: Store, replay: Replay, findings: Findings): number {
  for (const { sequence, why } of replay.stumbles)
    findings.add(`journal ${sequence}`, `cannot be replayed: ${why}`)
  let looked = 0
  for (const table of foldedTables) {
    looked += differences(table, store.each(table), replay.store.each(table), (key, found) =>
      findings.add(`${table} ${key}`, found),
    )
  }
  return looked
}
