// From a seat sold on one screen until another screen shows it: two browsers on the built hub, the seller's three keys, and what the
// other screen really displayed. Owns the journey and the names of the figures; must never time anything itself: both browsers' own
// traces do, by one clock.

import { type Browser, type Page, expect as look } from '@playwright/test'
import { launchBrowser } from '../e2e/browser.ts'
import { startHub } from '../e2e/hub-process.ts'
import { seatStateCode } from '../src/shared/domain/seat-state.ts'
import type { Bench, Figure } from './bench.ts'
import { needBuiltApp } from '../scripts/build-app.ts'
import { sellByKeys } from './key-sale.ts'
import { percentile, takeTurns } from './rounds.ts'
import { DRAWN, PRESSED, repaintTimes } from './repaint-times.ts'
import type { TraceEvent } from './swaps.ts'

const viewport = { width: 1280, height: 800 }
/** Sales per round; all rounds together make some eighty, of which the slowest stands for 99 of 100. */
const SALES = 16
/** The demo's theatre, which has more seats than the bench sells. */
const SHOW = 'The Glass Orchard'

/** A busy machine is slow, not wrong. */
const expect = look.configure({ timeout: 20_000 })

export const screenBench: Bench = {
  name: 'screen',
  about: 'two seats sold on one screen, from the key to the frame on another: two Chromiums on the built hub',
  run: async () => {
    needBuiltApp()
    const hub = await startHub()
    const [sellers, watchers] = await Promise.all([launchBrowser(), launchBrowser()])
    try {
      const seller = await open(sellers, hub.link)
      const watcher = await open(watchers, await hub.newLink())
      const { sales } = await takeTurns({ sales: () => round(seller, watcher) })
      return figuresOf(sales.flat())
    } finally {
      await Promise.all([sellers.close(), watchers.close()])
      await hub.remove()
    }
  },
}

/** Opens that show, in a browser that marks the seller's key and the first drawing after news of sold seats. */
async function open(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport, locale: 'en-IN' })).newPage()
  await page.addInitScript(markMoments, { pressed: PRESSED, drawn: DRAWN, sold: seatStateCode.sold })
  await page.goto(link)
  const shows = page.getByRole('listbox').getByRole('option')
  await shows.filter({ hasText: SHOW }).first().click()
  await expect(page.getByRole('button', { name: 'Hold the best 2 seats' })).toBeEnabled()
  return page
}

interface Moments {
  readonly pressed: string
  readonly drawn: string
  /** The state of a sold seat in the news. */
  readonly sold: number
}

/** Runs in the page, before its own code. */
function markMoments({ pressed, drawn, sold }: Moments): void {
  let isNews = false
  window.addEventListener('keydown', ({ key }) => void (key === 'F10' && performance.mark(pressed)), true)
  window.WebSocket = class extends WebSocket {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given)
      this.addEventListener('message', ({ data }) => {
        isNews ||= typeof data === 'string' && data.includes(`"states":[${sold},`)
      })
    }
  }
  const pen = CanvasRenderingContext2D.prototype as unknown as Record<
    string,
    (...given: unknown[]) => unknown
  >
  for (const stroke of ['drawImage', 'fillRect', 'fill', 'putImageData']) {
    const draw = pen[stroke]
    pen[stroke] = function (this: unknown, ...given: unknown[]) {
      if (isNews) performance.mark(drawn)
      isNews = false
      return draw?.apply(this, given)
    }
  }
}

async function round(seller: Page, watcher: Page): Promise<readonly number[]> {
  const pages = [seller, watcher]
  for (const page of pages) {
    // oxlint-disable-next-line no-await-in-loop -- each has its own trace
    await browserOf(page).startTracing(page, { categories: ['viz', 'blink.user_timing'] })
  }
  for (let sale = 0; sale < SALES; sale += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a seller has two hands
    await sellByKeys(seller)
  }
  const [pressed, shown] = [await traceOf(seller), await traceOf(watcher)]
  return repaintTimes(pressed, shown)
}

async function traceOf(page: Page): Promise<readonly TraceEvent[]> {
  const trace = (await browserOf(page).stopTracing()).toString()
  return (JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] }).traceEvents
}

function browserOf(page: Page): Browser {
  const browser = page.context().browser()
  if (!browser) throw new Error('a page without a browser')
  return browser
}

function figuresOf(times: readonly number[]): readonly Figure[] {
  return [
    {
      name: 'screen.p50Ms',
      value: percentile(times, 0.5),
      unit: 'ms',
      about: 'two seats sold: from the key on one screen to the frame on another, half of them',
    },
    {
      name: 'screen.p99Ms',
      value: percentile(times, 0.99),
      unit: 'ms',
      about: 'two seats sold: from the key on one screen to the frame on another, 99 of 100',
      goal: { atMost: 50 },
    },
  ]
}
