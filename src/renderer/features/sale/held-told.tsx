import { useStore } from 'zustand'
import { isHeldAsChosen, sale } from '../../stores/sale.ts'
import { useFormats, useSay } from '../../ui/words.tsx'

/** Said once the house has promised: which seats, and what they come to. */
export function HeldTold() {
  const say = useSay()
  const { money, seatNames } = useFormats()
  const state = useStore(sale)
  const { booking } = state
  const text =
    booking && isHeldAsChosen(state)
      ? say('cart.held', {
          seats: seatNames(booking.lines.map(({ label }) => label)),
          total: money(booking.totals.totalMinor, booking.totals.currency),
        })
      : ''
  return (
    <p role="status" className="visually-hidden">
      {text}
    </p>
  )
}
