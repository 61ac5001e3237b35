// [SYNC 4.7] Marking lost sales as settled: how, whether their seats are kept for them, and by whom. Owns the digits until they are
// sent, and forgets them then.

import { type FormEvent, useState } from 'react'
import { isOfOffice } from '../../../shared/domain/rights.ts'
import { REASON_MAX } from '../../../shared/contract/limits.ts'
import type { RecoveryView } from '../../../shared/contract/recovery-news.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { type NotDone, PinProblem } from '../../ui/pin-problem.tsx'
import { useSay } from '../../ui/words.tsx'
import { Person, isWhole, nobody } from './person.tsx'
import styles from './recovery-screen.module.css'

interface Props {
  readonly state: RecoveryView
  readonly sales: RecoveryView['lost']['sales']
  readonly onClose: () => void
}

export function SettleSales({ state: { staff }, sales, onClose }: Props) {
  const say = useSay()
  const [note, setNote] = useState('')
  const [keepsSeats, setKeepsSeats] = useState(true)
  const [typed, setTyped] = useState(nobody)
  const [problem, setProblem] = useState<NotDone | null>(null)
  const hasPins = staff.length > 0
  const isReady = note.trim() !== '' && (!hasPins || isWhole(typed))
  const settle = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const { staffId, pin } = typed
    setTyped({ ...typed, pin: '' })
    const answer = await ask('settle-lost-sales', {
      bookingIds: sales.map(({ bookingId }) => bookingId),
      note: note.trim(),
      keepsSeats,
      person: hasPins && staffId !== null ? { staffId, pin } : null,
    })
    if (answer.kind === 'done') onClose()
    else setProblem(answer)
  }
  return (
    <Dialog title={say('recovery.settle.title', { count: sales.length })} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void settle(event)} autoComplete="off">
        <p>{say('recovery.settle.text')}</p>
        <Field label={say('recovery.settle.note')}>
          {(ids) => (
            <input
              {...ids}
              autoFocus
              maxLength={REASON_MAX}
              value={note}
              onChange={({ currentTarget }) => setNote(currentTarget.value)}
            />
          )}
        </Field>
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={keepsSeats}
            onChange={({ currentTarget }) => setKeepsSeats(currentTarget.checked)}
          />
          {say('recovery.settle.keeps')}
        </label>
        {hasPins && (
          <Person label="recovery.first" people={staff.filter(isOfOffice)} typed={typed} onTyped={setTyped} />
        )}
        <PinProblem id="settle-problem" problem={problem} />
        <DialogButtons>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button type="submit" look="next" isDisabled={!isReady}>
            {say('recovery.settle.yes')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
