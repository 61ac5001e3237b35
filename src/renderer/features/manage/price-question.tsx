import { useState } from 'react'
import { useStore } from 'zustand'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { PRICE_MINOR_MAX } from '../../../shared/domain/shows.ts'
import { type Currency, parseAmount } from '../../../shared/lib/money.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import type { Question } from './bulk-bar.tsx'
import styles from './percent-question.module.css'

/** Sets every existing price to one amount, in the currency of the chosen shows; if they have several, in one of these. */
export function PriceQuestion({ ids, count, onClose, onTry }: Question) {
  const say = useSay()
  const { money } = useFormats()
  const { rows } = useStore(shows)
  const currencies = [...new Set(ids.flatMap((id) => rows.get(id as ShowId)?.currency ?? []))]
  const [wanted, setWanted] = useState<Currency | null>(null)
  const currency = wanted ?? currencies[0] ?? 'INR'
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = () => {
    const priceMinor = parseAmount(text, currency)
    if (priceMinor === null || priceMinor > PRICE_MINOR_MAX) return setWrong(true)
    const price = money(priceMinor, currency)
    return onTry({ of: 'shows', kind: 'price', priceMinor, currency }, say('manage.priceTo.each', { price }))
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
          {(about) => (
            <span className={styles['choices']}>
              <input
                {...about}
                autoFocus
                inputMode="decimal"
                dir="ltr"
                value={text}
                onChange={({ currentTarget }) => setText(currentTarget.value)}
              />
              {currencies.length > 1 && (
                <Select<Currency>
                  label={say('reports.currency')}
                  value={currency}
                  options={currencies.map((value) => ({ value, text: value }))}
                  onChange={setWanted}
                />
              )}
            </span>
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
