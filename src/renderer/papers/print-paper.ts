// From papers to a printer, by the way that this kiosk has chosen for them. Owns that way and nothing of the papers; must never hold up
// whoever prints: what does not come out is told by the desk's own line (`stores/printing.ts`).

import {
  type Paper,
  type PaperSheet,
  type PrintRole,
  type RollWidth,
  plainTemplate,
} from '../../shared/domain/paper.ts'
import type { Output } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import type { PrintJob } from '../../shared/contract/print-operations.ts'
import { CHUNK_CHARS } from '../../shared/contract/limits.ts'
import { ask, newCartId } from '../box-office.ts'
import { refuseDialog } from '../stores/kiosk-screen.ts'
import { printing } from '../stores/printing.ts'
import { documentOf, pageRule } from './paper-document.ts'
import { paperElement } from './paper-element.ts'
import { heightOf, stripsOf } from './paper-picture.ts'

export interface Wish {
  /** What it is, to whoever waits for it: "2 tickets". */
  readonly title: string
  /** Where the kiosk's way has no roll of its own; A4 where nothing is said. */
  readonly sheet?: PaperSheet
  /** The drawer of that printer opens too, where it has one. */
  readonly opensDrawer?: boolean
}

/**
 * Prints papers by the way that this kiosk chose for their role. For any part of the office: compose a `Paper` of blocks (a title, pairs
 * of words and sums, rules) and hand it over, e.g. `printPapers('report', [zReport], { title })`. Done: it is in the queue of its
 * printer, or the system's dialog was shown; anything else is why not. Never throws.
 */
export async function printPapers(
  role: PrintRole,
  papers: readonly Paper[],
  wish: Wish,
): Promise<Answer<unknown>> {
  const { printing: chosen, ways } = printing.getState()
  const way = chosen.ways[role]
  const { sheet = plainTemplate.sheet, title, opensDrawer = false } = wish
  if (way.way === 'dialog' && !ways.includes('dialog')) {
    return papers.length === 0 || printHere(papers, sheet) ? { kind: 'done', value: {} } : notOut
  }
  if (papers.length === 0 && way.way !== 'escpos') return { kind: 'done', value: {} }
  try {
    const drawn =
      way.way === 'escpos'
        ? await onRoll(papers, way.roll)
        : { papers: [], ...(await documentOf(papers, sheet)) }
    const on = way.way === 'escpos' ? way.roll : sheet
    return await send(role, { title, sheet: on, opensDrawer, ...drawn })
  } catch (error) {
    console.error(error)
    return notOut
  }
}

/** Why is told elsewhere: on the screen, or to whoever reads what the page wrote down. */
export const notOut: Answer<never> = { kind: 'fault', incidentId: '', reason: 'bug' }

async function onRoll(
  papers: readonly Paper[],
  roll: RollWidth,
): Promise<Pick<PrintJob, 'papers' | 'html' | 'heightMm'>> {
  return { papers: await Promise.all(papers.map((paper) => stripsOf(paper, roll))), html: null, heightMm: 1 }
}

/**
 * By the browser's own dialog: the papers are the page while it is open. False on a locked screen, whichever ways its hub has: that dialog
 * prints to files, and shows the disk.
 */
function printHere(papers: readonly Paper[], sheet: PaperSheet): boolean {
  if (refuseDialog()) return false
  const place = document.createElement('div')
  place.className = 'papers-to-print'
  const articles = papers.map((paper) => paperElement(paper, { sheet }))
  const tallest = Math.max(1, ...articles.map(heightOf))
  place.append(...articles)
  const rule = new CSSStyleSheet()
  rule.replaceSync(pageRule(sheet, Math.ceil(tallest / 3.78) + 2))
  document.body.append(place)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule]
  window.print()
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== rule)
  place.remove()
  return true
}

async function send(role: PrintRole, job: PrintJob): Promise<Answer<unknown>> {
  const text = JSON.stringify(job)
  const jobId = newCartId()
  const first = await sendPieces(role, jobId, text)
  // The house started anew in the middle of it, and has the last pieces alone.
  const isCut = first.kind === 'done' && first.value.missing > 0
  return isCut ? sendPieces(role, jobId, text) : first
}

async function sendPieces(role: PrintRole, jobId: string, text: string): Promise<Answer<Output<'print'>>> {
  const count = Math.max(1, Math.ceil(text.length / CHUNK_CHARS))
  let answer: Answer<Output<'print'>> = { kind: 'done', value: { missing: count } }
  for (let index = 0; index < count && answer.kind === 'done'; index += 1) {
    const piece = text.slice(index * CHUNK_CHARS, (index + 1) * CHUNK_CHARS)
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other: they are many, and a frame has its limit
    answer = await ask('print', { jobId, role, index, count, text: piece })
  }
  return answer
}
