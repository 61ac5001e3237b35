// [SYNC 4.7] Two people open a restored house before all kiosks have reported: who they are, by their PINs, and why. Owns the digits
// until they are sent, and forgets them then.

import { type FormEvent, useState } from 'react'
import type { StaffId } from '../../../shared/domain/ids.ts'
import { isOfOffice } from '../../../shared/domain/rights.ts'
import { REASON_MAX } from '../../../shared/contract/limits.ts'
import type { RecoveryView } from '../../../shared/contract/recovery-news.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { type NotDone, PinProblem } from '../../ui/pin-problem.tsx'
import { useSay } from '../../ui/words.tsx'
import { Person, type Typed, isWhole, nobody } from './person.tsx'
import styles from './recovery-screen.module.css'

interface Props {
  readonly state: RecoveryView
  readonly onClose: () => void
}

export function OpenAnyway({ state: { staff }, onClose }: Props) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [first, setFirst] = useState(nobody)
  const [second, setSecond] = useState(nobody)
  const [problem, setProblem] = useState<NotDone | null>(null)
  const hasPins = staff.length > 0
  const heads = staff.filter(isOfOffice)
  // The second person must be somebody else.
  const others = staff.filter(({ staffId }) => staffId !== first.staffId)
  const chooseFirst = (typed: Typed) => {
    setFirst(typed)
    if (typed.staffId === second.staffId) setSecond(nobody)
  }
  const isReady = reason.trim() !== '' && (!hasPins || (isWhole(first) && isWhole(second)))
  const open = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const answer = await ask('open-restored', {
      reason: reason.trim(),
      first: hasPins ? personOf(first) : null,
      second: hasPins ? personOf(second) : null,
    })
    setFirst({ ...first, pin: '' })
    setSecond({ ...second, pin: '' })
    if (answer.kind !== 'done') setProblem(answer)
  }
  return (
    <Dialog title={say('recovery.open.title')} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void open(event)} autoComplete="off">
        <p>{say('recovery.open.text')}</p>
        <Field label={say('recovery.reason')}>
          {(ids) => (
            <input
              {...ids}
              autoFocus
              maxLength={REASON_MAX}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
          )}
        </Field>
        {hasPins && (
          <>
            <Person label="recovery.first" people={heads} typed={first} onTyped={chooseFirst} />
            <Person label="recovery.second" people={others} typed={second} onTyped={setSecond} />
          </>
        )}
        <PinProblem id="recovery-problem" problem={problem} />
        <DialogButtons>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button type="submit" look="next" isDisabled={!isReady}>
            {say('recovery.open.yes')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

function personOf({ staffId, pin }: Typed): { readonly staffId: StaffId; readonly pin: string } | null {
  return staffId === null ? null : { staffId, pin }
}
