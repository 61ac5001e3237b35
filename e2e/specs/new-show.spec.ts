import type { Page } from '@playwright/test'
import { DAY_MS } from '../../src/shared/lib/time.ts'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { typeDay } from '../pages/date-field.ts'
import { Desk } from '../pages/desk.ts'
import { targetFaults } from '../targets.ts'

async function go(page: Page, place: string): Promise<void> {
  await page.goto(new URL(`#/${place}`, page.url()).href)
}

async function makeListing(page: Page, title: string): Promise<void> {
  await go(page, 'manage/listings')
  await page.getByRole('button', { name: 'New listing' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await page.getByRole('dialog').getByLabel('Kind').selectOption('Stage')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('[A1] [A3] the first show of a new listing is made by keys in the table of shows, in the hall of another and at its prices, and is sold', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await makeListing(page, 'The Glass Garden')
  await go(page, 'manage/shows')
  const open = page.getByRole('button', { name: 'New show', exact: true })
  await open.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New show' })
  // The listing made last is proposed for the next show.
  const listing = dialog.getByLabel('Listing')
  await expect(listing).toBeFocused()
  await expect(listing.locator('option:checked')).toHaveText(/The Glass Garden/)
  await page.keyboard.press('Tab')
  const like = dialog.getByLabel('Same as')
  await expect(like).toBeFocused()
  // Found by its first letter, as in any list.
  await page.keyboard.press('t')
  await expect(like.locator('option:checked')).toHaveText(/^T/)
  const orchard = like.locator('option', { hasText: 'The Glass Orchard' })
  await like.selectOption((await orchard.getAttribute('value')) ?? '')
  const time = dialog.getByLabel(/^Starts at/)
  await time.fill('at seven')
  await page.keyboard.press('Enter')
  await expect(time).toHaveAccessibleDescription(/at seven.* is not a time/)
  expect(await axeFaults(page)).toEqual([])
  await time.fill('۱۸:۳۵')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(open).toBeFocused()
  const row = page.getByRole('row', { name: /18:35.*The Glass Garden/ })
  await expect(row).toBeInViewport({ ratio: 0.9 })

  await go(page, 'tonight')
  const desk = new Desk(page)
  await desk.openShow('The Glass Garden')
  await desk.choose('D10')
  await expect(desk.cart).toContainText('₹1,200.00')

  await go(page, 'manage/changes')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByText('Undone', { exact: true })).toBeVisible()
  await go(page, 'manage/shows')
  await expect(page.getByRole('gridcell').first()).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search shows' }).fill('Glass Garden')
  await expect(page.getByText('No rows match.')).toBeVisible()
})

test('[A1] [A3] a new show too near another in its hall is said and made by a second word alone; one that is over is refused at its time @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { viewport: { width: 800, height: 600 } } })
  await makeListing(page, 'The Glass Garden')
  await go(page, 'manage/shows')
  const dialog = page.getByRole('dialog', { name: 'New show' })
  const make = async (day: string, time: string) => {
    await page.getByRole('button', { name: 'New show', exact: true }).click()
    await typeDay(dialog, 'Day', day)
    await dialog.getByLabel(/^Starts at/).fill(time)
    await page.keyboard.press('Enter')
  }
  const inAMonth = new Date(Date.now() + 30 * DAY_MS).toISOString().slice(0, 10)
  await make(inAMonth, '18:35')
  await expect(dialog).toBeHidden()
  await make(inAMonth, '19:05')
  await expect(dialog.getByRole('alert')).toHaveText(/Another show begins here at .*18:35/)
  expect(await targetFaults(page, 1)).toEqual([])
  await expect(page.getByRole('row', { name: /19:05.*The Glass Garden/ })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Create anyway' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row', { name: /19:05.*The Glass Garden/ })).toBeVisible()

  // Made last, undone first.
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('row', { name: /19:05.*The Glass Garden/ })).toHaveCount(0)
  await expect(page.getByRole('row', { name: /18:35.*The Glass Garden/ })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('row', { name: /The Glass Garden/ })).toHaveCount(0)

  await make('2020-01-15', '19:05')
  await expect(dialog.getByLabel(/^Starts at/)).toHaveAccessibleDescription('This is over already.')
})
