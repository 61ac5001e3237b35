import type { Booking } from '../../../shared/domain/booking.ts'
import { type Currency, decimalText } from '../../../shared/lib/money.ts'
import { pay } from '../../stores/payment.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import { AmountField } from './amount-field.tsx'
import styles from './cash-tender.module.css'
import { likelyNotes, mostCash } from './likely-notes.ts'
import { TenderForm } from './tender-form.tsx'
import { useAmount } from './use-amount.ts'

/** [P5] What was handed over, typed or chosen by note, and the change in large print. Less than is due counts as a part payment. */
export function CashTender({ booking }: { readonly booking: Booking }) {
  const say = useSay()
  const { money } = useFormats()
  const amount = useAmount(booking)
  const { dueMinor, minor: tenderedMinor, part, text, setText } = amount
  const { currency } = booking.totals
  const takenMinor = part.amountMinor ?? dueMinor
  const words = part.amountMinor === undefined ? 'pay.take' : 'pay.takePart'
  const isCash = tenderedMinor !== null && tenderedMinor <= mostCash(dueMinor, currency)
  const take = isCash ? () => pay(booking, { mode: 'CASH', tenderedMinor, ...part }) : null
  return (
    <TenderForm booking={booking} words={say(words, { total: money(takenMinor, currency) })} onTake={take}>
      <AmountField label={say('pay.tendered')} amount={amount} currency={currency} />
      <div role="group" aria-label={say('pay.notes')} className={styles.notes}>
        <Button isPressed={text.trim() === ''} onPress={() => setText('')}>
          {say('pay.exact')}
        </Button>
        {likelyNotes(dueMinor, currency).map((note) => (
          <Button
            key={note}
            isPressed={tenderedMinor === note}
            onPress={() => setText(decimalText(note, currency))}
          >
            {money(note, currency)}
          </Button>
        ))}
      </div>
      <Change dueMinor={dueMinor} tenderedMinor={isCash ? tenderedMinor : null} currency={currency} />
    </TenderForm>
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
  const isPart = changeMinor !== null && changeMinor < 0
  return (
    <div>
      <p className={styles.label}>{isPart ? say('pay.leftAfter') : say('pay.change')}</p>
      <p className={styles.change} data-part={isPart || undefined} role="status">
        {changeMinor === null ? '–' : money(Math.abs(changeMinor), currency)}
      </p>
    </div>
  )
}
