import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { dueMinor } from '../../../shared/domain/booking.ts'
import { connection } from '../../stores/connection.ts'
import { takeExactly } from '../../stores/quick-sale.ts'
import { isHeldAsChosen, sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'

/** Next to the button to the payment screen, with a key of its own, so that one key press too many on the way there takes no money. */
export function ExactCash({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const { money } = useFormats()
  const state = useStore(sale)
  const isConnected = useStore(connection).connection === 'open'
  const { booking, asking } = state
  const isHeld = isHeldAsChosen(state)
  const total = booking && isHeld ? money(dueMinor(booking), row.currency) : null
  return (
    <Button
      isDisabled={!isHeld || asking !== null || !isConnected}
      shortcut="F10"
      onPress={() => void takeExactly(row.asksNames)}
    >
      {asking === 'pay' ? say('pay.taking') : say('cart.exact')}
      {/* Sighted users see the sum on the button beside it. */}
      {total !== null && <span className="visually-hidden">{total}</span>}
    </Button>
  )
}
