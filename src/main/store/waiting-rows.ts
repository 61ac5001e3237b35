// New rows of a running transaction that were not given to SQLite yet: written many to a statement, a row costs half. Owns which
// rows may wait and what may not overtake them; must never outlive its transaction.

import { layBeside } from './late-rows.ts'
import type { TableName, Write } from './rows.ts'

type Cells = Readonly<Record<string, unknown>>

/**
 * The tables that a sale writes, in an order in which each row finds what it refers to. Apart from that, rows with different keys
 * may be written in any order.
 */
const soldIn = ['journal', 'booking', 'claim', 'transfer', 'command'] as const satisfies readonly TableName[]
/** More than this are not kept waiting, so that replaying a journal needs no memory. */
const WAITING_MAX = 500

export class WaitingRows {
  readonly #ofTables = new Map<TableName, Cells[]>(soldIn.map((table) => [table, []]))
  #many = 0

  /** Whether it waits now; if not, the caller must first write those that wait, then this one. */
  take(write: Write): boolean {
    if (!('put' in write) || this.#many >= WAITING_MAX) return false
    const rows = this.#ofTables.get(write.put)
    if (!rows) return false
    rows.push(write.row)
    this.#many += 1
    return true
  }

  /** Whether that write may overtake all that waits: it changes rows of which none waits here. */
  isBeside(write: Write): boolean {
    if (this.#many === 0) return true
    if (!('change' in write)) return false
    const rows = this.#ofTables.get(write.change)
    const where = Object.entries(write.where)
    return !rows?.some((row) => where.every(([key, value]) => row[key] === value))
  }

  /** Writes all of them, table by table; if `write` throws, none stays behind. */
  drain(write: (table: TableName, rows: readonly Cells[]) => void): void {
    if (this.#many === 0) return
    this.#many = 0
    const waiting = new Map<TableName, readonly Cells[]>()
    for (const [table, rows] of this.#ofTables) waiting.set(table, rows.splice(0))
    layBeside(waiting)
    for (const [table, rows] of waiting) if (rows.length > 0) write(table, rows)
  }

  forget(): void {
    this.drain(() => {})
  }
}
