// What lies in the journal's newest rows, beside the event that it follows from: the answer to its command, and its movements of money. A sale
// then writes no page for them. The file's own trigger puts them where they are found, 256 rows at once (db/migrations/0021_late_rows.sql). Owns
// what may lie there, and that no command is kept twice; must never know what an answer says.

import type Database from 'better-sqlite3'
import type { CommandId } from '../../shared/domain/ids.ts'
import type { Row, TableName } from './rows.ts'

/** Where the file's trigger cuts: what is kept beside an event begins with so long a hash. */
const HASH_LETTERS = 22
/** Letters of which SQLite and this language say alike which comes first. */
const plain = /^[ -~]*$/

const NEWEST = `SELECT max(
  coalesce((SELECT max(command_id) FROM command), ''),
  coalesce((SELECT max(command_id) FROM journal
    WHERE kept IS NOT NULL AND sequence > (SELECT max(sequence) FROM journal) / 256 * 256), ''))`

/** Which part of its event, debit, credit, amount, currency. */
type Part = readonly [number, string, string, number, string | null]

/** A row of the journal with what lies beside it. */
interface LateRow extends Row<'journal'> {
  kept: string | null
  moved: Part[] | null
}

/** Of a commit with more events, the pages of the other tables are written once for all of them, and nothing is saved by being late. */
const EVENTS_MAX = 4

/** Rows that are about to be written, by their tables: what may lie beside its event is taken out of its own table's, and put there. */
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

/** A copy: what whoever recorded it tells others has none of this. Field by field, so that all of them are made alike. */
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

/** Beside the last event of its command, where there is one. */
function keepBeside({ commandId, inputHash, answer, atMs }: Row<'command'>, events: LateRow[]): boolean {
  const event = events.findLast((one) => one.commandId === commandId)
  if (event?.atMs !== atMs || inputHash.length !== HASH_LETTERS) return false
  event.kept = inputHash + answer
  return true
}

/** A wallet is asked for its movements before each payment, and has an index: those are not late. */
function moveBeside(row: Row<'transfer'>, events: LateRow[]): boolean {
  const event = events.find((one) => one.sequence === row.sequence)
  if (!event || row.walletId !== null) return false
  event.moved ??= []
  event.moved.push([row.part, row.debit, row.credit, row.amountMinor, row.currency])
  return true
}

/** Ids of the commands that were kept. */
export class KeptIds {
  readonly #db: Database.Database
  #look: Database.Statement<[string]> | null = null
  /** No command that is kept has a later id; null: to be looked up, another process may have kept some. */
  #newest: CommandId | null = null

  constructor(db: Database.Database) {
    this.#db = db
  }

  forget(): void {
    this.#newest = null
  }

  /** Ids grow: hardly ever is one looked for. */
  isNewest(commandId: CommandId): boolean {
    this.#newest ??= this.#db.prepare<[], CommandId>(NEWEST).pluck().get() ?? ('' as CommandId)
    return plain.test(commandId) && commandId > this.#newest
  }

  /** Whether a command with this id was kept, here or there. */
  has(commandId: CommandId): boolean {
    this.#look ??= this.#db.prepare<[string]>('SELECT 1 FROM kept_command WHERE command_id = ?')
    return this.#look.get(commandId) !== undefined
  }

  /** It is kept from now on; if its transaction is undone, it will be looked for in vain. */
  add(commandId: CommandId): void {
    if (this.#newest !== null && commandId > this.#newest) this.#newest = commandId
  }
}
