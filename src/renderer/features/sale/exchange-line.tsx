// [T4] What the cart in hand is an exchange for: which seats, of which evening, and their worth. Owns the line and the button
// that cancels the exchange, which turns the cart into an ordinary sale.

import { ArrowRightLeft } from 'lucide-react'
import { stopExchange } from '../../stores/exchanging.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './exchange-line.module.css'
import { useExchange } from './use-exchange.ts'

export function ExchangeLine() {
  const say = useSay()
  const { money, day, clock, seatNames } = useFormats()
  const { exchange } = useExchange()
  if (!exchange) return null
  const { booking, seatIds, startsAtMs, zone, worthMinor, cartId } = exchange
  const seats = booking.lines.filter(({ seatId }) => seatIds.includes(seatId)).map(({ label }) => label)
  return (
    <div className={styles.line}>
      <ArrowRightLeft size={18} aria-hidden className={styles.sign} />
      <p role="status">
        {say('exchange.of', {
          seats: seatNames(seats),
          time: `${day(startsAtMs, zone)} ${clock(startsAtMs, zone)}`,
          worth: money(worthMinor, booking.totals.currency),
        })}
      </p>
      <Button look="quiet" onPress={() => stopExchange(cartId)}>
        {say('exchange.stop')}
      </Button>
    </div>
  )
}
