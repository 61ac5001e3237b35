// How a kiosk prints each of its papers. Owns the closed set of ways to print and of what may go wrong with them; must never speak
// to a printer.

import type { KioskId } from './ids.ts'
import type { PrintRole, RollWidth } from './paper.ts'

/**
 * [T2] `dialog`: the system's print dialog. `silent`: one of the system's printers, without asking. `pdf`: a file. `escpos`: a receipt
 * printer on the network, in its own language; `roll` is the paper in it.
 */
export type PrintWay =
  | { readonly way: 'dialog' }
  | { readonly way: 'silent'; readonly device: string }
  | { readonly way: 'pdf' }
  | {
      readonly way: 'escpos'
      readonly host: string
      readonly port: number
      readonly roll: RollWidth
      /** It answers status requests, so that one that does not answer has not printed. */
      readonly tellsState: boolean
    }
export type WayName = PrintWay['way']

/** A kiosk's choice. */
export interface PrintingEntry {
  readonly kind: 'printing'
  readonly kioskId: KioskId
  readonly ways: Readonly<Record<PrintRole, PrintWay>>
  /** Tickets are printed without asking when they are paid for. */
  readonly isAutomatic: boolean
  /** The receipt printer's drawer opens on cash. */
  readonly opensDrawer: boolean
}
export type Printing = Omit<PrintingEntry, 'kind' | 'kioskId'>

/** The settings of a kiosk where nobody has chosen: nothing is printed without asking. */
export const plainPrinting: Printing = {
  ways: { ticket: { way: 'dialog' }, receipt: { way: 'dialog' }, report: { way: 'dialog' } },
  isAutomatic: false,
  opensDrawer: true,
}

/** Why a paper was not printed. `cut-off`: part of it may have been. `interrupted`: the house restarted; all of it may have been. */
export const printProblems = [
  'no-answer',
  'no-paper',
  'cover-open',
  'not-ready',
  'stalled',
  'cut-off',
  'interrupted',
  'not-here',
  'failed',
] as const
export type PrintProblem = (typeof printProblems)[number]
