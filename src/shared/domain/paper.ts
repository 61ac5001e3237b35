// What a paper is, before anybody prints it: blocks of text in the order in which they come off the roll. Owns what may be on a paper
// and what a venue may configure about its own; must never know a language, a screen or a printer.

import type { VenueId } from './ids.ts'

/** The two widths of printer rolls, and the office's sheet. */
export const paperSheets = ['58mm', '80mm', 'A4'] as const
export type PaperSheet = (typeof paperSheets)[number]
export type RollWidth = Exclude<PaperSheet, 'A4'>

/** The printable width of each roll, in dots of 1/8 mm: 48 and 72 mm. */
export const rollDots: Readonly<Record<RollWidth, number>> = { '58mm': 384, '80mm': 576 }

/** [T2] The kinds of papers; for each, a kiosk chooses once how it is printed. */
export const printRoles = ['ticket', 'receipt', 'report'] as const
export type PrintRole = (typeof printRoles)[number]

/**
 * `title`: what it is, large. `huge`: what must be legible from afar, such as a seat. `line`: plain text. `pair`: text at one edge, a
 * sum at the other. `rule`: a line across. `mark`: a word in a frame, such as COPY. `code`: a QR code of this text, and what a screen
 * reader calls it.
 */
export type PaperBlock =
  | { readonly kind: 'title' | 'huge' | 'mark'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string; readonly name: string }
  | { readonly kind: 'line'; readonly text: string; readonly look?: 'strong' | 'quiet' | 'middle' }
  | { readonly kind: 'pair'; readonly start: string; readonly end: string; readonly isStrong?: boolean }
  | { readonly kind: 'rule' }

export interface Paper {
  /** Its name in lists and for screen readers. */
  readonly name: string
  /** As in `<html lang>`: it determines fonts and letter shapes. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly blocks: readonly PaperBlock[]
}

/** How a venue wants its tickets and receipts. */
export interface PaperTemplate {
  readonly sheet: PaperSheet
  /** `screen`: the language of the seller's screen. */
  readonly language: 'screen' | 'en' | 'fa' | 'hi'
  readonly header: readonly string[]
  readonly footer: readonly string[]
  /** The tax line: who is taxed, under which number. */
  readonly tax: string
  /** What a ticket's holder agrees to. */
  readonly terms: string
  readonly showsPrice: boolean
  readonly showsSeller: boolean
  /** Which entrance leads to which section. */
  readonly entrances: readonly { readonly section: string; readonly entrance: string }[]
}

/** A venue's paper settings as a manager saved them. */
export interface PaperEntry {
  readonly kind: 'paper'
  readonly venueId: VenueId
  readonly template: PaperTemplate
}

/** The template of a venue that has configured nothing. */
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

/** Printable ASCII, which every printer has in its own fonts. Printers' code pages lack Persian, Hindi and the rupee sign. */
const ascii = /^[ -~]*$/

/** Whether a printer can set the paper in its own fonts; any other paper is sent as a picture. */
export function isPlain({ direction, blocks }: Paper): boolean {
  return direction === 'ltr' && blocks.every((block) => wordsOf(block).every((text) => ascii.test(text)))
}

function wordsOf(block: PaperBlock): readonly string[] {
  if (block.kind === 'rule') return []
  return block.kind === 'pair' ? [block.start, block.end] : [block.text]
}

/** Splits the blocks around the codes, each code by itself: a printer draws a code sharper than a picture of it. */
export function stretchesOf(blocks: readonly PaperBlock[]): readonly (readonly PaperBlock[])[] {
  const stretches: PaperBlock[][] = []
  for (const block of blocks) {
    const last = stretches.at(-1)
    if (!last || block.kind === 'code' || last[0]?.kind === 'code') stretches.push([block])
    else last.push(block)
  }
  return stretches
}

/** The entrance to a section; null: the venue has configured none. */
export function entranceTo({ entrances }: PaperTemplate, section: string): string | null {
  return entrances.find((one) => one.section === section)?.entrance ?? null
}
