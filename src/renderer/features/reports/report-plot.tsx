// One column per row, above or below the zero line: drawn by hand, so that it follows both colour schemes. Owns the drawing; the
// numbers are in the table beside it, which is what screen readers use.

import { useSay } from '../../ui/words.tsx'
import styles from './report-plot.module.css'
import type { ReportTable } from './report-table.ts'
import { useValueText } from './use-value-text.ts'

/** In the drawing's own units, the width of one step from column to column. */
const STEP = 10
const GAP = 2
const HEIGHT = 100
/** More names than these are unreadable side by side: then only every nth is written. */
const NAMES_MAX = 12
/** A few columns are no wider than they would be among this many. */
const LEAST_ROOM = 7

export function ReportPlot({ table }: { readonly table: ReportTable }) {
  const say = useSay()
  const valueText = useValueText(table)
  const { rows, drawn, columns, title } = table
  const values = rows.map((row) => row.values[drawn] ?? 0)
  const top = columns[drawn]?.kind === 'percent' ? 100 : Math.max(0, ...values)
  const bottom = Math.min(0, ...values)
  const scale = HEIGHT / Math.max(1, top - bottom)
  const every = Math.ceil(rows.length / NAMES_MAX)
  const largest = Math.max(...values)
  const most = rows[values.indexOf(largest)]
  const room = Math.max(LEAST_ROOM, rows.length)
  const label = say('reports.plot', {
    title,
    of: columns[drawn]?.words ?? '',
    count: rows.length,
    name: most?.name ?? '',
    most: valueText(largest, drawn),
  })
  return (
    <figure className={styles.plot}>
      <p className={styles.scale} aria-hidden>
        {valueText(top, drawn)} <span>{columns[drawn]?.words}</span>
      </p>
      <svg
        className={styles.columns}
        viewBox={`0 0 ${room * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {rows.map((row, index) => (
          <rect
            key={row.key}
            x={index * STEP + GAP / 2}
            width={STEP - GAP}
            y={(top - Math.max(0, values[index] ?? 0)) * scale}
            height={Math.abs(values[index] ?? 0) * scale}
            className={(values[index] ?? 0) < 0 ? styles.below : styles.above}
          >
            <title>{`${row.name}: ${valueText(values[index] ?? 0, drawn)}`}</title>
          </rect>
        ))}
      </svg>
      <ol
        className={styles.names}
        style={{ gridTemplateColumns: `repeat(${room}, minmax(0, 1fr))` }}
        aria-hidden
      >
        {rows.map((row, index) => (
          <li key={row.key} dir="auto">
            {index % every === 0 ? row.name : ''}
          </li>
        ))}
      </ol>
    </figure>
  )
}
