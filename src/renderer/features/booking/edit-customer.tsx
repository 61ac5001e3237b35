import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { CustomerView } from '../../../shared/contract/shapes.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { CustomerForm, type Person } from '../../ui/customer-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { isolated, useSay } from '../../ui/words.tsx'

interface Props {
  readonly customer: CustomerView
  readonly again: () => Promise<void>
  readonly onTold: (words: string | null) => void
}

/** [A4] A misheard name, a new number: corrected where it is shown. */
export function EditCustomer({ customer, again, onTold }: Props) {
  const say = useSay()
  const [asks, setAsks] = useState(false)
  const { customerId, vip: _vip, ...begun } = customer
  const words = say('customer.edit')
  const open = () => setAsks(true)
  useSteps([{ id: 'customer', words, keys: ['k'], isOffered: true, run: open }])
  const save = async (person: Person): Promise<Refusal | null> => {
    const answer = await ask('save-customer', { customerId, ...person })
    if (answer.kind === 'refused') return answer.refusal
    const fault = answer.kind === 'fault' ? answer : null
    onTold(fault && say(`notice.fault.${fault.reason}`, { incident: fault.incidentId }))
    await again()
    return null
  }
  const close = () => setAsks(false)
  return (
    <>
      <Button look="quiet" onPress={open} shortcut="K">
        <Pencil size={16} aria-hidden /> {words}
      </Button>
      <Dialog
        title={say('customer.editTitle', { name: isolated(customer.name) })}
        isOpen={asks}
        onClose={close}
      >
        <CustomerForm
          begun={begun}
          words={say('customer.keep')}
          onSave={save}
          onSaved={close}
          onClose={close}
        />
      </Dialog>
    </>
  )
}
