// The tables of what managers change many rows at a time [A2]. Part of schema.ts; a projection of the journal like all of it.

import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ListedChange } from '../src/shared/domain/changes/change.ts'
import type * as id from '../src/shared/domain/ids.ts'
import { json } from './schema.ts'

/** [A2] Seats of a show that were taken off sale; a row goes when its seat comes back. */
export const block = sqliteTable(
  'block',
  {
    showId: integer('show_id').$type<id.ShowId>().notNull(),
    seatId: integer('seat_id').$type<id.SeatId>().notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.showId, table.seatId] })],
)

/** [A2] Changes to many rows, or to one in a table; what each part did is in its rows of the journal. */
export const change = sqliteTable(
  'change',
  {
    changeId: text('change_id').$type<id.ChangeId>().primaryKey(),
    /** What was done to which kind of rows. */
    change: json<ListedChange>('change').notNull(),
    /** The change that this one undoes. */
    undoes: text('undoes').$type<id.ChangeId>(),
    /** Of the journal row that planned it; null where one commit was all of it. */
    plannedSequence: integer('planned_sequence'),
    parts: integer('parts').notNull(),
    atMs: integer('at_ms').notNull(),
    staffId: integer('staff_id').$type<id.StaffId>().notNull(),
    kioskId: text('kiosk_id').$type<id.KioskId>().notNull(),
  },
  (table) => [index('change_undone').on(table.undoes).where(sql`undoes IS NOT NULL`)],
)

/** [A2] What is done of a change. Its events are the journal's rows from `fromSequence` up to, not with, `toSequence`. */
export const changePart = sqliteTable(
  'change_part',
  {
    changeId: text('change_id').$type<id.ChangeId>().notNull(),
    part: integer('part').notNull(),
    fromSequence: integer('from_sequence').notNull(),
    toSequence: integer('to_sequence').notNull(),
    changed: integer('changed').notNull(),
    same: integer('same').notNull(),
    skipped: integer('skipped').notNull(),
  },
  (table) => [primaryKey({ columns: [table.changeId, table.part] })],
)
