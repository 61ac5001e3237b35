// The table itself: only the rows in sight are drawn, so that 100,000 scroll like a hundred. Owns sorting and selection.

import {
  createColumnHelper,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { MessageId } from '../../messages/catalogue.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { ActiveCell } from './active-cell.tsx'
import { ShowWays } from './show-ways.tsx'
import { PlanCell } from './plan-cell.tsx'
import { PriceCell } from './price-cell.tsx'
import styles from './show-table.module.css'

const features = tableFeatures({
  rowSelectionFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { text: sortFn_text },
})
const helper = createColumnHelper<typeof features, ShowRow>()

const columns = helper.columns([
  helper.accessor('startsAtMs', { id: 'manage.start' }),
  helper.accessor('title', { id: 'manage.show', sortFn: 'text' }),
  helper.accessor('venue', { id: 'manage.house', sortFn: 'text' }),
  helper.accessor((row) => row.counts.available, { id: 'manage.left' }),
  helper.accessor((row) => row.counts.sold, { id: 'manage.sold' }),
  helper.accessor((row) => highestPrice(row), { id: 'manage.prices' }),
  helper.accessor((row) => Number(row.active), { id: 'manage.onSale' }),
])

/** Written to be compared: units under units. */
const counts: ReadonlySet<MessageId> = new Set(['manage.left', 'manage.sold'])

/** As high as the tallest control in it. */
const ROW_PX = 48

interface Props {
  readonly rows: readonly ShowRow[]
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
}

export function ShowTable({ rows, selected, onSelect }: Props) {
  const say = useSay()
  const scroller = useRef<HTMLDivElement>(null)
  const rowSelection = useMemo(
    () => Object.fromEntries([...selected].map((id) => [id, true as const])),
    [selected],
  )
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => String(row.showId),
    initialState: { sorting: [{ id: 'manage.start', desc: false }] },
    state: { rowSelection },
    onRowSelectionChange: (update) => {
      const next = typeof update === 'function' ? update(rowSelection) : update
      onSelect(new Set(Object.keys(next).filter((id) => next[id])))
    },
  })
  const sorted = table.getRowModel().rows
  const visible = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  })
  return (
    <div className={styles.scroller} ref={scroller}>
      <div
        role="table"
        aria-label={say('manage.title')}
        aria-rowcount={sorted.length + 1}
        className={styles.table}
      >
        <TableHead
          isAllSelected={sorted.length > 0 && table.getIsAllRowsSelected()}
          onSelectAll={table.getToggleAllRowsSelectedHandler()}
          columns={table.getFlatHeaders().map(({ column }) => ({
            id: column.id as MessageId,
            sorted: column.getIsSorted(),
            onSort: () => column.toggleSorting(),
          }))}
        />
        <div role="rowgroup" style={{ blockSize: visible.getTotalSize(), position: 'relative' }}>
          {visible.getVirtualItems().map(({ index, start }) => {
            const row = sorted[index]
            if (!row) return null
            return (
              <Line
                key={row.id}
                row={row.original}
                index={index}
                top={start}
                isSelected={row.getIsSelected()}
                onToggle={row.getToggleSelectedHandler()}
              />
            )
          })}
        </div>
      </div>
      {sorted.length === 0 && <p className={styles.empty}>{say('manage.empty')}</p>}
    </div>
  )
}

interface TableHeadProps {
  readonly isAllSelected: boolean
  readonly onSelectAll: (event: unknown) => void
  readonly columns: readonly HeadProps[]
}

function TableHead({ isAllSelected, onSelectAll, columns: shown }: TableHeadProps) {
  const say = useSay()
  return (
    <div role="row" className={styles.head}>
      <span role="columnheader">
        <input
          type="checkbox"
          aria-label={say('manage.selectAll')}
          checked={isAllSelected}
          onChange={onSelectAll}
        />
      </span>
      {shown.map((column) => (
        <HeadCell key={column.id} {...column} />
      ))}
      <span role="columnheader" className={styles.plain}>
        {say('manage.tools')}
      </span>
    </div>
  )
}

interface HeadProps {
  readonly id: MessageId
  readonly sorted: false | 'asc' | 'desc'
  readonly onSort: () => void
}

function HeadCell({ id, sorted, onSort }: HeadProps) {
  const say = useSay()
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp
  return (
    <span
      role="columnheader"
      aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : 'none'}
      className={counts.has(id) ? styles.number : ''}
    >
      <button type="button" className={styles.sort} onClick={onSort}>
        {say(id)} {sorted && <Arrow size={14} aria-hidden />}
      </button>
    </span>
  )
}

interface LineProps {
  readonly row: ShowRow
  readonly index: number
  readonly top: number
  readonly isSelected: boolean
  readonly onToggle: (event: unknown) => void
}

function Line({ row, index, top, isSelected, onToggle }: LineProps) {
  const say = useSay()
  const { clock, day, number } = useFormats()
  const time = `${day(row.startsAtMs, row.zone)} ${clock(row.startsAtMs, row.zone)}`
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.line}
      data-selected={isSelected || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="cell">
        <input
          type="checkbox"
          aria-label={say('manage.select', { title: row.title, time })}
          checked={isSelected}
          onChange={() => {}}
          onClick={onToggle}
        />
      </span>
      <span role="cell" className={styles.time}>
        {time}
      </span>
      <span role="cell" className={styles.name} dir="auto">
        {row.title}
      </span>
      <span role="cell" className={styles.quiet} dir="auto">
        {row.venue}
      </span>
      <span role="cell" className={styles.number}>
        {number(row.counts.available)}
      </span>
      <span role="cell" className={styles.number}>
        {number(row.counts.sold)}
      </span>
      <span role="cell">
        <PriceCell row={row} time={time} />
      </span>
      <span role="cell">
        <ActiveCell row={row} />
      </span>
      <span role="cell" className={styles.tools}>
        <ShowWays row={row} time={time} />
        <PlanCell row={row} time={time} />
      </span>
    </div>
  )
}

function highestPrice({ prices }: ShowRow): number {
  return Math.max(0, ...prices.flat().map((price) => price ?? 0))
}
