import { useStore } from 'zustand'
import { parked, recallFirst } from '../stores/parked.ts'
import { screen } from '../stores/screen.ts'
import { Button } from '../ui/button.tsx'
import { HoldRing } from '../ui/hold-ring.tsx'
import { useHubNow } from '../ui/use-hub-now.ts'
import { useFormats, useSay } from '../ui/words.tsx'

/** [H9] Parked carts, on every screen except the first, which lists them: how many, and the clock of the one that ends first. */
export function ParkedChip() {
  const say = useSay()
  const { number } = useFormats()
  const { bookings } = useStore(parked)
  const { now } = useStore(screen)
  const nowMs = useHubNow(1000, bookings.length > 0)
  const live = bookings.filter(({ expiresAtMs }) => expiresAtMs > nowMs)
  const [first] = live
  if (!first || now.name === 'tonight') return null
  const wholeMs = first.holdMs * (first.extendedAtMs === null ? 1 : 2)
  return (
    <Button look="quiet" keys="F5" onPress={recallFirst}>
      <span aria-hidden>{number(live.length)}</span>
      <span className="visually-hidden">{say('cart.recall', { count: live.length })}</span>
      <HoldRing leftMs={first.expiresAtMs - nowMs} wholeMs={wholeMs} label={say('cart.heldUntil')} />
    </Button>
  )
}
