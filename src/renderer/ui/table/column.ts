// What a table knows of a column: what its cells hold, show, and may be made into. Owns these words; what a change of a cell does is the
// screen's.

import type { ReactNode } from 'react'
import type { ForwardChange, RowId } from '../../../shared/domain/changes/change.ts'

/** As it is compared, filtered and looked through. Null: there is none. */
export type CellValue = string | number | boolean | readonly string[] | null

export interface Choice {
  readonly value: string
  readonly text: string
}

/** `day`: its value is a number such as 20261120, so that a day is one wherever it is looked at from. */
export type ColumnKind = 'text' | 'choice' | 'yesNo' | 'number' | 'day'

export interface Column<Row> {
  /** Kept with saved views: never reworded. */
  readonly id: string
  readonly head: string
  readonly kind: ColumnKind
  readonly value: (row: Row) => CellValue
  /** As it is read, and copied. */
  readonly text: (row: Row) => string
  /** As a file for spreadsheets says it, where that is neither its text nor its number. */
  readonly plain?: (row: Row) => string
  /** What it is sorted by, where that is not its value. */
  readonly rank?: (row: Row) => number
  /** A track of a CSS grid. */
  readonly width: string
  /** Of a choice; without them, whatever its rows hold. */
  readonly choices?: readonly Choice[]
  /** Drawn instead of its text. */
  readonly draw?: (row: Row) => ReactNode
  readonly edit?: CellEdit<Row>
  /** Holds buttons: neither sorted nor filtered by. */
  readonly isTools?: boolean
  /** Not shown until somebody chooses it. */
  readonly isSpare?: boolean
}

export interface CellEdit<Row> {
  /** As it is typed. */
  readonly text: (row: Row) => string
  /** What makes the cell say this; null: it cannot. Left out where it is no change of rows, but a deed of its own. */
  readonly read?: (text: string, row: Row) => ForwardChange | null
}

/** One cell, as it is to be. */
export interface Edited<Row> {
  readonly row: Row
  readonly column: Column<Row>
  readonly text: string
}

export type IdOf<Row> = (row: Row) => RowId
