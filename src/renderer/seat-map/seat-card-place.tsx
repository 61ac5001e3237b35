// Where what is known of a seat is shown: beside it, within the map, never over it. Owns the place.
// Must never know what is in it.

import type { ReactNode } from 'react'
import type { Viewport } from './camera.ts'
import { type Box, clamp } from './geometry.ts'
import styles from './seat-card-place.module.css'
import type { SeatMapView } from './seat-map-view.ts'
import type { ShownCard } from './use-seat-card.ts'

/** CSS px: as wide as a line of a price list, and as far from seat and edge as things stand apart. */
const WIDTH_PX = 288
const OFF_PX = 12

interface Props {
  readonly shown: ShownCard
  readonly view: SeatMapView
  readonly children: ReactNode
}

/** What the pointer brings is in the line below the map already: whoever listens must not hear it at each seat. */
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

/** Below a seat of the upper half, above one of the lower. */
function placeBeside(seat: Box, { width, height }: Viewport) {
  const cardWidth = Math.min(WIDTH_PX, width - 2 * OFF_PX)
  const middle = (seat.left + seat.right - cardWidth) / 2
  const left = clamp(middle, OFF_PX, Math.max(OFF_PX, width - cardWidth - OFF_PX))
  const across = { left: `${left}px`, width: `${cardWidth}px` }
  const isUpper = seat.top + seat.bottom < height
  if (isUpper) return { ...across, top: `${Math.max(OFF_PX, seat.bottom + OFF_PX)}px` }
  return { ...across, bottom: `${Math.max(OFF_PX, height - seat.top + OFF_PX)}px` }
}
