// V12, for the page: a desktop that sells to one customer after the other, for as long as it is told to. Owns the sales, what is
// measured and the control that must be noticed; must never run by itself in a push, nor count garbage as growth.

import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import { needBuiltApp } from '../scripts/build-app.ts'
import { HEAP_A_SALE_MAX, HEAP_BYTES_MAX, MAIN_BYTES_MAX } from '../bench/budgets.ts'
import { sellByKeys } from '../bench/key-sale.ts'
import { mapReady } from '../bench/map-ready.ts'
import { heapBytes } from '../bench/page-heap.ts'
import { processUse } from '../bench/process-use.ts'
import { rest } from '../bench/rest.ts'
import { median } from '../bench/rounds.ts'
import { launchBrowser } from '../e2e/browser.ts'
import { type Desktop, desktopKind, launchDesktop } from '../e2e/desktop.ts'
import { findChrome } from '../src/main/hub/find-chrome.ts'
import { type Outcome, type Proof, Tally, type Wish } from './proof.ts'
import { type Look, slopeOf, smallestOf } from './slope.ts'

const MINUTE_MS = 60_000
const MIB = 1024 * 1024
/** The demo's stadium has 80,000 seats, and a sale takes two. Some are left unsold, so that there are always two together. */
const SALES_MAX = 36_000
/** Collecting the garbage takes a tenth of a second. */
const SALES_A_LOOK = 10
/** Until then the browser is still optimising code that runs often: two kilobytes a sale. */
const WARM_SALES = 200
/** A single measurement is off by up to a megabyte, as garbage may wait for another turn: of this many the smallest counts. */
const LOOKS_A_STRETCH = 5
/** Fewer cannot tell a slope from an accident: 600 sales in all. */
const STRETCHES_MIN = 8
/** How often it is measured once it is sold out. */
const LOOK_EVERY_MS = 5000
/** For the control: what its page keeps of each sale, three times what a page may, and in how many measurements. */
const LEAK_BYTES = 3 * HEAP_A_SALE_MAX
const CONTROL_LOOKS = 4 * LOOKS_A_STRETCH
const NUMBER_BYTES = 8

export const pageSoakProof: Proof = {
  name: 'page-soak',
  rule: 'V12',
  about:
    'a desktop that sells and sells: its page’s heap without garbage, and what main has in memory, stay as they are',
  round: 'minute',
  rounds: { push: 0, proof: 10, release: 8 * 60 },
  missing: () => (findChrome() || existsSync(chromium.executablePath()) ? null : 'Chromium or Chrome'),
  run,
}

async function run({ rounds, say }: Wish): Promise<Outcome> {
  const tally = new Tally()
  needBuiltApp()
  say(`  ${desktopKind().line}`)
  const browser = await launchBrowser()
  try {
    await soak(browser, { minutes: rounds, tally, say })
  } finally {
    await browser.close()
  }
  return tally.outcome
}

interface Watching {
  readonly minutes: number
  readonly tally: Tally
  readonly say: (line: string) => void
}

async function soak(browser: Browser, { minutes, tally, say }: Watching): Promise<void> {
  const desktop = await launchDesktop(browser)
  try {
    await open(desktop)
    const { heaps, mains } = await sellFor(desktop, { minutes, tally, say })
    judge(heaps, tally)
    judgeMain(mains, tally)
    judgeControl(await sellLeaking(desktop, heaps.at(-1)?.at ?? 0), tally)
    for (const line of desktop.errors()) tally.violate(`logged: ${line}`)
  } finally {
    await desktop.close()
  }
}

async function open({ page }: Desktop): Promise<void> {
  const shows = page.getByRole('listbox').getByRole('option')
  await shows.filter({ hasText: 'City derby' }).first().click()
  await mapReady(page)
}

interface Sizes {
  /** By the number of sales. */
  readonly heaps: readonly Look[]
  readonly mains: readonly number[]
}

async function sellFor(desktop: Desktop, { minutes, tally, say }: Watching): Promise<Sizes> {
  const heaps: Look[] = []
  const mains: number[] = []
  const beganMs = performance.now()
  for (let sales = 0, minute = 0; performance.now() - beganMs < minutes * MINUTE_MS; ) {
    // oxlint-disable-next-line no-await-in-loop -- a seller has two hands
    sales += await sellSome(desktop, sales)
    // oxlint-disable-next-line no-await-in-loop -- after those sales
    const bytes = await heapBytes(desktop)
    heaps.push({ at: sales, bytes })
    mains.push(processUse(desktop.pid)?.residentBytes ?? 0)
    tally.most('sales', sales)
    tally.most('page’s heap KiB, at most', Math.ceil(bytes / 1024))
    tally.most('main MiB, at most', Math.ceil((mains.at(-1) ?? 0) / MIB))
    const passed = Math.floor((performance.now() - beganMs) / MINUTE_MS)
    if (passed === minute) continue
    minute = passed
    say(`  minute ${minute}: ${sales} sales, the page’s heap ${(bytes / MIB).toFixed(2)} MiB`)
  }
  return { heaps, mains }
}

/** Returns how many it sold. */
async function sellSome({ page }: Desktop, sold: number): Promise<number> {
  if (sold >= SALES_MAX) {
    await rest(LOOK_EVERY_MS)
    return 0
  }
  for (let sale = 0; sale < SALES_A_LOOK; sale += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await sellByKeys(page)
  }
  return SALES_A_LOOK
}

function judge(heaps: readonly Look[], tally: Tally): void {
  const warm = heaps.filter(({ at }) => at > WARM_SALES)
  const stretches = smallestOf(warm, LOOKS_A_STRETCH)
  const slope = slopeOf(stretches)
  tally.count('bytes that a sale leaves in the page', Math.round(slope))
  if (stretches.length < STRETCHES_MIN)
    tally.violate(`nothing proven: ${heaps.at(-1)?.at ?? 0} sales are too few`)
  else if (slope > HEAP_A_SALE_MAX) tally.violate(`the page's heap grows by ${slope.toFixed(0)} bytes a sale`)
  const last = heaps.at(-1)?.bytes ?? 0
  if (last > HEAP_BYTES_MAX) tally.violate(`the page's heap has ${(last / MIB).toFixed(0)} MiB`)
}

/** At its start a process has some memory that the system takes back later: the last quarter is judged. */
function judgeMain(mains: readonly number[], tally: Tally): void {
  const late = median(mains.slice(Math.floor((mains.length * 3) / 4)))
  if (late > MAIN_BYTES_MAX) tally.violate(`main stays at ${(late / MIB).toFixed(0)} MiB`)
}

/** The same sales in a page that keeps something of each. */
async function sellLeaking(desktop: Desktop, from: number): Promise<readonly Look[]> {
  const leaking: Look[] = []
  for (let look = 1; look <= CONTROL_LOOKS; look += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await sellSome(desktop, 0)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await desktop.page.evaluate(
      (many) => {
        const kept = (globalThis as { planted?: unknown[] }).planted ?? []
        kept.push(Array.from({ length: many }, (_, at) => at + 0.5))
        Object.assign(globalThis, { planted: kept })
      },
      Math.round((LEAK_BYTES * SALES_A_LOOK) / NUMBER_BYTES),
    )
    // oxlint-disable-next-line no-await-in-loop -- the same
    leaking.push({ at: from + look * SALES_A_LOOK, bytes: await heapBytes(desktop) })
  }
  return leaking
}

function judgeControl(leaking: readonly Look[], tally: Tally): void {
  const slope = slopeOf(smallestOf(leaking, LOOKS_A_STRETCH))
  tally.count('bytes a sale of the control, which must be too many', Math.round(slope))
  if (slope <= HEAP_A_SALE_MAX) tally.violate('nothing proven: a page that forgets nothing was not noticed')
}
