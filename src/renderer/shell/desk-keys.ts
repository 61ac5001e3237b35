// Keys that mean the same on every screen of a desk [H9] [H15]: park, recall, take an offer, repeat the last sale. Owns which key
// means which; what each does, and whether it may, is in the stores.

import { useStore } from 'zustand'
import { takeInstead } from '../stores/instead.ts'
import { parked, recallFirst } from '../stores/parked.ts'
import { lastSale, repeatSale, showToRepeat } from '../stores/repeat-sale.ts'
import { parkSale, sale } from '../stores/sale.ts'
import { goTo, screen } from '../stores/screen.ts'
import { standby, takeServed } from '../stores/standby.ts'
import type { Step } from '../stores/steps.ts'
import { useSteps } from '../ui/use-steps.ts'
import { useSay } from '../ui/words.tsx'

export function useDeskKeys(): void {
  const say = useSay()
  const { booking, asking, notice } = useStore(sale)
  const { bookings } = useStore(parked)
  const { served } = useStore(standby)
  const { last, bookingId: sold } = useStore(lastSale)
  const { now } = useStore(screen)
  const isFree = asking === null
  const isOffered = (notice?.kind === 'lost' && notice.instead !== undefined) || served.length > 0
  const isSold = now.name === 'ticket' && now.bookingId === sold
  const isHere = now.name === 'tonight' || now.name === 'sell' || isSold
  const mayRepeat = isHere && isFree && last !== null && showToRepeat(last) !== null
  const steps: readonly Step[] = [
    { id: 'park', words: say('keys.park'), keys: ['F4'], run: park, isOffered: booking !== null && isFree },
    {
      id: 'recall',
      words: say('keys.recall'),
      keys: ['F5'],
      run: recall,
      isOffered: bookings.length > 0 && isFree,
    },
    {
      id: 'offered',
      words: say('keys.offered'),
      keys: ['F6'],
      run: takeOffered,
      isOffered: isOffered && isFree,
    },
    {
      id: 'repeat',
      words: say('keys.repeat'),
      keys: ['F7'],
      run: () => (mayRepeat ? void repeatSale() : undefined),
      isOffered: mayRepeat,
    },
  ]
  useSteps(steps)
}

/** Leaves the payment screen too: what is no longer in hand cannot be paid. */
function park(): void {
  const { booking } = sale.getState()
  parkSale()
  const isParked = booking !== null && sale.getState().booking === null
  if (isParked && screen.getState().now.name === 'pay') goTo({ name: 'sell', showId: booking.showId })
}

/** If nothing is parked: goes to the cart in hand. */
function recall(): void {
  const { booking } = sale.getState()
  if (parked.getState().bookings.length > 0) recallFirst()
  else if (booking) goTo({ name: 'sell', showId: booking.showId })
}

function takeOffered(): void {
  const [served] = standby.getState().served
  if (!takeInstead() && served) void takeServed(served.bookingId)
}
