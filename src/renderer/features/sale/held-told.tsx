import { useStore } from 'zustand'
import { dueMinor } from '../../../shared/domain/booking.ts'
import { isHeldAsChosen, sale } from '../../stores/sale.ts'
import { useFormats, useSay } from '../../ui/words.tsx'

/** Announced once the seats are held: which seats, and what they cost. */
export function HeldTold() {
  const say = useSay()
  const { money, seatNames } = useFormats()
  const state = useStore(sale)
  const { booking } = state
  const text =
    booking && isHeldAsChosen(state)
      ? say('cart.held', {
          seats: seatNames(booking.lines.map(({ label }) => label)),
          total: money(dueMinor(booking), booking.totals.currency),
        })
      : ''
  return (
    <p role="status" className="visually-hidden">
      {text}
    </p>
  )
}
