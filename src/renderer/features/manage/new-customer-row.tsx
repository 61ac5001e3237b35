// A new customer without a sale, created like a row of the catalogue: by a change that can be undone. Owns the requests; the fields
// are those of the sale.

import { useRef, useState } from 'react'
import type { ChangeId, CustomerId } from '../../../shared/domain/ids.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { CustomerForm, type Person } from '../../ui/customer-form.tsx'
import { useSay } from '../../ui/words.tsx'
import { importLine } from './import-line.ts'
import styles from './new-row.module.css'
import { useFailedText } from './use-failed-text.ts'

interface Props {
  readonly onMade: (changeId: ChangeId) => void
  /** The customer exists already and is the one that was meant. */
  readonly onFound: (id: CustomerId) => void
  readonly onClose: () => void
}

const nobody: Person = { name: '', phone: '', email: '', language: null }

export function NewCustomerRow({ onMade, onFound, onClose }: Props) {
  const say = useSay()
  const failedText = useFailedText()
  const [fault, setFault] = useState('')
  const isMade = useRef(false)
  const save = async (person: Person): Promise<Refusal | null> => {
    const told = await importLine('customers', cellsOf(person), null)
    isMade.current = told.kind === 'made'
    setFault(told.kind === 'fault' ? failedText(told) : '')
    if (told.kind === 'made') onMade(told.changeId)
    if (told.kind === 'wrong') return malformed(told.column, person)
    return told.kind === 'refused' ? told.refusal : null
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
          onFound(customerId)
          onClose()
        }}
        onClose={onClose}
      />
    </>
  )
}

function cellsOf({ name, phone, email, language }: Person): Readonly<Record<string, string>> {
  const words = { name: name.trim(), phone: phone.trim(), email: email.trim() }
  return { id: '', ...words, vip: 'no', language: language ?? '' }
}

/** The same refusal as at the desk. */
function malformed(column: string, { name, phone, email }: Person): Refusal {
  const typed: Readonly<Record<string, string>> = { name, phone, email }
  return { code: 'INVALID_INPUT', field: column, problem: 'malformed', detail: typed[column] ?? '' }
}
