import { useState } from 'react'
import { type Currency, decimalText, parseAmount } from '../../shared/lib/money.ts'
import { Button } from './button.tsx'
import { DialogButtons } from './dialog.tsx'
import { Field } from './field.tsx'
import { useFormats, useSay } from './words.tsx'

interface Props {
  readonly currency: Currency
  /** The amount filled in; 0 for none. */
  readonly likelyMinor: number
  readonly onPut: (amountMinor: number) => void
  readonly onClose: () => void
}

/** [P9] How much cash to put into a wallet. */
export function TopUpForm({ currency, likelyMinor, onPut, onClose }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const [text, setText] = useState(likelyMinor > 0 ? decimalText(likelyMinor, currency) : '')
  const amountMinor = parseAmount(text, currency)
  const isAmount = amountMinor !== null && amountMinor > 0
  const put = () => {
    if (isAmount) onPut(amountMinor)
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
