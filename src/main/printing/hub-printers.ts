// The printers of a house without windows: receipt printers on the net, and PDF where a Chromium is installed. Its screens' own browsers
// have dialogs of their own. Owns the headless browser's life; must never leave one behind.

import { spawn } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Printers } from '../engine/ports.ts'
import { SECOND_MS } from '../../shared/lib/time.ts'
import { findChrome } from '../hub/find-chrome.ts'
import { newPdf, withPage } from './paper-files.ts'
import { makePrinters } from './printers.ts'

/** For starting a browser on a busy machine, and one document; one that takes longer hangs. */
const PDF_MS = 60 * SECOND_MS

/** Its own, empty profile; nothing added to the paper, no network access of its own. */
const quiet = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
]

/** `data`: the house's folder. */
export function hubPrinters(data: string): Printers {
  const chrome = findChrome()
  if (chrome === null) return makePrinters(null)
  return makePrinters({
    ways: ['pdf'],
    print: async (_way, html) => {
      const file = newPdf(data, 'paper', Date.now())
      const isThere = await withPage(html, (page) => writePdf(chrome, page, file))
      return isThere ? { kind: 'printed', file } : { kind: 'failed', problem: 'failed' }
    },
  })
}

async function writePdf(chrome: string, page: string, file: string): Promise<boolean> {
  // Chromium refuses its sandbox to root; whoever runs a hub as root has given it up already.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const own = [`--user-data-dir=${join(dirname(page), 'browser')}`, `--print-to-pdf=${file}`]
  const isDone = await ends(chrome, [...quiet, ...asRoot, ...own, pathToFileURL(page).href])
  if (!isDone || !existsSync(file)) return false
  chmodSync(file, 0o600)
  return true
}

function ends(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore' })
    const timer = setTimeout(() => child.kill('SIGKILL'), PDF_MS)
    const end = (isWell: boolean) => {
      clearTimeout(timer)
      resolve(isWell)
    }
    child.once('error', () => end(false))
    child.once('exit', (code) => end(code === 0))
  })
}
