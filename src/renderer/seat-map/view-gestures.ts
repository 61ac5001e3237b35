// What gestures do to a map: pans, zooms, taps, questions, drawing over seats. Owns the canvas they happen on.
// Must never keep a camera of its own, nor know what a tap or a drag means to a sale.

import type { SeatId } from '../../shared/domain/ids.ts'
import { type Camera, toPlan, type Viewport } from './camera.ts'
import type { Point } from './geometry.ts'
import { SeatPointer } from './seat-pointer.ts'
import { makeTargetActions, READABLE_SEAT_PX } from './seat-targets.ts'
import type { Sweep } from './swept-seats.ts'

/** Factor of a zoom key, a zoom button or a double click beside the seats: four steps from a whole theatre to its seats. */
export const STEP_ZOOM = 1.6

/** `over`: meant so far; `done`: these are chosen; `off`: none are. */
export type SweepNews =
  | { readonly kind: 'over'; readonly sweep: Sweep }
  | { readonly kind: 'done' }
  | { readonly kind: 'off' }

export interface GestureTerms {
  readonly view: {
    readonly panBy: (dx: number, dy: number) => void
    readonly zoomBy: (factor: number, at: Point) => void
    readonly seatAt: (at: Point) => SeatId | null
  }
  readonly camera: () => Camera
  /** A seat's width, CSS px. */
  readonly seatPx: () => number
  readonly onPinch: (factor: number, at: Point) => void
  readonly onTap: (seatId: SeatId) => void
  readonly onAsk: (seatId: SeatId) => void
  readonly onHover: (seatId: SeatId | null) => void
  readonly onSweep: (news: SweepNews) => void
}

export function listenOn(canvas: HTMLCanvasElement, terms: GestureTerms): SeatPointer {
  const { view, camera, seatPx, onSweep } = terms
  return new SeatPointer(canvas, {
    pan: ({ x, y }) => view.panBy(x, y),
    zoom: terms.onPinch,
    sweep: (from, to) =>
      onSweep({ kind: 'over', sweep: { from: toPlan(camera(), from), to: toPlan(camera(), to) } }),
    sweepEnd: (isMeant) => onSweep({ kind: isMeant ? 'done' : 'off' }),
    ...makeTargetActions({
      seatAt: (at) => view.seatAt(at),
      seatPx,
      onSeat: terms.onTap,
      onFar: (at) => view.zoomBy(READABLE_SEAT_PX / seatPx(), at),
      onFloor: (at) => view.zoomBy(STEP_ZOOM, at),
      onHover: terms.onHover,
      onAsk: terms.onAsk,
    }),
  })
}

export function sizeOf(host: HTMLElement): Viewport {
  return { width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight) }
}

export function addCanvas(host: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.style.cssText = 'position: absolute; inset: 0; width: 100%; height: 100%; touch-action: none'
  canvas.setAttribute('aria-hidden', 'true')
  host.prepend(canvas)
  return canvas
}
