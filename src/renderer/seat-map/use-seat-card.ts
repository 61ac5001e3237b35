// When what is known of a seat is shown: the pointer rests on it, a finger stays on it, or a key asks for it. Owns that moment.
// Must never know what is shown.

import { useEffect, useRef, useState } from 'react'
import type { SeatId } from '../../shared/domain/ids.ts'

/** By the pointer it goes with the pointer; by a finger or a key it stays until it is sent away. */
export type CardBy = 'pointer' | 'touch' | 'key'

export interface ShownCard {
  readonly seatId: SeatId
  readonly by: CardBy
}

export interface SeatCardState {
  readonly shown: ShownCard | null
  readonly hover: (seatId: SeatId | null) => void
  readonly ask: (seatId: SeatId) => void
  /** By key: shown, or sent away. */
  readonly toggle: (seatId: SeatId) => void
  /** The keyboard has gone on: a card that a key asked for goes with it. */
  readonly follow: (seatId: SeatId | null) => void
  readonly close: () => void
}

/** A pointer on its way to another seat asks nothing: it rests so long before it does. */
const DWELL_MS = 350

export function useSeatCard(): SeatCardState {
  const [shown, setShown] = useState<ShownCard | null>(null)
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(resting.current), [])
  const stays = shown !== null && shown.by !== 'pointer'
  useEffect(() => {
    if (!stays) return undefined
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // The card's, not the cart's.
      event.preventDefault()
      setShown(null)
    }
    window.addEventListener('keydown', close, true)
    return () => window.removeEventListener('keydown', close, true)
  }, [stays])
  return {
    shown,
    hover(seatId) {
      clearTimeout(resting.current)
      setShown((old) => (old?.by === 'pointer' ? null : old))
      if (seatId === null) return
      resting.current = setTimeout(() => setShown((old) => old ?? { seatId, by: 'pointer' }), DWELL_MS)
    },
    ask: (seatId) => setShown({ seatId, by: 'touch' }),
    toggle: (seatId) => setShown((old) => (old?.by === 'key' ? null : { seatId, by: 'key' })),
    follow: (seatId) =>
      setShown((old) => (old?.by === 'key' && seatId !== null ? { seatId, by: 'key' } : old)),
    close() {
      clearTimeout(resting.current)
      setShown(null)
    },
  }
}
