import { useState } from 'react'
import type { MessageId } from '../../messages/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import { useSay } from '../../ui/words.tsx'
import type { Question } from './bulk-bar.tsx'
import styles from './percent-question.module.css'

const usual: readonly MessageId[] = ['holds.reason.left', 'holds.reason.needed', 'holds.reason.asked']

/** [H12] The reason for releasing the seats: it is recorded in the journal, with the person. */
export function ReleaseQuestion({ count, onClose, onTry }: Question) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const isSaid = reason.trim() !== ''
  const submit = () => {
    const why = reason.trim()
    if (isSaid) onTry({ of: 'holds', kind: 'release', reason: why }, say('holds.releasing', { reason: why }))
  }
  return (
    <Dialog title={say('holds.release.title', { count })} isOpen onClose={onClose}>
      <div className={styles.form}>
        <ReasonField
          label={say('holds.reason')}
          usual={usual}
          reason={reason}
          onReason={setReason}
          onEnter={submit}
        />
        <DialogButtons>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button look="next" isDisabled={!isSaid} onPress={submit}>
            {say('manage.dryRun')}
          </Button>
        </DialogButtons>
      </div>
    </Dialog>
  )
}
