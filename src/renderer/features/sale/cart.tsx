// The cart: chosen seats with their types and prices, the clock of the hold, the sum, and the one next step. Owns the keys of
// the sale; what a step does is in stores/sale.ts.

import { useState } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { dueMinor } from '../../../shared/domain/booking.ts'
import { howOf } from '../../stores/exchanging.ts'
import { goTo } from '../../stores/screen.ts'
import { parked, recallFirst } from '../../stores/parked.ts'
import { holdBest, mayHoldBest, takeExactly } from '../../stores/quick-sale.ts'
import type { Step } from '../../stores/steps.ts'
import { sayNames } from '../../stores/passengers.ts'
import { holdSeats, isHeldAsChosen, parkSale, releaseSeats, sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { unitOf } from '../../ui/unit-of.ts'
import { useIsCustomers } from '../../ui/use-is-customers.ts'
import { useSteps } from '../../ui/use-steps.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { CartLines } from './cart-lines.tsx'
import { ExactCash } from './exact-cash.tsx'
import { HeldTold } from './held-told.tsx'
import { HoldClock } from './hold-clock.tsx'
import { CartSums } from './cart-sums.tsx'
import { ReleaseQuestion } from './release-question.tsx'
import styles from './cart.module.css'
import { hasBest, useHoldStep } from './use-hold-step.ts'
import { TypeOfAll } from './type-of-all.tsx'
import { useExchange } from './use-exchange.ts'

export function Cart({ row }: { readonly row: ShowRow }) {
  const say = useSay()
  const state = useStore(sale)
  const [asks, setAsks] = useState(false)
  const unit = unitOf(row.sort)
  const isHeld = isHeldAsChosen(state)
  const isEmpty = state.lines.length === 0 && !state.booking
  const isCustomers = useIsCustomers()
  const { exchange } = useExchange()
  const askOrClear = () => {
    if (state.asking !== null) return
    // Seats that are only chosen, not held, are dropped without a question.
    if (state.booking) setAsks(true)
    else void releaseSeats()
  }
  useSteps([
    ...useSaleSteps(row),
    {
      id: 'clear',
      words: say(state.booking ? 'keys.clear' : 'cart.clear.all'),
      keys: ['Escape'],
      run: () => (isEmpty ? goTo({ name: 'tonight' }) : askOrClear()),
      isOffered: !isEmpty && state.asking === null,
    },
  ])
  return (
    <aside className={styles.cart} aria-label={say('cart.title')}>
      <header className={styles.head}>
        <h2>{say('cart.count', { count: state.lines.length, unit })}</h2>
        <HeldTold showId={row.showId} />
        <TypeOfAll row={row} />
        <HoldClock />
      </header>
      <CartLines row={row} />
      <CartSums row={row} />
      <footer className={styles.steps} data-few={exchange !== null || undefined}>
        <Button
          look="quiet"
          isDisabled={isEmpty || state.asking !== null}
          onPress={askOrClear}
          shortcut="Esc"
        >
          {say(state.booking ? 'cart.release' : 'cart.clear')}
        </Button>
        {!isCustomers && <ParkButton />}
        {!isCustomers && !exchange && <ExactCash row={row} />}
        <NextStep row={row} isHeld={isHeld} />
      </footer>
      <ReleaseQuestion
        isOpen={asks}
        onClose={() => setAsks(false)}
        unit={unit}
        zone={row.zone}
        booking={state.booking}
        onYes={releaseSeats}
      />
    </aside>
  )
}

/** The next step and its keys; parking and recalling have keys that work on the whole desk. */
function useSaleSteps(row: ShowRow): Step[] {
  const { showId, active } = row
  const say = useSay()
  const state = useStore(sale)
  const { lines, asking } = state
  const isHeld = isHeldAsChosen(state)
  const { isBest, holdWords } = useHoldStep(row)
  const isCustomers = useIsCustomers()
  const { exchange } = useExchange()
  const next = () => {
    const now = sale.getState()
    if (isHeldAsChosen(now)) void goToPay(row)
    else if (hasBest(row) && mayHoldBest()) void holdBest(showId)
    else if (now.asking === null) void holdSeats()
  }
  return [
    {
      id: 'next',
      words: isHeld ? say('palette.pay') : holdWords,
      keys: ['F9', 'Ctrl+Enter'],
      run: next,
      isOffered: isHeld || ((lines.length > 0 || isBest) && asking === null && active),
    },
    {
      id: 'exact',
      words: say('cart.exact'),
      keys: ['F10'],
      run: () => void takeExactly(row.asksNames),
      isOffered: isHeld && asking === null && !isCustomers && !exchange,
    },
  ]
}

/** F4 parks the cart, F5 recalls a parked one; shows whichever applies. */
function ParkButton() {
  const say = useSay()
  const { booking, lines } = useStore(sale)
  const { bookings } = useStore(parked)
  if (lines.length === 0 && bookings.length > 0) {
    return (
      <Button look="quiet" onPress={recallFirst} shortcut="F5">
        {say('cart.recall', { count: bookings.length })}
      </Button>
    )
  }
  return (
    <Button look="quiet" isDisabled={!booking} onPress={parkSale} shortcut="F4">
      {say('cart.park')}
    </Button>
  )
}

function NextStep({ row, isHeld }: { readonly row: ShowRow; readonly isHeld: boolean }) {
  const say = useSay()
  const { money } = useFormats()
  const { lines, asking, booking } = useStore(sale)
  const { isBest, holdWords } = useHoldStep(row)
  const { difference } = useExchange()
  if (isHeld && booking) {
    const { currency } = booking.totals
    const sum = money(Math.abs(difference ?? 0), currency)
    return (
      <Button look="next" shortcut="F9" onPress={() => void goToPay(row)}>
        {difference === null
          ? say('cart.pay', { total: money(dueMinor(booking), currency) })
          : say('exchange.go', { how: howOf(difference), sum })}
      </Button>
    )
  }
  return (
    <Button
      look="next"
      shortcut="F9"
      isDisabled={(lines.length === 0 && !isBest) || asking !== null || !row.active}
      onPress={() => void (isBest ? holdBest(row.showId) : holdSeats())}
    >
      {asking === 'hold' ? say('cart.holding') : holdWords}
    </Button>
  )
}

/** [L3] For a show with a passenger list, every passenger must be on it before payment. */
async function goToPay({ showId, asksNames }: ShowRow): Promise<void> {
  if (sale.getState().asking !== null) return
  if (!asksNames || (await sayNames())) goTo({ name: 'pay', showId })
}
