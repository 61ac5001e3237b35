// What the engine needs of a store, whichever it is. One suite (store-contract.ts) tests them all. Must never know a rule.

import type { Column, Columns, ColumnsQuery, Query, Row, TableName, Write } from './rows.ts'

export interface Store {
  /** The row with this key, as seen inside the running transaction. Key values in the order of the table's key. */
  get<Name extends TableName>(table: Name, ...key: readonly (string | number)[]): Row<Name> | undefined
  select<Name extends TableName, Of extends Column<Name> = Column<Name>>(
    query: Query<Name, Of>,
    ...values: readonly (string | number)[]
  ): Pick<Row<Name>, Of>[]
  /** The same, column by column: for results as long as a house, where making a row object for each seat costs more than reading it. */
  columns<Name extends TableName, Of extends Column<Name>>(
    query: ColumnsQuery<Name, Of>,
    ...values: readonly (string | number)[]
  ): Columns<Name, Of>
  /** Every row of a table in the order of its key: for checks and exports, not for sales. */
  all<Name extends TableName>(table: Name): Row<Name>[]
  /** The same, one at a time: for tables larger than memory. Nothing may be written during the walk. */
  each<Name extends TableName>(table: Name): Iterable<Row<Name>>
  /** In order; either all are written or, by throwing, the caller's whole part is undone. */
  write(writes: readonly Write[]): void
  /** Everything written is durable when this returns; if `work` or the commit throws, nothing was written. */
  transaction<Result>(work: () => Result): Result
  /** Inside a transaction: if `work` throws, only what it wrote is undone. */
  part<Result>(work: () => Result): Result
  /** All reads of `work` see one instant, whoever writes meanwhile. Inside a transaction it is that transaction's. */
  snapshot<Result>(work: () => Result): Result
  /** Changes when another process has written the same house: anything kept in memory is then stale. */
  foreignVersion(): number
  close(): void
}

/**
 * [C2] What keeps others from claiming between a decision's read and its write. `pessimistic`: the write lock is taken before the
 * read. `optimistic`: no lock before the first write; if another process wrote since the read, the race is lost. `in-process`:
 * the engine's own queue, which is a lock only while no other process may write.
 */
export const claimStrategies = ['pessimistic', 'optimistic', 'in-process'] as const
export type ClaimStrategy = (typeof claimStrategies)[number]

/** A unique index objected: this key exists already. Draw another id, or read again. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}

/**
 * `full`: no room, perhaps only for now. `unconfirmed`: a commit was written but the disk did not confirm that it is safe; what
 * it confirms later proves nothing, because the system may have dropped what it could not write.
 */
export type StorageTrouble = 'full' | 'unconfirmed' | 'other'

/** The storage failed: full, read-only, broken. Nothing of the transaction happened. */
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

/** [C2] Another process wrote since this transaction read, or is writing. Nothing of it happened: read again and retry, or refuse. */
export class LostRace extends StorageFault {
  override readonly name = 'LostRace'
}

export type { Column, Columns, ColumnsQuery, Query, Row, TableName, Write }
