// Answers to commands that lie in the journal's newest rows, beside the event that they tell of: a sale then writes no page for them. The
// file's own trigger puts them into `command`, 256 rows at once (db/migrations/0021_late_rows.sql). Owns that no command is kept twice; must
// never know what an answer says.

import type Database from 'better-sqlite3'
import type { CommandId } from '../../shared/domain/ids.ts'
import type { Row } from './rows.ts'

/** Where the file's trigger cuts: what is kept beside an event begins with so long a hash. */
const HASH_LETTERS = 22
/** Letters of which SQLite and this language say alike which comes first. */
const plain = /^[ -~]*$/

const NEWEST = `SELECT max(
  coalesce((SELECT max(command_id) FROM command), ''),
  coalesce((SELECT max(command_id) FROM journal
    WHERE kept IS NOT NULL AND sequence > (SELECT max(sequence) FROM journal) / 256 * 256), ''))`

/** What is written beside the command's last event; null: it is no such answer, and has a row of its own. */
export function keptBeside(
  { commandId, inputHash, answer, atMs }: Row<'command'>,
  last: Partial<Row<'journal'>> | undefined,
): string | null {
  const isItsEvent = last?.commandId === commandId && last.atMs === atMs
  return isItsEvent && inputHash.length === HASH_LETTERS ? inputHash + answer : null
}

export class LateAnswers {
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
