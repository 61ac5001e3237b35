// One change of the list, row by row: the values before and after, and why some rows were left out [A2]. Owns the requests, one part
// at a time; the content comes from the journal.

import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Waiting } from '../../ui/empty.tsx'
import table from '../../ui/plain-table.module.css'
import { TableHead } from '../../ui/table-head.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { type ChangedRow, fieldChanges } from './changed-values.ts'
import { useChangeText } from './change-text.ts'
import styles from './changes-list.module.css'
import { usePlaceOf } from './use-currency.ts'
import { type ShowName, useShowNames } from './use-show-names.ts'

type Head = Output<'change'>['change']

/** Lines rendered at once; more on request. */
const LINES = 200

export function ChangedRows({ head, onClose }: { readonly head: Head; readonly onClose: () => void }) {
  const say = useSay()
  const changeText = useChangeText()
  const { rows, isMore, readMore } = useChangedRows(head)
  const [shown, setShown] = useState(LINES)
  const more = () => {
    setShown((count) => count + LINES)
    if (rows && shown + LINES > rows.length && isMore) readMore()
  }
  return (
    <Dialog title={changeText(head.change)} isOpen onClose={onClose} isWide>
      {rows ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by the keyboard too
        <section className={styles['rows']} aria-label={say('changes.rows')} tabIndex={0}>
          <Lines rows={rows.slice(0, shown)} of={head.change.of} />
        </section>
      ) : (
        <Waiting text={say('tonight.loading')} />
      )}
      <DialogButtons>
        {rows && (isMore || shown < rows.length) && <Button onPress={more}>{say('changes.moreRows')}</Button>}
        <Button look="next" onPress={onClose} autoFocus>
          {say('app.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

function useChangedRows({ changeId }: Head) {
  const [rows, setRows] = useState<readonly ChangedRow[] | null>(null)
  const [next, setNext] = useState(0)
  const [isMore, setMore] = useState(false)
  const read = async (part: number) => {
    const answer = await ask('changed-rows', { changeId, part })
    if (answer.kind !== 'done') return
    setRows((before) => [...(part === 0 ? [] : (before ?? [])), ...answer.value.rows])
    setMore(answer.value.isMore)
    setNext(part + 1)
  }
  useEffect(() => {
    let isGone = false
    void ask('changed-rows', { changeId, part: 0 }).then((answer) => {
      if (isGone || answer.kind !== 'done') return
      setRows(answer.value.rows)
      setMore(answer.value.isMore)
      setNext(1)
    })
    return () => {
      isGone = true
    }
  }, [changeId])
  return { rows, isMore, readMore: () => void read(next) }
}

function Lines({ rows, of }: { readonly rows: readonly ChangedRow[]; readonly of: string }) {
  const say = useSay()
  const names = useShowNames()
  const columns = ['changes.row', 'changes.before', 'changes.after'] as const
  return (
    <table className={table['table']}>
      <TableHead texts={columns.map((id) => say(id))} />
      <tbody>
        {rows.map((row, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a row may be changed twice in one change
          <Line key={index} {...{ row, of, names }} />
        ))}
      </tbody>
    </table>
  )
}

interface LineProps {
  readonly row: ChangedRow
  readonly of: string
  readonly names: ReadonlyMap<number, ShowName>
}

function Line({ row, of, names }: LineProps) {
  const say = useSay()
  const formats = useFormats()
  const { currency, zone } = usePlaceOf(row, of)
  const name = (
    <th scope="row">
      <bdi>{(row.showId !== null && names.get(row.showId)?.text) || row.name}</bdi>
    </th>
  )
  if (row.reason)
    return (
      <tr>
        {name}
        <td colSpan={2} className={styles['left']}>
          {say('changes.left', { reason: say(`manage.reason.${row.reason}`) })}
        </td>
      </tr>
    )
  const fields = fieldChanges(row, { say, formats, of, currency, zone })
  const texts = (which: 'before' | 'after') =>
    fields.map((field) => `${field.head}: ${isolated(field[which])}`).join(' · ')
  return (
    <tr>
      {name}
      <td>{texts('before')}</td>
      <td>{texts('after')}</td>
    </tr>
  )
}
