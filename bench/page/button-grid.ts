// A seat map as plain page layout: a grid of buttons, moved as one. Its limit is the browser's own layout and raster. Owns the grid; must
// never be made slower than a page written in good faith, nor promoted to a layer of its own: that moves fast, but costs three times the
// first paint and 700 MB at 80,000 seats.

import { handAt, nextFrame, panFrames } from './frames.ts'
import type { Distance, GridBench } from './page-bench.ts'

/** 2,010 = 67 × 30: about the proportions of a screen. */
const ACROSS = 67
/** The largest that fits 1280 × 800 with room to move; the natural size is the map's own (camera.ts). */
const PITCH = { all: 17, near: 44 }

export class ButtonGrid implements GridBench {
  readonly #root: HTMLElement
  readonly #count: number
  readonly #grid = document.createElement('div')

  constructor(root: HTMLElement, count: number) {
    this.#root = root
    this.#count = count
  }

  async firstPaint(): Promise<number> {
    const startedMs = performance.now()
    this.#root.style.overflow = 'hidden'
    this.#grid.style.cssText = 'display: grid; gap: 2px; padding: 60px; width: max-content'
    this.#size('all')
    for (let seat = 0; seat < this.#count; seat += 1) this.#grid.append(seatButton(seat))
    this.#root.append(this.#grid)
    await nextFrame()
    return (await nextFrame()) - startedMs
  }

  async goTo(distance: Distance): Promise<void> {
    this.#size(distance)
    await nextFrame()
    await nextFrame()
  }

  pan(distance: Distance, frames: number): Promise<void> {
    return panFrames(frames, (index) => {
      const { x, y } = handAt(index, distance)
      this.#grid.style.transform = `translate(${x}px, ${y}px)`
    })
  }

  #size(distance: Distance): void {
    const size = PITCH[distance] - 2
    this.#grid.style.gridTemplateColumns = `repeat(${ACROSS}, ${size}px)`
    this.#grid.style.gridAutoRows = `${size}px`
  }
}

function seatButton(seat: number): HTMLButtonElement {
  const button = document.createElement('button')
  button.textContent = String((seat % ACROSS) + 1)
  button.style.cssText =
    'padding: 0; border: 1px solid #0072b2; border-radius: 4px; font-size: 9px; background: white'
  return button
}
