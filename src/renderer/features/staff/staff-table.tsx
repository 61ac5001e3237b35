import { Check, KeyRound, Lock, Minus, Pencil } from 'lucide-react'
import type { StaffRow } from '../../../shared/contract/staff-shapes.ts'
import { Button } from '../../ui/button.tsx'
import table from '../../ui/plain-table.module.css'
import { isolated, useSay } from '../../ui/words.tsx'
import styles from './staff-table.module.css'

interface Props {
  readonly rows: readonly StaffRow[]
  readonly mayChange: boolean
  readonly onEdit: (row: StaffRow) => void
  readonly onPin: (row: StaffRow) => void
}

export function StaffTable({ rows, mayChange, onEdit, onPin }: Props) {
  const say = useSay()
  const columns = ['staff.name', 'staff.role', 'staff.active', 'staff.pin'] as const
  return (
    <table className={table['table']}>
      <thead>
        <tr>
          {columns.map((id) => (
            <th key={id} scope="col">
              {say(id)}
            </th>
          ))}
          {mayChange && (
            <th scope="col">
              <span className="visually-hidden">{say('staff.steps')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.staffId} className={row.active ? '' : styles.gone}>
            <th scope="row">
              <bdi>{row.name}</bdi>
            </th>
            <td>{say(`role.${row.role}`)}</td>
            <td>{say(row.active ? 'staff.yes' : 'staff.isGone')}</td>
            <td>
              <PinState row={row} />
            </td>
            {mayChange && (
              <td className={styles.steps}>
                <Button label={say('staff.edit', { name: isolated(row.name) })} onPress={() => onEdit(row)}>
                  <Pencil size={16} aria-hidden /> {say('staff.editShort')}
                </Button>
                <Button label={say('staff.setPin', { name: isolated(row.name) })} onPress={() => onPin(row)}>
                  <KeyRound size={16} aria-hidden /> {say('staff.setPinShort')}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** By shape first: a tick, a dash, a lock. */
function PinState({ row: { hasPin, isLocked } }: { readonly row: StaffRow }) {
  const say = useSay()
  if (isLocked)
    return (
      <span className={styles.locked}>
        <Lock size={16} aria-hidden /> {say('staff.isLocked')}
      </span>
    )
  const Sign = hasPin ? Check : Minus
  return (
    <span className={styles.pin}>
      <Sign size={16} aria-hidden /> {say(hasPin ? 'staff.hasPin' : 'staff.noPin')}
    </span>
  )
}
