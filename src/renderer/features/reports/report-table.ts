import type { Currency } from '../../../shared/lib/money.ts'
import type { Lead } from '../../stores/reports.ts'

export interface ReportColumn {
  readonly words: string
  readonly kind: 'count' | 'money' | 'percent'
}

export interface ReportRow {
  readonly key: string
  readonly name: string
  /** One a column; null: there is nothing to say. */
  readonly values: readonly (number | null)[]
  /** What its name leads to, and to how many; none: to nothing. */
  readonly of: Lead['of']
  readonly count: number
  /** The rows behind the number of a column; `null`: behind its name. Gathered when somebody asks. */
  readonly leadOf: (column: number | null) => Lead
}

/** A question with its answer: what is drawn, listed, and written to a file. */
export interface ReportTable {
  readonly title: string
  /** Of the file. */
  readonly fileName: string
  /** What a row is. */
  readonly rowWords: string
  readonly columns: readonly ReportColumn[]
  /** The column that is drawn. */
  readonly drawn: number
  readonly rows: readonly ReportRow[]
  /** Of all rows; null: they do not add up to anything. */
  readonly total: ReportRow | null
  readonly currency: Currency
}
