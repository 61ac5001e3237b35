// A customer who is written down without a sale. Owns the asking; the fields are those of the sale.

import { useRef, useState } from 'react'
import type { CustomerId } from '../../../shared/domain/ids.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ask } from '../../box-office.ts'
import { CustomerForm, type Person } from '../../ui/customer-form.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './new-row.module.css'
import { useFailedText } from './use-failed-text.ts'

interface Props {
  readonly onMade: (id: CustomerId) => void
  readonly onClose: () => void
}

const nobody: Person = { name: '', phone: '', email: '', language: null }

export function NewCustomerRow({ onMade, onClose }: Props) {
  const say = useSay()
  const failedText = useFailedText()
  const [fault, setFault] = useState('')
  const isMade = useRef(false)
  const save = async (person: Person): Promise<Refusal | null> => {
    const answer = await ask('save-customer', { customerId: null, ...person })
    isMade.current = answer.kind === 'done'
    setFault(answer.kind === 'fault' ? failedText(answer) : '')
    if (answer.kind === 'done') onMade(answer.value.customerId)
    return answer.kind === 'refused' ? answer.refusal : null
  }
  return (
    <>
      <p role="alert" className={styles.failed}>
        {fault}
      </p>
      <CustomerForm
        begun={nobody}
        words={say('customer.keep')}
        onSave={save}
        onSaved={() => isMade.current && onClose()}
        onUse={({ customerId }) => {
          onMade(customerId)
          onClose()
        }}
        onClose={onClose}
      />
    </>
  )
}
