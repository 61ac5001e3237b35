// What a paper is, before anybody prints it: blocks of words in the order in which they come off the roll. Owns what may stand on a
// paper and what a venue may say about its own; must never know a language, a screen or a printer.

import type { VenueId } from './ids.ts'

/** Rolls of the two widths that printers have, and the office's sheet. */
export const paperSheets = ['58mm', '80mm', 'A4'] as const
export type PaperSheet = (typeof paperSheets)[number]
export type RollWidth = Exclude<PaperSheet, 'A4'>

/** Of a roll, what the head can reach, in dots of 1/8 mm: 48 and 72 mm. */
export const rollDots: Readonly<Record<RollWidth, number>> = { '58mm': 384, '80mm': 576 }

/** [T2] What comes out of which printer: chosen once for each of these. */
export const printRoles = ['ticket', 'receipt', 'report'] as const
export type PrintRole = (typeof printRoles)[number]

/**
 * `title`: what it is, large. `huge`: what is looked for from afar, a seat. `line`: plain words. `pair`: words at one edge, a sum at the
 * other. `rule`: a line across. `mark`: a word in a frame, such as COPY. `code`: a QR code of this
 * text, and what a screen reader calls it.
 */
export type PaperBlock =
  | { readonly kind: 'title' | 'huge' | 'mark'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string; readonly name: string }
  | { readonly kind: 'line'; readonly text: string; readonly look?: 'strong' | 'quiet' | 'middle' }
  | { readonly kind: 'pair'; readonly start: string; readonly end: string; readonly isStrong?: boolean }
  | { readonly kind: 'rule' }

export interface Paper {
  /** What it is called, in lists and to a screen reader. */
  readonly name: string
  /** As in `<html lang>`: fonts and shapes of letters follow it. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly blocks: readonly PaperBlock[]
}

/** What a venue says about its tickets and receipts. */
export interface PaperTemplate {
  readonly sheet: PaperSheet
  /** `screen`: whatever the seller's screen speaks. */
  readonly language: 'screen' | 'en' | 'fa' | 'hi'
  readonly header: readonly string[]
  readonly footer: readonly string[]
  /** Whose tax, under which number. */
  readonly tax: string
  /** What a ticket's holder agrees to. */
  readonly terms: string
  readonly showsPrice: boolean
  readonly showsSeller: boolean
  /** By which door to which section. */
  readonly entrances: readonly { readonly section: string; readonly entrance: string }[]
}

/** A venue's papers as a manager left them. */
export interface PaperEntry {
  readonly kind: 'paper'
  readonly venueId: VenueId
  readonly template: PaperTemplate
}

/** Of a venue that has said nothing. */
export const plainTemplate: PaperTemplate = {
  sheet: 'A4',
  language: 'screen',
  header: [],
  footer: [],
  tax: '',
  terms: '',
  showsPrice: true,
  showsSeller: true,
  entrances: [],
}

/** Printable ASCII: what every printer has in its own letters. Its code pages have no Persian, no Hindi and no rupee sign. */
const ascii = /^[ -~]*$/

/** A printer may set it in its own letters; anything else is drawn for it. */
export function isPlain({ direction, blocks }: Paper): boolean {
  return direction === 'ltr' && blocks.every((block) => wordsOf(block).every((text) => ascii.test(text)))
}

function wordsOf(block: PaperBlock): readonly string[] {
  if (block.kind === 'rule') return []
  return block.kind === 'pair' ? [block.start, block.end] : [block.text]
}

/** Stretches of blocks between the codes, each code by itself: a printer draws codes sharper than a picture of them. */
export function stretchesOf(blocks: readonly PaperBlock[]): readonly (readonly PaperBlock[])[] {
  const stretches: PaperBlock[][] = []
  for (const block of blocks) {
    const last = stretches.at(-1)
    if (!last || block.kind === 'code' || last[0]?.kind === 'code') stretches.push([block])
    else last.push(block)
  }
  return stretches
}

/** The entrance to a section; null: the venue has said nothing of it. */
export function entranceTo({ entrances }: PaperTemplate, section: string): string | null {
  return entrances.find((one) => one.section === section)?.entrance ?? null
}
