import { type Currency, decimalText } from '../../../shared/lib/money.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './cash-fields.module.css'
import { likelyNotes } from './likely-notes.ts'

interface Props {
  readonly totalMinor: number
  readonly currency: Currency
  readonly text: string
  /** What the text reads as; null: not an amount. Nothing typed is the exact sum. */
  readonly tenderedMinor: number | null
  readonly onText: (text: string) => void
}

/** [P5] What was handed over, by typing or by note, and the change, large. */
export function CashFields({ totalMinor, currency, text, tenderedMinor, onText }: Props) {
  const say = useSay()
  const { money } = useFormats()
  return (
    <section className={styles.cash}>
      <Field label={say('pay.tendered')} problem={tenderedMinor === null ? say('pay.notAmount') : null}>
        {(ids) => (
          <input
            {...ids}
            inputMode="decimal"
            autoComplete="off"
            autoFocus
            dir="ltr"
            className={styles.tendered}
            placeholder={money(totalMinor, currency)}
            value={text}
            onChange={({ currentTarget }) => onText(currentTarget.value)}
          />
        )}
      </Field>
      <div role="group" aria-label={say('pay.notes')} className={styles.notes}>
        <Button isPressed={text.trim() === ''} onPress={() => onText('')}>
          {say('pay.exact')}
        </Button>
        {likelyNotes(totalMinor, currency).map((note) => (
          <Button
            key={note}
            isPressed={tenderedMinor === note}
            onPress={() => onText(decimalText(note, currency))}
          >
            {money(note, currency)}
          </Button>
        ))}
      </div>
      <Change dueMinor={totalMinor} tenderedMinor={tenderedMinor} currency={currency} />
    </section>
  )
}

interface ChangeProps {
  readonly dueMinor: number
  readonly tenderedMinor: number | null
  readonly currency: Currency
}

function Change({ dueMinor, tenderedMinor, currency }: ChangeProps) {
  const say = useSay()
  const { money } = useFormats()
  const changeMinor = tenderedMinor === null ? null : tenderedMinor - dueMinor
  const isShort = changeMinor !== null && changeMinor < 0
  return (
    <>
      <p className={styles.label}>{isShort ? say('pay.short') : say('pay.change')}</p>
      <p className={styles.change} data-short={isShort || undefined} role="status">
        {changeMinor === null ? '–' : money(Math.abs(changeMinor), currency)}
      </p>
    </>
  )
}
