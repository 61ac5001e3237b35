import { type FormEvent, useState } from 'react'
import { type Role, roles } from '../../../shared/domain/catalogue.ts'
import { NAME_MAX } from '../../../shared/contract/limits.ts'
import type { StaffRow } from '../../../shared/contract/staff-shapes.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { PinProblem, type NotDone } from '../../ui/pin-problem.tsx'
import { Select } from '../../ui/select.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import styles from './staff-form.module.css'

interface Props {
  /** Null for a new person. */
  readonly row: StaffRow | null
  readonly onClose: () => void
  readonly onDone: () => void
}
/** The most common role comes first. */
const offered = roles.toReversed()

export function EditStaff({ row, onClose, onDone }: Props) {
  const say = useSay()
  const [name, setName] = useState(row?.name ?? '')
  const [role, setRole] = useState<Role>(row?.role ?? 'clerk')
  const [active, setActive] = useState(row?.active ?? true)
  const [problem, setProblem] = useState<NotDone | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await ask('save-staff', { staffId: row?.staffId ?? null, name: name.trim(), role, active })
    if (answer.kind === 'done') onDone()
    else setProblem(answer)
  }
  return (
    <Dialog
      title={row ? say('staff.edit', { name: isolated(row.name) }) : say('staff.add')}
      isOpen
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        <Field label={say('staff.name')}>
          {(ids) => (
            <input
              {...ids}
              autoFocus
              maxLength={NAME_MAX}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
          )}
        </Field>
        <Field label={say('staff.role')}>
          {({ id }) => (
            <Select
              id={id}
              label={say('staff.role')}
              value={role}
              options={offered.map((one) => ({ value: one, text: say(`role.${one}`) }))}
              onChange={setRole}
            />
          )}
        </Field>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={active}
            onChange={({ currentTarget }) => setActive(currentTarget.checked)}
          />{' '}
          {say('staff.isActive')}
        </label>
        <PinProblem id="staff-problem" problem={problem} />
        <DialogButtons>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button type="submit" look="next" isDisabled={name.trim() === ''}>
            {say('staff.save')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
