import type { BookingHead } from '../../../shared/contract/shapes.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './money-screen.module.css'

/** Identifies a booking: its show, its seats, its customer. `more`: any further information. */
export function HeadWords({ head, more }: { readonly head: BookingHead; readonly more: string }) {
  const say = useSay()
  const { clock, day, seatNames } = useFormats()
  const { title, startsAtMs, zone, seats, customer } = head
  return (
    <div className={styles.what}>
      <strong>
        <bdi>{title}</bdi> · {day(startsAtMs, zone)} {clock(startsAtMs, zone)} · {seatNames(seats)}
      </strong>
      <span>
        {customer === null ? say('find.noCustomer') : <bdi>{customer}</bdi>} · {more}
      </span>
    </div>
  )
}
