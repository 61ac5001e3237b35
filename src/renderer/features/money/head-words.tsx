import type { BookingHead } from '../../../shared/contract/booking-head.ts'
import { roomsText } from '../../ui/line-name.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './money-screen.module.css'

/** Identifies a booking: its show, its seats, its customer. `more`: any further information. */
export function HeadWords({ head, more }: { readonly head: BookingHead; readonly more: string }) {
  const say = useSay()
  const formats = useFormats()
  const { clock, day, seatNames } = formats
  const { title, startsAtMs, zone, seats, rooms, customer } = head
  return (
    <div className={styles.what}>
      <strong>
        <bdi>{title}</bdi> · {day(startsAtMs, zone)} {clock(startsAtMs, zone)} ·{' '}
        {rooms ? roomsText(rooms, zone, formats) : seatNames(seats)}
      </strong>
      <span>
        {customer === null ? say('find.noCustomer') : <bdi>{customer}</bdi>} · {more}
      </span>
    </div>
  )
}
