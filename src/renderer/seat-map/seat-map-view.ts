// The seat map without React: a canvas in a host element, moved by pointer or by call, drawn only when something changes.
// Owns what callers may ask of a map; must never decide what a tap means, nor keep a seat's state but to draw it.

import type { SeatId } from '../../shared/domain/ids.ts'
import type { Plan } from '../../shared/domain/seat-plan/plan.ts'
import {
  type Camera,
  centreOn,
  fit,
  isFit,
  largestScale,
  pan,
  toPlan,
  toScreen,
  type Viewport,
  zoomAbout,
} from './camera.ts'
import { type Box, type Point, scaleBox } from './geometry.ts'
import { type House, makeHouse } from './house.ts'
import { MapFrames } from './map-frames.ts'
import { MapScreen } from './map-screen.ts'
import { Minimap } from './minimap.ts'
import { seatOnCanvas } from './overlay.ts'
import { nearest } from './place-grid.ts'
import { SeatPointer } from './seat-pointer.ts'
import { makeTargetActions, READABLE_SEAT_PX, TAP_RADII } from './seat-targets.ts'
import { showing } from './showing.ts'
import { Steering } from './steering.ts'
import { watchPage } from './watch-page.ts'
import { ViewSeats } from './view-seats.ts'

export interface SeatMapOptions {
  /** A canvas to draw the minimap on; hidden while everything fits. */
  readonly minimap?: HTMLCanvasElement
  readonly onSeatTap?: (seatId: SeatId) => void
  readonly onSeatHover?: (seatId: SeatId | null) => void
  /** The camera has moved, or the map was resized. */
  readonly onViewChange?: () => void
}

/** A press of a zoom key or button, a double click on the floor: four from a whole theatre to its seats. */
const STEP_ZOOM = 1.6
/** A seat that was typed is not found among smaller ones (CSS px), and its number is read from the other size on. */
const JUMP_FROM_PX = 16
const JUMP_TO_PX = 24
/** As far from the middle of the view one still looks at a seat, CSS px: half of the least map there is. */
const SIGHT_PX = 200

export class SeatMapView {
  readonly house: House
  readonly #host: HTMLElement
  readonly #options: SeatMapOptions
  readonly #canvas: HTMLCanvasElement
  readonly #seats: ViewSeats
  readonly #screen: MapScreen
  readonly #steering: Steering
  readonly #pointer: SeatPointer
  readonly #minimap: Minimap | null
  readonly #frames: MapFrames
  readonly #unwatch: () => void
  readonly #reducedMotion = matchMedia('(prefers-reduced-motion: reduce)')

  /** `host` must be positioned; the map fills it and follows its size. */
  constructor(host: HTMLElement, plan: Plan, options: SeatMapOptions = {}) {
    this.#host = host
    this.#options = options
    this.house = makeHouse(plan)
    this.#canvas = addCanvas(host)
    this.#seats = new ViewSeats(plan.count)
    this.#screen = new MapScreen({ canvas: this.#canvas, house: this.house, looks: this.#seats.looks })
    const { content } = this.house
    this.#steering = new Steering({ content, viewport: sizeOf(host), seatRadius: plan.seatRadius })
    this.#minimap = options.minimap ? new Minimap(options.minimap, (at) => this.#centre(at)) : null
    this.#frames = this.#makeFrames()
    this.#pointer = this.#listen()
    this.#screen.resize(sizeOf(host), devicePixelRatio)
    this.#frames.redraw()
    this.#unwatch = watchPage(host, {
      onSize: () => this.#resize(),
      onScheme: () => this.refreshTheme(),
    })
  }

  /** A whole snapshot: codes of `seatStateCode`, one per seat. The array is kept, not copied. Nothing fades. */
  setStates(states: Uint8Array): void {
    this.#seats.setStates(states)
    this.#frames.ask()
  }

  /** Seats whose codes the owner has just changed in that same array: only they are drawn anew, fading in. */
  changeSeats(seatIds: readonly SeatId[]): void {
    this.#seats.change(seatIds, this.#reducedMotion.matches ? null : performance.now())
    this.#frames.ask()
  }

  /** What this seller has, and what is sent and not answered. Shown at once; give new sets on a change. */
  setMine(mine: ReadonlySet<SeatId>, asking: ReadonlySet<SeatId>): void {
    this.#seats.setMine(mine, asking)
    this.#frames.ask()
  }

  /** The seat that wears the focus ring. */
  setFocused(seatId: SeatId | null): void {
    this.#frames.setFocused(seatId)
  }

  /** Seats a refusal has just named; ringed until another set is given. */
  setProblems(seatIds: ReadonlySet<SeatId>): void {
    this.#frames.setProblems(seatIds)
  }

  get isFit(): boolean {
    return isFit(this.#steering.goal, this.#steering.bounds)
  }

  get isNearest(): boolean {
    return this.#steering.goal.scale >= largestScale(this.#steering.bounds)
  }

  fit(): void {
    this.#glide(fit(this.#steering.bounds))
  }

  /** About a point in CSS px from the host's corner; without one, about the middle. */
  zoomBy(factor: number, at: Point = this.#middle()): void {
    this.#glide(zoomAbout(this.#steering.goal, factor, at, this.#steering.bounds))
  }

  /** One step, about a seat or the middle. */
  zoomIn(about: SeatId | null = null): void {
    this.#zoomAboutSeat(STEP_ZOOM, about)
  }

  zoomOut(about: SeatId | null = null): void {
    this.#zoomAboutSeat(1 / STEP_ZOOM, about)
  }

  /** CSS px the drawing moves. */
  panBy(dx: number, dy: number): void {
    this.#jump(pan(this.#steering.camera, { x: dx, y: dy }, this.#steering.bounds))
  }

  /** Brings a seat into view where it is not comfortably so; never zooms. */
  showSeat(seatId: SeatId): void {
    const { goal, bounds } = this.#steering
    const to = showing(this.#placeOf(seatId), goal, { bounds, covered: this.#minimap?.box ?? null })
    if (to !== null) this.#glide(to)
  }

  /** To a seat that was named: also near enough to be read. */
  jumpToSeat(seatId: SeatId): void {
    const { goal, bounds } = this.#steering
    if (this.#seatPx(goal) >= JUMP_FROM_PX) return this.showSeat(seatId)
    this.#glide(centreOn(this.#placeOf(seatId), JUMP_TO_PX / (2 * this.house.plan.seatRadius), bounds))
  }

  /** Where a seat is drawn, CSS px from the host's corner: the place for a caller's own tip. */
  seatBox(seatId: SeatId): Box {
    const { ratio } = this.#screen
    return scaleBox(
      seatOnCanvas({ plan: this.house.plan, camera: this.#steering.camera, ratio }, seatId),
      1 / ratio,
    )
  }

  /** The seat nearest to a point of the host (CSS px), within a tap's reach. */
  seatAt(at: Point): SeatId | null {
    const reach = this.house.plan.seatRadius * TAP_RADII
    return nearest(this.house.grid, toPlan(this.#steering.camera, at), reach)
  }

  /** What one looks at when near: the seat about the middle; null from afar, and where there is none. */
  seatInSight(): SeatId | null {
    const { camera } = this.#steering
    if (this.isFit || this.#seatPx(camera) < JUMP_FROM_PX) return null
    return nearest(this.house.grid, toPlan(camera, this.#middle()), SIGHT_PX / camera.scale)
  }

  /** The seat nearest to the middle of what is shown: where the keyboard starts. */
  middleSeat(): SeatId | null {
    const { left, right, top, bottom } = this.house.content
    return nearest(
      this.house.grid,
      toPlan(this.#steering.camera, this.#middle()),
      right - left + bottom - top,
    )
  }

  /** Reads the tokens again, after a switch the page made itself; the system's own switches are noticed. */
  refreshTheme(): void {
    this.#screen.refreshTheme()
    this.#frames.redraw()
  }

  /** Resolves when all that is in sight has been drawn sharp and handed to the browser. */
  whenPainted(): Promise<void> {
    return this.#frames.whenPainted()
  }

  dispose(): void {
    this.#unwatch()
    this.#frames.stop()
    this.#pointer.dispose()
    this.#minimap?.dispose()
    this.#screen.dispose()
    this.#canvas.remove()
  }

  #makeFrames(): MapFrames {
    const { house } = this
    const onViewChange = () => this.#options.onViewChange?.()
    return new MapFrames({
      house,
      screen: this.#screen,
      steering: this.#steering,
      seats: this.#seats,
      minimap: this.#minimap,
      onViewChange,
    })
  }

  #listen(): SeatPointer {
    return new SeatPointer(this.#canvas, {
      pan: ({ x, y }) => this.panBy(x, y),
      zoom: (factor, at) => this.#jump(zoomAbout(this.#steering.camera, factor, at, this.#steering.bounds)),
      ...makeTargetActions({
        seatAt: (at) => this.seatAt(at),
        seatPx: () => this.#seatPx(this.#steering.camera),
        onSeat: (seatId) => this.#options.onSeatTap?.(seatId),
        onFar: (at) => this.zoomBy(READABLE_SEAT_PX / this.#seatPx(this.#steering.camera), at),
        onFloor: (at) => this.zoomBy(STEP_ZOOM, at),
        onHover: (seatId) => this.#hover(seatId),
      }),
    })
  }

  #zoomAboutSeat(factor: number, seatId: SeatId | null): void {
    const at = seatId === null ? this.#middle() : toScreen(this.#steering.goal, this.#placeOf(seatId))
    this.zoomBy(factor, at)
  }

  #hover(seatId: SeatId | null): void {
    this.#canvas.style.cursor = seatId === null ? '' : 'pointer'
    this.#frames.setHovered(seatId)
    this.#options.onSeatHover?.(seatId)
  }

  #jump(camera: Camera): void {
    this.#steering.jumpTo(camera, performance.now())
    this.#frames.redraw()
    this.#options.onViewChange?.()
  }

  #glide(camera: Camera): void {
    if (this.#reducedMotion.matches) return this.#jump(camera)
    this.#steering.glideTo(camera, performance.now())
    this.#frames.ask()
  }

  #centre(at: Point): void {
    this.#jump(centreOn(at, this.#steering.camera.scale, this.#steering.bounds))
  }

  #resize(): void {
    const viewport = sizeOf(this.#host)
    this.#steering.resize(viewport)
    this.#screen.resize(viewport, devicePixelRatio)
    this.#frames.redrawNow()
    this.#options.onViewChange?.()
  }

  #middle(): Point {
    const { width, height } = this.#steering.bounds.viewport
    return { x: width / 2, y: height / 2 }
  }

  #placeOf(seatId: SeatId): Point {
    const { x, y } = this.house.plan
    return { x: x[seatId] ?? 0, y: y[seatId] ?? 0 }
  }

  #seatPx({ scale }: Camera): number {
    return 2 * this.house.plan.seatRadius * scale
  }
}

function sizeOf(host: HTMLElement): Viewport {
  return { width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight) }
}

function addCanvas(host: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.style.cssText = 'position: absolute; inset: 0; width: 100%; height: 100%; touch-action: none'
  canvas.setAttribute('aria-hidden', 'true')
  host.prepend(canvas)
  return canvas
}
