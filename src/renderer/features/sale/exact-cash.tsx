import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { dueMinor } from '../../../shared/domain/booking.ts'
import { connection } from '../../stores/connection.ts'
import { takeExactly } from '../../stores/quick-sale.ts'
import { isHeldAsChosen, sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'

/** Beside the way to the payment screen, and with a key of its own: a press too many on that way takes no money. */
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
      {/* The sum is on the button beside it for whoever sees. */}
      {total !== null && <span className="visually-hidden">{total}</span>}
    </Button>
  )
}
