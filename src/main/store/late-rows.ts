// What lies in the journal's newest rows, beside the event that it follows from: the answer to its command, and its movements of money. A sale
// then writes no page for them. The file's own trigger puts them where they are found, 256 rows at once (db/migrations/0021_late_rows.sql). Owns
// what may lie there, and that no command is kept twice; must never know what an answer says.

import type Database from 'better-sqlite3'
import type { CommandId } from '../../shared/domain/ids.ts'
import type { Row, Write } from './rows.ts'

/** Where the file's trigger cuts: what is kept beside an event begins with so long a hash. */
const HASH_LETTERS = 22
/** Letters of which SQLite and this language say alike which comes first. */
const plain = /^[ -~]*$/

const NEWEST = `SELECT max(
  coalesce((SELECT max(command_id) FROM command), ''),
  coalesce((SELECT max(command_id) FROM journal
    WHERE kept IS NOT NULL AND sequence > (SELECT max(sequence) FROM journal) / 256 * 256), ''))`

/** The last row of the journal that waits to be written. */
type Beside = Partial<Row<'journal'>> & { readonly moved?: readonly Part[] }
/** Which part of its event, debit, credit, amount, currency. */
type Part = readonly [number, string, string, number, string | null]

/** What of this row lies beside the event; null: it is another event's, or is found by more, and lies in its own table. */
export function besideOf(write: Write, last: Beside | undefined): object | null {
  if (!last || !('put' in write)) return null
  if (write.put === 'command') return keptBeside(write.row, last)
  return write.put === 'transfer' ? movedBeside(write.row, last) : null
}

function keptBeside({ commandId, inputHash, answer, atMs }: Row<'command'>, last: Beside): object | null {
  const isItsEvent = last.commandId === commandId && last.atMs === atMs
  return isItsEvent && inputHash.length === HASH_LETTERS ? { kept: inputHash + answer } : null
}

/** A wallet is asked for its movements before each payment, and has an index. */
function movedBeside(row: Row<'transfer'>, { sequence, moved = [] }: Beside): object | null {
  if (row.sequence !== sequence || row.walletId !== null) return null
  const part: Part = [row.part, row.debit, row.credit, row.amountMinor, row.currency]
  return { moved: [...moved, part] }
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
