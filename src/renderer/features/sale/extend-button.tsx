import { useStore } from 'zustand'
import { MINUTE_MS, SECOND_MS } from '../../../shared/lib/time.ts'
import type { Say } from '../../messages/catalogue.ts'
import { extendHold, sale } from '../../stores/sale.ts'
import { Button, type ButtonLook } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'

/** [H3] One more length of the hold; gone once it is used. */
export function ExtendButton({ look = 'quiet' }: { readonly look?: ButtonLook }) {
  const say = useSay()
  const { booking, asking } = useStore(sale)
  if (!booking || booking.extendedAtMs !== null) return null
  return (
    <Button look={look} isDisabled={asking !== null} onPress={() => void extendHold()}>
      {extensionText(booking.holdMs, say)}
    </Button>
  )
}

function extensionText(holdMs: number, say: Say): string {
  if (holdMs % MINUTE_MS === 0) return say('cart.extend', { minutes: holdMs / MINUTE_MS })
  return say('cart.extendShort', { seconds: Math.round(holdMs / SECOND_MS) })
}
