import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Desk } from '../pages/desk.ts'

const show = 'The Glass Orchard'

/** From the table of shows, by the row's own button. */
async function openSeats(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/manage'))
  await page.getByLabel('Search shows').fill('Glass Orchard')
  await page
    .getByRole('button', { name: /^Seats: .*The Glass Orchard/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: /^Seats: The Glass Orchard/ })).toBeVisible()
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key)
}

test('[A2] 112 rows of seats: 97 go off sale, 11 are sold and 4 held; tried, done and taken back by keys alone', async ({
  openDesk,
}) => {
  test.setTimeout(150_000)
  const selling = new Desk(await openDesk())
  await selling.sell(show, 'D10', 'D11', 'D12', 'D13', 'D14', 'D15')
  await selling.page.getByRole('link', { name: 'Tonight' }).click()
  await selling.sell(show, 'E10', 'E11', 'E12', 'E13', 'E14')
  await selling.page.getByRole('link', { name: 'Tonight' }).click()
  await selling.openShow(show)
  await selling.choose('F10', 'F11', 'F12', 'F13')
  await selling.hold()

  const page = await openDesk()
  await openSeats(page)
  const grid = page.getByRole('grid')
  await grid.focus()
  await page.keyboard.press('Control+Home')
  // Two rows of 26 and one seat come before C2; from there it is 112 to the end of row F.
  await press(page, 'ArrowDown', 53)
  await press(page, 'Shift+ArrowDown', 111)
  await page.keyboard.press('Space')
  await expect(page.getByText('112 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Take off sale…' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Why they are not sold' })).toBeFocused()
  await page.keyboard.type('a camera')
  await page.keyboard.press('Enter')
  const trial = page.getByRole('dialog', { name: /^.*Take off sale \(a camera\).*: 112 rows/ })
  await expect(trial).toContainText('97 will change')
  await expect(trial).toContainText('15 are left out')
  await expect(trial.getByText(/seats are sold/)).toHaveCount(11)
  await expect(trial.getByText(/seats are held or reserved/)).toHaveCount(4)
  expect(await axeFaults(page, 'seats, dry run')).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '97 changed' })).toBeVisible()
  await selling.expectSeat('C10', 'not on sale')
  await selling.expectSeat('D10', 'sold')

  await page.getByLabel('Search seats').fill('camera')
  await expect(grid.getByRole('row', { name: /not on sale.*a camera/ }).first()).toBeVisible()
  await expect(page.getByText('97 of 2,010')).toBeVisible()
  await grid.focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('No rows match.')).toBeVisible()
  await selling.expectSeat('C10', 'free')
  await selling.expectSeat('F12', 'held for you')
})

test('[A1] seats are filtered by zone and state, follow what is sold, and lead to the booking that has one @whole', async ({
  openDesk,
}) => {
  test.setTimeout(90_000)
  const page = await openDesk()
  await openSeats(page)
  for (const [column, choice] of [
    ['Price zone', 'Premium'],
    ['State', 'sold'],
  ] as const) {
    await page.getByRole('button', { name: `Filter: ${column}` }).click()
    await page.getByRole('combobox', { name: column }).selectOption(choice)
    await page.keyboard.press('Escape')
  }
  const row = page.getByRole('row', { name: /G20.*Premium.*TKT-/ })
  await expect(row).toHaveCount(0)
  const number = await new Desk(await openDesk()).sell(show, 'G20')
  await expect(row).toContainText(number)
  expect(await axeFaults(page, 'seats')).toEqual([])
  await row.getByRole('button', { name: /^Open the booking of/ }).click()
  await expect(page.getByRole('complementary', { name: 'Facts and next steps' })).toContainText(number)
})

for (const [locale, colorScheme, width] of [
  ['en-IN', 'light', 390],
  ['fa-IR', 'dark', 1024],
  ['hi-IN', 'light', 1280],
] as const) {
  test(`[E2] axe finds nothing among seats, and nothing is wider than its screen, in ${locale} at ${width}${wholeUnless(width === 1280)}`, async ({
    openDesk,
  }) => {
    const viewport = { width, height: 768 }
    const page = await openDesk({ browser: { locale, colorScheme, viewport, reducedMotion: 'reduce' } })
    await expect(new Desk(page).shows.first()).toBeVisible()
    await page.evaluate(() => (location.hash = '#/seats/1'))
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
  })
}
