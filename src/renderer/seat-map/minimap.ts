// The small map in the corner: the whole house and a frame around what the large map shows.
// Owns its canvas; must never be indispensable: keys and buttons can do all it does.

import { css } from './color.ts'
import type { Box, Point } from './geometry.ts'
import type { Overview } from './overview.ts'
import { makePen } from './sheet.ts'
import type { SeatMapTheme } from './seat-map-theme.ts'

/** CSS px: about a sixth of a 1024 px window's width; its height stays below a quarter of the map's. */
const MOST_WIDTH_PX = 176
const MOST_HEIGHT_PX = 132
/** Opacity of the paper colour over what the large map does not show. */
const VEIL = 0.4
const FRAME_PX = 2

export interface MinimapView {
  readonly overview: Overview
  readonly theme: SeatMapTheme
  readonly ratio: number
  /** Plan units: the whole content, and what the large map shows. */
  readonly content: Box
  readonly shown: Box
}

export class Minimap {
  readonly #canvas: HTMLCanvasElement
  readonly #pen: CanvasRenderingContext2D
  readonly #listening = new AbortController()
  #scale = 1
  #content: Box | null = null
  #box: Box | null = null

  /** `onMove` gets the plan point to be centred. */
  constructor(canvas: HTMLCanvasElement, onMove: (at: Point) => void) {
    this.#canvas = canvas
    this.#pen = makePen(canvas)
    const { signal } = this.#listening
    const move = (event: PointerEvent) => {
      const at = event.buttons === 1 ? this.#planPoint(event) : null
      if (at) onMove(at)
    }
    canvas.addEventListener('pointerdown', (event) => canvas.setPointerCapture(event.pointerId), { signal })
    canvas.addEventListener('pointerdown', move, { signal })
    canvas.addEventListener('pointermove', move, { signal })
  }

  hide(): void {
    this.#canvas.hidden = true
    this.#box = null
  }

  /** The part of the map it covers, CSS px from the map's corner; measured once and kept, since every frame asks. */
  get box(): Box | null {
    this.#box ??= this.#measure()
    return this.#box
  }

  /** Called when the map's size has changed. */
  forgetBox(): void {
    this.#box = null
  }

  draw({ overview, theme, ratio, content, shown }: MinimapView): void {
    const pen = this.#pen
    this.#layOut(content, ratio)
    const scale = this.#scale * ratio
    const { width, height } = this.#canvas
    pen.fillStyle = css(theme.colors.paper)
    pen.fillRect(0, 0, width, height)
    pen.imageSmoothingQuality = 'high'
    pen.drawImage(overview.picture, 0, 0, width, height)
    const left = Math.max(0, (shown.left - content.left) * scale)
    const top = Math.max(0, (shown.top - content.top) * scale)
    const right = Math.min(width, (shown.right - content.left) * scale)
    const bottom = Math.min(height, (shown.bottom - content.top) * scale)
    this.#frame({ left, top, right, bottom }, theme, FRAME_PX * ratio)
  }

  dispose(): void {
    this.#listening.abort()
  }

  #measure(): Box | null {
    if (this.#canvas.hidden) return null
    const { offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight } = this.#canvas
    return { left, top, right: left + offsetWidth, bottom: top + offsetHeight }
  }

  #frame({ left, top, right, bottom }: Box, theme: SeatMapTheme, line: number): void {
    const pen = this.#pen
    pen.globalAlpha = VEIL
    pen.fillStyle = css(theme.colors.paper)
    pen.beginPath()
    pen.rect(0, 0, this.#canvas.width, this.#canvas.height)
    pen.rect(left, top, right - left, bottom - top)
    pen.fill('evenodd')
    pen.globalAlpha = 1
    pen.lineWidth = line
    pen.strokeStyle = css(theme.colors.accent)
    pen.strokeRect(left + line / 2, top + line / 2, right - left - line, bottom - top - line)
  }

  #layOut(content: Box, ratio: number): void {
    const canvas = this.#canvas
    const [across, down] = [content.right - content.left, content.bottom - content.top]
    this.#content = content
    this.#scale = Math.min(MOST_WIDTH_PX / across, MOST_HEIGHT_PX / down)
    const width = Math.round(across * this.#scale * ratio)
    const height = Math.round(down * this.#scale * ratio)
    canvas.hidden = false
    if (canvas.width === width && canvas.height === height) return
    this.#box = null
    canvas.width = width
    canvas.height = height
    canvas.style.width = `${width / ratio}px`
    canvas.style.height = `${height / ratio}px`
  }

  #planPoint(event: MouseEvent): Point | null {
    if (!this.#content) return null
    const { left, top } = this.#canvas.getBoundingClientRect()
    const { clientLeft, clientTop } = this.#canvas
    return {
      x: this.#content.left + (event.clientX - left - clientLeft) / this.#scale,
      y: this.#content.top + (event.clientY - top - clientTop) / this.#scale,
    }
  }
}
