// A kind's table as the office works in it: tools over it, the bar of what may be done under it, the dry run over all. Owns the view and the
// selection; what a kind's columns and actions are, each kind says.

import {
  type ComponentType,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { RowId } from '../../../shared/domain/changes/change.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import type { Column, IdOf } from '../../ui/table/column.ts'
import { saveRows } from '../../ui/table/save-rows.ts'
import { shownRows } from '../../ui/table/shown-rows.ts'
import { Table } from '../../ui/table/table.tsx'
import { TableTools, isShown } from '../../ui/table/table-tools.tsx'
import { plainView } from '../../ui/table/view.ts'
import { useSay } from '../../ui/words.tsx'
import { type BulkAction, BulkBar } from './bulk-bar.tsx'
import { DryRun } from './dry-run.tsx'
import styles from './manage-screen.module.css'
import { type Changing, type MadeRow, type Trial, useChanges } from './use-changes.ts'

interface Props<Row extends object> {
  /** In saved views, and how an empty table is called. */
  readonly of: 'shows' | 'listings' | 'seats' | 'bookings' | 'holds' | 'customers' | 'coupons'
  readonly title: string
  /** Stands before the title: the way back, where this is a screen of its own. */
  readonly lead?: ReactNode
  /** Stands behind the tools: the way to a row that is not there yet. */
  readonly begin?: ReactNode
  /** What was made there last. */
  readonly made?: MadeRow | undefined
  readonly search: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly idOf: IdOf<Row>
  readonly nameOf: (row: Row) => string
  readonly sortedBy: string
  readonly isNewestFirst?: boolean
  readonly actions: readonly BulkAction[]
  readonly onChanged: (ids: readonly RowId[]) => void
  /** What else a dry run can say of this kind. */
  readonly About?: ComponentType<{ readonly trial: Trial; readonly rows: readonly Row[] }>
}

export function KindTable<Row extends object>(props: Props<Row>) {
  const { of, title, rows, columns, idOf, nameOf, onChanged, About } = props
  const say = useSay()
  const [view, onView] = useState(() => plainView(props.sortedBy, props.isNewestFirst))
  const [selected, onSelect] = useState<ReadonlySet<RowId>>(new Set())
  const changing = useChanges({ idOf, onChanged })
  useTelling(props.made, changing)
  const shown = useMemo(() => shownRows(rows, columns, view), [rows, columns, view])
  const visible = useMemo(() => columns.filter((column) => isShown(column, view)), [columns, view])
  const ids = useMemo(() => shown.map(idOf).filter((id) => selected.has(id)), [shown, idOf, selected])
  const { trial, note } = changing
  return (
    <>
      <header className={styles['head']}>
        {props.lead}
        <h1 className={styles['title']}>{title}</h1>
        <TableTools
          {...{ of, columns, view, onView }}
          search={props.search}
          shown={shown.length}
          total={rows.length}
          onSave={() =>
            saveRows({
              name: title,
              rows: shown,
              columns: visible,
              isSelected: (row) => selected.has(idOf(row)),
            })
          }
        />
        {props.begin}
      </header>
      <Table
        {...{ idOf, nameOf, view, onView, selected, onSelect }}
        label={title}
        columns={visible}
        all={rows}
        rows={shown}
        onEdit={changing.edit}
        onUndo={changing.undo}
        // Of a row that was made the way to it, which its form gives back, has the focus.
        news={note?.kind === 'made' ? null : note}
        made={props.made?.id}
        none={say(`table.none.${of}`)}
      />
      <BulkBar actions={props.actions} onClear={() => onSelect(new Set())} {...{ ids, changing }} />
      {trial && (
        <DryRun
          trial={trial}
          nameOf={(id) => {
            const row = rows.find((one) => idOf(one) === id)
            return row ? nameOf(row) : String(id)
          }}
          onClose={changing.dropTrial}
          onApply={() => changing.apply(trial.steps)}
        >
          {About && <About {...{ trial, rows }} />}
        </DryRun>
      )}
    </>
  )
}

/** Once it is in the table: before, there is nothing to see that could be taken back. */
function useTelling(made: MadeRow | undefined, { tellMade }: Pick<Changing, 'tellMade'>): void {
  const told = useRef<ChangeId | null>(null)
  const changeId = made?.changeId ?? null
  const tell = useEffectEvent((by: ChangeId) => {
    if (!made || told.current === by) return
    told.current = by
    tellMade(by, made.id)
  })
  useEffect(() => {
    if (changeId !== null) tell(changeId)
  }, [changeId])
}
