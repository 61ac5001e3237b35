import type { BookingHead } from '../../../shared/contract/shapes.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './money-screen.module.css'

/** Which booking: its show, its seats, whose it is. `more`: what else is to be known of it. */
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
