// The office's table in a real browser, with a hundred thousand rows [A1]. Owns the browser and the names of the figures; must never time
// anything itself: the page and the browser's own trace do.

import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { browserOptions } from '../e2e/browser.ts'
import { readPageFiles } from '../src/main/hub/page-files.ts'
import type { Bench, Figure } from './bench.ts'
import './page/table-bench.ts'
import { median, percentile, takeTurns } from './rounds.ts'
import { timeSwaps } from './swaps.ts'

const root = join(import.meta.dirname, '..')
const built = join(root, 'out', 'bench-table')
/** No server has this name; the bench answers its requests. */
const origin = 'http://bench.guichet.test'
/** A desk's smaller screen, as for the map. */
const viewport = { width: 1280, height: 800 }
/** Two or three seconds of a slow table, and enough for 95 of 100. */
const FRAMES = 240
/** At least so many must have been shown, on however busy a machine, for 95 of 100 to mean something. */
const LEAST_SHOWN = 60
/** Found in one row of seven, and then in fewer with every letter. */
const searches = ['goa', 'goa lodge', 'goa lodge 7', '']

/** Frames as fast as they can be drawn: otherwise every one would take a sixtieth of a second. */
const unthrottled = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

export const tableBench: Bench = {
  name: 'table',
  about: 'the table of 100,000 rows in Chromium: a frame of a scroll, a search, a sort',
  run: async () => {
    await build({
      configFile: false,
      root: join(import.meta.dirname, 'page'),
      plugins: [react()],
      logLevel: 'error',
      build: {
        outDir: built,
        emptyOutDir: true,
        rollupOptions: { input: join(import.meta.dirname, 'page', 'table.html') },
      },
    })
    const options = browserOptions()
    const browser = await chromium.launch({ ...options, args: [...(options.args ?? []), ...unthrottled] })
    try {
      const { table } = await takeTurns({ table: () => measure(browser) })
      return figuresOf(table)
    } finally {
      await browser.close()
    }
  },
}

/** One page's life, ms. */
interface Sample {
  readonly scroll: readonly number[]
  readonly searches: readonly number[]
  readonly sort: number
}

async function measure(browser: Browser): Promise<Sample> {
  const context = await browser.newContext({ viewport, locale: 'en-IN' })
  try {
    const page = await openPage(await context.newPage())
    const scroll = await timeSwaps(page, () =>
      page.evaluate((frames) => window.tableBench?.scroll(frames), FRAMES),
    )
    if (scroll.length < LEAST_SHOWN) throw new Error('a scroll of the table was hardly shown')
    const after = await seen(page)
    if (after.lines < 10 || after.lines > 100 || after.rows !== 100_000)
      throw new Error(`the table draws ${after.lines} lines of ${after.rows} rows`)
    return { scroll, searches: await search(page), sort: await sort(page) }
  } finally {
    await context.close()
  }
}

/** Each must have found fewer rows than the one before, or nothing was searched for. */
async function search(page: Page): Promise<number[]> {
  const all: number[] = []
  let before = 100_000
  for (const text of searches) {
    // oxlint-disable-next-line no-await-in-loop -- letters are typed one after another
    all.push((await page.evaluate((typed) => window.tableBench?.search(typed), text)) ?? Infinity)
    // oxlint-disable-next-line no-await-in-loop -- what each found
    const { rows } = await seen(page)
    if (text === '' ? rows !== 100_000 : rows >= before || rows === 0)
      throw new Error(`“${text}” found ${rows} rows`)
    before = rows
  }
  return all
}

async function sort(page: Page): Promise<number> {
  const before = await seen(page)
  const ms = await page.evaluate(() => window.tableBench?.sort('Title'))
  const { first } = await seen(page)
  if (first === before.first) throw new Error('a sort moved nothing')
  return ms ?? Infinity
}

async function seen(page: Page) {
  const now = await page.evaluate(() => window.tableBench?.seen())
  if (!now) throw new Error('the page of the table is not there')
  return now
}

async function openPage(page: Page): Promise<Page> {
  const files = readPageFiles(built)
  await page.route(`${origin}/**`, (route) => {
    const file = files.get(new URL(route.request().url()).pathname)
    return route.fulfill(file ? { body: file.body, contentType: file.type } : { status: 404 })
  })
  page.on('pageerror', (error) => console.log(`the page failed: ${error.message}`))
  await page.goto(`${origin}/table.html`)
  await page.waitForFunction(() => window.tableBench !== undefined)
  return page
}

function figuresOf(samples: readonly Sample[]): readonly Figure[] {
  const across = (of: (sample: Sample) => number) => median(samples.map(of))
  return [
    {
      name: 'table.scrollP50Ms',
      value: across(({ scroll }) => median(scroll)),
      unit: 'ms',
      about: '100,000 rows: a frame of a fast scroll, half of them',
    },
    {
      name: 'table.scrollP95Ms',
      value: across(({ scroll }) => percentile(scroll, 0.95)),
      unit: 'ms',
      about: '100,000 rows: a frame of a fast scroll, 95 of 100',
      goal: { atMost: 20 },
    },
    {
      name: 'table.filterMs',
      value: across(({ searches: all }) => Math.max(...all)),
      unit: 'ms',
      about: '100,000 rows: the slowest of four searches, from the letter to the rows',
      goal: { atMost: 500 },
    },
    {
      name: 'table.sortMs',
      value: across(({ sort: ms }) => ms),
      unit: 'ms',
      about: '100,000 rows: sorted by title, from the press to the rows',
    },
  ]
}
