import { useState } from 'react'
import { PRICE_MINOR_MAX } from '../../../shared/domain/shows.ts'
import { parseAmount } from '../../../shared/lib/money.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import type { Question } from './bulk-bar.tsx'
import styles from './percent-question.module.css'
import { useCurrency } from './use-currency.ts'

/** Sets every existing price to one amount. */
export function PriceQuestion({ count, onClose, onTry }: Question) {
  const say = useSay()
  const { money } = useFormats()
  const currency = useCurrency()
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = () => {
    const priceMinor = parseAmount(text, currency)
    if (priceMinor === null || priceMinor > PRICE_MINOR_MAX) return setWrong(true)
    const price = money(priceMinor, currency)
    return onTry({ of: 'shows', kind: 'price', priceMinor }, say('manage.priceTo.each', { price }))
  }
  return (
    <Dialog title={say('manage.price.title', { count })} isOpen onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field
          label={say('manage.priceTo.label', { currency })}
          problem={isWrong ? say('pay.notAmount') : null}
        >
          {(ids) => (
            <input
              {...ids}
              autoFocus
              inputMode="decimal"
              dir="ltr"
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
        </Field>
        <DialogButtons>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button type="submit" look="next">
            {say('manage.dryRun')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
