// [T4] After an exchange: which old tickets are void, how much goes back to the customer and by which way. Owns the note under
// the new tickets.

import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Booking } from '../../../shared/domain/booking.ts'
import { ask } from '../../box-office.ts'
import { type Exchange, exchangeOf, exchanging } from '../../stores/exchanging.ts'
import { type Way, waysBetween } from '../../ui/money-ways.ts'
import { useWays } from '../../ui/use-ways.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './exchange-tender.module.css'

export function ExchangedNote({ booking }: { readonly booking: Booking }) {
  const exchange = exchangeOf(useStore(exchanging).all, booking.cartId)
  return exchange ? <Note exchange={exchange} /> : null
}

function Note({ exchange }: { readonly exchange: Exchange }) {
  const say = useSay()
  const { seatNames } = useFormats()
  const waysOf = useWays()
  const { booking, seatIds } = exchange
  const back = useGoneBack(exchange)
  const seats = booking.lines.filter(({ seatId }) => seatIds.includes(seatId)).map(({ label }) => label)
  return (
    <div role="status">
      <p className={styles.told}>{say('move.void', { count: seats.length, seats: seatNames(seats) })}</p>
      {back.length > 0 && (
        <p className={styles.told}>{say('back.done', { ways: waysOf(back, booking.totals.currency) })}</p>
      )}
    </div>
  )
}

/** What the customer got back. What went to the new booking is left out: it never left the house. */
function useGoneBack({ booking: before }: Exchange): readonly Way[] {
  const [back, setBack] = useState<readonly Way[]>([])
  useEffect(() => {
    let isCurrent = true
    void ask('booking', { bookingId: before.bookingId }).then((answer) => {
      if (!isCurrent || answer.kind !== 'done') return
      const ways = waysBetween(before, answer.value.booking)
      setBack(ways.filter(({ account }) => !account.startsWith('booking:')))
    })
    return () => {
      isCurrent = false
    }
  }, [before])
  return back
}
