import { useStore } from 'zustand'
import { holdEndMs } from '../../../shared/domain/booking.ts'
import { MINUTE_MS, SECOND_MS } from '../../../shared/lib/time.ts'
import type { Say } from '../../messages/catalogue.ts'
import { inHandUntilMs } from '../../stores/hold-money.ts'
import { sale } from '../../stores/sale.ts'
import { HoldRing } from '../../ui/hold-ring.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { useSay } from '../../ui/words.tsx'
import { ExtendButton } from './extend-button.tsx'
import { passedMark } from './hold-marks.ts'
import styles from './hold-clock.module.css'

/** Four times a second, so that the clock never seems to skip a second. */
const LOOK_MS = 250

/** [H11] Time left on the hold in hand, by the hub's clock; what happens at zero, stores/hold-watch.ts decides. */
export function HoldClock() {
  const say = useSay()
  const { booking } = useStore(sale)
  const nowMs = useHubNow(LOOK_MS, booking !== null)
  if (!booking) return null
  const isGrace = nowMs >= holdEndMs(booking) && nowMs < inHandUntilMs(booking)
  const leftMs = (isGrace ? inHandUntilMs(booking) : holdEndMs(booking)) - nowMs
  const isExtended = booking.extendedAtMs !== null
  const wholeMs = booking.holdMs * (isExtended ? 2 : 1)
  return (
    <span className={styles.clock}>
      <HoldRing leftMs={leftMs} wholeMs={wholeMs} label={say(isGrace ? 'grace.until' : 'cart.heldUntil')} />
      {!isGrace && <ExtendButton />}
      <span className="visually-hidden" role="status">
        {isGrace ? '' : leftWords(passedMark(leftMs, booking.holdMs), say)}
      </span>
    </span>
  )
}

/** [H11] Announced politely, once each, at two minutes, one minute and twenty seconds left. */
function leftWords(markMs: number | null, say: Say): string {
  if (markMs === null) return ''
  if (markMs < MINUTE_MS) return say('cart.secondsLeft', { seconds: markMs / SECOND_MS })
  return markMs === MINUTE_MS ? say('cart.minuteLeft') : say('cart.twoMinutesLeft')
}
