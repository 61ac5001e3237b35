import { useStore } from 'zustand'
import { dueMinor } from '../../../shared/domain/booking.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { isHeldAsChosen, sale } from '../../stores/sale.ts'
import { useLineName } from '../../ui/use-line-name.ts'
import { useFormats, useSay } from '../../ui/words.tsx'

/** Announced once the seats are held: which seats, and what they cost. */
export function HeldTold({ showId }: { readonly showId: ShowId }) {
  const say = useSay()
  const { money, seatNames } = useFormats()
  const state = useStore(sale)
  const { booking } = state
  const nameOf = useLineName(showId)
  const text =
    booking && isHeldAsChosen(state)
      ? say('cart.held', {
          seats: seatNames(booking.lines.map(nameOf)),
          total: money(dueMinor(booking), booking.totals.currency),
        })
      : ''
  return (
    <p role="status" className="visually-hidden">
      {text}
    </p>
  )
}
