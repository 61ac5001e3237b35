import { useStore } from 'zustand'
import type { Say } from '../../messages/catalogue.ts'
import { type Exchange, differenceMinor, exchangeOf, exchanging } from '../../stores/exchanging.ts'
import { isHeldAsChosen, sale } from '../../stores/sale.ts'

interface InHand {
  /** Null for an ordinary sale. */
  readonly exchange: Exchange | null
  /** Null until the new seats are held. */
  readonly difference: number | null
}

/** [T4] The exchange that the cart in hand is for, and what it comes to. */
export function useExchange(): InHand {
  const { all } = useStore(exchanging)
  const state = useStore(sale)
  const { booking, cartId } = state
  const exchange = exchangeOf(all, cartId)
  const difference = exchange && booking && isHeldAsChosen(state) ? differenceMinor(booking, exchange) : null
  return { exchange, difference }
}

/** The label of the large sum once a part is paid: [T4] an exchange may end in money to give back. */
export function leftWords(leftMinor: number, say: Say): string {
  return leftMinor < 0 ? say('move.difference', { how: 'giveBack' }) : say('pay.left')
}
