import type { Currency } from '../../../shared/lib/money.ts'
import type { Lead } from '../../stores/reports.ts'

export interface ReportColumn {
  readonly words: string
  readonly kind: 'count' | 'money' | 'percent'
}

export interface ReportRow {
  readonly key: string
  readonly name: string
  /** In a file, if it is another: a day as `2026-11-20`, which sorts and is of one year. */
  readonly cell?: string
  /** One per column; null if there is nothing to say. */
  readonly values: readonly (number | null)[]
  /** What its name leads to, and how many rows; omitted if it leads to nothing. */
  readonly of: Lead['of']
  readonly count: number
  /** The rows behind the number of a column; `null` for those behind its name. Computed on demand. */
  readonly leadOf: (column: number | null) => Lead
}

/** A question with its answer: what is plotted, listed, and written to a file. */
export interface ReportTable {
  readonly title: string
  /** The file's name. */
  readonly fileName: string
  /** What a row stands for. */
  readonly rowWords: string
  readonly columns: readonly ReportColumn[]
  /** The column that is plotted. */
  readonly drawn: number
  readonly rows: readonly ReportRow[]
  /** The total of all rows; null if they cannot be added up. */
  readonly total: ReportRow | null
  readonly currency: Currency
}
