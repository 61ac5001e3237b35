// A cart put aside that ended with money in it, over every screen of the desk [P5]. Owns its words, its grace's clock and the way to what
// can be done; where the money is, the house says.

import { X } from 'lucide-react'
import { useStore } from 'zustand'
import { type Booking, holdEndMs, payEndMs } from '../../shared/domain/booking.ts'
import { paidMinor } from '../../shared/domain/tender.ts'
import { dropEnded, endedAside } from '../stores/ended-aside.ts'
import { bringBack } from '../stores/parked.ts'
import { goTo } from '../stores/screen.ts'
import { shows } from '../stores/shows.ts'
import { Button } from '../ui/button.tsx'
import { HoldRing } from '../ui/hold-ring.tsx'
import { takenText } from '../ui/taken-text.ts'
import { useHubNow } from '../ui/use-hub-now.ts'
import { isolated, useFormats, useSay } from '../ui/words.tsx'
import styles from './desk-news.module.css'

export function EndedNews() {
  const { bookings } = useStore(endedAside)
  return bookings.map((booking) => <Ended key={booking.bookingId} booking={booking} />)
}

function Ended({ booking }: { readonly booking: Booking }) {
  const say = useSay()
  const nowMs = useHubNow(1000, booking.state === 'reserved')
  const isInGrace = booking.state === 'reserved' && nowMs < payEndMs(booking)
  const text = useText(booking, isInGrace)
  return (
    <div className={styles.one} data-kind="news.ended">
      <p role="alert">{text}</p>
      {isInGrace ? (
        <>
          <HoldRing
            leftMs={payEndMs(booking) - nowMs}
            wholeMs={payEndMs(booking) - holdEndMs(booking)}
            label={say('grace.until')}
          />
          <Button onPress={() => bringBack(booking)}>{say('keys.recall')}</Button>
        </>
      ) : (
        <Button onPress={() => toMoney(booking)}>{say('money.title')}</Button>
      )}
      <Button look="quiet" label={say('notice.close')} onPress={() => dropEnded(booking)}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  )
}

/** There it stands in its list: what was told is seen. */
function toMoney(booking: Booking): void {
  dropEnded(booking)
  goTo({ name: 'money' })
}

function useText(booking: Booking, isInGrace: boolean): string {
  const say = useSay()
  const formats = useFormats()
  const { lines, payments, showId, totals } = booking
  const title = isolated(useStore(shows).rows.get(showId)?.title ?? '')
  const seats = formats.seatNames(lines.map(({ label }) => label))
  if (!isInGrace) return `${say('news.ended', { seats, title })} ${takenText(booking, say, formats)}`
  const total = formats.money(paidMinor(payments), totals.currency)
  return say('news.grace', { seats, title, total })
}
