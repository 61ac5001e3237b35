import { useState } from 'react'
import { type Booking, dueMinor } from '../../../shared/domain/booking.ts'
import { parseAmount } from '../../../shared/lib/money.ts'
import { differenceMinor } from '../../stores/exchanging.ts'
import { useExchange } from './use-exchange.ts'

export interface Amount {
  readonly text: string
  readonly setText: (text: string) => void
  readonly dueMinor: number
  /** The typed amount; if nothing is typed, all that is due; null if it is not a positive amount. */
  readonly minor: number | null
  /** What is sent to the house: empty for the whole amount. */
  readonly part: { readonly amountMinor?: number }
}

/** [P5] All that is due, or the typed part of it. */
export function useAmount(booking: Booking): Amount {
  const [text, setText] = useState('')
  const { exchange } = useExchange()
  // [T4] What the old seats cover is not asked for.
  const due = exchange ? differenceMinor(booking, exchange) : dueMinor(booking)
  const typed = text.trim() === '' ? due : parseAmount(text, booking.totals.currency)
  const minor = typed === 0 && due > 0 ? null : typed
  const part = minor !== null && minor < due ? { amountMinor: minor } : {}
  return { text, setText, dueMinor: due, minor, part }
}
