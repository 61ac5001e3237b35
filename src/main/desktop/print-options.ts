// Electron's options for printing a paper: always with its size, or a receipt printer gets a sheet of A4. Owns the sizes and that nobody
// at a locked screen gets the system's dialog; must never print.

import type { PrintJob } from '../../shared/contract/print-operations.ts'
import type { PageWay } from '../printing/printers.ts'

const A4_MM = { width: 210, height: 297 }
const ROLL_MM = { '58mm': 58, '80mm': 80 }
const MM_AN_INCH = 25.4
const MICRONS_A_MM = 1000

type Sheet = Pick<PrintJob, 'sheet' | 'heightMm'>

/** `isLocked`: [A7] the dialog would lead out of the lock, so the paper goes to the system's default printer. */
export function printOptions(way: Exclude<PageWay, { way: 'pdf' }>, sheet: Sheet, isLocked: boolean) {
  const { width, height } = sizeOf(sheet)
  const device = way.way === 'silent' && way.device !== '' ? { deviceName: way.device } : {}
  return {
    silent: isLocked || way.way === 'silent',
    pageSize: { width: width * MICRONS_A_MM, height: height * MICRONS_A_MM },
    printBackground: true,
    margins: { marginType: 'none' },
    ...device,
  } as const
}

/** Electron wants inches here, and thousandths of a millimetre there. */
export function pdfOptions(sheet: Sheet) {
  const { width, height } = sizeOf(sheet)
  return { pageSize: { width: width / MM_AN_INCH, height: height / MM_AN_INCH }, printBackground: true }
}

function sizeOf({ sheet, heightMm }: Sheet): { readonly width: number; readonly height: number } {
  return sheet === 'A4' ? A4_MM : { width: ROLL_MM[sheet], height: heightMm }
}
