// The carts of this desk on the first screen, in the order in which they end. Owns their line; must never decide which cart is
// recalled: the store does.

import { useRef } from 'react'
import { useStore } from 'zustand'
import { type Booking, dueMinor, holdEndMs } from '../../../shared/domain/booking.ts'
import { differenceMinor, exchangeOf, exchanging, howOf } from '../../stores/exchanging.ts'
import { hasMoney } from '../../stores/hold-money.ts'
import { bringBack, parked } from '../../stores/parked.ts'
import { sale } from '../../stores/sale.ts'
import { goTo } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { Button } from '../../ui/button.tsx'
import { HoldRing } from '../../ui/hold-ring.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { useLineName } from '../../ui/use-line-name.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './parked-carts.module.css'
import { useHidden } from './use-hidden.ts'

/** [H9] The cart in hand and the parked ones, each with its own clock; one touch recalls one. */
export function ParkedCarts() {
  const say = useSay()
  const { bookings } = useStore(parked)
  const { booking: inHand } = useStore(sale)
  const toHand = () => {
    if (inHand) goTo({ name: 'sell', showId: inHand.showId })
  }
  const nowMs = useHubNow(1000, bookings.length > 0 || inHand !== null)
  const isLive = (booking: Booking) => holdEndMs(booking) > nowMs
  const live = bookings.filter(isLive)
  const line = useRef<HTMLDivElement>(null)
  const hidden = useHidden(line, [inHand, ...live].map((one) => one?.bookingId).join(' '))
  return (
    <div className={styles.parked}>
      <span>{say('tonight.parked', { count: live.length })}</span>
      <div className={styles.line} ref={line} data-more={hidden.length > 0 || undefined}>
        {inHand && isLive(inHand) && (
          <Cart booking={inHand} nowMs={nowMs} words="tonight.inHand" onPress={toHand} />
        )}
        {live.map((booking) => (
          <Cart
            key={booking.bookingId}
            booking={booking}
            nowMs={nowMs}
            words="tonight.parked.recall"
            onPress={() => bringBack(booking)}
          />
        ))}
      </div>
      {hidden.length > 0 && (
        <Button onPress={() => showNext(line.current, hidden)}>
          {say('tonight.parked.more', { count: hidden.length })}
        </Button>
      )}
    </div>
  )
}

/** Scrolls to the first hidden cart after the visible ones; at the end of the line, back to its beginning. */
function showNext(line: HTMLElement | null, hidden: readonly Element[]): void {
  const carts = [...(line?.children ?? [])]
  const isPast = (cart: Element) => carts.indexOf(cart) > carts.findIndex((one) => !hidden.includes(one))
  const next = hidden.find(isPast) ?? carts[0]
  next?.scrollIntoView({ inline: 'start', block: 'nearest' })
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
  const nameOf = useLineName(booking.showId)
  const seats = seatNames(booking.lines.map(nameOf))
  const exchange = exchangeOf(useStore(exchanging).all, booking.cartId)
  const difference = exchange ? differenceMinor(booking, exchange) : dueMinor(booking)
  const sum = money(Math.abs(difference), booking.totals.currency)
  const left = hasMoney(booking) ? say('tonight.part', { due: sum }) : sum
  const total = exchange ? say('exchange.go', { how: howOf(difference), sum }) : left
  const wholeMs = booking.holdMs * (booking.extendedAtMs === null ? 1 : 2)
  return (
    <Button look="quiet" onPress={onPress}>
      {say(words, { title: isolated(title), seats, total })}
      <HoldRing leftMs={holdEndMs(booking) - nowMs} wholeMs={wholeMs} label={say('cart.heldUntil')} />
    </Button>
  )
}
