// The staff as a table: name, role and active state are edited in place, one at a time, and can be undone. Owns the changes made
// here; the house decides who may, and that somebody remains who can admit others.

import { useMemo, useRef, useState } from 'react'
import type { RowId } from '../../../shared/domain/changes/change.ts'
import { type Role, roles } from '../../../shared/domain/catalogue.ts'
import { NAME_MAX } from '../../../shared/contract/limits.ts'
import type { StaffRow } from '../../../shared/contract/staff-shapes.ts'
import { ask } from '../../box-office.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { Button } from '../../ui/button.tsx'
import type { Edited } from '../../ui/table/column.ts'
import { saveRows } from '../../ui/table/save-rows.ts'
import { shownRows } from '../../ui/table/shown-rows.ts'
import { Table } from '../../ui/table/table.tsx'
import { TableTools, isShown } from '../../ui/table/table-tools.tsx'
import { plainView } from '../../ui/table/view.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { type StaffQuestion, staffColumns } from './staff-columns.tsx'
import styles from './staff-table.module.css'

interface Props {
  readonly rows: readonly StaffRow[]
  readonly mayChange: boolean
  readonly onAsk: (question: StaffQuestion) => void
  readonly onChanged: () => void
}

const idOf = ({ staffId }: StaffRow) => staffId
const nameOf = ({ name }: StaffRow) => name

export function StaffTable({ rows, mayChange, onAsk, onChanged }: Props) {
  const say = useSay()
  const formats = useFormats()
  const [view, onView] = useState(() => plainView('name'))
  const [selected, onSelect] = useState<ReadonlySet<RowId>>(new Set())
  const { edit, undo, note, mayUndo } = useStaffChanges(rows, onChanged)
  const columns = useMemo(
    () => staffColumns(say, formats, mayChange ? onAsk : null),
    [say, formats, mayChange, onAsk],
  )
  const shown = useMemo(() => shownRows(rows, columns, view), [rows, columns, view])
  const visible = useMemo(() => columns.filter((column) => isShown(column, view)), [columns, view])
  return (
    <>
      <div className={styles['tools']}>
        <TableTools
          of="staff"
          search={say('staff.search')}
          shown={shown.length}
          total={rows.length}
          onSave={() =>
            saveRows({
              name: say('staff.title'),
              rows: shown,
              columns: visible,
              isSelected: (row) => selected.has(idOf(row)),
              currency: '',
            })
          }
          {...{ columns, view, onView }}
        />
        <span
          role={note?.isProblem ? 'alert' : 'status'}
          className={styles['note']}
          data-problem={note?.isProblem}
        >
          {note?.text}
        </span>
        {mayUndo && (
          <Button look="quiet" keys="Ctrl+Z" onPress={undo}>
            {say('manage.undo')}
          </Button>
        )}
      </div>
      <Table
        label={say('staff.title')}
        all={rows}
        rows={shown}
        columns={visible}
        onEdit={edit}
        onUndo={undo}
        {...{ idOf, nameOf, view, onView, selected, onSelect }}
      />
    </>
  )
}

type Entry = Pick<StaffRow, 'staffId' | 'name' | 'role' | 'active'>

interface Made {
  readonly before: Entry
  readonly after: Entry
}

type Saved = 'done' | 'refused' | 'fault'

/** The newest last; each is undone by restoring the previous entry. */
function useStaffChanges(rows: readonly StaffRow[], onChanged: () => void) {
  const say = useSay()
  const formats = useFormats()
  const [made, setMade] = useState<readonly Made[]>([])
  const [note, setNote] = useState<{ readonly text: string; readonly isProblem: boolean } | null>(null)
  const save = async ({ staffId, name, role, active }: Entry): Promise<Saved> => {
    const answer = await ask('save-staff', { staffId, name, role, active })
    if (answer.kind === 'refused')
      setNote({ text: refusalText(answer.refusal, say, formats, 'UTC'), isProblem: true })
    if (answer.kind === 'fault')
      setNote({
        text: say(`notice.fault.${answer.reason}`, { incident: answer.incidentId }),
        isProblem: true,
      })
    return answer.kind
  }
  const edit = async (edits: readonly Edited<StaffRow>[]) => {
    for (const one of edits) {
      const after = entryWith(one)
      if (!after) return setNote({ text: say('staff.unreadable'), isProblem: true })
      // oxlint-disable-next-line no-await-in-loop -- one person after the other: each may be refused
      if ((await save(after)) !== 'done') return
      setMade((all) => [...all, { before: entryOf(one.row), after }])
      setNote({ text: say('manage.done', { count: 1 }), isProblem: false })
      onChanged()
    }
  }
  const isUndoing = useRef(false)
  const undoLast = async (last: Made) => {
    const drop = () => setMade((all) => all.filter((one) => one !== last))
    const now = rows.find(({ staffId }) => staffId === last.after.staffId)
    if (!now || !isSame(entryOf(now), last.after)) {
      drop()
      return setNote({ text: say('manage.reason.changed-since'), isProblem: true })
    }
    const saved = await save(last.before)
    // After a fault it is still to be undone: the next undo must not take back an earlier change instead.
    if (saved !== 'fault') drop()
    if (saved !== 'done') return
    setNote({ text: say('manage.undone', { changed: 1, skipped: 0 }), isProblem: false })
    onChanged()
  }
  const undo = async () => {
    const last = made.at(-1)
    if (!last || isUndoing.current) return
    isUndoing.current = true
    await undoLast(last)
    isUndoing.current = false
  }
  return {
    note,
    mayUndo: made.length > 0,
    edit: (edits: readonly Edited<StaffRow>[]) => void edit(edits),
    undo: () => void undo(),
  }
}

function entryOf({ staffId, name, role, active }: StaffRow): Entry {
  return { staffId, name, role, active }
}

function isSame(one: Entry, other: Entry): boolean {
  return one.name === other.name && one.role === other.role && one.active === other.active
}

/** The row with this edit applied; null if impossible. */
function entryWith({ row, column, text }: Edited<StaffRow>): Entry | null {
  const typed = text.trim()
  if (column.id === 'name')
    return typed === '' || typed.length > NAME_MAX ? null : { ...entryOf(row), name: typed }
  if (column.id === 'active') return { ...entryOf(row), active: typed === 'true' }
  const choice = column.choices?.find((one) => one.value === typed || one.text === typed)
  const role: Role | undefined = roles.find((one) => one === choice?.value)
  return role ? { ...entryOf(row), role } : null
}
