// A hidden window for a paper that is printed. Owns every call of Electron's printing: the size is always given, or a receipt printer
// gets a sheet of A4; must never run a script of the paper's.

import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { BrowserWindow, type Session } from 'electron'
import type { PrintJob } from '../../shared/contract/print-operations.ts'
import { pdfOptions, printOptions } from './print-options.ts'
import { paperSettings } from './page-settings.ts'
import { newPdf, withPage } from '../printing/paper-files.ts'
import { type PagePrinter, type PageWay, makePrinters } from '../printing/printers.ts'

type Outcome = Awaited<ReturnType<PagePrinter['print']>>

/** `data`: the house's folder. */
export function desktopPrinters(data: string, isLocked: boolean): ReturnType<typeof makePrinters> {
  return makePrinters({
    ways: ['dialog', 'silent', 'pdf'],
    print: (way, html, job) =>
      withPage(html, (page) => inWindow(page, (window) => printIn(window, { way, job, data, isLocked }))),
  })
}

const failed: Outcome = { kind: 'failed', problem: 'failed' }

async function inWindow(page: string, work: (window: BrowserWindow) => Promise<Outcome>): Promise<Outcome> {
  const window = new BrowserWindow({ show: false, webPreferences: paperSettings() })
  allowOnly(window.webContents.session, page)
  try {
    await window.loadFile(page)
    return await work(window)
  } finally {
    open.delete(pathToFileURL(page).href)
    window.destroy()
  }
}

/** Papers that are open now; several printers may work at once. */
const open = new Set<string>()

/** Everything that a paper shows is in its file: that file is the only address allowed in its session. */
function allowOnly(session: Session, page: string): void {
  open.add(pathToFileURL(page).href)
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !open.has(url) }))
}

interface Wanted {
  readonly way: PageWay
  readonly job: PrintJob
  readonly data: string
  readonly isLocked: boolean
}

async function printIn(
  { webContents }: BrowserWindow,
  { way, job, data, isLocked }: Wanted,
): Promise<Outcome> {
  if (way.way === 'pdf') {
    const file = newPdf(data, 'paper', Date.now())
    await writeFile(file, await webContents.printToPDF(pdfOptions(job)), { mode: 0o600 })
    return { kind: 'printed', file }
  }
  return new Promise((resolve) => {
    webContents.print(printOptions(way, job, isLocked), (isPrinted) =>
      resolve(isPrinted ? { kind: 'printed', file: null } : failed),
    )
  })
}
