import type { AuditRow } from '../../../shared/contract/staff-shapes.ts'
import { type MessageId, english } from '../../messages/catalogue.ts'
import { deskName } from '../../stores/desks.ts'
import table from '../../ui/plain-table.module.css'
import { TableHead } from '../../ui/table-head.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './audit-table.module.css'

/** The desk's own zone: an entry of the log belongs to no show, so it has no venue's zone [E3]. */
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone

export function AuditTable({ rows }: { readonly rows: readonly AuditRow[] }) {
  const say = useSay()
  const columns = ['audit.when', 'audit.who', 'audit.what', 'audit.about', 'audit.desk'] as const
  return (
    <table className={table['table']}>
      <TableHead texts={columns.map((id) => say(id))} />
      <tbody>
        {rows.map((row) => (
          <Line key={row.sequence} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ row }: { readonly row: AuditRow }) {
  const say = useSay()
  const { day, clock } = useFormats()
  const { atMs, by, kind, about, desk, kioskId, area } = row
  return (
    <tr>
      <td className={styles.when}>
        {day(atMs, zone)} {clock(atMs, zone)}
      </td>
      <td>
        {by ? (
          <>
            <bdi>{by.name}</bdi> <span className={styles.quiet}>{say(`role.${by.role}`)}</span>
          </>
        ) : (
          <span className={styles.quiet}>{say('audit.nobody')}</span>
        )}
      </td>
      <td className={area === 'refused' || kind === 'sign-in-failed' ? styles.grave : ''}>
        {say(`audit.kind.${kind}`)}
      </td>
      <td>
        {desk !== null && <bdi>{deskName(desk, say)}</bdi>}
        {desk !== null && about !== '' && ' · '}
        <bdi>{kind === 'attempt-refused' ? say(operationWords(about)) : about}</bdi>
      </td>
      <td className={styles.quiet}>
        <bdi>{deskName(kioskId, say)}</bdi>
      </td>
    </tr>
  )
}

function operationWords(operation: string): MessageId {
  const id = `operation.${operation}`
  return Object.hasOwn(english, id) ? (id as MessageId) : 'operation.other'
}
