// The columns of the staff table. Owns what each cell says; the table handles what is typed into it.

import { Check, KeyRound, Lock, LockKeyhole, Minus, Pencil } from 'lucide-react'
import { isOfOffice } from '../../../shared/domain/rights.ts'
import { roles } from '../../../shared/domain/catalogue.ts'
import type { StaffRow } from '../../../shared/contract/staff-shapes.ts'
import { dayInZone } from '../../../shared/lib/time.ts'
import type { Say } from '../../messages/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/table/column.ts'
import { type Formats, isolated } from '../../ui/words.tsx'
import styles from './staff-table.module.css'

/** The question opened by a row's button; `row` is null for a new person. */
export type StaffQuestion =
  | { readonly kind: 'edit'; readonly row: StaffRow | null }
  | { readonly kind: 'pin' | 'password'; readonly row: StaffRow }
type Ask = (question: StaffQuestion) => void

/** Times are shown in the desk's own zone: people belong to no venue. */
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** `onAsk` is set for people who may change the staff; if null, nothing can be edited. */
export function staffColumns(say: Say, formats: Formats, onAsk: Ask | null): readonly Column<StaffRow>[] {
  const editable = <Value,>(value: Value): Value | undefined => (onAsk ? value : undefined)
  const nameEdit = editable({ text: ({ name }: StaffRow) => name })
  const roleEdit = editable({ text: ({ role }: StaffRow) => role as string })
  const activeEdit = editable({ text: ({ active }: StaffRow) => String(active) })
  const columns: Column<StaffRow>[] = [
    {
      id: 'name',
      head: say('staff.name'),
      kind: 'text',
      value: ({ name }) => name,
      text: ({ name }) => name,
      ...(nameEdit && { edit: nameEdit }),
      width: 'minmax(136px, 1.4fr)',
    },
    {
      id: 'role',
      head: say('staff.role'),
      kind: 'choice',
      value: ({ role }) => role,
      text: ({ role }) => say(`role.${role}`),
      choices: roles.toReversed().map((role) => ({ value: role, text: say(`role.${role}`) })),
      ...(roleEdit && { edit: roleEdit }),
      width: 'minmax(112px, 1fr)',
    },
    {
      id: 'active',
      head: say('staff.active'),
      kind: 'yesNo',
      value: ({ active }) => active,
      text: ({ active }) => say(active ? 'staff.yes' : 'staff.isGone'),
      ...(activeEdit && { edit: activeEdit }),
      width: '120px',
    },
    {
      id: 'pin',
      head: say('staff.pin'),
      kind: 'choice',
      value: (row) => say(pinWord(row)),
      text: (row) => say(pinWord(row)),
      draw: (row) => <PinState row={row} say={say} />,
      width: 'minmax(174px, 1fr)',
    },
  ]
  // In the smallest window the steps are in sight, and only the last sign-in is not.
  const last = lastColumn(say, formats)
  return onAsk ? [...columns, stepsColumn(say, onAsk), last] : [...columns, last]
}

function lastColumn(say: Say, { day, clock }: Formats): Column<StaffRow> {
  return {
    id: 'last',
    head: say('staff.last'),
    kind: 'day',
    value: ({ lastSignInMs }) => (lastSignInMs === null ? null : Number(dayInZone(lastSignInMs, zone))),
    rank: ({ lastSignInMs }) => lastSignInMs ?? Infinity,
    text: ({ lastSignInMs }) =>
      lastSignInMs === null ? '' : `${day(lastSignInMs, zone)} ${clock(lastSignInMs, zone)}`,
    width: '160px',
  }
}

function stepsColumn(say: Say, onAsk: Ask): Column<StaffRow> {
  return {
    id: 'steps',
    head: say('staff.steps'),
    kind: 'text',
    isTools: true,
    value: () => null,
    text: () => '',
    draw: (row) => (
      <>
        <Button
          look="quiet"
          label={say('staff.setPin', { name: isolated(row.name) })}
          onPress={() => onAsk({ kind: 'pin', row })}
        >
          <KeyRound size={16} aria-hidden /> {say('staff.setPinShort')}
        </Button>
        {isOfOffice(row) && row.hasPin && (
          <Button
            look="quiet"
            label={say('staff.setPassword', { name: isolated(row.name) })}
            onPress={() => onAsk({ kind: 'password', row })}
          >
            <LockKeyhole size={16} aria-hidden />
          </Button>
        )}
        <Button
          look="quiet"
          label={say('staff.edit', { name: isolated(row.name) })}
          onPress={() => onAsk({ kind: 'edit', row })}
        >
          <Pencil size={16} aria-hidden />
        </Button>
      </>
    ),
    width: '216px',
  }
}

function pinWord({ isLocked, hasPin, hasPassword }: StaffRow) {
  if (isLocked) return 'staff.isLocked'
  if (hasPin && hasPassword) return 'staff.hasBoth'
  return hasPin ? 'staff.hasPin' : 'staff.noPin'
}

/** By shape first: a tick, a dash, a lock. */
function PinState({ row, say }: { readonly row: StaffRow; readonly say: Say }) {
  const Sign = row.isLocked ? Lock : row.hasPin ? Check : Minus
  return (
    <span className={styles['pin']} data-locked={row.isLocked || undefined}>
      <Sign size={16} aria-hidden /> {say(pinWord(row))}
    </span>
  )
}
