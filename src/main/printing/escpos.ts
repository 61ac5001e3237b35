// A print job in the receipt printer's own language: text in its own fonts, pictures dot by dot, codes drawn by the printer, a cut after
// each paper. Owns how a block looks there; must never know where the printer is.

import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { rollDots, type PaperBlock, type RollWidth } from '../../shared/domain/paper.ts'
import type { PrintJob, PrintStrip } from '../../shared/contract/print-operations.ts'

/** A letter of font A is 12 dots wide (ESC/POS). */
const LETTER_DOTS = 12
/** Lines between the print head and the knife: the last text must be past it. */
const FEED_BEFORE_CUT = 4
/** Dots per module of a code: 0.6 mm, which every scanner reads off thermal paper; a ticket's 57 modules are 36 mm. */
const MODULE_DOTS = 5
/** Twice the size leaves half the letters per line. */
const LARGE = 2

type Encoder = ReceiptPrinterEncoder
type Picture = Parameters<Encoder['image']>[0]

export function escposBytes({ papers, opensDrawer }: PrintJob, roll: RollWidth): Uint8Array {
  const columns = rollDots[roll] / LETTER_DOTS
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    imageMode: 'raster',
    columns,
    feedBeforeCut: FEED_BEFORE_CUT,
    // The pieces of one picture follow each other without a gap.
    feedAfterBlock: false,
  })
  encoder.initialize()
  // First: whoever waits for change waits for the drawer, not for the paper.
  if (opensDrawer) encoder.pulse()
  for (const paper of papers) {
    for (const strip of paper) write(encoder, strip, columns)
    encoder.align('left').cut('partial')
  }
  return encoder.encode()
}

function write(encoder: Encoder, strip: PrintStrip, columns: number): void {
  if (strip.kind === 'raster')
    return void encoder.align('left').image(pictureOf(strip), strip.width, strip.height)
  if (strip.kind === 'code')
    return void encoder.align('center').qrcode(strip.text, { size: MODULE_DOTS, errorlevel: 'm' }).newline()
  if (strip.kind === 'rule') return void encoder.align('left').line('-'.repeat(columns))
  if (strip.kind === 'pair') return pair(encoder, strip, columns)
  words(encoder, strip)
}

function words(encoder: Encoder, block: Exclude<PaperBlock, { kind: 'code' | 'pair' | 'rule' }>): void {
  const isLarge = block.kind === 'huge' || block.kind === 'mark'
  const isMiddle = block.kind === 'mark' || (block.kind === 'line' && block.look === 'middle')
  const isStrong = block.kind !== 'line' || block.look === 'strong'
  encoder
    .align(isMiddle ? 'center' : 'left')
    .bold(isStrong)
    .invert(block.kind === 'mark')
  if (isLarge) encoder.size(LARGE, LARGE)
  encoder.line(block.text)
  encoder.size(1, 1).invert(false).bold(false)
}

/** The amount at the edge, whatever stands before it; if there is no room beside the text, it gets a line of its own. */
function pair(
  encoder: Encoder,
  { start, end, isStrong = false }: Extract<PaperBlock, { kind: 'pair' }>,
  columns: number,
): void {
  const room = columns - end.length
  encoder.align('left').bold(isStrong)
  if (start.length < room) encoder.line(start.padEnd(room) + end)
  else encoder.line(start).line(end.padStart(columns))
  encoder.bold(false)
}

/** In the encoder's form: a canvas's bytes, black where there is a dot. */
function pictureOf({ width, height, bits }: Extract<PrintStrip, { kind: 'raster' }>): Picture {
  const dots = Buffer.from(bits, 'base64')
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let dot = 0; dot < width * height; dot += 1) {
    const isBlack = ((dots[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0
    if (isBlack) data.fill(0, dot * 4, dot * 4 + 3)
  }
  return { data, width, height, colorSpace: 'srgb' }
}
