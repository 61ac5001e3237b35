import type { Currency } from '../../../shared/lib/money.ts'
import { Field } from '../../ui/field.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './amount-field.module.css'
import { mostCash } from './likely-notes.ts'
import { ofAmount } from './mode-keys.ts'
import type { Amount } from './use-amount.ts'

interface Props {
  readonly label: string
  readonly amount: Amount
  readonly currency: Currency
  /** Only exact payment: an amount above what is due is refused. */
  readonly isExact?: boolean
}

/** Accepts digits of any script; `.` and `,` are both decimal marks. A letter typed here chooses another way to pay. */
export function AmountField({ label, amount, currency, isExact = false }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const { text, setText, minor, dueMinor } = amount
  const mostMinor = isExact ? dueMinor : mostCash(dueMinor, currency)
  const isTooMuch = minor !== null && minor > mostMinor
  const tooMuch = say(isExact ? 'pay.tooMuch' : 'pay.tooMuchCash')
  const problem = minor === null ? say('pay.notAmount') : isTooMuch ? tooMuch : null
  return (
    <div className={styles.amount}>
      <Field label={label} problem={problem}>
        {(ids) => (
          <input
            {...ids}
            {...ofAmount}
            inputMode="decimal"
            autoComplete="off"
            autoFocus
            dir="ltr"
            placeholder={money(dueMinor, currency)}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
      </Field>
    </div>
  )
}
