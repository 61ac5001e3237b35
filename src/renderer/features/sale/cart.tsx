// The cart: chosen seats with their types and prices, the clock of the hold, the sum, and the one next step. Owns the keys of
// the sale; what a step does is in stores/sale.ts.

import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { goTo } from '../../stores/screen.ts'
import { parked } from '../../stores/parked.ts'
import {
  endHoldIfOver,
  extendHold,
  holdSeats,
  isHeldAsChosen,
  parkSale,
  recallSale,
  releaseSeats,
  sale,
} from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { HoldRing } from '../../ui/hold-ring.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { CartLines } from './cart-lines.tsx'
import { CartSums } from './cart-sums.tsx'
import { ReleaseQuestion } from './release-question.tsx'
import styles from './cart.module.css'
import { useTotals } from './use-totals.ts'

export function Cart({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const state = useStore(sale)
  const [asks, setAsks] = useState(false)
  const isHeld = isHeldAsChosen(state)
  const steps = useSteps(row)
  useKeys(
    useMemo(
      () => ({ ...steps, Escape: () => (sale.getState().lines.length > 0 ? setAsks(true) : undefined) }),
      [steps],
    ),
  )
  return (
    <aside className={styles.cart} aria-label={say('cart.title')}>
      <header className={styles.head}>
        <h2>{say('cart.count', { count: state.lines.length })}</h2>
        <HoldClock />
      </header>
      <CartLines row={row} />
      <CartSums row={row} />
      <footer className={styles.steps}>
        <Button
          look="quiet"
          isDisabled={state.lines.length === 0}
          onPress={() => setAsks(true)}
          shortcut="Esc"
        >
          {say('cart.release')}
        </Button>
        <Button look="quiet" isDisabled={!state.booking} onPress={parkSale} shortcut="F4">
          {say('cart.park')}
        </Button>
        <NextStep row={row} isHeld={isHeld} />
      </footer>
      <ReleaseQuestion
        isOpen={asks}
        onClose={() => setAsks(false)}
        count={state.lines.length}
        onYes={releaseSeats}
      />
    </aside>
  )
}

function useSteps({ showId }: ShowRow) {
  return useMemo(() => {
    const next = () => {
      const state = sale.getState()
      if (isHeldAsChosen(state)) goTo({ name: 'pay', showId })
      else if (state.asking === null) void holdSeats()
    }
    const recall = () => {
      const [first] = parked.getState().bookings
      if (first) recallSale(first)
    }
    return { F9: next, 'Ctrl+Enter': next, F4: parkSale, F5: recall }
  }, [showId])
}

function NextStep({ row, isHeld }: { readonly row: ShowRow; readonly isHeld: boolean }) {
  const say = useSay()
  const { money } = useFormats()
  const { lines, asking } = useStore(sale)
  const totals = useTotals(row)
  if (isHeld) {
    return (
      <Button look="next" shortcut="F9" onPress={() => goTo({ name: 'pay', showId: row.showId })}>
        {say('cart.pay', { total: money(totals.totalMinor, totals.currency) })}
      </Button>
    )
  }
  return (
    <Button
      look="next"
      shortcut="F9"
      isDisabled={lines.length === 0 || asking !== null}
      onPress={() => void holdSeats()}
    >
      {asking === 'hold' ? say('cart.holding') : say('cart.hold', { count: lines.length })}
    </Button>
  )
}

/** From here on the seller is warned in words, once [H11]. */
const WARN_MS = 60_000
const LOOK_MS = 250

function HoldClock() {
  const say = useSay()
  const { booking, asking } = useStore(sale)
  const nowMs = useHubNow(LOOK_MS, booking !== null)
  useEffect(() => endHoldIfOver(), [nowMs])
  if (!booking) return null
  const leftMs = booking.expiresAtMs - nowMs
  const wholeMs = booking.holdMs * (booking.extendedAtMs === null ? 1 : 2)
  return (
    <span className={styles.clock}>
      <HoldRing leftMs={leftMs} wholeMs={wholeMs} label={say('cart.heldUntil')} />
      {booking.extendedAtMs === null && (
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

function extensionText(holdMs: number, say: ReturnType<typeof useSay>): string {
  const seconds = Math.round(holdMs / 1000)
  if (seconds % 60 === 0) return say('cart.extend', { minutes: seconds / 60 })
  return say('cart.extendShort', { seconds })
}
