import { ask } from '../../box-office.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import type { Reserved } from '../../stores/money-waiting.ts'
import { bringBack } from '../../stores/parked.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import { HeadWords } from './head-words.tsx'
import styles from './money-screen.module.css'

interface Props {
  readonly reserved: readonly Reserved[]
  readonly onTold: (words: string | null) => void
}

/** [H16] Bookings to be paid later, with their deadlines; paid from here when the customer comes. */
export function ReservedList({ reserved, onTold }: Props) {
  const say = useSay()
  const formats = useFormats()
  const { clock, money } = formats
  const takeMoney = async ({ bookingId, zone }: Reserved) => {
    const answer = await ask('booking', { bookingId })
    if (answer.kind === 'refused') return onTold(refusalText(answer.refusal, say, formats, zone))
    if (answer.kind === 'fault')
      return onTold(say(`notice.fault.${answer.reason}`, { incident: answer.incidentId }))
    const { booking } = answer.value
    bringBack(booking)
    goTo({ name: 'pay', showId: booking.showId })
  }
  const moreOf = ({ expiresAtMs, zone, paidMinor, totalMinor, currency }: Reserved) => {
    const until = say('money.until', { time: clock(expiresAtMs, zone) })
    const sums = { paid: money(paidMinor, currency), total: money(totalMinor, currency) }
    return paidMinor > 0 ? `${until} · ${say('money.partPaid', sums)}` : until
  }
  if (reserved.length === 0) return <p className={styles.none}>{say('money.reserved.none')}</p>
  return (
    <ul className={styles.rows}>
      {reserved.map((head) => (
        <li key={head.bookingId} className={styles.row}>
          <HeadWords head={head} more={moreOf(head)} />
          <span className={styles.sum}>{money(head.totalMinor - head.paidMinor, head.currency)}</span>
          <div className={styles.steps}>
            <Button look="quiet" onPress={() => goTo({ name: 'booking', bookingId: head.bookingId })}>
              {say('notice.openBooking')}
            </Button>
            <Button look="next" onPress={() => void takeMoney(head)}>
              {say('palette.pay')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  )
}
