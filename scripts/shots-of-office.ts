// The office's screens for `npm run shots`: every table and page under Manage, each with something in it. Owns the preparation of a demo
// house; must never judge a picture.

import type { Browser, Page } from '@playwright/test'
import type { Hub } from '../e2e/hub-process.ts'
import { plainPng } from '../e2e/png.ts'
import { Till } from '../e2e/pages/till.ts'
import { MINUTE_MS } from '../src/shared/lib/time.ts'

/** As tall as a telephone's screen. */
const transfer = { name: 'transfer.png', mimeType: 'image/png', buffer: plainPng(540, 900, [214, 226, 240]) }

export type Shot = (name: string) => Promise<void>

/** How far the demo house's clock is ahead once it is furnished: its long holds have lasted that long. */
export const AHEAD_MS = 10 * MINUTE_MS

/** Once, before all pictures: transfers that wait for review, holds, a coach with many long holds, changes. */
export async function furnishOffice(browser: Browser, hub: Hub): Promise<void> {
  const context = await browser.newContext({ locale: 'en-IN', timezoneId: 'Asia/Kolkata' })
  const page = await context.newPage()
  await page.goto(hub.link)
  const till = new Till(page)
  for (const seat of ['A10', 'A12', 'A14']) {
    // oxlint-disable-next-line no-await-in-loop -- one till
    await till.begin('The Glass Orchard', seat)
    // oxlint-disable-next-line no-await-in-loop -- one till
    await till.by('Bank transfer')
    // oxlint-disable-next-line no-await-in-loop -- one till
    await page.getByRole('main').locator('input[type=file]').setInputFiles(transfer)
    // oxlint-disable-next-line no-await-in-loop -- one till
    await page.getByRole('button', { name: /^Take ₹/ }).click()
    // oxlint-disable-next-line no-await-in-loop -- one till
    await till.expectSold()
    // oxlint-disable-next-line no-await-in-loop -- one till
    await page.goto(`${hub.address}/#/tonight`)
  }
  await till.openShow('Mumbai → Pune')
  const carts = [
    ['1A', '1B', '1C', '1D', '2A', '2B', '2C', '2D', '4A', '4B'],
    ['4C', '4D', '5A', '5B'],
  ]
  for (const seats of carts) {
    // oxlint-disable-next-line no-await-in-loop -- one cart after the other
    await till.choose(...seats)
    // oxlint-disable-next-line no-await-in-loop -- one cart after the other
    await till.hold()
    // oxlint-disable-next-line no-await-in-loop -- one cart after the other
    await page.keyboard.press('F4')
    // oxlint-disable-next-line no-await-in-loop -- one cart after the other
    await till.inCart(seats[0] ?? '').waitFor({ state: 'hidden' })
  }
  await hub.passTime(AHEAD_MS)
  await till.choose('5C')
  await till.hold()
  await page.keyboard.press('F4')
  await context.close()
}

export async function shootOffice(page: Page, hub: Hub, shot: Shot): Promise<void> {
  const open = async (place: string, name: string, ready: string) => {
    await page.goto(`${hub.address}/#/${place}`)
    await page.locator(ready).first().waitFor()
    await shot(name)
  }
  const table = '[role=gridcell]'
  await page.goto(`${hub.address}/#/manage`)
  await page.getByRole('checkbox').nth(1).check()
  await page.getByRole('checkbox').nth(3).check()
  await shot('manage')
  await open('manage/calendar', 'calendar', 'td[aria-current=date]')
  await open('series/1', 'series', 'td[aria-current=date]')
  await open('terms', 'terms', 'table input')
  await open('manage/bookings', 'bookings', table)
  await open('manage/holds', 'holds', table)
  await open('manage/proofs', 'proofs', 'main img')
  await open('manage/customers', 'customers', table)
  await open('manage/coupons', 'coupons', table)
  await open('manage/listings', 'listings', table)
  await images(page, shot)
  await open('seats/1', 'seats', table)
  await open('off-sale/1', 'off-sale', '[role=grid]')
  await lookBack(page, hub, shot)
  await sheets(page, hub, shot)
  await open('manage/changes', 'changes', 'main table')
  await plans(page, hub, shot)
  await open('messages', 'messages', 'fieldset')
  await open('printers', 'printers', 'main fieldset')
  await open('updates', 'updates', 'main section')
  await open('staff', 'staff', table)
  await open('audit', 'audit', 'main table')
  await kiosks(page, hub, shot)
  await open('reports', 'reports', 'main table')
  await open('reports/alerts', 'alerts', 'main section[tabindex] table')
  await page.locator('main section').last().scrollIntoViewIfNeeded()
  await shot('reports-end')
  await open('import', 'import', 'main button')
}

/** Chosen and described, but not saved: the next look finds the listing unchanged. */
async function images(page: Page, shot: Shot): Promise<void> {
  await page.locator('[role=gridcell] button:has(svg)').first().click()
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles(
      [
        { color: [196, 84, 60] as const, name: 'front.png' },
        { color: [52, 92, 140] as const, name: 'room.png' },
      ].map(({ color, name }) => ({ name, mimeType: 'image/png', buffer: plainPng(800, 500, color) })),
    )
  await page.getByRole('dialog').getByRole('listitem').nth(1).waitFor()
  await page.getByRole('dialog').getByRole('textbox').first().fill('The front in the evening')
  await shot('images')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** From the table to how a hall filled, the change before the last, and the history of one of its seats. */
async function lookBack(page: Page, hub: Hub, shot: Shot): Promise<void> {
  await page.goto(`${hub.address}/#/time-machine/1`)
  const slider = page.getByRole('slider')
  await slider.waitFor()
  await page.getByRole('grid').focus()
  await page.keyboard.type('C10')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary').getByRole('listitem').first().waitFor()
  for (const _ of ['the last change', 'the one before']) await slider.press('ArrowDown')
  await shot('time-machine')
}

/** What a file would do, what is wrong with one, and one that was imported. */
async function sheets(page: Page, hub: Hub, shot: Shot): Promise<void> {
  await page.goto(`${hub.address}/#/spreadsheet`)
  const look = async (of: string, text: string) => {
    await page.getByRole('main').getByRole('combobox').selectOption(of)
    await page.locator('textarea').fill(text)
    await page.locator('textarea + button, div:has(> textarea) + button').click()
    await page.getByRole('table').waitFor()
  }
  const year = new Date().getFullYear() + 1
  await look('shows', `show,like,start,active\n,1,${year}-03-01T19:30,yes\n,1,${year}-03-01 20:30,yes\n`)
  await shot('spreadsheet')
  await look('coupons', 'code,percent,active\nTEN,ten,yes\n,5,perhaps\n')
  await shot('spreadsheet-wrong')
  await look('customers', `id,name,phone,vip\n,Asha ${Date.now()},+91 98200 12345,yes\n`)
  await page.locator('main button:not(main textarea ~ button)').last().click()
  await page.getByRole('table').waitFor({ state: 'hidden' })
  await shot('spreadsheet-done')
}

async function plans(page: Page, hub: Hub, shot: Shot): Promise<void> {
  await page.goto(`${hub.address}/#/plans`)
  await page.getByRole('table').waitFor()
  await shot('plans')
  await page.getByRole('main').getByRole('group').getByRole('button').nth(1).click()
  await page.getByRole('grid').press('Home')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowRight')
  await shot('plan-editor')
}

/** With the code that the next machine must enter. */
async function kiosks(page: Page, hub: Hub, shot: Shot): Promise<void> {
  await page.goto(`${hub.address}/#/kiosks`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await shot('kiosks')
  await page.locator('main header button').last().click()
  await page.getByRole('dialog').waitFor()
  await shot('kiosks-add')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
