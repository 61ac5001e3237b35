import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { type Currency, decimalText, parseAmount } from '../../../shared/lib/money.ts'
import { customer, topUp } from '../../stores/customer.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'

interface Props {
  readonly currency: Currency
  /** What the wallet lacks for what is to be paid: the likeliest sum to put in. */
  readonly shortMinor: number
}

/** [P9] Cash into the customer's wallet, from where it is missed. */
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
          <TopUpForm {...{ currency, shortMinor }} onClose={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  )
}

function TopUpForm({ currency, shortMinor, onClose }: Props & { readonly onClose: () => void }) {
  const say = useSay()
  const { money } = useFormats()
  const [text, setText] = useState(shortMinor > 0 ? decimalText(shortMinor, currency) : '')
  const amountMinor = parseAmount(text, currency)
  const isAmount = amountMinor !== null && amountMinor > 0
  const put = () => {
    if (!isAmount) return
    onClose()
    void topUp(amountMinor)
  }
  return (
    <>
      <p>{say('wallet.topUp.text')}</p>
      <Field
        label={say('pay.tendered')}
        problem={text.trim() !== '' && !isAmount ? say('pay.notAmount') : null}
      >
        {(ids) => (
          <input
            {...ids}
            autoFocus
            inputMode="decimal"
            autoComplete="off"
            dir="ltr"
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={({ key }) => (key === 'Enter' ? put() : undefined)}
          />
        )}
      </Field>
      <DialogButtons>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button look="next" isDisabled={!isAmount} onPress={put} shortcut="Enter">
          {say('wallet.topUp.put', { total: money(amountMinor ?? 0, currency) })}
        </Button>
      </DialogButtons>
    </>
  )
}
