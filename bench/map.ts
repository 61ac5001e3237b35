// The seat map in a real browser, at the size of a theatre and of a stadium, against a grid of as many buttons as the theatre has seats.
// Owns the browser and the names of the figures; must never time anything itself: the page and the browser's own trace do.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { browserOptions } from '../e2e/browser.ts'
import type { Bench, Figure } from './bench.ts'
import { asking, buildPage, openPage, unthrottled, viewport } from './bench-page.ts'
import type { Distance, PageBench } from './page/page-bench.ts'
import { inkOf } from './picture.ts'
import { median, medianRatio, percentile, takeTurns } from './rounds.ts'
import { timeSwaps } from './swaps.ts'

const root = join(import.meta.dirname, '..')
const pictures = join(root, 'test-results', 'bench')
/** Two or three seconds of a slow map, and enough for 95 of 100. */
const FRAMES = 240
const CHANGES = 120

/** At least so many must have been shown, on however busy a machine, for 95 of 100 to mean something. */
const LEAST_SHOWN = 60
/** A picture in which less than this share differs from the background shows no house. */
const LEAST_INK = 0.1

export const mapBench: Bench = {
  name: 'map',
  about:
    'the seat map in Chromium: first paint, pan, zoom and one change, 2,010 and 80,000 seats, against buttons',
  run: async () => {
    await buildPage()
    mkdirSync(pictures, { recursive: true })
    const options = browserOptions()
    const browser = await chromium.launch({ ...options, args: [...(options.args ?? []), ...unthrottled] })
    try {
      return figuresOf(
        await takeTurns({
          2010: () => measure(browser, '2010'),
          80000: () => measure(browser, '80000'),
          dom2010: () => measure(browser, 'dom2010'),
        }),
      )
    } finally {
      await browser.close()
    }
  },
}

type Subject = '2010' | '80000' | 'dom2010'

const ask = asking<PageBench>()

/** One page's life, ms. */
interface Sample {
  readonly firstPaint: number
  readonly all: readonly number[]
  readonly near: readonly number[]
  readonly zoom: readonly number[]
  readonly changes: readonly number[]
}

/** A new page each round: first paint includes code that has not run yet, as on a desk. */
async function measure(browser: Browser, subject: Subject): Promise<Sample> {
  const context = await browser.newContext({ viewport })
  try {
    const page = await openPage(await context.newPage(), subject)
    const firstPaint = await ask(page, 'firstPaint')
    const all = await pan(page, subject, 'all')
    const changes = subject === 'dom2010' ? [] : await ask(page, 'change', CHANGES)
    const near = await pan(page, subject, 'near')
    const zoom = subject === 'dom2010' ? [] : await zoomed(page, subject)
    return { firstPaint, all, near, zoom, changes }
  } finally {
    await context.close()
  }
}

/** Also looks at what is drawn, before and while the mouse is held where the pan ended: fast frames that draw nothing do not count. */
async function pan(page: Page, subject: Subject, distance: Distance): Promise<readonly number[]> {
  await ask(page, 'goTo', distance)
  const before = await look(page, subject, `${distance}-before`)
  await page.mouse.move(viewport.width / 2, viewport.height / 2)
  await page.mouse.down()
  const frames = await timeSwaps(page, () => ask(page, 'pan', distance, FRAMES))
  const after = await look(page, subject, `${distance}-panned`)
  await page.mouse.up()
  if (before.equals(after)) throw new Error(`${subject}: a pan (${distance}) moved nothing`)
  if (frames.length < LEAST_SHOWN) throw new Error(`${subject}: a pan (${distance}) was hardly shown`)
  return frames
}

/** From all in sight to near and back, until the last turn has begun: the picture must differ from the one before. */
async function zoomed(page: Page, subject: Subject): Promise<readonly number[]> {
  await ask(page, 'goTo', 'all')
  const before = await look(page, subject, 'zoom-before')
  const frames = await timeSwaps(page, () => ask(page, 'zoom', FRAMES))
  const after = await look(page, subject, 'zoomed')
  if (before.equals(after)) throw new Error(`${subject}: a zoom changed nothing`)
  if (frames.length < LEAST_SHOWN) throw new Error(`${subject}: a zoom was hardly shown`)
  return frames
}

/** What is on the screen now, kept for people who want to see it too. */
async function look(page: Page, subject: Subject, moment: string): Promise<Buffer> {
  const picture = await page.screenshot({ path: join(pictures, `${subject}-${moment}.png`) })
  const share = await inkOf(page, picture)
  if (share < LEAST_INK)
    throw new Error(`${subject}, ${moment}: only ${(share * 100).toFixed(1)} % of the picture is drawn`)
  return picture
}

function figuresOf(samples: Record<Subject, readonly Sample[]>): readonly Figure[] {
  return [
    ...mapFigures('2010', samples['2010']),
    ...mapFigures('80000', samples['80000']),
    {
      name: 'map.dom2010.panP50Ms',
      value: median(samples.dom2010.map(({ all }) => median(all))),
      unit: 'ms',
      about: '2,010 buttons in a grid: a frame of a pan, half of them',
    },
    {
      name: 'map.80000.panVsDom2010',
      value: medianRatio(
        samples.dom2010.map(({ all }) => median(all)),
        samples['80000'].map(({ all }) => median(all)),
      ),
      unit: 'ratio',
      about: '80,000 seats: panned so much faster than 2,010 buttons in a grid',
      goal: { atLeast: 1.5 },
    },
  ]
}

/** A screen of 60 Hz shows a frame every 16.7 ms; the map may not be what makes it miss one. */
const goals = { firstPaintMs: 300, panP95Ms: 16, nearPanP95Ms: 16, zoomP95Ms: 16, changeMs: 4 } as const

function mapFigures(subject: Subject, samples: readonly Sample[]): readonly Figure[] {
  const seats = `${Number(subject).toLocaleString('en')} seats`
  const across = (of: (sample: Sample) => number) => median(samples.map(of))
  const figure = (what: string, value: number, about: string): Figure => {
    const atMost = subject === '80000' ? goals[what as keyof typeof goals] : undefined
    const goal = atMost === undefined ? {} : { goal: { atMost } }
    return { name: `map.${subject}.${what}`, value, unit: 'ms', about: `${seats}: ${about}`, ...goal }
  }
  return [
    figure(
      'firstPaintMs',
      across(({ firstPaint }) => firstPaint),
      'the map there and sharp, from its data',
    ),
    figure(
      'panP50Ms',
      across(({ all }) => median(all)),
      'a frame of a pan, all in sight, half of them',
    ),
    figure(
      'panP95Ms',
      across(({ all }) => percentile(all, 0.95)),
      'a frame of a pan, all in sight, 95 of 100',
    ),
    figure(
      'nearPanP50Ms',
      across(({ near }) => median(near)),
      'a frame of a pan at natural size, half of them',
    ),
    figure(
      'nearPanP95Ms',
      across(({ near }) => percentile(near, 0.95)),
      'a frame of a pan at natural size, 95 of 100',
    ),
    figure(
      'zoomP50Ms',
      across(({ zoom }) => median(zoom)),
      'a frame of a zoom between all in sight and near, half of them',
    ),
    figure(
      'zoomP95Ms',
      across(({ zoom }) => percentile(zoom, 0.95)),
      'a frame of a zoom between all in sight and near, 95 of 100',
    ),
    figure(
      'changeP50Ms',
      across(({ changes }) => median(changes)),
      'a frame that shows one changed seat, half of them',
    ),
    figure(
      'changeMs',
      across(({ changes }) => percentile(changes, 0.95)),
      'a frame that shows one changed seat, 95 of 100',
    ),
  ]
}
