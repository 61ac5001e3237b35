// Converts greys to the black dots of a receipt printer. Owns the threshold and how its error is spread (Floyd–Steinberg dithering);
// must never know where the greys come from.

import { known } from '../lib/assert.ts'

/** Eight dots a byte, the first in the highest bit; 1 is black. Each row begins a new byte. */
export interface OneBit {
  readonly width: number
  readonly height: number
  readonly bits: Uint8Array
}

const WHITE = 255
const HALF = 128
/** A grey nearer than this to black or white spreads no error: the soft edges of letters must not leave stray dots. */
const CLEAR = 48

/** `rgba`: pixels of a canvas, on white. `width`: a multiple of eight. */
export function oneBit(rgba: Uint8ClampedArray, width: number, height: number): OneBit {
  const bytesARow = width / 8
  const bits = new Uint8Array(bytesARow * height)
  const left = Float32Array.from({ length: width * height }, (_one, dot) => greyOf(rgba, dot))
  for (let dot = 0; dot < left.length; dot += 1) {
    const grey = dotOf(left, dot)
    const isBlack = grey < HALF
    if (isBlack) bits[dot >> 3] = dotOf(bits, dot >> 3) | (0x80 >> (dot & 7))
    const over = isBlack ? grey : grey - WHITE
    if (Math.abs(over) > CLEAR) spread(left, { dot, width, over })
  }
  return { width, height, bits }
}

/** Spreads the error of one dot over the dots that come after it. */
function spread(
  left: Float32Array,
  { dot, width, over }: { dot: number; width: number; over: number },
): void {
  const column = dot % width
  const give = (to: number, sixteenths: number) => {
    if (to < left.length) left[to] = dotOf(left, to) + (over * sixteenths) / 16
  }
  if (column + 1 < width) give(dot + 1, 7)
  if (column > 0) give(dot + width - 1, 3)
  give(dot + width, 5)
  if (column + 1 < width) give(dot + width + 1, 1)
}

/** The luma of a pixel (ITU-R BT.601). */
function greyOf(rgba: Uint8ClampedArray, dot: number): number {
  const at = dot * 4
  return 0.299 * dotOf(rgba, at) + 0.587 * dotOf(rgba, at + 1) + 0.114 * dotOf(rgba, at + 2)
}

function dotOf(dots: ArrayLike<number>, at: number): number {
  return known(dots[at], 'dot')
}

/** The rows of a picture from `from` up to, but without, `to`. */
export function rowsOf({ width, height, bits }: OneBit, from: number, to: number): OneBit {
  const bytesARow = width / 8
  const end = Math.min(to, height)
  return { width, height: end - from, bits: bits.subarray(from * bytesARow, end * bytesARow) }
}
