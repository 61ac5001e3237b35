import { useStore } from 'zustand'
import { MINUTE_MS, SECOND_MS } from '../../../shared/lib/time.ts'
import { endHoldIfOver, extendHold, sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { HoldRing } from '../../ui/hold-ring.tsx'
import { useEvery, useHubNow } from '../../ui/use-hub-now.ts'
import type { Say } from '../../messages/catalogue.ts'
import { useSay } from '../../ui/words.tsx'
import styles from './hold-clock.module.css'

/** The last minute is said in words as well, once [H11]. */
const WARN_MS = MINUTE_MS
/** Four looks a second: a clock that never seems to skip one. */
const LOOK_MS = 250

/** [H11] Time left on the hold in hand, by the hub's clock; at zero the sale goes back to the map. */
export function HoldClock() {
  const say = useSay()
  const { booking, asking } = useStore(sale)
  const nowMs = useHubNow(LOOK_MS, booking !== null)
  useEvery(LOOK_MS, booking !== null, endHoldIfOver)
  if (!booking) return null
  const leftMs = booking.expiresAtMs - nowMs
  const isExtended = booking.extendedAtMs !== null
  const wholeMs = booking.holdMs * (isExtended ? 2 : 1)
  return (
    <span className={styles.clock}>
      <HoldRing leftMs={leftMs} wholeMs={wholeMs} label={say('cart.heldUntil')} />
      {!isExtended && (
        <Button look="quiet" isDisabled={asking !== null} onPress={() => void extendHold()}>
          {extensionText(booking.holdMs, say)}
        </Button>
      )}
      <span className="visually-hidden" role="alert">
        {leftMs <= WARN_MS && booking.holdMs > WARN_MS ? say('cart.minuteLeft') : ''}
      </span>
    </span>
  )
}

function extensionText(holdMs: number, say: Say): string {
  if (holdMs % MINUTE_MS === 0) return say('cart.extend', { minutes: holdMs / MINUTE_MS })
  return say('cart.extendShort', { seconds: Math.round(holdMs / SECOND_MS) })
}
