import { latinDigits } from '../../../shared/lib/money.ts'
import { addCustomer, chooseCustomer } from '../../stores/customer.ts'
import { CustomerForm, type Person } from '../../ui/customer-form.tsx'
import { useSay } from '../../ui/words.tsx'

interface Props {
  /** The search text that found nobody: a name, a number or an address. */
  readonly typed: string
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** Enters a new customer in place; what was typed in the search is filled in. */
export function NewCustomer({ typed, onClose, onSaved }: Props) {
  const say = useSay()
  return (
    <CustomerForm
      begun={begun(typed)}
      words={say('customer.save')}
      onSave={addCustomer}
      onSaved={onSaved}
      onUse={({ customerId }) => void chooseCustomer(customerId).then(onSaved)}
      onClose={onClose}
    />
  )
}

function begun(typed: string): Person {
  const text = typed.trim()
  const nothing = { name: '', phone: '', email: '', language: null }
  if (text.includes('@')) return { ...nothing, email: text }
  return /^[\d\s()+./-]+$/.test(latinDigits(text)) ? { ...nothing, phone: text } : { ...nothing, name: text }
}
