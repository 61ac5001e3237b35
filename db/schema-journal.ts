// The tables of what happened: the journal that all others follow from, which of its rows are a show's, and the answers to commands. With
// schema.ts the only place where a column is named.

import { sql } from 'drizzle-orm'
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { everydayKinds } from '../src/shared/domain/audit.ts'
import type * as id from '../src/shared/domain/ids.ts'

/** Everything that ever happened, one row an event; `hash` covers the row and the hash of the one before. Append-only. */
export const journal = sqliteTable(
  'journal',
  {
    sequence: integer('sequence').primaryKey(),
    showId: integer('show_id').$type<id.ShowId>(),
    revision: integer('revision'),
    atMs: integer('at_ms').notNull(),
    kind: text('kind').notNull(),
    body: text('body').notNull(),
    staffId: integer('staff_id').$type<id.StaffId>().notNull(),
    role: text('role').notNull(),
    kioskId: text('kiosk_id').$type<id.KioskId>().notNull(),
    commandId: text('command_id').$type<id.CommandId>().notNull(),
    hash: blob('hash').$type<Uint8Array>().notNull(),
    /** [C3] The answer to its command, until it is found in `command` (`store/late-rows.ts`). Of no row as others see it. */
    kept: text('kept'),
    /** [P9] Its movements of money, until they are found in `transfer`: of each part, debit, credit, amount and currency. */
    moved: text('moved', { mode: 'json' }).$type<readonly (readonly (string | number | null)[])[]>(),
  },
  (table) => [
    // [I39] Partial: a sale writes nothing into it.
    index('journal_by_kind')
      .on(table.kind)
      .where(sql.raw(everydayKinds.map((kind) => `kind <> '${kind}'`).join(' AND '))),
  ],
)

/** Which rows of the journal are a show's, but for the newest: those are looked through (`journal_of_show`). */
export const showRow = sqliteTable(
  'show_row',
  {
    showId: integer('show_id').$type<id.ShowId>().notNull(),
    revision: integer('revision').notNull(),
    sequence: integer('sequence').notNull(),
  },
  (table) => [primaryKey({ columns: [table.showId, table.revision] })],
)

/** [C3] The first answer to each command, refusals too. `inputHash` tells a repeat from a reused id; what the journal can say of
 * an answer is not written twice (`engine/kept-answers.ts`). */
export const command = sqliteTable('command', {
  commandId: text('command_id').$type<id.CommandId>().primaryKey(),
  inputHash: text('input_hash').notNull(),
  answer: text('answer').notNull(),
  atMs: integer('at_ms').notNull(),
})
