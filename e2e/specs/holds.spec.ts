import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Desk } from '../pages/desk.ts'

async function holding(page: Page, ...seats: string[]): Promise<Desk> {
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose(...seats)
  await desk.hold()
  return desk
}

async function openHolds(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/manage/holds'))
  await expect(page.getByRole('grid', { name: 'Holds' })).toBeVisible()
}

test('[H12] [A1] a manager finds a hold by its desk, releases it with a reason by keys alone, and its seller is told', async ({
  openDesk,
}) => {
  test.setTimeout(90_000)
  const page = await openDesk()
  await openHolds(page)
  const selling = await holding(await openDesk(), 'C10', 'C11')
  const other = await holding(await openDesk(), 'D10')
  const row = page.getByRole('row').filter({ hasText: 'C10, C11' })
  await expect(row).toContainText('The Glass Orchard')
  await expect(row).toContainText('held')
  await expect(row).toContainText(/\d:\d\d:\d\d \d:\d\d/)
  expect(await axeFaults(page, 'holds')).toEqual([])

  await page.getByLabel('Search holds').fill('C10')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Release…' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Why they are released')).toBeFocused()
  await page.keyboard.type('the choir needs them')
  await page.keyboard.press('Enter')
  const trial = page.getByRole('dialog', { name: /Release: .*the choir needs them/ })
  await expect(trial).toContainText('1 will change')
  await expect(trial).toContainText('This cannot be undone')
  expect(await axeFaults(page, 'release')).toEqual([])
  await expect(trial.getByRole('button', { name: 'Apply to 1' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '1 changed' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await expect(page.getByText('No rows match.')).toBeVisible()
  await expect(selling.message).toContainText('C10')
  await expect(other.cart.getByRole('timer')).toBeVisible()

  await page.evaluate(() => (location.hash = '#/manage/changes'))
  const change = page.getByRole('row', { name: /Holds: Release: .*the choir needs them/ })
  await expect(change).toContainText('1 changed')
  await expect(change.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})

test('[H12] [H16] what is promised to a customer stays and says why; what is sold meanwhile leaves the table by itself', async ({
  openDesk,
}) => {
  test.setTimeout(90_000)
  const page = await openDesk()
  await openHolds(page)
  const selling = await holding(await openDesk(), 'E10')
  const row = page.getByRole('row').filter({ hasText: 'E10' })
  await expect(row).toContainText('held')
  // The demo house has reservations of its own.
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  await page.getByRole('button', { name: 'Release…' }).click()
  await page.getByRole('button', { name: 'Left at the desk' }).click()
  await page.getByRole('button', { name: 'Try it first' }).click()
  const trial = page.getByRole('dialog', { name: /Release: / })
  await expect(trial).toContainText('is promised to somebody who pays later')
  await trial.getByRole('button', { name: 'Cancel' }).click()
  await selling.takeCash()
  await expect(row).toHaveCount(0)
})

for (const [locale, colorScheme, width] of [
  ['en-IN', 'light', 390],
  ['fa-IR', 'dark', 1024],
  ['hi-IN', 'light', 1280],
] as const) {
  test(`[E2] axe finds nothing among holds, and nothing is wider than its screen, in ${locale} at ${width}${wholeUnless(width === 1280)}`, async ({
    openDesk,
  }) => {
    await holding(await openDesk(), 'F10')
    const viewport = { width, height: 768 }
    const page = await openDesk({ browser: { locale, colorScheme, viewport, reducedMotion: 'reduce' } })
    await expect(new Desk(page).shows.first()).toBeVisible()
    await page.evaluate(() => (location.hash = '#/manage/holds'))
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
  })
}
