// What the engine needs of a store, whichever it is. One suite (store-contract.ts) holds for all of them. Must never know what
// a rule is.

import type { Column, Columns, ColumnsQuery, Query, Row, TableName, Write } from './rows.ts'

export interface Store {
  /** The row with this key, as it is inside the running transaction. Key values in the order of the table's key. */
  get<Name extends TableName>(table: Name, ...key: readonly (string | number)[]): Row<Name> | undefined
  select<Name extends TableName, Of extends Column<Name> = Column<Name>>(
    query: Query<Name, Of>,
    ...values: readonly (string | number)[]
  ): Pick<Row<Name>, Of>[]
  /** The same, column by column: for what is as long as a house, where making a row of each seat costs more than reading it. */
  columns<Name extends TableName, Of extends Column<Name>>(
    query: ColumnsQuery<Name, Of>,
    ...values: readonly (string | number)[]
  ): Columns<Name, Of>
  /** Every row of a table in the order of its key: for checks and exports, not for sales. */
  all<Name extends TableName>(table: Name): Row<Name>[]
  /** The same, one at a time: for what is longer than memory. Nothing may be written while it is walked. */
  each<Name extends TableName>(table: Name): Iterable<Row<Name>>
  /** In order; all of them or, by throwing, the caller's whole part. */
  write(writes: readonly Write[]): void
  /** All that was written is durable when this returns; if `work` or the commit throws, nothing of it is. */
  transaction<Result>(work: () => Result): Result
  /** Inside a transaction: if `work` throws, only what it wrote is undone. */
  part<Result>(work: () => Result): Result
  /** All reads of `work` see one instant, whoever writes meanwhile. Inside a transaction it is that transaction's. */
  snapshot<Result>(work: () => Result): Result
  /** Changes when another process has written the same house: what is kept in memory is then stale. */
  foreignVersion(): number
  close(): void
}

/**
 * [C2] What keeps another from claiming between a decision's read and its write. `pessimistic`: the write lock before the read.
 * `optimistic`: no lock before the first write; who then finds that another wrote since the read has lost the race. `in-process`:
 * the engine's own queue, which is a lock only while no other process may write.
 */
export const claimStrategies = ['pessimistic', 'optimistic', 'in-process'] as const
export type ClaimStrategy = (typeof claimStrategies)[number]

/** A unique index spoke: somebody or something else has this key. Draw chance again, or read again. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}

/**
 * `full`: no room, perhaps for now. `unconfirmed`: a commit was written but the disk did not say that it is safe; what it says
 * later proves nothing, because the system may have forgotten what it could not write.
 */
export type StorageTrouble = 'full' | 'unconfirmed' | 'other'

/** The disk said no: full, read-only, broken. Nothing of the transaction happened. */
export class StorageFault extends Error {
  override readonly name: string = 'StorageFault'
  readonly trouble: StorageTrouble
  constructor(
    message: string,
    { trouble = 'other', cause }: { trouble?: StorageTrouble; cause?: unknown } = {},
  ) {
    super(message, { cause })
    this.trouble = trouble
  }
}

/** [C2] Another process wrote since this transaction read, or is writing. Nothing of it happened: look anew, or say so. */
export class LostRace extends StorageFault {
  override readonly name = 'LostRace'
}

export type { Column, Columns, ColumnsQuery, Query, Row, TableName, Write }
