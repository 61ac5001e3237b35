import type { Paper, PaperSheet } from '../../shared/domain/paper.ts'
import { paperElement } from './paper-element.ts'
import { heightOf } from './paper-picture.ts'
import style from './paper.css?inline'

const PIXELS_A_MM = 96 / 25.4
/** Spare height: a browser whose layout is slightly taller must not begin another sheet. */
const SPARE_MM = 2

export interface PaperDocument {
  readonly html: string
  readonly heightMm: number
}

/** Papers as one document with its fonts embedded; the sheets of a roll are as tall as the tallest paper. */
export async function documentOf(papers: readonly Paper[], sheet: PaperSheet): Promise<PaperDocument> {
  const { paperFonts } = await import('./paper-fonts.ts')
  const articles = papers.map((paper) => paperElement(paper, { sheet }))
  const heightMm = tallestMm(articles)
  const look = document.createElement('style')
  look.textContent = `${paperFonts}\n${style}\n${pageRule(sheet, heightMm)}`
  return { html: look.outerHTML + articles.map(({ outerHTML }) => outerHTML).join(''), heightMm }
}

/** How tall a roll's sheets are. Takes the articles out of their places. */
export function tallestMm(articles: readonly HTMLElement[]): number {
  return Math.ceil(Math.max(1, ...articles.map(heightOf)) / PIXELS_A_MM) + SPARE_MM
}

/** The browser's rule for the sheet: a roll has no margins of its own, and one paper per sheet. */
export function pageRule(sheet: PaperSheet, heightMm: number): string {
  if (sheet === 'A4') return '@page{size:A4;margin:12mm}.paper+.paper{margin-block-start:6mm}body{margin:0}'
  return `@page{size:${sheet} ${heightMm}mm;margin:0}.paper+.paper{break-before:page}body{margin:0}`
}
