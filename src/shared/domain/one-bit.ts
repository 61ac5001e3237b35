// From greys to the black dots of a receipt printer. Owns the threshold and what becomes of what it leaves over (Floyd and
// Steinberg's dithering); must never know where the greys come from.

import { known } from '../lib/assert.ts'

/** Eight dots a byte, the first in the highest bit; 1 is black. Each row begins with a byte of its own. */
export interface OneBit {
  readonly width: number
  readonly height: number
  readonly bits: Uint8Array
}

const WHITE = 255
const HALF = 128
/** Nearer than this to black or white is black or white: the soft edges of letters must not leave crumbs in the paper. */
const CLEAR = 48

/** `rgba`: as a canvas has it, on white. `width` in whole bytes. */
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

/** What is too dark or too light here makes up for it on the dots that come after. */
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

/** As the eye weighs them (ITU-R BT.601). */
function greyOf(rgba: Uint8ClampedArray, dot: number): number {
  const at = dot * 4
  return 0.299 * dotOf(rgba, at) + 0.587 * dotOf(rgba, at + 1) + 0.114 * dotOf(rgba, at + 2)
}

function dotOf(dots: ArrayLike<number>, at: number): number {
  return known(dots[at], 'dot')
}

/** Rows of a picture, from one to before another. */
export function rowsOf({ width, height, bits }: OneBit, from: number, to: number): OneBit {
  const bytesARow = width / 8
  const end = Math.min(to, height)
  return { width, height: end - from, bits: bits.subarray(from * bytesARow, end * bytesARow) }
}
