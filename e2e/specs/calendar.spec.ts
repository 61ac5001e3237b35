import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { typeDay } from '../pages/date-field.ts'
import { Desk } from '../pages/desk.ts'

async function openSeries(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Manage' }).click()
  await page
    .getByRole('button', { name: new RegExp(`^New shows: .*${title}`) })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: /^New shows · / })).toBeVisible()
}

const fields = (page: Page) => page.getByRole('form', { name: 'New shows' })
const made = (page: Page) => page.getByRole('region', { name: 'Shows to be created' }).getByRole('listitem')
const said = (page: Page) => page.getByRole('main').getByRole('status')

async function fillSeries(page: Page): Promise<void> {
  await typeDay(fields(page), 'From', '2027-03-01')
  await typeDay(fields(page), 'Until', '2027-03-07')
  await fields(page).getByLabel('Times').fill('18:00, 21:00')
  const days = page.getByRole('group', { name: 'Days of the week' })
  for (const day of await days.getByRole('button', { pressed: true }).all()) await day.click()
  await days.getByRole('button', { name: 'Fri' }).click()
  await days.getByRole('button', { name: 'Sat' }).click()
}

test('[A1] a series is seen before it is made, is on sale then, clashes with itself, and is taken back in one step', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openSeries(page, 'Test event')
  await fillSeries(page)
  await expect(made(page)).toHaveText([/Fri,? 5 Mar/, /Fri/, /Sat,? 6 Mar/, /Sat/])
  expect(await axeFaults(page, 'series')).toEqual([])
  await page.getByRole('gridcell', { name: /Saturday 6 March 2027/ }).click()
  await expect(page.getByRole('gridcell', { name: /Saturday 6 March 2027.*left out/ })).toBeVisible()
  await expect(made(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Create 2 shows' }).click()
  await expect(said(page)).toHaveText('2 shows created.')
  await expect(made(page).first()).toContainText('Another show begins here')
  await expect(page.getByRole('button', { name: 'Create 0 shows' })).toBeDisabled()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(said(page)).toHaveText('2 shows removed again.')
  await expect(made(page).getByRole('checkbox').first()).toBeChecked()
  await page.keyboard.press('F9')
  await expect(said(page)).toHaveText('2 shows created.')

  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Changes' }).click()
  await expect(page.getByRole('row', { name: /New shows: 2 shows/ })).toHaveCount(2)
  await page.getByRole('link', { name: 'Tonight' }).click()
  await new Desk(page).openShow('Test event')
})

test('[A1] the calendar goes by keys, day by day and month by month; a show is moved from it, and back', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openSeries(page, 'Test event')
  await fillSeries(page)
  await page.keyboard.press('F9')
  await expect(said(page)).toHaveText('4 shows created.')
  await page.getByRole('button', { name: 'Calendar' }).click()
  const grid = page.getByRole('grid', { name: 'Calendar' })
  await expect(grid.getByRole('gridcell', { selected: true })).toHaveAttribute('aria-current', 'date')
  expect(await axeFaults(page, 'calendar')).toEqual([])
  await grid.getByRole('gridcell', { selected: true }).focus()
  for (let month = 0; month < 60; month += 1) {
    if (await page.getByRole('heading', { name: 'March 2027', exact: true }).isVisible()) break
    await page.keyboard.press('PageDown')
  }
  await expect(page.getByRole('heading', { name: 'March 2027', exact: true })).toBeVisible()
  await expect(grid.getByRole('gridcell', { name: /Friday 5 March 2027: 2 shows/ })).toBeVisible()
  for (let day = 0; day < 31; day += 1) {
    const now = (await page.locator('td:focus .visually-hidden').textContent()) ?? ''
    if (now.includes(' 5 March')) break
    await page.keyboard.press(/\s([6-9]|[12]\d|3[01]) March/.test(now) ? 'ArrowLeft' : 'ArrowRight')
  }
  const day = page.getByRole('region', { name: 'Friday 5 March 2027' })
  await expect(day.getByRole('button')).toHaveCount(2)
  await day.getByRole('button', { name: /18:00/ }).press('Enter')
  const menu = page.getByRole('dialog')
  expect(await axeFaults(page, 'menu')).toEqual([])
  await menu.getByLabel(/^Start/).fill('2027-03-08 18:30')
  await page.keyboard.press('Enter')
  await expect(menu.getByRole('status')).toHaveText(/Moved to Mon,? 8 Mar, 18:30\./)
  await menu.getByRole('button', { name: 'Undo' }).click()
  await expect(menu.getByRole('status')).toContainText('1')
  await expect(menu.getByLabel(/^Start/)).toHaveValue('2027-03-05 18:00')
})

test('[A1] [E2] a listing and a venue are chosen by their first letters @whole', async ({ openDesk }) => {
  const page = await openDesk()
  await page.goto(new URL('#/manage/calendar', page.url()).href)
  const listing = page.getByRole('combobox', { name: 'Listing' })
  await listing.focus()
  await page.keyboard.type('Test')
  await expect(listing.locator('option:checked')).toHaveText('Test event')
  const venue = page.getByRole('combobox', { name: 'Venue' })
  await venue.focus()
  await page.keyboard.type('gr')
  await expect(venue.locator('option:checked')).toHaveText('Grand Theatre')
})

test('[E1] in Persian a month is a Persian one, and Saturday comes first @whole', async ({ openDesk }) => {
  const page = await openDesk({ browser: { locale: 'fa-IR' } })
  await page.getByRole('link', { name: 'مدیریت' }).click()
  await page.getByRole('link', { name: 'تقویم' }).click()
  await expect(page.getByRole('grid').getByRole('columnheader').first()).toHaveText('شنبه')
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(/^\S+ ۱۴[۰-۹]{2}$/)
  const today = page.locator('td[aria-current=date]')
  await today.focus()
  const before = (await today.locator('.visually-hidden').textContent()) ?? ''
  // In a right-to-left language the next day is to the left.
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('td:focus .visually-hidden')).not.toHaveText(before)
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('td:focus .visually-hidden')).toHaveText(before)
})
