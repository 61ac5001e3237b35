// The desktop while nobody touches it, and after an evening of sales: its use of the processor and of memory. Owns the evening and its
// budgets; must never count the memory of the test's own browser as the page's.

import type { Browser } from '@playwright/test'
import { type Desktop, launchDesktop } from '../e2e/desktop.ts'
import type { Figure } from './bench.ts'
import { HEAP_BYTES_MAX, HEAP_GROWTH_MAX, MAIN_BYTES_MAX } from './budgets.ts'
import { sellByKeys } from './key-sale.ts'
import { mapReady } from './map-ready.ts'
import { heapBytes } from './page-heap.ts'
import { processUse } from './process-use.ts'
import { rest } from './rest.ts'

/** By then the work after a start is done, including the check of the whole house. */
const SETTLED_MS = 20_000
const IDLE_MS = 30_000
/** Done twice, so that growth per sale is seen between the two; together they sell a third of the theatre's seats. */
const SALES = 150
const PERCENT = 100

/** The demo's theatre on the screen, untouched; then an evening's sales in it. */
export async function atRest(browser: Browser): Promise<readonly Figure[]> {
  const desktop = await launchDesktop(browser)
  const { page } = desktop
  try {
    await page
      .getByRole('listbox')
      .getByRole('option')
      .filter({ hasText: 'The Glass Orchard' })
      .first()
      .click()
    await mapReady(page)
    await rest(SETTLED_MS)
    const percent = await idlePercent(browser, desktop)
    await sell(desktop)
    const early = await heapBytes(desktop)
    await sell(desktop)
    const late = await heapBytes(desktop)
    return figuresOf(percent, { early, late, main: processUse(desktop.pid)?.residentBytes ?? null })
  } finally {
    await desktop.close()
  }
}

async function sell({ page }: Desktop): Promise<void> {
  for (let sale = 0; sale < SALES; sale += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a seller has two hands
    await sellByKeys(page)
  }
}

/** Percent of one core, for main's process and all of the browser's; null where the system does not report it. */
async function idlePercent(browser: Browser, desktop: Desktop): Promise<number | null> {
  const before = await usedMs(browser, desktop)
  const beganMs = performance.now()
  await rest(IDLE_MS)
  const after = await usedMs(browser, desktop)
  if (before === null || after === null) return null
  return ((after - before) / (performance.now() - beganMs)) * PERCENT
}

async function usedMs(browser: Browser, { pid }: Desktop): Promise<number | null> {
  const main = processUse(pid)
  if (!main) return null
  const line = await browser.newBrowserCDPSession()
  const { processInfo } = await line.send('SystemInfo.getProcessInfo')
  await line.detach()
  const pageSeconds = processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
  return main.cpuMs + pageSeconds * 1000
}

interface Sizes {
  readonly early: number
  readonly late: number
  readonly main: number | null
}

function figuresOf(percent: number | null, { early, late, main }: Sizes): readonly Figure[] {
  return [
    ...(percent === null ? [] : [idleFigure(percent)]),
    ...(main === null ? [] : [mainFigure(main)]),
    {
      name: 'desktop.heapBytes',
      value: late,
      unit: 'bytes',
      about: 'after 300 sales: the page’s own heap',
      goal: { atMost: HEAP_BYTES_MAX },
    },
    {
      name: 'desktop.heapGrowthBytes',
      value: late - early,
      unit: 'bytes',
      about: 'from 150 sales to 300: what the page’s heap grew by',
      goal: { atMost: HEAP_GROWTH_MAX },
    },
  ]
}

function idleFigure(value: number): Figure {
  return {
    name: 'rest.idleCpuPercent',
    value,
    unit: 'percent',
    about:
      'at rest with a hall on the screen: how much of one core main and all processes of its page use, over 30 s',
    goal: { atMost: 1 },
  }
}

function mainFigure(value: number): Figure {
  return {
    name: 'desktop.mainBytes',
    value,
    unit: 'bytes',
    about: 'after 300 sales: what main has in memory',
    goal: { atMost: MAIN_BYTES_MAX },
  }
}
