import { type FormEvent, useState } from 'react'
import { NAME_MAX } from '../../../shared/contract/limits.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { type NotDone, PinProblem } from '../../ui/pin-problem.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import type { KioskRow } from './kiosks-screen.tsx'
import styles from './kiosks-screen.module.css'

interface Props {
  readonly row: KioskRow
  readonly isShuttingOut: boolean
  readonly onClose: () => void
}

/** Renames a kiosk, or, after a confirmation, shuts it out. */
export function EditKiosk({ row, isShuttingOut, onClose }: Props) {
  const say = useSay()
  const [name, setName] = useState(row.name)
  const [problem, setProblem] = useState<NotDone | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const active = row.active && !isShuttingOut
    const answer = await ask('save-kiosk', { kioskId: row.kioskId, name: name.trim(), active })
    if (answer.kind === 'done') onClose()
    else setProblem(answer)
  }
  const title = say(isShuttingOut ? 'kiosks.shutOut.of' : 'kiosks.rename.of', { name: isolated(row.name) })
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        {isShuttingOut ? (
          <p>{say('kiosks.shutOut.text')}</p>
        ) : (
          <Field label={say('kiosks.name')}>
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
        )}
        <PinProblem id="kiosk-problem" problem={problem} />
        <DialogButtons>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button type="submit" look="next" isDisabled={name.trim() === ''}>
            {say(isShuttingOut ? 'kiosks.shutOut' : 'kiosks.rename')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
