import { known } from '../../shared/lib/assert.ts'

/** A pen on an opaque canvas: copying from or to it needs no blending. */
export function makePen(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  return known(canvas.getContext('2d', { alpha: false }), '2d context')
}

/** A pen on a new canvas outside the page. */
export function makeSheet(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return makePen(canvas)
}
