// The table of one kind as the office uses it: tools above, bulk actions below, the dry run over it. Owns the view and the selection;
// columns and actions come from each kind.

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
  /** Used in saved views, and for the text of an empty table. */
  readonly of: 'shows' | 'listings' | 'seats' | 'bookings' | 'holds' | 'customers' | 'coupons'
  readonly title: string
  /** Before the title: the way back, if this is a screen of its own. */
  readonly lead?: ReactNode
  /** After the tools: the button for a new row. */
  readonly begin?: ReactNode
  /** The row created last. */
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
  /** Further information in the dry run of this kind. */
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
              currency: say('reports.currency'),
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
        // After a row was created, the form returns the focus to the button that opened it.
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

/** Reported once the row is in the table: before, there is nothing visible to undo. */
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
