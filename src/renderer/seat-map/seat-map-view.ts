// The seat map without React: a canvas in a host element, moved by pointer or by call, drawn only when something changes.
// Owns the interface of a map; must never decide what a tap means, nor keep a seat's state for anything but drawing it.

import type { SeatId } from '../../shared/domain/ids.ts'
import { placeOf } from '../../shared/domain/seat-plan/focus.ts'
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
import type { Box, Point } from './geometry.ts'
import { type House, makeHouse } from './house.ts'
import { MapFrames } from './map-frames.ts'
import { MapScreen } from './map-screen.ts'
import { Minimap } from './minimap.ts'
import { seatOnCanvas } from './overlay.ts'
import { nearest } from './place-grid.ts'
import type { SeatPointer } from './seat-pointer.ts'
import { JUMP_FROM_PX, JUMP_TO_PX, TAP_RADII } from './seat-targets.ts'
import { showing } from './showing.ts'
import { Steering } from './steering.ts'
import { addCanvas, listenOn, sizeOf, STEP_ZOOM, type SweepNews } from './view-gestures.ts'
import { watchPage } from './watch-page.ts'
import { ViewSeats } from './view-seats.ts'

export interface SeatMapOptions {
  /** A canvas to draw the minimap on; hidden while everything fits. */
  readonly minimap?: HTMLCanvasElement
  readonly onSeatTap?: (seatId: SeatId) => void
  readonly onSeatHover?: (seatId: SeatId | null) => void
  /** A long press on a seat, or a click with the other button. */
  readonly onSeatAsk?: (seatId: SeatId) => void
  readonly onSweep?: (sweep: SweepNews) => void
  /** The initial camera; the whole plan if omitted. */
  readonly start?: Camera
  /** The camera has moved, or the map was resized. */
  readonly onViewChange?: () => void
}

/** How far from the middle of the view the nearest seat may be to count as looked at, CSS px: half of the smallest map. */
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
    if (options.start) this.#steering.jumpTo(options.start, performance.now())
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

  /** Seats whose codes the owner has just changed in that same array: only they are redrawn, fading in. */
  changeSeats(seatIds: readonly SeatId[]): void {
    this.#seats.change(seatIds, this.#reducedMotion.matches ? null : performance.now())
    this.#frames.ask()
  }

  /** What this seller has, what is sent and not answered, and what else the desk holds. Shown at once; pass new sets on a change. */
  setMine(mine: ReadonlySet<SeatId>, asking: ReadonlySet<SeatId>, aside?: ReadonlySet<SeatId>): void {
    this.#seats.setMine(mine, asking, aside)
    this.#frames.ask()
  }

  /** The seat with the focus ring. */
  setFocused(seatId: SeatId | null): void {
    this.#frames.setFocused(seatId)
  }

  /** Seats just named in a refusal, and [H14] seats that the choice would leave alone; shown until the next call. */
  setMarks(problems: ReadonlySet<SeatId>, alone: ReadonlySet<SeatId>): void {
    this.#frames.setMarks(problems, alone)
  }

  /** The one price zone that is searched, with all others faded; null for all. */
  setZone(zone: number | null): void {
    const { category } = this.house.plan
    this.#seats.setBright(zone === null ? null : (seatId) => category[seatId] === zone)
    this.#frames.ask()
  }

  /** Whether one finger, or the mouse, draws over seats instead of moving the house. */
  setDrawing(isDrawing: boolean): void {
    this.#pointer.isDrawing = isDrawing
  }

  /** CSS px. */
  get size(): Viewport {
    return this.#steering.bounds.viewport
  }

  get camera(): Camera {
    return this.#steering.goal
  }

  get minimapBox(): Box | null {
    return this.#minimap?.box ?? null
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

  /** Zooms about a point in CSS px from the host's corner, by default the middle. */
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

  /** CSS px by which the drawing moves. */
  panBy(dx: number, dy: number): void {
    this.#jump(pan(this.#steering.camera, { x: dx, y: dy }, this.#steering.bounds))
  }

  /** Brings a seat well into view if it is not already; never zooms. */
  showSeat(seatId: SeatId): void {
    const { goal, bounds } = this.#steering
    const to = showing(placeOf(this.house.plan, seatId), goal, { bounds, covered: this.minimapBox })
    if (to !== null) this.#glide(to)
  }

  /** Goes to a seat that was named, zooming in until it is readable if need be. */
  jumpToSeat(seatId: SeatId): void {
    const { goal, bounds } = this.#steering
    if (this.#seatPx(goal) >= JUMP_FROM_PX) return this.showSeat(seatId)
    this.#glide(
      centreOn(placeOf(this.house.plan, seatId), JUMP_TO_PX / (2 * this.house.plan.seatRadius), bounds),
    )
  }

  /** Where a seat is drawn, CSS px from the host's corner, for placing a caller's own tip. */
  seatBox(seatId: SeatId): Box {
    return seatOnCanvas({ plan: this.house.plan, camera: this.#steering.camera, ratio: 1 }, seatId)
  }

  /** The seat nearest to a point of the host (CSS px), within a tap's reach. */
  seatAt(at: Point): SeatId | null {
    const reach = this.house.plan.seatRadius * TAP_RADII
    return nearest(this.house.grid, toPlan(this.#steering.camera, at), reach)
  }

  /** The seat about the middle, when seats are large enough to be read; null from afar, and if there is none near. */
  seatInSight(): SeatId | null {
    const { camera } = this.#steering
    if (this.isFit || this.#seatPx(camera) < JUMP_FROM_PX) return null
    return nearest(this.house.grid, toPlan(camera, this.#middle()), SIGHT_PX / camera.scale)
  }

  /** The seat nearest to the middle of the view, where the keyboard starts. */
  middleSeat(): SeatId | null {
    const { left, right, top, bottom } = this.house.content
    return nearest(
      this.house.grid,
      toPlan(this.#steering.camera, this.#middle()),
      right - left + bottom - top,
    )
  }

  /** Rereads the tokens after a switch made by the page itself; the system's own switches are noticed. */
  refreshTheme(): void {
    this.#screen.refreshTheme()
    this.#frames.redraw()
  }

  /** Resolves when all that is in view has been drawn sharp and handed to the browser. */
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
    const onViewChange = () => this.#options.onViewChange?.()
    const [screen, steering, seats, minimap] = [this.#screen, this.#steering, this.#seats, this.#minimap]
    return new MapFrames({ house: this.house, screen, steering, seats, minimap, onViewChange })
  }

  #listen(): SeatPointer {
    const { onSeatTap, onSeatAsk, onSweep } = this.#options
    return listenOn(this.#canvas, {
      view: this,
      camera: () => this.#steering.camera,
      seatPx: () => this.#seatPx(this.#steering.camera),
      onPinch: (factor, at) =>
        this.#jump(zoomAbout(this.#steering.camera, factor, at, this.#steering.bounds)),
      onTap: (seatId) => onSeatTap?.(seatId),
      onAsk: (seatId) => onSeatAsk?.(seatId),
      onHover: (seatId) => this.#hover(seatId),
      onSweep: (sweep) => onSweep?.(sweep),
    })
  }

  #zoomAboutSeat(factor: number, seatId: SeatId | null): void {
    const at =
      seatId === null ? this.#middle() : toScreen(this.#steering.goal, placeOf(this.house.plan, seatId))
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

  #seatPx({ scale }: Camera): number {
    return 2 * this.house.plan.seatRadius * scale
  }
}
