// The way a booking has come and the ways it may go on [A4], drawn from the one table of states. Must never name a state itself.

import { type Booking, bookingStates } from '../../../shared/domain/booking.ts'
import { pathOf } from '../../../shared/domain/booking-path.ts'
import { BookingStateChip } from '../../ui/booking-state.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './state-path.module.css'

export function StatePath({ booking, zone }: { readonly booking: Booking; readonly zone: string }) {
  const say = useSay()
  const { clock, day } = useFormats()
  const next = bookingStates[booking.state]
  const at = (instantMs: number) => `${day(instantMs, zone)} ${clock(instantMs, zone)}`
  const ends = at(booking.graceEndsAtMs)
  return (
    <section className={styles.path} aria-label={say('path.title')}>
      <h2>{say('path.title')}</h2>
      <ol className={styles.way}>
        {pathOf(booking).map(({ state, atMs }) => (
          <li key={state} aria-current={state === booking.state ? 'step' : undefined}>
            <BookingStateChip state={state} />
            {atMs !== null && <time dateTime={new Date(atMs).toISOString()}>{at(atMs)}</time>}
          </li>
        ))}
      </ol>
      {next.length > 0 && (
        <>
          <h3>{say('path.next')}</h3>
          <ul className={styles.next}>
            {next.map((state) => (
              <li key={state}>
                <BookingStateChip state={state} />
                <span>{say(`path.next.${state}`, { time: ends })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
