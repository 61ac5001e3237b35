import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Currency } from '../../../shared/lib/money.ts'
import { customer, topUp } from '../../stores/customer.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TopUpForm } from '../../ui/top-up-form.tsx'
import { isolated, useSay } from '../../ui/words.tsx'

interface Props {
  readonly currency: Currency
  /** What the wallet lacks for this payment: the likeliest sum to put in. */
  readonly shortMinor: number
}

/** [P9] Puts cash into the customer's wallet, right where the shortfall shows. */
export function TopUp({ currency, shortMinor }: Props) {
  const say = useSay()
  const { found } = useStore(customer)
  const [isOpen, setOpen] = useState(false)
  if (!found) return null
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Plus size={16} aria-hidden /> {say('wallet.topUp')}
      </Button>
      {isOpen && (
        <Dialog
          title={say('wallet.topUp.title', { name: isolated(found.customer.name) })}
          isOpen
          onClose={() => setOpen(false)}
        >
          <TopUpForm
            currency={currency}
            likelyMinor={shortMinor}
            onClose={() => setOpen(false)}
            onPut={(amountMinor) => {
              setOpen(false)
              void topUp(amountMinor)
            }}
          />
        </Dialog>
      )}
    </>
  )
}
