// Small signs drawn inside a seat, each in a unit box about the origin.
// Owns their outlines; must never choose a colour or a size.

export type Mark = 'tick' | 'ladies' | 'wheelchair'

type Pen = CanvasRenderingContext2D

/** Stroke of a mark as a share of its size: one clear line from 8 to 40 px. */
const STROKE = 0.13

const outlines: Readonly<Record<Mark, (pen: Pen) => void>> = {
  tick(pen) {
    pen.moveTo(-0.36, 0.02)
    pen.lineTo(-0.1, 0.28)
    pen.lineTo(0.38, -0.26)
  },
  ladies(pen) {
    pen.arc(0, -0.18, 0.26, 0, 2 * Math.PI)
    pen.moveTo(0, 0.08)
    pen.lineTo(0, 0.5)
    pen.moveTo(-0.18, 0.29)
    pen.lineTo(0.18, 0.29)
  },
  wheelchair(pen) {
    pen.moveTo(-0.1, -0.42)
    pen.arc(-0.12, -0.42, 0.02, 0, 2 * Math.PI)
    pen.moveTo(-0.12, -0.24)
    pen.lineTo(-0.12, 0.08)
    pen.lineTo(0.16, 0.08)
    pen.lineTo(0.28, 0.4)
    pen.lineTo(0.4, 0.35)
    pen.moveTo(-0.12, -0.1)
    pen.lineTo(0.14, -0.1)
    pen.moveTo(0.1, 0.34)
    pen.arc(-0.14, 0.2, 0.28, Math.PI / 6, Math.PI * 1.2)
  },
}

/** Draws a mark centred on (x, y) in the pen's stroke colour. */
export function drawMark(pen: Pen, mark: Mark, { x, y, size }: { x: number; y: number; size: number }): void {
  pen.save()
  pen.translate(x, y)
  pen.scale(size, size)
  pen.lineWidth = STROKE
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.setLineDash([])
  pen.beginPath()
  outlines[mark](pen)
  pen.stroke()
  pen.restore()
}
