import type { Booking } from '../../../shared/domain/booking.ts'
import { pay } from '../../stores/payment.ts'
import { useSay } from '../../ui/words.tsx'
import { TenderForm } from './tender-form.tsx'
import styles from './tender-note.module.css'

/** [P5] A coupon that covers everything, or free tickets: no way to pay is asked for, and the same Enter confirms. */
export function NothingTender({ booking }: { readonly booking: Booking }) {
  const say = useSay()
  return (
    <TenderForm
      booking={booking}
      words={say('pay.nothing.go')}
      isFirst
      onTake={() => pay(booking, { mode: 'CASH', tenderedMinor: 0 })}
    >
      <p className={styles.note}>{say('pay.nothing')}</p>
    </TenderForm>
  )
}
