// What was paid for a booking and what became of it: mode, state, reference, the decision on a picture, refunds and their
// destination. Must never add anything up: each payment shows its own amounts.

import type { Booking } from '../../../shared/domain/booking.ts'
import type { Payment } from '../../../shared/domain/tender.ts'
import { sumsOf } from '../../ui/money-ways.ts'
import { useWays } from '../../ui/use-ways.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './payments-list.module.css'

export function PaymentsList({ booking }: { readonly booking: Booking }) {
  const say = useSay()
  if (booking.payments.length === 0) return say('story.unpaid')
  return (
    <ul className={styles.list}>
      {booking.payments.map((payment) => (
        <Paid key={payment.paymentId} payment={payment} currency={booking.totals.currency} />
      ))}
    </ul>
  )
}

interface PaidProps {
  readonly payment: Payment
  readonly currency: Booking['totals']['currency']
}

function Paid({ payment, currency }: PaidProps) {
  const say = useSay()
  const { money } = useFormats()
  const waysOf = useWays()
  const { mode, account, state, amountMinor, reference, review, refunds = [] } = payment
  const beside = [
    ...(reference === undefined ? [] : [isolated(reference)]),
    ...(review === undefined ? [] : [say(`proof.${review}`)]),
    ...(refunds.length === 0 ? [] : [say('back.given', { ways: waysOf(sumsOf(refunds), currency) })]),
  ]
  return (
    <li>
      {say(account?.startsWith('booking:') ? 'payment.fromBooking' : `mode.${mode}`)}{' '}
      {money(amountMinor, currency)} · {say(`payment.${state}`)}
      {beside.map((words) => (
        <span key={words} className={styles.beside}>
          {words}
        </span>
      ))}
    </li>
  )
}
