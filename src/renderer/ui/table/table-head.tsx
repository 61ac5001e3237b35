// The head of a table: sorting, filters, and selecting all rows. Owns the rendering; the steps from view to view are in view.ts.

import { ArrowDown, ArrowUp, ListFilter } from 'lucide-react'
import { memo } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { Button } from '../button.tsx'
import { Popover } from '../popover.tsx'
import { useFormats, useSay } from '../words.tsx'
import type { Column } from './column.ts'
import { FilterFields } from './filter-fields.tsx'
import type { TableProps } from './table.tsx'
import styles from './table.module.css'
import { filteredBy, sortedBy } from './view.ts'

/** Memoised, so that scrolling the lines under it does not render it again. */
export const TableHead = memo(Head) as typeof Head

function Head<Row extends object>(props: TableProps<Row>) {
  const say = useSay()
  const { columns, rows, idOf, selected, onSelect } = props
  const isAll =
    rows.length > 0 && selected.size >= rows.length && rows.every((row) => selected.has(idOf(row)))
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1} className={styles['headLine']}>
        <span role="columnheader" aria-colindex={1} className={styles['pick']}>
          <input
            type="checkbox"
            aria-label={say('manage.selectAll')}
            checked={isAll}
            onChange={() => onSelect(isAll ? new Set() : new Set(rows.map(idOf)))}
          />
        </span>
        {columns.map((column, place) => (
          <HeadCell key={column.id} {...props} column={column} place={place} />
        ))}
      </div>
    </div>
  )
}

interface HeadCellProps<Row extends object> extends TableProps<Row> {
  readonly column: Column<Row>
  readonly place: number
}

function HeadCell<Row extends object>({ column, place, view, onView, all }: HeadCellProps<Row>) {
  const { number } = useFormats()
  if (column.isTools)
    return (
      <span role="columnheader" aria-colindex={place + 2} className={styles['headCell']}>
        <span className={styles['plain']}>{column.head}</span>
      </span>
    )
  const index = view.sorts.findIndex(({ id }) => id === column.id)
  const sort = view.sorts[index]
  const Arrow = sort?.isDown ? ArrowDown : ArrowUp
  return (
    <span
      role="columnheader"
      aria-colindex={place + 2}
      aria-sort={sort ? (sort.isDown ? 'descending' : 'ascending') : 'none'}
      data-kind={column.kind}
      className={styles['headCell']}
    >
      <button
        type="button"
        className={styles['sort']}
        onClick={(event) => onView(sortedBy(view, column.id, event.shiftKey))}
      >
        <span className={styles['headText']}>{column.head}</span>
        {sort && <Arrow size={14} aria-hidden />}
        {sort && view.sorts.length > 1 && <small aria-hidden="true">{number(index + 1)}</small>}
      </button>
      <ColumnFilter {...{ column, view, onView, all }} />
    </span>
  )
}

function ColumnFilter<Row extends object>({
  column,
  view,
  onView,
  all,
}: Pick<HeadCellProps<Row>, 'column' | 'view' | 'onView' | 'all'>) {
  const say = useSay()
  const filter = view.filters[column.id] ?? null
  const label = say('table.filter', { column: column.head })
  return (
    <DialogTrigger>
      <span className={styles['funnel']} data-on={filter !== null || undefined}>
        <Button look="quiet" label={label} isPressed={filter !== null}>
          <ListFilter size={14} aria-hidden />
        </Button>
      </span>
      <Popover label={label} at="start" className={styles['pane']}>
        <FilterFields
          {...{ column, all, filter }}
          onFilter={(next) => onView(filteredBy(view, column.id, next))}
        />
      </Popover>
    </DialogTrigger>
  )
}
