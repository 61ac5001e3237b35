// What a file would do, or what is wrong with it, line by line. Owns the two tables; must never hide a line that changes something.

import { useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import { Button } from '../../ui/button.tsx'
import table from '../../ui/plain-table.module.css'
import { TableHead } from '../../ui/table-head.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './spreadsheet-screen.module.css'

type Told = Output<'preview-sheet'>

/** Rows rendered at once; the rest on request. */
const SHOWN_ROWS = 200

export function SheetFaults({ file, told }: { readonly file: string; readonly told: Told }) {
  const say = useSay()
  const { number } = useFormats()
  const { faults, faultCount } = told
  return (
    <section className={styles.told}>
      <p role="alert" className={styles.problem}>
        {say('sheet.bad', { file: isolated(file), count: faultCount })}
      </p>
      <table className={table['table']}>
        <Head columns={['sheet.line', 'sheet.column', 'sheet.wrong', 'sheet.found']} />
        <tbody>
          {faults.map(({ line, column, problem, found }, index) => (
            // oxlint-disable-next-line no-array-index-key -- the list is shown once and never reordered
            <tr key={index}>
              <th scope="row">{number(line)}</th>
              <td>
                <bdi>{column}</bdi>
              </td>
              <td>{say(`sheet.problem.${problem}`)}</td>
              <td className={styles.found}>
                <bdi>{found}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {faultCount > faults.length && (
        <p>{say('sheet.more', { count: number(faultCount - faults.length) })}</p>
      )}
    </section>
  )
}

interface Props {
  readonly file: string
  readonly told: Told
  readonly onGo: () => void
}

export function SheetLines({ file, told, onGo }: Props) {
  const say = useSay()
  const { number } = useFormats()
  const [isAll, setIsAll] = useState(false)
  const { added, changed, same, lines } = told
  const shown = isAll ? lines : lines.slice(0, SHOWN_ROWS)
  const left = lines.length - shown.length
  return (
    <section className={styles.told}>
      <div className={styles.deed}>
        <p role="status">{say('sheet.would', { file: isolated(file), added, changed, same })}</p>
        {lines.length === 0 ? (
          <p>{say('sheet.nothing')}</p>
        ) : (
          <Button look="next" onPress={onGo}>
            {say('sheet.go', { count: lines.length })}
          </Button>
        )}
      </div>
      {lines.length > 0 && <p className={styles.wayBack}>{say('sheet.wayBack')}</p>}
      {lines.length > 0 && (
        <table className={table['table']}>
          <Head columns={['sheet.line', 'sheet.row', 'sheet.what']} />
          <tbody>
            {shown.map((line) => (
              <LineRow key={line.line} line={line} />
            ))}
          </tbody>
        </table>
      )}
      {left > 0 && (
        <Button onPress={() => setIsAll(true)}>{say('sheet.more', { count: number(left) })}</Button>
      )}
    </section>
  )
}

function LineRow({ line: { line, name, outcome, fields, clash } }: { readonly line: Told['lines'][number] }) {
  const say = useSay()
  const { number } = useFormats()
  const word = (text: string) => (text === '' ? say('sheet.empty') : isolated(text))
  return (
    <tr>
      <td>{number(line)}</td>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td className={styles.found}>
        <strong>{say(`sheet.${outcome}`)}</strong>
        {fields.map(({ column, before, after }) => (
          <span key={column} className={styles.field}>
            {outcome === 'new'
              ? say('sheet.set', { column: isolated(column), after: word(after) })
              : say('sheet.field', { column: isolated(column), before: word(before), after: word(after) })}
          </span>
        ))}
        {clash !== null && (
          <span className={styles.field}>{say('sheet.clash', { start: isolated(clash) })}</span>
        )}
      </td>
    </tr>
  )
}

type HeadWord = 'sheet.line' | 'sheet.column' | 'sheet.wrong' | 'sheet.found' | 'sheet.row' | 'sheet.what'

function Head({ columns }: { readonly columns: readonly HeadWord[] }) {
  const say = useSay()
  return <TableHead texts={columns.map((id) => say(id))} />
}
