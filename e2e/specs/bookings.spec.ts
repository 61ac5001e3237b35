import { readFileSync } from 'node:fs'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Desk } from '../pages/desk.ts'
import { Till } from '../pages/till.ts'

const show = 'The Glass Orchard'

test('[A1] a booking is found by its state and way of payment, comes by itself, is opened by keys alone, and what is shown is saved', async ({
  openDesk,
}) => {
  test.setTimeout(120_000)
  const page = await openDesk()
  await page.evaluate(() => (location.hash = '#/manage/bookings'))
  const grid = page.getByRole('grid', { name: 'Bookings' })
  await expect(grid.getByRole('row').nth(1)).toBeVisible()
  const selling = new Desk(await openDesk())
  const number = await selling.sell(show, 'C10', 'C11')
  const row = grid.getByRole('row').filter({ hasText: number })
  await expect(row).toContainText('confirmed')
  await expect(row).toContainText('C10, C11')
  await expect(row).toContainText('Cash')
  const till = new Till(await openDesk())
  await till.begin(show, 'D10')
  await till.showPicture()
  await till.expectSold()
  expect(await axeFaults(page, 'bookings')).toEqual([])

  await page.getByRole('button', { name: 'Filter: Paid by' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Paid by' }).selectOption('PROOF')
  await page.keyboard.press('Escape')
  await expect(grid.getByRole('row')).toHaveCount(2)
  await expect(grid.getByRole('row').nth(1)).toContainText('D10')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).focus()
  await page.keyboard.press('Enter')
  const saved = await saving
  expect(saved.suggestedFilename()).toBe('Bookings.csv')
  const lines = readFileSync(await saved.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/^\uFEFFTicket number,State,Show,Seats,/)
  expect(lines[1]).toMatch(
    /^TKT-\d{8}-[0-9A-F]{8},confirmed,.*,D10,.*,1210,Bank transfer,.*\d{4}-\d\d-\d\d \d\d:\d\d/,
  )

  await page.getByRole('button', { name: 'Clear 1 filter' }).click()
  await grid.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  const some = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  expect(
    readFileSync(await (await some).path(), 'utf8')
      .trimEnd()
      .split('\r\n'),
  ).toHaveLength(3)

  await grid.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Facts and next steps' })).toBeVisible()
  await expect(page.getByRole('img', { name: /^Picture of the transfer/ })).toBeVisible()
})

for (const [locale, colorScheme, width] of [
  ['en-IN', 'light', 390],
  ['fa-IR', 'dark', 1024],
  ['hi-IN', 'light', 1280],
] as const) {
  test(`[E2] axe finds nothing among bookings, and nothing is wider than its screen, in ${locale} at ${width}${wholeUnless(width === 1024)}`, async ({
    openDesk,
  }) => {
    const viewport = { width, height: 768 }
    const page = await openDesk({ browser: { locale, colorScheme, viewport, reducedMotion: 'reduce' } })
    await expect(new Desk(page).shows.first()).toBeVisible()
    await page.evaluate(() => (location.hash = '#/manage/bookings'))
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
  })
}
