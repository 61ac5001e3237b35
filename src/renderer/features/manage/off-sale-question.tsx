import { useState } from 'react'
import type { MessageId } from '../../messages/catalogue.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import { useSay } from '../../ui/words.tsx'
import type { Question } from './bulk-bar.tsx'
import styles from './percent-question.module.css'

const usual: readonly MessageId[] = ['offSale.camera', 'offSale.broken', 'offSale.house']

/** [A2] The reason why these seats are not sold: sellers and the next manager read it. */
export function OffSaleQuestion({ count, showId, onClose, onTry }: Question & { readonly showId: ShowId }) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const why = reason.trim()
  const submit = () => {
    const title = `${say('manage.deactivate')} (${why})`
    if (why !== '') onTry({ of: 'seats', showId, blockedFor: why }, title)
  }
  return (
    <Dialog title={say('seats.block.title', { count })} isOpen onClose={onClose}>
      <div className={styles.form}>
        <ReasonField
          label={say('offSale.reason')}
          usual={usual}
          reason={reason}
          onReason={setReason}
          onEnter={submit}
        />
        <DialogButtons>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button look="next" isDisabled={why === ''} onPress={submit}>
            {say('manage.dryRun')}
          </Button>
        </DialogButtons>
      </div>
    </Dialog>
  )
}
