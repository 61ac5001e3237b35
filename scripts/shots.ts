// Every screen of a demo house, in its sizes, languages and schemes, in high contrast and in forced colours, into docs/shots (`npm run
// shots`). The pictures show what a new user sees; check a change to a screen here before you keep it.

import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { launchBrowser } from '../e2e/browser.ts'
import { freePort } from '../e2e/free-port.ts'
import { type Hub, startHub } from '../e2e/hub-process.ts'
import { MINUTE_MS, SECOND_MS } from '../src/shared/lib/time.ts'
import { AHEAD_MS, type Shot, furnishOffice, shootOffice } from './shots-of-office.ts'
import { openRareHouses, shootRare } from './shots-of-rare.ts'

const folder = join(import.meta.dirname, '..', 'docs', 'shots')
const sizes = [
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
]
const phone = { width: 390, height: 844 }
const locales = { en: 'en-IN', fa: 'fa-IR', hi: 'hi-IN' } as const
interface Look {
  readonly size: (typeof sizes)[number]
  readonly language: keyof typeof locales
  readonly colorScheme: 'light' | 'dark'
  /** Set in the system: strong edges, or its own few colours. */
  readonly asks?: 'contrast' | 'forced'
}
const usual: readonly Look[] = sizes.flatMap((size) =>
  (['en', 'fa'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ size, language, colorScheme })),
  ),
)
const special: readonly Look[] = sizes
  .slice(0, 1)
  .flatMap((size) =>
    (['contrast', 'forced'] as const).map((asks) => ({ size, language: 'en', colorScheme: 'light', asks })),
  )
/** The third language, and a phone in each: once each, since the pictures above show the differences. */
const further: readonly Look[] = [
  ...sizes.slice(0, 1).map((size) => ({ size, language: 'hi', colorScheme: 'light' }) as const),
  { size: phone, language: 'en', colorScheme: 'light' },
  { size: phone, language: 'fa', colorScheme: 'dark' },
  { size: phone, language: 'hi', colorScheme: 'light' },
]
const looks = [...usual, ...special, ...further]
/** Screens that no phone shows. */
const seldom: readonly Look[] = sizes.flatMap((size) =>
  (['en', 'fa', 'hi'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ size, language, colorScheme })),
  ),
)
/** `node scripts/shots.ts office`, or `rare`: only those screens; the other pictures stay. */
const isOfficeAlone = process.argv.includes('office')
const isRareAlone = process.argv.includes('rare')

async function openPage(browser: Browser, { size, language, colorScheme, asks }: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: size,
    colorScheme,
    locale: locales[language],
    ...(size === phone && { hasTouch: true, isMobile: true }),
    contrast: asks === 'contrast' ? 'more' : 'no-preference',
    forcedColors: asks === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Kolkata',
  })
  return context.newPage()
}

function shotOf(page: Page, { size, language, colorScheme, asks }: Look): Shot {
  return async (name) => {
    await page.waitForTimeout(400)
    const words = [name, size.width, language, colorScheme, asks ?? []].flat()
    await page.screenshot({ path: join(folder, `${words.join('-')}.png`) })
  }
}

async function shoot(browser: Browser, hub: Hub, look: Look): Promise<void> {
  const page = await openPage(browser, look)
  const context = page.context()
  const shot = shotOf(page, look)
  // By the house's time: otherwise each picture would show the warning of a wrong clock.
  await page.clock.install({ time: Date.now() + AHEAD_MS })
  await page.goto(await hub.newLink())
  await page.getByRole('listbox').waitFor()
  const urgent = page.locator('aside:has([role=alert]) button')
  await urgent.first().waitFor()
  await shot('urgent')
  // Dismissed, so that it covers no other picture.
  await urgent.last().click()
  if (isOfficeAlone) {
    await shootOffice(page, hub, shot)
    return context.close()
  }
  await shot('tonight')
  await overlay(page, shot, { keys: ['Control+k'], name: 'commands' })
  await overlay(page, shot, { keys: ['?'], name: 'keys' })
  await sell(page, looks.indexOf(look), shot)
  await find(page, shot)
  await stay(page, hub, shot)
  await shift(page, hub, shot)
  await shootOffice(page, hub, shot)
  await page.goto(`${hub.address}/#/gate`)
  await page.getByRole('main').getByRole('textbox').fill('1A2B3C4D')
  await page.keyboard.press('Enter')
  await page.locator('[data-answer=unknown]').first().waitFor()
  await shot('gate')
  await context.close()
}

/** Something that opens over a screen and is closed with Escape. */
async function overlay(
  page: Page,
  shot: Shot,
  { keys, name }: { readonly keys: readonly string[]; readonly name: string },
): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
  await page.getByRole('dialog').waitFor()
  await shot(name)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** The sale just made, found among the newest, opened, printed again and cancelled. */
async function find(page: Page, shot: Shot): Promise<void> {
  await page.keyboard.press('F2')
  await page.keyboard.press('Enter')
  const found = page.getByRole('listbox').getByRole('option')
  await found.first().waitFor()
  await shot('find')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('[aria-current=step]').waitFor()
  await shot('booking')
  await overlay(page, shot, { keys: ['p'], name: 'copy' })
  await page.keyboard.press('m')
  await page.getByRole('grid').waitFor()
  await shot('move')
  await page.keyboard.press('Escape')
  await page.locator('[aria-current=step]').waitFor()
  await page.getByRole('checkbox').first().check()
  await overlay(page, shot, { keys: ['Delete'], name: 'give-back' })
  await page.getByRole('checkbox').first().uncheck()
  await page.keyboard.press('Delete')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('Rain')
  await shot('cancel')
  await page.keyboard.press('Enter')
  await page
    .locator('[aria-current=step]')
    .filter({ has: page.locator('[data-state=refunded]') })
    .waitFor()
  await shot('refunded')
  await page.keyboard.press('F2')
  await page.keyboard.type('zzzz')
  await found.first().waitFor({ state: 'detached' })
  await shot('find-nothing')
}

/** Nights of a hotel and places of a departure: chosen, and nothing held. */
async function stay(page: Page, hub: Hub, shot: Shot): Promise<void> {
  const open = async (title: string) => {
    await page.goto(`${hub.address}/#/tonight`)
    await page.getByRole('listbox').getByRole('option').filter({ hasText: title }).first().click()
  }
  await open('Harbour Lights')
  await page.getByRole('table').getByRole('button').nth(2).click()
  await shot('hotel')
  await open('Kerala backwaters')
  await page.locator('section').getByRole('button').last().click()
  await shot('departure')
}

/** Each look sells in a row of its own, so that one demo house serves them all. */
async function sell(page: Page, turn: number, shot: Shot): Promise<void> {
  await page.getByRole('listbox').getByRole('option').filter({ hasText: 'The Glass Orchard' }).first().click()
  await page.getByRole('grid').waitFor()
  await page.keyboard.type(`${'CDEFGHJKLMNPQR'[turn] ?? 'S'}10`)
  for (const key of ['Space', 'ArrowRight', 'Space', 'ArrowRight', 'Space']) await page.keyboard.press(key)
  await shot('sell')
  await page.keyboard.press('F1')
  await shot('seat-card')
  await page.keyboard.press('Escape')
  for (let zoom = 0; zoom < 6; zoom += 1) await page.keyboard.press('+')
  await page.keyboard.press('F9')
  await page.getByRole('timer').waitFor()
  await shot('held')
  await page.keyboard.press('F9')
  const ways = page.getByRole('main').locator('[aria-pressed]')
  for (const [index, name] of ['card', 'upi', 'net', 'wallet', 'transfer'].entries()) {
    await ways.nth(index + 1).click()
    await shot(`pay-${name}`)
  }
  await ways.first().click()
  await page.locator('form input').first().fill('5000')
  await shot('pay')
  await page.keyboard.press('Enter')
  await page.getByRole('article').first().waitFor()
  await shot('ticket')
}

/** The drawer while it is opened, while it is open, and counted. */
async function shift(page: Page, hub: Hub, shot: (name: string) => Promise<void>): Promise<void> {
  await page.goto(`${hub.address}/#/shift`)
  const fields = page.getByRole('main').getByRole('textbox')
  await fields.first().fill('2')
  await shot('shift-open')
  await page.keyboard.press('F9')
  await fields.first().waitFor({ state: 'hidden' })
  await shot('shift')
  await page.keyboard.press('x')
  await page.getByRole('article').waitFor()
  await shot('shift-x')
  await page.keyboard.press('Escape')
  await page.getByRole('article').waitFor({ state: 'detached' })
  await page.getByRole('main').getByRole('heading').first().waitFor()
  await page.keyboard.press('F9')
  await fields.first().fill('1')
  await shot('shift-count')
}

const browser = await launchBrowser()
// Only once there is a browser to take new ones: those that the README shows are among them.
if (!isOfficeAlone && !isRareAlone) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const own = { ownsClock: true, lockSeconds: (60 * MINUTE_MS) / SECOND_MS }
const words = ['--lan', `127.0.0.1:${await freePort()}`]
try {
  if (!isRareAlone) await shootUsual()
  if (!isOfficeAlone) await shootSeldom()
} finally {
  await browser.close()
}

async function shootUsual(): Promise<void> {
  // Holds that outlast the last look, so that the house lists them; in the looks themselves they last as long as usual.
  const before = await startHub({ ...own, holdSeconds: (60 * MINUTE_MS) / SECOND_MS })
  const hub = await furnished(before)
  try {
    for (const look of looks) {
      // oxlint-disable-next-line no-await-in-loop -- uploads stay ten minutes, of four desks at most: a restart forgets them
      await hub.restart()
      // oxlint-disable-next-line no-await-in-loop -- one demo house, one desk at a time
      await shoot(browser, hub, look)
      tell(look)
    }
  } finally {
    await hub.stop()
    await before.remove()
  }
}

async function shootSeldom(): Promise<void> {
  const houses = await openRareHouses(browser)
  try {
    for (const [turn, look] of seldom.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one house, one desk at a time
      await shootRare(houses, {
        language: look.language,
        turn,
        open: () => openPage(browser, look),
        shotOf: (page) => shotOf(page, look),
      })
      tell(look)
    }
  } finally {
    await houses.remove()
  }
}

function tell({ size, language, colorScheme }: Look): void {
  console.log(`${size.width}×${size.height} ${language} ${colorScheme}`)
}

async function furnished(house: Hub): Promise<Hub> {
  await furnishOffice(browser, house)
  await house.stop()
  return startHub({ ...own, words, data: house.data })
}
