// Which seat a pointer means, and what a tap does where seats are too small to be meant.
// Owns the sizes of targets; must never know the camera: it is told how large a seat is just now.

import type { SeatId } from '../../shared/domain/ids.ts'
import { NATURAL_SEAT_PX } from './camera.ts'
import type { Point } from './geometry.ts'
import type { PointerActions, PointerKind } from './seat-pointer.ts'

/** A tap reaches this far, in seat radii: 48 px where the seat is drawn at 40 (LOOK.md, targets). */
export const TAP_RADII = 1.2
/**
 * Seats drawn smaller than this (CSS px) are no target: a tap zooms to them. 20 × 1.2 is the 24 px of WCAG 2.5.8; a mouse is more
 * precise.
 */
export const LEAST_TARGET_PX: Readonly<Record<PointerKind, number>> = { mouse: 8, pen: 12, touch: 20 }
/** Such a tap zooms to this seat size (CSS px), at which numbers can be read. */
export const READABLE_SEAT_PX = NATURAL_SEAT_PX * 0.7
/**
 * Typing a seat's name zooms in if seats are smaller than the first size (CSS px); the second is the size it zooms to, at which
 * numbers are readable.
 */
export const JUMP_FROM_PX = 16
export const JUMP_TO_PX = 24

export interface TargetTerms {
  readonly seatAt: (at: Point) => SeatId | null
  /** A seat's width, CSS px. */
  readonly seatPx: () => number
  readonly onSeat: (seatId: SeatId) => void
  /** A tap among seats too small to be targets. */
  readonly onFar: (at: Point) => void
  /** A double tap away from every seat; on a seat, the two taps have already been handled as taps. */
  readonly onFloor: (at: Point) => void
  readonly onHover: (seatId: SeatId | null) => void
  /** Asks to show what is known of a seat. */
  readonly onAsk: (seatId: SeatId) => void
}

type Targets = Pick<PointerActions, 'tap' | 'doubleTap' | 'hover' | 'ask' | 'maySweep'>

export function makeTargetActions(terms: TargetTerms): Targets {
  const isTarget = (kind: PointerKind) => terms.seatPx() >= LEAST_TARGET_PX[kind]
  let hovered: SeatId | null = null
  return {
    tap(at, kind) {
      if (!isTarget(kind)) return terms.onFar(at)
      const seatId = terms.seatAt(at)
      if (seatId !== null) terms.onSeat(seatId)
    },
    maySweep: isTarget,
    doubleTap(at) {
      if (terms.seatAt(at) === null) terms.onFloor(at)
    },
    ask(at) {
      const seatId = isTarget('mouse') ? terms.seatAt(at) : null
      if (seatId !== null) terms.onAsk(seatId)
    },
    hover(at) {
      const seatId = at && isTarget('mouse') ? terms.seatAt(at) : null
      if (seatId === hovered) return
      hovered = seatId
      terms.onHover(seatId)
    },
  }
}
