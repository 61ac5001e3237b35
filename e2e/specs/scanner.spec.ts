import type { Page } from '@playwright/test'
import { bookingOn, codesOf } from '../codes.ts'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Desk } from '../pages/desk.ts'
import { type Layout, Scanner } from '../pages/scanner.ts'

/** Sells one ticket, and returns the seller to the shows. */
async function sold(page: Page): Promise<{ readonly code: string; readonly bookingId: string }> {
  const desk = new Desk(page)
  await desk.sell('The Glass Orchard', 'D10')
  const bookingId = bookingOn(page)
  const [code = ''] = await codesOf(page, bookingId)
  await page.getByRole('link', { name: 'Tonight' }).click()
  await expect(desk.shows.first()).toBeVisible()
  return { code, bookingId }
}

async function expectBooking(page: Page, bookingId: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'The Glass Orchard', level: 1 })).toBeFocused()
  expect(page.url()).toContain(`#/booking/${bookingId}`)
}

for (const layout of ['american', 'persian', 'hindi'] satisfies Layout[])
  test(`[T3] a scanned ticket opens its booking while a field has the focus, and none of it lands there: ${layout} keyboard${wholeUnless(layout === 'persian')}`, async ({
    openDesk,
  }) => {
    const page = await openDesk()
    const { code, bookingId } = await sold(page)
    const desk = new Desk(page)
    await desk.search.fill('Asha')
    await new Scanner(page).scan(code, { layout })
    await expectBooking(page, bookingId)
    await page.keyboard.press('Escape')
    await expect(desk.search).toHaveValue('Asha')
  })

test('[T3] on the map, over a dialog and on a list to choose from a scan is a scan, and chooses, presses and types nothing', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const { code, bookingId } = await sold(page)
  const desk = new Desk(page)
  const scanner = new Scanner(page)
  const back = async () => {
    await page.keyboard.press('Escape')
    await expect(desk.cart.getByText('C5', { exact: true })).toBeVisible()
  }
  await desk.openShow('The Glass Orchard')
  await desk.choose('C5')
  await desk.map.focus()
  await scanner.scan(code)
  await expectBooking(page, bookingId)
  await back()

  // Some scanners end with no key at all.
  const types = desk.cart.getByRole('combobox').first()
  const before = await types.inputValue()
  await types.focus()
  await scanner.scan(code, { suffix: 'none' })
  await expectBooking(page, bookingId)
  await back()
  await expect(types).toHaveValue(before)

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await scanner.scan(code, { suffix: 'Tab', gapMs: 2 })
  await expectBooking(page, bookingId)
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('[T3] what a person types arrives, fast or slow, also where it begins as a ticket does @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await expect(desk.shows.first()).toBeVisible()
  await desk.search.focus()
  await page.keyboard.type('guichet g gu', { delay: 120 })
  await expect(desk.search).toHaveValue('guichet g gu')
  await desk.search.fill('')
  await page.keyboard.type('guide GUICHET2/')
  await expect(desk.search).toHaveValue('guide GUICHET2/')
})

test('[T3] half a scan is forgotten, and the next one is read @whole', async ({ openDesk }) => {
  const page = await openDesk()
  const { code, bookingId } = await sold(page)
  const desk = new Desk(page)
  await desk.search.focus()
  const scanner = new Scanner(page)
  await scanner.scan(code.slice(0, 60), { suffix: 'none' })
  // Longer than the interval: what comes now is another code.
  await page.waitForTimeout(300)
  await expect(desk.search).toHaveValue('')
  await scanner.scan(code)
  await expectBooking(page, bookingId)
})

test('[T3] the interval and the key before a code are set by whoever tries the scanner', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await expect(new Desk(page).shows.first()).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('scanner', { delay: 20 })
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Scanner' })
  await expect(dialog).toBeVisible()
  await new Scanner(page).scan('978-3-16')
  await expect(dialog.getByRole('status')).toContainText('978-3-16')
  await dialog.getByLabel('Longest pause').selectOption('120 ms')
  await dialog.getByLabel('Key before each code').selectOption('F13')
  await page.reload()
  await expect(new Desk(page).shows.first()).toBeVisible()
  // After its key any code is a scan: a code that is no ticket is searched for.
  const scanner = new Scanner(page)
  await Promise.all([scanner.press('F13', 124), scanner.scan('98200', { gapMs: 60 })])
  await expect(page.getByRole('heading', { level: 1 })).toContainText('98200')
})
