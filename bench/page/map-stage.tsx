// The product's seat map on a page of its own, as the sale screen mounts it, moved by the events a mouse makes. Owns the events and what
// counts as drawn; must never reach into the map: it sees an element and a canvas, as the browser does.

import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import type { SeatId } from '../../src/shared/domain/ids.ts'
import type { Plan } from '../../src/shared/domain/seat-plan/plan.ts'
import { seatStateCode } from '../../src/shared/domain/seat-state.ts'
import { assert, known } from '../../src/shared/lib/assert.ts'
import { SeatMap } from '../../src/renderer/seat-map/seat-map.tsx'
import { handAt, nextFrame, panFrames, zoomAt } from './frames.ts'
import type { Distance, PageBench } from './page-bench.ts'

/** A picture is complete when nothing has been drawn for this long: pauses within a glide, and hiccups of the page, are shorter. */
const QUIET_MS = 400
/** A frame begins when the one before is handed over and the one before that is rastered. */
const FRAMES_TO_SHOW = 2
/** The map's wheel: `factor = e^(−delta × this)` (seat-pointer.ts). */
const WHEEL_ZOOM = 0.0016
/** From a whole house in the middle to one that can be moved while all its seats stay in sight. */
const A_LITTLE = 1.065
/** Beyond any limit of the zoom; and from the nearest back to the natural size of a seat (camera.ts). */
const TO_THE_LIMIT = 1000
const NEAREST_TO_NATURAL = 1 / 1.5
/** This share of the height above the middle: in a stadium the middle is the pitch, and seats are here. */
const ABOVE = 0.3
/** Changes one after another as fast as a screen can show them, each fading in while the next ones come. */
const CHANGE_EVERY_MS = 1000 / 60
/** The frame that draws it and the one that waits until that is handed over; later ones only fade what is there. */
const FRAMES_OF_A_CHANGE = 2

const labels = { map: 'Seat map', help: '', zoomIn: 'Nearer', zoomOut: 'Farther', fit: 'Whole house' }
const none: ReadonlySet<SeatId> = new Set()

export class MapStage implements PageBench {
  readonly #root: HTMLElement
  readonly #plan: Plan
  readonly #states: Uint8Array
  readonly #listeners = new Set<(seatIds: readonly SeatId[]) => void>()
  #drawnAtMs = 0

  constructor(root: HTMLElement, plan: Plan, states: Uint8Array) {
    this.#root = root
    this.#plan = plan
    this.#states = states
  }

  async firstPaint(): Promise<number> {
    const startedMs = performance.now()
    this.#mount()
    this.#watch()
    const beat = heartbeat()
    const frames: number[] = []
    while (performance.now() - Math.max(startedMs, this.#drawnAtMs) < QUIET_MS) {
      // oxlint-disable-next-line no-await-in-loop -- frames follow each other
      frames.push(await nextFrame())
      beat.beat(frames.length)
    }
    beat.stop()
    assert(this.#drawnAtMs > startedMs, 'the map draws itself')
    const last = frames.findIndex((atMs) => atMs > this.#drawnAtMs)
    return known(frames[last + FRAMES_TO_SHOW], 'a frame after the last that was drawn') - startedMs
  }

  async goTo(distance: Distance): Promise<void> {
    this.#wheel(1 / TO_THE_LIMIT)
    if (distance === 'all') this.#wheel(A_LITTLE)
    else {
      this.#wheel(TO_THE_LIMIT, ABOVE)
      this.#wheel(NEAREST_TO_NATURAL, ABOVE)
    }
    this.#drawnAtMs = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- frames follow each other
    while (performance.now() - this.#drawnAtMs < QUIET_MS) await nextFrame()
  }

  pan(distance: Distance, frames: number): Promise<void> {
    const { x, y } = this.#middle()
    return panFrames(frames, (index) => {
      const by = handAt(index, distance)
      this.#send(new PointerEvent('pointermove', { ...held, clientX: x + by.x, clientY: y + by.y }))
    })
  }

  /** From all in sight to near and back, again and again: each frame has another scale than the one before. */
  zoom(frames: number): Promise<void> {
    return panFrames(frames, (index) => this.#wheel(zoomAt(index + 1) / zoomAt(index)))
  }

  async change(times: number): Promise<readonly number[]> {
    const slowest: number[] = []
    let atMs = await nextFrame()
    for (let turn = 0; turn < times; turn += 1) {
      const changedAtMs = atMs
      const frames: number[] = []
      this.#changeOne(turn)
      while (atMs - changedAtMs < CHANGE_EVERY_MS || frames.length < FRAMES_OF_A_CHANGE) {
        // oxlint-disable-next-line no-await-in-loop -- frames follow each other
        const nowMs = await nextFrame()
        frames.push(nowMs - atMs)
        atMs = nowMs
      }
      slowest.push(Math.max(...frames.slice(0, FRAMES_OF_A_CHANGE)))
    }
    return slowest
  }

  #mount(): void {
    flushSync(() => {
      createRoot(this.#root).render(
        <SeatMap
          plan={this.#plan}
          states={this.#states}
          subscribe={(listener) => {
            this.#listeners.add(listener)
            return () => this.#listeners.delete(listener)
          }}
          mine={none}
          asking={none}
          labels={labels}
          describe={(seatId) => this.#plan.numbers[seatId] ?? ''}
          onToggle={() => {}}
        />,
      )
    })
  }

  /** Notes every copy to the visible canvas, and nothing else, so that the drawing costs what it costs without it. */
  #watch(): void {
    const pen = known(this.#canvas().getContext('2d'), '2d context')
    const draw = pen.fillRect.bind(pen)
    pen.fillRect = (x, y, width, height) => {
      this.#drawnAtMs = performance.now()
      draw(x, y, width, height)
    }
  }

  #changeOne(turn: number): void {
    // A prime step: neighbouring seats do not change one after another.
    const seatId = ((turn * 7919) % this.#plan.count) as SeatId
    const { available, sold } = seatStateCode
    this.#states[seatId] = this.#states[seatId] === available ? sold : available
    for (const listener of this.#listeners) listener([seatId])
  }

  #wheel(factor: number, above = 0): void {
    const { x, y, height } = this.#middle()
    const clientY = y - height * above
    this.#send(new WheelEvent('wheel', { deltaY: -Math.log(factor) / WHEEL_ZOOM, clientX: x, clientY }))
  }

  #send(event: Event): void {
    this.#canvas().dispatchEvent(event)
  }

  #canvas(): HTMLCanvasElement {
    return known(this.#root.querySelector('canvas'), 'the canvas of the map')
  }

  #middle() {
    const { left, top, width, height } = this.#root.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2, height }
  }
}

/** The mouse: the bench presses it, so that the browser knows it is down. */
const held = { pointerId: 1, pointerType: 'mouse', buttons: 1, isPrimary: true }

/** A corner that changes in every frame, so that no frame waits for the clock. */
function heartbeat() {
  const corner = document.createElement('div')
  corner.style.cssText = 'position: fixed; inset: auto 0 0 auto; width: 2px; height: 2px'
  document.body.append(corner)
  return {
    beat: (turn: number) => {
      corner.style.background = `rgb(${turn % 256} 0 0)`
    },
    stop: () => corner.remove(),
  }
}
