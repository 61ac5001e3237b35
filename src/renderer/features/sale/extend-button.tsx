import { useStore } from 'zustand'
import { MINUTE_MS, SECOND_MS } from '../../../shared/lib/time.ts'
import type { Say } from '../../messages/catalogue.ts'
import { extendHold, sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useSay } from '../../ui/words.tsx'

/** [H3] Extends the hold once; gone after use. */
export function ExtendButton() {
  const say = useSay()
  const { booking, asking } = useStore(sale)
  const words = extensionText(booking?.holdMs ?? 0, say)
  const mayExtend = booking !== null && booking.extendedAtMs === null
  useSteps([
    { id: 'extend', words, keys: [], run: () => void extendHold(), isOffered: mayExtend && asking === null },
  ])
  if (!mayExtend) return null
  return (
    <Button isDisabled={asking !== null} onPress={() => void extendHold()}>
      {words}
    </Button>
  )
}

function extensionText(holdMs: number, say: Say): string {
  if (holdMs % MINUTE_MS === 0) return say('cart.extend', { minutes: holdMs / MINUTE_MS })
  return say('cart.extendShort', { seconds: Math.round(holdMs / SECOND_MS) })
}
