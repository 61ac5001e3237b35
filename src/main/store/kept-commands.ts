// [SYNC 5.2] [SYNC 5.5] What a kiosk asked its hub to do: written down before it is sent, and kept until the answer is written down too. A
// kiosk that was killed thus asks again under the same id, and the hub repeats its answer. Owns that file; must never hold a PIN [I42].

import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { CommandName } from '../../shared/contract/operations.ts'
import type { BookingId, CommandId } from '../../shared/domain/ids.ts'
import type { HouseName, Receipt } from '../../shared/domain/lost-sale.ts'
import { learnedId, paidAtTerminal, receiptOf, soldIn } from './kept-receipts.ts'

export interface KeptCommand {
  readonly commandId: CommandId
  readonly name: CommandName
  readonly input: unknown
  readonly askedAtMs: number
}

/** How far a reader of receipts has come, page by page. */
export interface ReceiptPlace {
  /** When the answer was given, by the hub's clock: a booking sold before a backup may be moved or refunded after it. */
  readonly toldAtMs: number
  readonly place: number
}

export interface ReceiptPage {
  readonly receipts: readonly Receipt[]
  /** Null: there are no more. */
  readonly next: ReceiptPlace | null
}

interface SoldRow {
  readonly place: number
  readonly command_id: CommandId
  readonly answer: string
  readonly house: string | null
  readonly sold_at_ms: number
}

/** Answers are read by people, after an accident: this many are months of a busy counter. */
const KEPT_ANSWERS = 100_000

/** As for the house itself [I43]: what was written down must survive a power cut. */
export function openKioskFile(folder: string): Database.Database {
  const db = new Database(join(folder, 'kiosk.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  return db
}

export class KeptCommands {
  readonly #db: Database.Database
  /** Bookings whose payment was sent to a terminal since this start. */
  readonly #atTerminal = new Set<BookingId>()
  readonly #put: Database.Statement
  readonly #settle: Database.Statement
  readonly #drop: Database.Statement
  readonly #has: Database.Statement
  readonly #learn: Database.Statement
  readonly #sold: Database.Statement<[number, number, number], SoldRow>

  constructor(db: Database.Database) {
    this.#db = db
    this.#db.exec(
      `CREATE TABLE IF NOT EXISTS command (
        place INTEGER PRIMARY KEY, command_id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, input TEXT NOT NULL,
        asked_at_ms INTEGER NOT NULL, answer TEXT
      ) STRICT;
      CREATE INDEX IF NOT EXISTS command_open ON command (place) WHERE answer IS NULL`,
    )
    this.#migrate()
    this.#put = this.#db.prepare(
      'INSERT INTO command (command_id, name, input, asked_at_ms) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    )
    // [SYNC 5.6] An answer that proves a sale is never overwritten: a house that has forgotten the sale may answer otherwise.
    this.#settle = this.#db.prepare(
      'UPDATE command SET answer = ?, house = ?, sold_at_ms = ? WHERE command_id = ? AND sold_at_ms IS NULL',
    )
    this.#learn = this.#db.prepare(
      `INSERT INTO command (command_id, name, input, asked_at_ms, answer, house, sold_at_ms)
        VALUES (?, 'booking', '{}', 0, ?, ?, ?) ON CONFLICT DO NOTHING`,
    )
    this.#sold = this.#db.prepare(
      `SELECT place, command_id, answer, house, sold_at_ms FROM command
        WHERE sold_at_ms IS NOT NULL AND (sold_at_ms, place) > (?, ?) ORDER BY sold_at_ms, place LIMIT ?`,
    )
    this.#drop = this.#db.prepare('DELETE FROM command WHERE command_id = ? AND answer IS NULL')
    this.#has = this.#db.prepare('SELECT 1 FROM command WHERE command_id = ?')
    this.#db
      .prepare(
        'DELETE FROM command WHERE answer IS NOT NULL AND place < (SELECT max(place) FROM command) - ?',
      )
      .run(KEPT_ANSWERS)
  }

  /** Called before it is sent. Putting the same command again changes nothing. */
  put({ commandId, name, input, askedAtMs }: KeptCommand): void {
    this.#put.run(commandId, name, JSON.stringify(input), askedAtMs)
  }

  /**
   * Called before anybody hears of the answer, which was given at `toldAtMs` of the hub's clock: whatever a kiosk prints from is
   * then here as well as at the hub.
   */
  settle(commandId: CommandId, answer: unknown, house: HouseName | null, toldAtMs: number): void {
    const bookingId = paidAtTerminal(answer)
    if (bookingId) this.#atTerminal.add(bookingId)
    const sold = soldIn(answer)
    const receiptAtMs = sold && Math.max(sold.confirmedAtMs, toldAtMs)
    this.#settle.run(JSON.stringify(answer), house && JSON.stringify(house), receiptAtMs, commandId)
  }

  /**
   * [P6] A card payment was confirmed by the hub itself, and this kiosk learned of it by asking. Called before anybody prints from that.
   */
  learn(answer: unknown, house: HouseName | null): void {
    const sold = soldIn(answer)
    if (!sold || !this.#atTerminal.has(sold.bookingId)) return
    const name = house && JSON.stringify(house)
    this.#learn.run(learnedId(sold.bookingId), JSON.stringify(answer), name, sold.confirmedAtMs)
    this.#atTerminal.delete(sold.bookingId)
  }

  /** [SYNC 4.7] Receipts of this house, in the order in which they were told. `after`: the last one that was read. */
  receipts(root: string, after: ReceiptPlace, rowsMax: number): ReceiptPage {
    const rows = this.#sold.all(after.toldAtMs, after.place, rowsMax)
    const last = rows.at(-1)
    return {
      receipts: rows.flatMap((row) => receiptIn(row, root) ?? []),
      next: last && rows.length === rowsMax ? { toldAtMs: last.sold_at_ms, place: last.place } : null,
    }
  }

  /** It was never executed, and is no longer wanted. */
  drop(commandId: CommandId): void {
    this.#drop.run(commandId)
  }

  /** It was sent before: only the hub can say what came of it. */
  has(commandId: CommandId): boolean {
    return this.#has.get(commandId) !== undefined
  }

  /** Commands without an answer yet, in the order in which they were asked. */
  open(): readonly KeptCommand[] {
    const rows = this.#db
      .prepare<[], { command_id: CommandId; name: CommandName; input: string; asked_at_ms: number }>(
        'SELECT command_id, name, input, asked_at_ms FROM command WHERE answer IS NULL ORDER BY place',
      )
      .all()
    return rows.map(({ command_id: commandId, name, input, asked_at_ms: askedAtMs }) => ({
      commandId,
      name,
      input: JSON.parse(input) as unknown,
      askedAtMs,
    }))
  }

  /** Files of earlier versions record neither which house answered nor what was sold. */
  #migrate(): void {
    const columns = this.#db.pragma('table_info(command)') as readonly { readonly name: string }[]
    if (!columns.some(({ name }) => name === 'sold_at_ms'))
      this.#db.exec(
        'ALTER TABLE command ADD COLUMN house TEXT; ALTER TABLE command ADD COLUMN sold_at_ms INTEGER',
      )
    this.#db.exec(
      'CREATE INDEX IF NOT EXISTS command_sold ON command (sold_at_ms) WHERE sold_at_ms IS NOT NULL',
    )
  }

  close(): void {
    this.#db.close()
  }
}

function receiptIn({ command_id: commandId, answer, house }: SoldRow, root: string): Receipt | null {
  const name = house === null ? null : (JSON.parse(house) as HouseName)
  return name?.root === root ? receiptOf(name, commandId, JSON.parse(answer)) : null
}
