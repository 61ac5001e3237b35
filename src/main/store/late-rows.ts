// What is stored in the journal's newest rows, beside the event that it follows from: the answer to its command, and its
// movements of money. A sale then writes no page for them. A trigger in the file moves them to their own tables, 256 rows at once
// (db/migrations/0021_late_rows.sql). Owns what may be stored there, and that no command is kept twice; must never know what an
// answer says.

import type Database from 'better-sqlite3'
import type { CommandId } from '../../shared/domain/ids.ts'
import type { Row, TableName } from './rows.ts'

/** Where the trigger splits: what is kept beside an event begins with a hash of this length. */
const HASH_LETTERS = 22
/** Characters that SQLite and JavaScript sort alike. */
const plain = /^[ -~]*$/

const NEWEST = `SELECT max(
  coalesce((SELECT max(command_id) FROM command), ''),
  coalesce((SELECT max(command_id) FROM journal
    WHERE kept IS NOT NULL AND sequence > (SELECT max(sequence) FROM journal) / 256 * 256), ''))`

/** Part number within its event, debit, credit, amount, currency. */
type Part = readonly [number, string, string, number, string | null]

/** A journal row with what is stored beside it. */
interface LateRow extends Row<'journal'> {
  kept: string | null
  moved: Part[] | null
}

/** A commit with more events writes each page of the other tables once for all of them, so being late would save nothing. */
const EVENTS_MAX = 4

/** `rows`: about to be written, by table. Whatever may be stored beside its event is moved from its own table's rows to the journal's. */
export function layBeside(rows: Map<TableName, readonly object[]>): void {
  const of = <Name extends TableName>(table: Name) => (rows.get(table) ?? []) as readonly Row<Name>[]
  const events = of('journal')
  if (events.length === 0 || events.length > EVENTS_MAX) return
  const late = events.map(lateRow)
  rows.set('journal', late)
  rows.set(
    'command',
    of('command').filter((answer) => !keepBeside(answer, late)),
  )
  rows.set(
    'transfer',
    of('transfer').filter((move) => !moveBeside(move, late)),
  )
}

/** A copy, because the original is passed on to others without these fields. Field by field, so that all objects have the same shape. */
function lateRow(row: Row<'journal'>): LateRow {
  return {
    sequence: row.sequence,
    showId: row.showId,
    revision: row.revision,
    atMs: row.atMs,
    kind: row.kind,
    body: row.body,
    staffId: row.staffId,
    role: row.role,
    kioskId: row.kioskId,
    commandId: row.commandId,
    hash: row.hash,
    kept: null,
    moved: null,
  }
}

/** Beside the last event of its command, if it has one. */
function keepBeside({ commandId, inputHash, answer, atMs }: Row<'command'>, events: LateRow[]): boolean {
  const event = events.findLast((one) => one.commandId === commandId)
  if (event?.atMs !== atMs || inputHash.length !== HASH_LETTERS) return false
  event.kept = inputHash + answer
  return true
}

/** A wallet's movements are read before each payment through an index: those are not late. */
function moveBeside(row: Row<'transfer'>, events: LateRow[]): boolean {
  const event = events.find((one) => one.sequence === row.sequence)
  if (!event || row.walletId !== null) return false
  event.moved ??= []
  event.moved.push([row.part, row.debit, row.credit, row.amountMinor, row.currency])
  return true
}

/** The ids of the commands that were kept. */
export class KeptIds {
  readonly #db: Database.Database
  #look: Database.Statement<[string]> | null = null
  /** No kept command has a later id; null: must be looked up, another process may have kept some. */
  #newest: CommandId | null = null

  constructor(db: Database.Database) {
    this.#db = db
  }

  forget(): void {
    this.#newest = null
  }

  /** Ids grow with time, so that an id hardly ever needs to be looked up. */
  isNewest(commandId: CommandId): boolean {
    this.#newest ??= this.#db.prepare<[], CommandId>(NEWEST).pluck().get() ?? ('' as CommandId)
    return plain.test(commandId) && commandId > this.#newest
  }

  /** Whether a command with this id was kept, in its own table or beside its event. */
  has(commandId: CommandId): boolean {
    this.#look ??= this.#db.prepare<[string]>('SELECT 1 FROM kept_command WHERE command_id = ?')
    return this.#look.get(commandId) !== undefined
  }

  /** It is kept from now on. If its transaction is undone, that only costs needless lookups. */
  add(commandId: CommandId): void {
    if (this.#newest !== null && commandId > this.#newest) this.#newest = commandId
  }
}
