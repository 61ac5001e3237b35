// Seats too small for a shape, written straight into pixels: no drawing call per seat.
// Owns how a small seat covers its pixels; must never know zoom levels, tiles or themes.

import { css, type Rgb } from './color.ts'
import { type Box, clamp } from './geometry.ts'

/** RGBA rows as in `ImageData`; transparent where nothing is written. */
export interface Texels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

export interface TexelColors {
  readonly edge: Rgb
  readonly fill: Rgb
}

/** A seat's centre and width in device px. */
export interface SmallSeat {
  readonly x: number
  readonly y: number
  readonly size: number
}

/** Narrower than this (device px), an edge would leave no filling: the seat is one colour, antialiased over its pixels. */
const EDGED_FROM = 4
/** From here on the four corner pixels are left out, which looks like round corners. */
const ROUNDED_FROM = 6

export function putSeat(texels: Texels, at: SmallSeat, colors: TexelColors): void {
  const { x, y, size } = at
  if (size < EDGED_FROM) return spread(texels, boxOf(x - size / 2, y - size / 2, size), colors.edge)
  const side = Math.round(size)
  const box = boxOf(Math.round(x - side / 2), Math.round(y - side / 2), side)
  const inner = { left: box.left + 1, top: box.top + 1, right: box.right - 1, bottom: box.bottom - 1 }
  if (side < ROUNDED_FROM) put(texels, box, colors.edge)
  else {
    put(texels, { ...box, left: inner.left, right: inner.right }, colors.edge)
    put(texels, { ...box, top: inner.top, bottom: inner.bottom }, colors.edge)
  }
  put(texels, inner, colors.fill)
}

function boxOf(left: number, top: number, side: number): Box {
  return { left, top, right: left + side, bottom: top + side }
}

/** The same seat by drawing calls: for a few seats this is cheaper than writing a sheet of pixels and copying it to the canvas. */
export function drawSmallSeat(
  pen: CanvasRenderingContext2D,
  { x, y, size }: SmallSeat,
  colors: TexelColors,
): void {
  pen.fillStyle = css(colors.edge)
  if (size < EDGED_FROM) return pen.fillRect(x - size / 2, y - size / 2, size, size)
  const side = Math.round(size)
  const left = Math.round(x - side / 2)
  const top = Math.round(y - side / 2)
  const cut = side < ROUNDED_FROM ? 0 : 1
  pen.fillRect(left + cut, top, side - 2 * cut, side)
  pen.fillRect(left, top + cut, side, side - 2 * cut)
  pen.fillStyle = css(colors.fill)
  pen.fillRect(left + 1, top + 1, side - 2, side - 2)
}

/** Whole pixels, overwritten. */
function put({ width, height, data }: Texels, box: Box, [red, green, blue]: Rgb): void {
  const left = clamp(box.left, 0, width)
  const right = clamp(box.right, 0, width)
  const bottom = clamp(box.bottom, 0, height)
  for (let y = clamp(box.top, 0, height); y < bottom; y += 1) {
    for (let at = (y * width + left) * 4, end = (y * width + right) * 4; at < end; at += 4) {
      data[at] = red
      data[at + 1] = green
      data[at + 2] = blue
      data[at + 3] = 255
    }
  }
}

/** Partly covered pixels: each gets as much colour as the box covers of it, and neighbours' shares add up. */
function spread(texels: Texels, box: Box, color: Rgb): void {
  const { width, height } = texels
  const right = Math.min(Math.ceil(box.right), width)
  const bottom = Math.min(Math.ceil(box.bottom), height)
  for (let y = Math.max(Math.floor(box.top), 0); y < bottom; y += 1) {
    const covered = Math.min(y + 1, box.bottom) - Math.max(y, box.top)
    for (let x = Math.max(Math.floor(box.left), 0); x < right; x += 1) {
      cover(texels, y * width + x, covered * (Math.min(x + 1, box.right) - Math.max(x, box.left)), color)
    }
  }
}

function cover({ data }: Texels, pixel: number, share: number, [red, green, blue]: Rgb): void {
  const at = pixel * 4
  const before = (data[at + 3] as number) / 255
  const sum = before + share
  if (sum <= 0) return
  const own = share / sum
  data[at] = (data[at] as number) + (red - (data[at] as number)) * own
  data[at + 1] = (data[at + 1] as number) + (green - (data[at + 1] as number)) * own
  data[at + 2] = (data[at + 2] as number) + (blue - (data[at + 2] as number)) * own
  data[at + 3] = Math.min(1, sum) * 255
}
