import { useEffect, useState } from 'react'
import type { Booking } from '../../../shared/domain/booking.ts'
import type { BookingId } from '../../../shared/domain/ids.ts'
import { ask } from '../../box-office.ts'
import { useLineName } from '../../ui/use-line-name.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './customer-paid.module.css'

/** What was paid and the change, until the seller begins the next sale. */
export function CustomerPaid({ bookingId }: { readonly bookingId: BookingId }) {
  const booking = useBooking(bookingId)
  return booking && <Paid booking={booking} />
}

function Paid({ booking }: { readonly booking: Booking }) {
  const say = useSay()
  const { money, seatNames } = useFormats()
  const nameOf = useLineName(booking.showId)
  const { currency, totalMinor } = booking.totals
  const changeMinor = booking.payments.reduce((sum, one) => sum + one.changeMinor, 0)
  const seats = seatNames(booking.lines.map(nameOf))
  return (
    <section className={styles.paid} role="status">
      <h1 className={styles.thanks}>{say('customer.thanks')}</h1>
      <p className={styles.seats}>{say('customer.seats', { count: booking.lines.length, seats })}</p>
      <dl className={styles.sums}>
        <div>
          <dt>{say('cart.total')}</dt>
          <dd>{money(totalMinor, currency)}</dd>
        </div>
        {changeMinor > 0 && (
          <div className={styles.change}>
            <dt>{say('ticket.change')}</dt>
            <dd>{money(changeMinor, currency)}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}

function useBooking(bookingId: BookingId): Booking | null {
  const [booking, setBooking] = useState<Booking | null>(null)
  useEffect(() => {
    let isCurrent = true
    void ask('booking', { bookingId }).then((answer) => {
      if (isCurrent && answer.kind === 'done') setBooking(answer.value.booking)
    })
    return () => {
      isCurrent = false
    }
  }, [bookingId])
  return booking
}
