// A window that nobody sees, for a paper that is to be printed. Owns every call of Electron's printing: the size is always said, or a
// receipt printer gets a sheet of A4; must never run a script of the paper's.

import { writeFile } from 'node:fs/promises'
import { BrowserWindow } from 'electron'
import type { PrintJob } from '../../shared/contract/print-operations.ts'
import { newPdf, withPage } from '../printing/paper-files.ts'
import { type PagePrinter, type PageWay, makePrinters } from '../printing/printers.ts'

const A4_MM = { width: 210, height: 297 }
const ROLL_MM = { '58mm': 58, '80mm': 80 }
const MM_AN_INCH = 25.4
const MICRONS_A_MM = 1000

type Outcome = Awaited<ReturnType<PagePrinter['print']>>

/** `data`: the house's folder. */
export function desktopPrinters(data: string): ReturnType<typeof makePrinters> {
  return makePrinters({
    ways: ['dialog', 'silent', 'pdf'],
    print: (way, html, job) =>
      withPage(html, (page) => inWindow(page, (window) => printIn(window, { way, job, data }))).catch(
        () => failed,
      ),
  })
}

const failed: Outcome = { kind: 'failed', problem: 'failed' }

async function inWindow(page: string, work: (window: BrowserWindow) => Promise<Outcome>): Promise<Outcome> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      // Settings and cookies of its own, in memory: the desk's guards are for the desk's pages.
      partition: 'papers',
      javascript: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    },
  })
  try {
    await window.loadFile(page)
    return await work(window)
  } finally {
    window.destroy()
  }
}

interface Wanted {
  readonly way: PageWay
  readonly job: PrintJob
  readonly data: string
}

async function printIn({ webContents }: BrowserWindow, { way, job, data }: Wanted): Promise<Outcome> {
  const mm = sizeOf(job)
  if (way.way === 'pdf') {
    const file = newPdf(data, 'paper', Date.now())
    const pageSize = { width: mm.width / MM_AN_INCH, height: mm.height / MM_AN_INCH }
    await writeFile(file, await webContents.printToPDF({ pageSize, printBackground: true }), { mode: 0o600 })
    return { kind: 'printed', file }
  }
  const pageSize = { width: mm.width * MICRONS_A_MM, height: mm.height * MICRONS_A_MM }
  const isSilent = way.way === 'silent'
  const device = way.way === 'silent' && way.device !== '' ? { deviceName: way.device } : {}
  return new Promise((resolve) => {
    const options = {
      silent: isSilent,
      pageSize,
      printBackground: true,
      margins: { marginType: 'none' },
    } as const
    webContents.print({ ...options, ...device }, (isPrinted) =>
      resolve(isPrinted ? { kind: 'printed', file: null } : failed),
    )
  })
}

function sizeOf({ sheet, heightMm }: PrintJob): { readonly width: number; readonly height: number } {
  return sheet === 'A4' ? A4_MM : { width: ROLL_MM[sheet], height: heightMm }
}
