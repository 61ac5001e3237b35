// A table of any kind of rows, used like a spreadsheet: only visible rows are rendered, so that 100,000 rows scroll like a
// hundred. Owns the grid, its cursor, and what is typed; the result of an edit, an undo or a selection is up to the screen.

import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { RowId } from '../../../shared/domain/changes/change.ts'
import { takeLostFocus } from '../kept-focus.ts'
import { useKeys } from '../use-keys.ts'
import { useMedia } from '../use-media.ts'
import { useDirection, useSay } from '../words.tsx'
import type { Column, Edited, IdOf } from './column.ts'
import { type Cursor, at, blockOf } from './cursor.ts'
import { TableHead } from './table-head.tsx'
import { TableLine } from './table-line.tsx'
import styles from './table.module.css'
import { useGridEvents } from './use-grid-events.ts'
import type { View } from './view.ts'

/** As high as the tallest control in a row; in a low window with a mouse as low as its controls allow, so that eight rows fit. */
const ROW_PX = 48
const LOW_ROW_PX = 40
const LOW_WINDOW = '(max-height: 700px) and (pointer: fine)'
/** Extra rows rendered outside the visible part, so that a turn of the wheel finds them ready. */
const OVERSCAN = 8

export interface TableProps<Row extends object> {
  readonly label: string
  /** The visible columns, in their order. */
  readonly columns: readonly Column<Row>[]
  /** All rows, from which filters take their options. */
  readonly all: readonly Row[]
  /** The rows that the view shows. */
  readonly rows: readonly Row[]
  readonly idOf: IdOf<Row>
  /** A row's name for places where its cells are not seen. */
  readonly nameOf: (row: Row) => string
  readonly view: View
  readonly onView: (view: View) => void
  readonly selected: ReadonlySet<RowId>
  readonly onSelect: (selected: ReadonlySet<RowId>) => void
  /** Called when one cell was typed, or a block was pasted. */
  readonly onEdit: (edits: readonly Edited<Row>[]) => void
  readonly onUndo: () => void
  /** The result of the last change. If the focused button disappeared with it, the table takes the focus. */
  readonly news?: unknown
  /** Shown if there are no rows at all: says so, and how to create the first. */
  readonly none?: string
  /** A row that was just created: the cursor moves to it as soon as it appears, wherever it is sorted. */
  readonly made?: RowId | undefined
}

export function Table<Row extends object>(props: TableProps<Row>) {
  const { label, columns, rows, idOf, selected } = props
  const id = useId()
  const scroller = useWayBack(props)
  const [placed, setCursor] = useState<Cursor>(at(0, 0))
  const [isEditing, setEditing] = useState(false)
  const cursor = within(placed, rows.length, columns.length)
  const block = blockOf(cursor)
  const rowPx = useMedia(LOW_WINDOW) ? LOW_ROW_PX : ROW_PX
  const visible = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    // The head lies above the first row, where row positions begin.
    scrollPaddingEnd: rowPx,
  })
  useLayoutEffect(() => visible.measure(), [visible, rowPx])
  useMade(props, setCursor, visible)
  const events = useGridEvents({
    ...props,
    scroller,
    cursor,
    isEditing,
    isRightToLeft: useDirection() === 'rtl',
    setCursor,
    setEditing,
    scrollTo: (row) => visible.scrollToIndex(row),
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 2),
  })
  const style = useMemo(() => sheetStyle(columns, rowPx), [columns, rowPx])
  return (
    <div
      role="grid"
      ref={scroller}
      tabIndex={0}
      className={styles['scroller']}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={rows.length > 0 ? `${id}-${cursor.row}-${cursor.column}` : undefined}
      {...events}
    >
      <div className={styles['sheet']} style={style}>
        <TableHead {...props} />
        <div role="rowgroup" style={{ blockSize: visible.getTotalSize(), position: 'relative' }}>
          {visible.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            if (!row) return null
            return (
              <TableLine
                key={String(idOf(row))}
                {...{ id, row, index, columns }}
                top={start}
                name={props.nameOf}
                isSelected={selected.has(idOf(row))}
                active={index === cursor.row ? cursor.column : -1}
                {...marksIn(block, index)}
                isEditing={isEditing && index === cursor.row}
              />
            )
          })}
        </div>
        {rows.length === 0 && <NothingShown none={props.all.length === 0 ? props.none : undefined} />}
      </div>
    </div>
  )
}

/**
 * Also handles keys from its tools and from the bar below it: undo is the same key everywhere around the table, also when nothing
 * has the focus.
 */
function useWayBack({
  onUndo,
  news,
}: Pick<TableProps<object>, 'onUndo' | 'news'>): RefObject<HTMLDivElement | null> {
  const scroller = useRef<HTMLDivElement>(null)
  // In a text field the key undoes typing instead.
  useKeys({ 'Ctrl+z': onUndo }, { inFields: false })
  useEffect(() => {
    if (news) takeLostFocus(scroller.current)
  }, [news])
  return scroller
}

/** The range of columns marked in a line. */
function marksIn({ top, bottom, first, last }: ReturnType<typeof blockOf>, index: number) {
  return index >= top && index <= bottom ? { first, last } : { first: -1, last: -1 }
}

/** Moves the cursor to a created row, once: if the row moves later because somebody sorts, the cursor stays. */
function useMade<Row extends object>(
  { rows, idOf, made }: Pick<TableProps<Row>, 'rows' | 'idOf' | 'made'>,
  setCursor: (cursor: Cursor) => void,
  lines: { readonly scrollToIndex: (row: number) => void },
): void {
  const row = made === undefined ? -1 : rows.findIndex((one) => idOf(one) === made)
  const stand = useEffectEvent(() => {
    setCursor(at(row, 0))
    lines.scrollToIndex(row)
  })
  const there = row < 0 ? undefined : made
  useEffect(() => {
    if (there !== undefined) stand()
  }, [there])
}

/** As wide as the screen, but never narrower than its columns need: each gives its minimum first in its width. */
function sheetStyle<Row>(columns: readonly Column<Row>[], rowPx: number): CSSProperties {
  const widths = ['28px', ...columns.map(({ width }) => width)]
  const least = widths.reduce((sum, width) => sum + Number(/\d+/.exec(width)?.[0] ?? 0), 0)
  return {
    '--tracks': widths.join(' '),
    '--least': `${least}px`,
    '--row': `${rowPx}px`,
  } as CSSProperties
}

function NothingShown({ none }: { readonly none: string | undefined }) {
  const say = useSay()
  return (
    <div role="row" className={styles['empty']}>
      <span role="gridcell">{none ?? say('table.empty')}</span>
    </div>
  )
}

/** Keeps the cursor inside when rows disappear. */
function within(cursor: Cursor, rows: number, columns: number): Cursor {
  const inside = ({ row, column }: { readonly row: number; readonly column: number }) => ({
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  })
  return { ...inside(cursor), anchor: inside(cursor.anchor) }
}
