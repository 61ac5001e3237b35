// `npm run shots`: every screen of a demo house, in its sizes, languages and schemes, in high contrast and in forced colours,
// into docs/shots. The pictures are what a new user sees; a change to a screen is looked at here before it is kept.

import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { launchBrowser } from '../e2e/browser.ts'
import { type Hub, startHub } from '../e2e/hub-process.ts'

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
  /** Asked for by the system: strong edges, or its own few colours. */
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
/** The third language, and a phone in each: once each, since what differs between them is seen above. */
const further: readonly Look[] = [
  ...sizes.slice(0, 1).map((size) => ({ size, language: 'hi', colorScheme: 'light' }) as const),
  { size: phone, language: 'en', colorScheme: 'light' },
  { size: phone, language: 'fa', colorScheme: 'dark' },
  { size: phone, language: 'hi', colorScheme: 'light' },
]
const looks = [...usual, ...special, ...further]

async function shoot(browser: Browser, hub: Hub, look: Look): Promise<void> {
  const { size, language, colorScheme, asks } = look
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
  const page = await context.newPage()
  await page.goto(await hub.newLink())
  const shot = async (name: string) => {
    await page.waitForTimeout(400)
    const words = [name, size.width, language, colorScheme, asks ?? []].flat()
    await page.screenshot({ path: join(folder, `${words.join('-')}.png`) })
  }
  await page.getByRole('listbox').waitFor()
  await shot('tonight')
  await overlay(page, shot, { keys: ['Control+k'], name: 'commands' })
  await overlay(page, shot, { keys: ['?'], name: 'keys' })
  await sell(page, looks.indexOf(look), shot)
  await find(page, shot)
  await stay(page, hub, shot)
  await shift(page, hub, shot)
  await page.goto(`${hub.address}/#/manage`)
  await page.getByRole('checkbox').nth(1).check()
  await page.getByRole('checkbox').nth(3).check()
  await shot('manage')
  await tables(page, hub, shot)
  await lookBack(page, shot)
  await page.goto(`${hub.address}/#/spreadsheet`)
  await page.locator('textarea').fill('id,name,phone,vip\n,Asha Rao,+91 98200 12345,yes\n')
  await page.locator('textarea + button, div:has(> textarea) + button').click()
  await page.getByRole('table').waitFor()
  await shot('spreadsheet')
  await page.goto(`${hub.address}/#/plans`)
  await page.getByRole('table').waitFor()
  await shot('plans')
  await page.getByRole('main').getByRole('group').getByRole('button').nth(1).click()
  await page.getByRole('grid').press('Home')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowRight')
  await shot('plan-editor')
  await page.goto(`${hub.address}/#/messages`)
  await page.locator('fieldset').first().waitFor()
  await shot('messages')
  await page.goto(`${hub.address}/#/printers`)
  await page.getByRole('group').nth(2).waitFor()
  await shot('printers')
  for (const name of ['staff', 'audit', 'reports']) {
    await page.goto(`${hub.address}/#/${name}`)
    await page.getByRole('table').first().waitFor()
    await shot(name)
  }
  await page.goto(`${hub.address}/#/import`)
  await shot('import')
  await page.goto(`${hub.address}/#/gate`)
  await page.getByRole('main').getByRole('textbox').fill('1A2B3C4D')
  await page.keyboard.press('Enter')
  await page.locator('[data-answer=unknown]').first().waitFor()
  await shot('gate')
  await context.close()
}

type Shot = (name: string) => Promise<void>

/** What opens over a screen and is left with Escape. */
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

/** What the office has of each kind, and what it makes of shows by days. */
async function tables(page: Page, hub: Hub, shot: Shot): Promise<void> {
  const open = async (place: string, name: string, ready: string) => {
    await page.goto(`${hub.address}/#/${place}`)
    await page.locator(ready).first().waitFor()
    await shot(name)
  }
  await open('manage/calendar', 'calendar', 'td[aria-current=date]')
  await open('series/1', 'series', 'td[aria-current=date]')
  await open('terms', 'terms', 'table input')
  await open('manage/listings', 'listings', '[role=gridcell]')
  await open('manage/customers', 'customers', '[role=gridcell]')
  await open('manage/coupons', 'coupons', '[role=gridcell]')
}

/** From the table to how a hall filled, a change before the last, and what happened to one of its seats. */
async function lookBack(page: Page, shot: Shot): Promise<void> {
  const line = page.getByRole('row').filter({ hasText: 'The Glass Orchard' }).first()
  await line.getByRole('cell').last().getByRole('button').first().click()
  const slider = page.getByRole('slider')
  await slider.waitFor()
  await page.getByRole('grid').focus()
  await page.keyboard.type('C10')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary').getByRole('listitem').first().waitFor()
  for (const _ of ['the last change', 'the one before']) await slider.press('ArrowDown')
  await shot('time-machine')
}

/** The sale just made, found again among the newest, looked at, printed again and cancelled. */
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

/** A drawer as it is opened, while it is open, and counted. */
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

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
const hub = await startHub()
try {
  for (const look of looks) {
    // oxlint-disable-next-line no-await-in-loop -- one demo house, one desk at a time
    await shoot(browser, hub, look)
    console.log(`${look.size.width}×${look.size.height} ${look.language} ${look.colorScheme}`)
  }
} finally {
  await hub.remove()
  await browser.close()
}
