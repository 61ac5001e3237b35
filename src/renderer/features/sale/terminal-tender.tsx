import type { Booking } from '../../../shared/domain/booking.ts'
import type { TerminalMode } from '../../../shared/domain/tender.ts'
import { pay } from '../../stores/payment.ts'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { AmountField } from './amount-field.tsx'
import styles from './tender-note.module.css'
import { TenderForm } from './tender-form.tsx'
import { useAmount } from './use-amount.ts'

interface Props {
  readonly booking: Booking
  readonly mode: TerminalMode
}

/** [P6] Asks the terminal for all that is due, or a part of it; its answer arrives as an event. */
export function TerminalTender({ booking, mode }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const amount = useAmount(booking)
  const isCustomers = useIsCustomers()
  const { currency } = booking.totals
  const { minor, dueMinor, part } = amount
  const isTaken = minor !== null && minor <= dueMinor
  const total = money(minor ?? dueMinor, currency)
  const take = isTaken ? () => pay(booking, { mode, tenderedMinor: minor, ...part }) : null
  return (
    <TenderForm booking={booking} words={say(isCustomers ? 'cart.pay' : 'pay.ask', { total })} onTake={take}>
      {!isCustomers && (
        <AmountField
          label={say('pay.amountBy', { mode: say(`mode.${mode}`) })}
          amount={amount}
          currency={currency}
          isExact
        />
      )}
      <p className={styles.note}>{say(isCustomers ? 'self.pay' : 'pay.ask.text')}</p>
    </TenderForm>
  )
}
