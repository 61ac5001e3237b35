// By which way a kiosk prints each of its papers. Owns the closed set of ways and of what may go wrong on them; must never speak to a
// printer.

import type { KioskId } from './ids.ts'
import type { PrintRole, RollWidth } from './paper.ts'

/**
 * [T2] `dialog`: the system asks. `silent`: one of the system's printers, without asking. `pdf`: a file. `escpos`: a receipt printer on
 * the net, by its own language; `roll` is what lies in it.
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
      /** It answers when it is asked how it is: one that does not, then, was not printed on. */
      readonly tellsState: boolean
    }
export type WayName = PrintWay['way']

/** A kiosk's choice. */
export interface PrintingEntry {
  readonly kind: 'printing'
  readonly kioskId: KioskId
  readonly ways: Readonly<Record<PrintRole, PrintWay>>
  /** Tickets come by themselves when they are paid. */
  readonly isAutomatic: boolean
  /** The receipt printer's drawer opens on cash. */
  readonly opensDrawer: boolean
}
export type Printing = Omit<PrintingEntry, 'kind' | 'kioskId'>

/** Of a kiosk where nobody has chosen: nothing comes out by itself. */
export const plainPrinting: Printing = {
  ways: { ticket: { way: 'dialog' }, receipt: { way: 'dialog' }, report: { way: 'dialog' } },
  isAutomatic: false,
  opensDrawer: true,
}

/** Why a paper did not come. `cut-off`: it may be there in part. `interrupted`: the house started anew; it may be there whole. */
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
