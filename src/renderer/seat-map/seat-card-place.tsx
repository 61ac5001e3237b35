// Where the card about a seat is shown: beside it, within the map, never over it. Owns the place.
// Must never know what is in it.

import type { ReactNode } from 'react'
import { placeBeside } from './card-place.ts'
import styles from './seat-card-place.module.css'
import type { SeatMapView } from './seat-map-view.ts'
import type { ShownCard } from './use-seat-card.ts'

interface Props {
  readonly shown: ShownCard
  readonly view: SeatMapView
  readonly children: ReactNode
}

/**
 * A card opened by the pointer is not announced: the line below the map has the same words, and screen reader users must not hear
 * them at each seat.
 */
export function SeatCardPlace({ shown: { seatId, by }, view, children }: Props) {
  return (
    <div
      className={styles.card}
      data-by={by}
      aria-hidden={by === 'pointer' || undefined}
      style={placeBeside(view.seatBox(seatId), view.size)}
    >
      {children}
    </div>
  )
}
