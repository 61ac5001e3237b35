import { useStore } from 'zustand'
import type { Booking } from '../../../shared/domain/booking.ts'
import { parked, recallFirst } from '../../stores/parked.ts'
import { recallSale, sale } from '../../stores/sale.ts'
import { goTo } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { HoldRing } from '../../ui/hold-ring.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './parked-carts.module.css'

/** [H9] The cart in hand and those put aside, each with its own clock; one touch brings one back. */
export function ParkedCarts() {
  const say = useSay()
  const { bookings } = useStore(parked)
  const { booking: inHand } = useStore(sale)
  const toHand = () => {
    if (inHand) goTo({ name: 'sell', showId: inHand.showId })
  }
  useKeys({ F5: () => (bookings.length > 0 ? recallFirst() : toHand()) })
  const nowMs = useHubNow(1000, bookings.length > 0 || inHand !== null)
  const isLive = (booking: Booking) => booking.expiresAtMs > nowMs
  const live = bookings.filter(isLive)
  return (
    <div className={styles.parked}>
      {inHand && isLive(inHand) && (
        <Cart booking={inHand} nowMs={nowMs} words="tonight.inHand" onPress={toHand} />
      )}
      <span>{say('tonight.parked', { count: live.length })}</span>
      {live.map((booking) => (
        <Cart
          key={booking.bookingId}
          booking={booking}
          nowMs={nowMs}
          words="tonight.parked.recall"
          onPress={() => recallSale(booking)}
        />
      ))}
    </div>
  )
}

interface CartProps {
  readonly booking: Booking
  readonly nowMs: number
  readonly words: 'tonight.inHand' | 'tonight.parked.recall'
  readonly onPress: () => void
}

function Cart({ booking, nowMs, words, onPress }: CartProps) {
  const say = useSay()
  const { money, seatNames } = useFormats()
  const title = useStore(shows).rows.get(booking.showId)?.title ?? ''
  const seats = seatNames(booking.lines.map((line) => line.label))
  const total = money(booking.totals.totalMinor, booking.totals.currency)
  const wholeMs = booking.holdMs * (booking.extendedAtMs === null ? 1 : 2)
  return (
    <Button look="quiet" onPress={onPress}>
      {say(words, { title: isolated(title), seats, total })}
      <HoldRing leftMs={booking.expiresAtMs - nowMs} wholeMs={wholeMs} label={say('cart.heldUntil')} />
    </Button>
  )
}
