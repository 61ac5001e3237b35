// When the card about a seat is shown: the pointer rests on it, a finger stays on it, or a key asks for it. Owns that moment.
// Must never know what is shown.

import { useEffect, useRef, useState } from 'react'
import type { SeatId } from '../../shared/domain/ids.ts'

/** A card opened by the pointer goes with the pointer; one opened by a finger or a key stays until it is dismissed. */
export type CardBy = 'pointer' | 'touch' | 'key'

export interface ShownCard {
  readonly seatId: SeatId
  readonly by: CardBy
}

export interface SeatCardState {
  readonly shown: ShownCard | null
  readonly hover: (seatId: SeatId | null) => void
  readonly ask: (seatId: SeatId) => void
  /** By key: shows or dismisses it. */
  readonly toggle: (seatId: SeatId) => void
  /** The keyboard focus has moved to another seat: a card that a key opened moves with it. */
  readonly follow: (seatId: SeatId | null) => void
  readonly close: () => void
}

/** A pointer must rest this long: one that is only passing on its way to another seat opens no card. */
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
      // This Escape closes the card and must not also act on the cart.
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
