// A paper in the form a receipt printer takes: blocks that it prints itself if its characters suffice, otherwise pictures of them,
// rendered by the browser, which joins and orders letters correctly. Owns the rendering; must never know a printer.

import { oneBit, rowsOf } from '../../shared/domain/one-bit.ts'
import { type Paper, type RollWidth, isPlain, rollDots, stretchesOf } from '../../shared/domain/paper.ts'
import { RASTER_ROWS_MAX, type PrintStrip } from '../../shared/contract/print-operations.ts'
import { known } from '../../shared/lib/assert.ts'
import { paperElement } from './paper-element.ts'
import style from './paper.css?inline'

/** 203.2 dots per inch; a browser's pixel is 1/96 inch. */
const DOTS_A_PIXEL = 203.2 / 96
/** Printers take rows in multiples of eight. */
const EIGHT = 8

export async function stripsOf(paper: Paper, roll: RollWidth): Promise<readonly PrintStrip[]> {
  if (isPlain(paper)) return paper.blocks
  const strips: PrintStrip[] = []
  for (const blocks of stretchesOf(paper.blocks)) {
    const [code] = blocks
    if (code?.kind === 'code') strips.push(code)
    // oxlint-disable-next-line no-await-in-loop -- in the order in which they leave the roll
    else strips.push(...(await pictured({ ...paper, blocks }, roll)))
  }
  return strips
}

async function pictured(paper: Paper, roll: RollWidth): Promise<PrintStrip[]> {
  const article = paperElement(paper, { sheet: roll, isBare: true })
  const width = rollDots[roll]
  const height = EIGHT * Math.ceil((heightOf(article) * DOTS_A_PIXEL) / EIGHT)
  const pixels = await drawn(article, width, height)
  const whole = oneBit(pixels, width, height)
  const pieces = Math.ceil(height / RASTER_ROWS_MAX)
  return Array.from({ length: pieces }, (_piece, index): PrintStrip => {
    const { bits, height: rows } = rowsOf(whole, index * RASTER_ROWS_MAX, (index + 1) * RASTER_ROWS_MAX)
    return { kind: 'raster', width, height: rows, bits: base64(bits) }
  })
}

/** In CSS pixels, laid out off screen. */
export function heightOf(article: HTMLElement): number {
  const aside = document.createElement('div')
  aside.className = 'visually-hidden'
  aside.append(article)
  document.body.append(aside)
  const { height } = article.getBoundingClientRect()
  article.remove()
  aside.remove()
  return height
}

/** One letter for each font file, drawn below the paper: letters of a font that is not loaded yet are drawn as nothing. */
const LETTERS = ['H', '₹', 'ش', 'म'] as const
const LETTER = {
  family: ['Inter Variable', 'Inter Variable', 'Vazirmatn Variable', 'Noto Sans Devanagari Variable'],
  size: 32,
}
/** A browser that has not loaded the fonts by then uses others. */
const LETTERS_MS = 3000
const LOOK_MS = 16

async function drawn(article: HTMLElement, width: number, height: number): Promise<Uint8ClampedArray> {
  const { paperFonts } = await import('./paper-fonts.ts')
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(article, `${paperFonts}\n${style}`, width, height))}`
  await picture.decode()
  const canvas = new OffscreenCanvas(width, height + LETTER.size)
  const pen = known(canvas.getContext('2d', { willReadFrequently: true }), 'pen')
  const until = performance.now() + LETTERS_MS
  do {
    // oxlint-disable-next-line no-await-in-loop -- checked again in a moment
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, width, height + LETTER.size)
    pen.drawImage(picture, 0, 0)
  } while (!hasLetters(pen, height) && performance.now() < until)
  return pen.getImageData(0, 0, width, height).data
}

function hasLetters(pen: OffscreenCanvasRenderingContext2D, top: number): boolean {
  return LETTERS.every((_letter, index) => {
    const { data } = pen.getImageData(index * LETTER.size, top, LETTER.size, LETTER.size)
    return data.some((value, at) => at % 4 === 0 && value < 128)
  })
}

function svgOf(article: HTMLElement, css: string, width: number, height: number): string {
  const look = document.createElement('style')
  look.textContent = css
  article.prepend(look)
  const markup = new XMLSerializer().serializeToString(article)
  const box = `width="${width / DOTS_A_PIXEL}" height="${height / DOTS_A_PIXEL}"`
  const letters = LETTERS.map(
    (letter, index) =>
      `<text x="${index * LETTER.size + 4}" y="${height + LETTER.size - 8}" font-size="20" font-family="${LETTER.family[index] ?? ''}">${letter}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + LETTER.size}"><g transform="scale(${DOTS_A_PIXEL})"><foreignObject ${box}>${markup}</foreignObject></g>${letters.join('')}</svg>`
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
