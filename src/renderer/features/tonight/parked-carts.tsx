import { useStore } from 'zustand'
import type { Booking } from '../../../shared/domain/booking.ts'
import { parked, recallFirst } from '../../stores/parked.ts'
import { recallSale } from '../../stores/sale.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { HoldRing } from '../../ui/hold-ring.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './parked-carts.module.css'

/** [H9] Carts put aside, each with its own clock; one touch brings one back. */
export function ParkedCarts() {
  const say = useSay()
  const { bookings } = useStore(parked)
  useKeys({ F5: recallFirst })
  const nowMs = useHubNow(1000, bookings.length > 0)
  const live = bookings.filter((booking) => booking.expiresAtMs > nowMs)
  return (
    <div className={styles.parked}>
      <span>{say('tonight.parked', { count: live.length })}</span>
      {live.map((booking) => (
        <Cart key={booking.bookingId} booking={booking} nowMs={nowMs} />
      ))}
    </div>
  )
}

function Cart({ booking, nowMs }: { readonly booking: Booking; readonly nowMs: number }) {
  const say = useSay()
  const { money, seatNames } = useFormats()
  const title = useStore(shows).rows.get(booking.showId)?.title ?? ''
  const seats = seatNames(booking.lines.map((line) => line.label))
  const total = money(booking.totals.totalMinor, booking.totals.currency)
  return (
    <Button look="quiet" onPress={() => recallSale(booking)}>
      {say('tonight.parked.recall', { title: isolated(title), seats, total })}
      <HoldRing leftMs={booking.expiresAtMs - nowMs} wholeMs={booking.holdMs} label={say('cart.heldUntil')} />
    </Button>
  )
}
