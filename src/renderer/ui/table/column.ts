// What a table knows of a column: what its cells contain, show, and can be changed to. Owns these types; what the change of a
// cell does is up to the screen.

import type { ReactNode } from 'react'
import type { ForwardChange, RowId } from '../../../shared/domain/changes/change.ts'
import type { Currency } from '../../../shared/lib/money.ts'

/** The form used for comparing, filtering and searching. Null for no value. */
export type CellValue = string | number | boolean | readonly string[] | null

export interface Choice {
  readonly value: string
  readonly text: string
}

/** `day`: its value is a number such as 20261120, so that a day is the same in every time zone. */
export type ColumnKind = 'text' | 'choice' | 'yesNo' | 'number' | 'day'

export interface Column<Row> {
  /** Stored in saved views: never rename it. */
  readonly id: string
  readonly head: string
  readonly kind: ColumnKind
  readonly value: (row: Row) => CellValue
  /** The displayed text, which is also what is copied. */
  readonly text: (row: Row) => string
  /** The text in spreadsheet files, if that is neither the displayed text nor the number. */
  readonly plain?: (row: Row) => string
  /** The currency of an amount: a file says it. */
  readonly currency?: (row: Row) => Currency
  /** The sort key, if that is not the value. */
  readonly rank?: (row: Row) => number
  /** A track size of a CSS grid. */
  readonly width: string
  /** The options of a choice; if omitted, whatever values the rows have. */
  readonly choices?: readonly Choice[]
  /** Rendered instead of the text. */
  readonly draw?: (row: Row) => ReactNode
  readonly edit?: CellEdit<Row>
  /** Contains buttons: neither sorted nor filtered by. */
  readonly isTools?: boolean
  /** Hidden until somebody chooses it. */
  readonly isSpare?: boolean
}

export interface CellEdit<Row> {
  /** The text in the editor. */
  readonly text: (row: Row) => string
  /**
   * The change that sets the cell to this text; null if impossible. Omitted if editing does not change a row but has an action of
   * its own.
   */
  readonly read?: (text: string, row: Row) => ForwardChange | null
}

/** One cell and its requested text. */
export interface Edited<Row> {
  readonly row: Row
  readonly column: Column<Row>
  readonly text: string
}

export type IdOf<Row> = (row: Row) => RowId
