import { memo } from 'react'
import { useSay } from '../words.tsx'
import { CellEditor } from './cell-editor.tsx'
import type { Column } from './column.ts'
import styles from './table.module.css'

interface Props<Row extends object> {
  /** The grid's id, with which the ids of its cells begin. */
  readonly id: string
  readonly row: Row
  readonly index: number
  readonly top: number
  readonly columns: readonly Column<Row>[]
  readonly name: (row: Row) => string
  readonly isSelected: boolean
  /** The column of the cursor; -1 if it is not in this row. */
  readonly active: number
  /** The marked columns of this row; -1 if none. */
  readonly first: number
  readonly last: number
  readonly isEditing: boolean
}

/** Memoised, so that it renders only when something of it changed: moving the cursor renders two lines. */
export const TableLine = memo(Line) as typeof Line

function Line<Row extends object>(props: Props<Row>) {
  const say = useSay()
  const { id, row, index, top, columns, isSelected, active, first, last } = props
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-row={index}
      className={styles['line']}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" aria-colindex={1} className={styles['pick']}>
        <input
          type="checkbox"
          tabIndex={-1}
          data-pick=""
          aria-label={say('table.select', { name: props.name(row) })}
          checked={isSelected}
          readOnly
        />
      </span>
      {columns.map((column, place) => (
        <span
          key={column.id}
          id={`${id}-${index}-${place}`}
          role="gridcell"
          aria-colindex={place + 2}
          data-readonly={column.edit ? undefined : true}
          data-column={place}
          data-kind={column.kind}
          data-drawn={column.draw ? '' : undefined}
          data-active={place === active || undefined}
          data-marked={(first !== last && place >= first && place <= last) || undefined}
          className={styles['cell']}
          dir={column.kind === 'text' && !column.draw ? 'auto' : undefined}
        >
          {props.isEditing && place === active ? (
            <CellEditor column={column} row={row} />
          ) : (
            <CellFace column={column} row={row} />
          )}
        </span>
      ))}
    </div>
  )
}

function CellFace<Row extends object>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  if (column.draw) return column.draw(row)
  if (column.kind !== 'yesNo') return column.text(row)
  if (!column.edit) return column.value(row) === true ? '✓' : ''
  return (
    <input
      type="checkbox"
      role="switch"
      aria-checked={column.value(row) === true}
      tabIndex={-1}
      aria-label={column.head}
      className={styles['switch']}
      checked={column.value(row) === true}
      readOnly
    />
  )
}
