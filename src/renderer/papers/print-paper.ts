// Sends papers to a printer, by the way this kiosk has chosen for them. Owns that way and nothing of the papers; must never block
// whoever prints: failures are shown in the desk's own line (`stores/printing.ts`).

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
import { printing, tellUnsent } from '../stores/printing.ts'
import { documentOf, pageRule, tallestMm } from './paper-document.ts'
import { paperElement } from './paper-element.ts'
import { stripsOf } from './paper-picture.ts'

export interface Wish {
  /** Shown while it is waiting: "2 tickets". */
  readonly title: string
  /** Used if the kiosk's way has no roll of its own; A4 by default. */
  readonly sheet?: PaperSheet
  /** Also opens the drawer connected to that printer, if there is one. */
  readonly opensDrawer?: boolean
}

/**
 * Prints papers by the way that this kiosk chose for their role. Usable from any feature: compose a `Paper` of blocks (a title, pairs
 * of words and sums, rules) and pass it, e.g. `printPapers('report', [zReport], { title })`. Done means it is in its printer's queue,
 * or the system's dialog was shown; anything else is shown in the desk's line, since nobody waits for an answer. Never throws.
 */
export async function printPapers(
  role: PrintRole,
  papers: readonly Paper[],
  wish: Wish,
): Promise<Answer<unknown>> {
  const answer = await tryToPrint(role, papers, wish)
  const isFull = answer.kind === 'refused' && answer.refusal.code === 'BUSY'
  if (answer.kind !== 'done' && answer !== noDialog) tellUnsent(wish.title, isFull)
  return answer
}

/** The screen says already why there is none. */
const noDialog: Answer<never> = { kind: 'fault', incidentId: '', reason: 'bug' }

async function tryToPrint(role: PrintRole, papers: readonly Paper[], wish: Wish): Promise<Answer<unknown>> {
  const { printing: chosen, ways } = printing.getState()
  const way = chosen.ways[role]
  const { sheet = plainTemplate.sheet, title, opensDrawer = false } = wish
  if (way.way === 'dialog' && !ways.includes('dialog')) {
    return papers.length === 0 || printHere(papers, sheet) ? { kind: 'done', value: {} } : noDialog
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
    return { kind: 'fault', incidentId: '', reason: 'bug' }
  }
}

async function onRoll(
  papers: readonly Paper[],
  roll: RollWidth,
): Promise<Pick<PrintJob, 'papers' | 'html' | 'heightMm'>> {
  return { papers: await Promise.all(papers.map((paper) => stripsOf(paper, roll))), html: null, heightMm: 1 }
}

/**
 * By the browser's own dialog: while it is open, the papers are the whole page. False on a locked screen, whichever ways its hub has:
 * that dialog prints to files, and shows the disk.
 */
function printHere(papers: readonly Paper[], sheet: PaperSheet): boolean {
  if (refuseDialog()) return false
  const place = document.createElement('div')
  place.className = 'papers-to-print'
  const articles = papers.map((paper) => paperElement(paper, { sheet }))
  const heightMm = tallestMm(articles)
  place.append(...articles)
  const rule = new CSSStyleSheet()
  rule.replaceSync(pageRule(sheet, heightMm))
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
  // The house restarted in the middle, and has only the last pieces.
  const isCut = first.kind === 'done' && first.value.missing > 0
  return isCut ? sendPieces(role, jobId, text) : first
}

async function sendPieces(role: PrintRole, jobId: string, text: string): Promise<Answer<Output<'print'>>> {
  const count = Math.max(1, Math.ceil(text.length / CHUNK_CHARS))
  let answer: Answer<Output<'print'>> = { kind: 'done', value: { missing: count } }
  for (let index = 0; index < count && answer.kind === 'done'; index += 1) {
    const piece = text.slice(index * CHUNK_CHARS, (index + 1) * CHUNK_CHARS)
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other: there are many, and a frame has its limit
    answer = await ask('print', { jobId, role, index, count, text: piece })
  }
  return answer
}
