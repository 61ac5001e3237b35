// Mouse, finger and wheel on the map, read as pans, zooms, taps and hovers. Owns the gestures.
// Must never know seats or the camera: it reports points and factors in CSS px of its element.

import type { Point } from './geometry.ts'

export type PointerKind = 'mouse' | 'touch' | 'pen'

export interface PointerActions {
  readonly pan: (by: Point) => void
  readonly zoom: (factor: number, at: Point) => void
  readonly tap: (at: Point, kind: PointerKind) => void
  readonly doubleTap: (at: Point) => void
  readonly hover: (at: Point | null) => void
  /** A long press, or a right click, asks what is there. */
  readonly ask: (at: Point) => void
  /** Whether dragging draws over seats just now; otherwise it moves the house. */
  readonly maySweep: (kind: PointerKind) => boolean
  /** A drag over seats, with Shift or in drawing mode: from where to where so far. */
  readonly sweep: (from: Point, to: Point) => void
  /** How it ended: the seats are meant, or not (it became a pinch, or was cancelled). */
  readonly sweepEnd: (isMeant: boolean) => void
}

/** CSS px a pointer may move and still count as a tap: a mouse keeps still, a fingertip rolls. */
const TAP_SLIP_PX: Readonly<Record<PointerKind, number>> = { mouse: 4, pen: 6, touch: 10 }
/** Duration of a long press: the same as Android's. */
const LONG_PRESS_MS = 500
/** A wheel notch (100 to 120 px) zooms by about a fifth: eight notches from the whole theatre to one's own seat. */
const WHEEL_ZOOM = 0.0016
/** A pinch on a touchpad arrives as a wheel event with Ctrl in much smaller steps. */
const PINCH_ZOOM = 0.01
/** One wheel line in px, where a mouse reports lines: Chromium's own 40 px over 2.5. */
const LINE_PX = 16

export class SeatPointer {
  readonly #host: HTMLElement
  readonly #actions: PointerActions
  readonly #down = new Map<number, Point>()
  readonly #listening = new AbortController()
  #start: Point | null = null
  /** Where drawing over seats began. */
  #sweptFrom: Point | null = null
  #staying: ReturnType<typeof setTimeout> | undefined
  /** One finger, or the mouse without Shift, draws over seats instead of moving the house. */
  isDrawing = false

  constructor(host: HTMLElement, actions: PointerActions) {
    this.#host = host
    this.#actions = actions
    this.#listen('pointerdown', (event) => this.#press(event))
    this.#listen('pointermove', (event) => this.#move(event))
    this.#listen('pointerup', (event) => this.#lift(event))
    this.#listen('pointercancel', (event) => this.#forget(event))
    this.#listen('pointerleave', () => this.#actions.hover(null))
    this.#listen('dblclick', (event) => this.#actions.doubleTap(this.#pointOf(event)))
    this.#listen('wheel', (event) => this.#wheel(event))
    this.#listen('contextmenu', (event) => this.#menu(event))
  }

  dispose(): void {
    clearTimeout(this.#staying)
    this.#listening.abort()
  }

  #listen<Name extends keyof HTMLElementEventMap>(
    name: Name,
    run: (event: HTMLElementEventMap[Name]) => void,
  ) {
    this.#host.addEventListener(name, run, { signal: this.#listening.signal, passive: false })
  }

  #pointOf(event: MouseEvent): Point {
    const { left, top } = this.#host.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0 && event.button !== 1) return
    const at = this.#pointOf(event)
    this.#down.set(event.pointerId, at)
    // A second finger makes it a pinch: it can no longer become a tap, and nothing that was drawn counts.
    const isAlone = this.#down.size === 1 && event.button === 0
    this.#start = isAlone ? at : null
    if (!isAlone) this.#endSweep(false)
    const kind = kindOf(event)
    const isDrawn = (this.isDrawing || event.shiftKey) && this.#actions.maySweep(kind)
    this.#sweptFrom = isAlone && isDrawn ? at : null
    this.#stay(isAlone && kind !== 'mouse' ? at : null)
    this.#host.setPointerCapture(event.pointerId)
  }

  #move(event: PointerEvent): void {
    const at = this.#pointOf(event)
    const before = this.#down.get(event.pointerId)
    if (!before) return this.#actions.hover(event.pointerType === 'touch' ? null : at)
    if (this.#start && distance(this.#start, at) <= TAP_SLIP_PX[kindOf(event)]) return
    this.#start = null
    this.#stay(null)
    const other = [...this.#down].find(([id]) => id !== event.pointerId)?.[1]
    if (other) this.#pinch(other, before, at)
    else if (this.#sweptFrom) this.#actions.sweep(this.#sweptFrom, at)
    else this.#actions.pan({ x: at.x - before.x, y: at.y - before.y })
    this.#down.set(event.pointerId, at)
  }

  #pinch(other: Point, before: Point, at: Point): void {
    const middle = { x: (other.x + at.x) / 2, y: (other.y + at.y) / 2 }
    this.#actions.pan({ x: (at.x - before.x) / 2, y: (at.y - before.y) / 2 })
    this.#actions.zoom(distance(other, at) / Math.max(1, distance(other, before)), middle)
  }

  #lift(event: PointerEvent): void {
    if (this.#start) this.#actions.tap(this.#start, kindOf(event))
    else this.#endSweep(true)
    this.#forget(event)
  }

  #forget(event: PointerEvent): void {
    this.#down.delete(event.pointerId)
    this.#start = null
    this.#stay(null)
    this.#endSweep(false)
  }

  #endSweep(isMeant: boolean): void {
    if (this.#sweptFrom) this.#actions.sweepEnd(isMeant)
    this.#sweptFrom = null
  }

  /** After a long press, lifting the finger does not choose the seat. */
  #stay(at: Point | null): void {
    clearTimeout(this.#staying)
    if (at === null) return
    this.#staying = setTimeout(() => {
      this.#start = null
      this.#sweptFrom = null
      this.#actions.ask(at)
    }, LONG_PRESS_MS)
  }

  /** A long press also raises the system's context menu, which is suppressed here. */
  #menu(event: PointerEvent | MouseEvent): void {
    event.preventDefault()
    const isMouse = 'pointerType' in event && event.pointerType === 'mouse'
    if (isMouse) this.#actions.ask(this.#pointOf(event))
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1
    const across = event.deltaX * unit
    const down = event.deltaY * unit
    if (event.shiftKey) return this.#actions.pan({ x: -(across || down), y: 0 })
    this.#actions.zoom(Math.exp(-down * (event.ctrlKey ? PINCH_ZOOM : WHEEL_ZOOM)), this.#pointOf(event))
  }
}

function kindOf({ pointerType }: PointerEvent): PointerKind {
  return pointerType === 'touch' || pointerType === 'pen' ? pointerType : 'mouse'
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
