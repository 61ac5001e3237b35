import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

async function openTerms(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByRole('link', { name: 'Terms' }).click()
  await expect(page.getByRole('heading', { name: 'Terms', level: 1 })).toBeVisible()
}

const said = (page: Page) => page.getByRole('main').getByRole('status')
const rowOf = (page: Page, term: string) => page.getByRole('row').filter({ hasText: term })

test('[H2] a listing’s hold and fee are set after it was said which shows they touch; its next hold goes by them, and undo goes back', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openTerms(page)
  expect(await axeFaults(page, 'house')).toEqual([])
  await page.getByLabel('Terms of').selectOption('Listing')
  await page.getByLabel('For which').selectOption({ label: 'Test event' })
  await expect(rowOf(page, 'Fee per seat')).toContainText('₹10.00')
  await page.getByRole('textbox', { name: 'Hold time' }).fill('20:00')
  await page.getByRole('textbox', { name: 'Fee per seat' }).fill('12.50')
  await expect(said(page)).toHaveText('3 shows would change.')
  await page.getByText('Which shows').click()
  await expect(page.getByRole('list', { name: 'Which shows' }).getByRole('listitem')).toHaveText([
    /Test event/,
    /Test event/,
    /Test event/,
  ])
  expect(await axeFaults(page, 'listing')).toEqual([])
  await page.keyboard.press('F9')
  await expect(said(page)).toHaveText('Saved. What is held or booked keeps its time and its sums.')

  const desk = new Desk(page)
  await page.getByRole('link', { name: 'Tonight' }).click()
  await desk.openShow('Test event')
  await desk.choose('A10')
  await desk.hold()
  await expect(desk.cart).toContainText('₹12.50')
  await expect(desk.cart.getByRole('timer')).toContainText(/1[89]:|20:/)

  await openTerms(page)
  await page.getByLabel('Terms of').selectOption('Show')
  await page.getByLabel('For which').selectOption({ label: await labelOf(page, 'Test event') })
  await expect(rowOf(page, 'Hold time')).toContainText('20:00')
  await expect(rowOf(page, 'Hold time')).toContainText('Listing')
  await page.goBack()
  await page.goto(page.url().replace(/#.*/, '#/manage/changes'))
  await expect(page.getByRole('row', { name: /Terms \(Listing\): .*Fee per seat/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByRole('row', { name: /Undo of an earlier change/ })).toBeVisible()
})

/** As the list shows it: day, time and title. */
async function labelOf(page: Page, title: string): Promise<string> {
  const texts = await page.getByLabel('For which').locator('option').allTextContents()
  return texts.find((text) => text.includes(title)) ?? title
}

test('[H2] a value out of bounds is named and not set; “take from above” empties it, by keys alone', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openTerms(page)
  const field = page.getByRole('textbox', { name: 'Seats per booking' })
  await field.fill('500')
  await expect(page.getByRole('alert')).toContainText('Seats per booking')
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
  await field.fill('4')
  await expect(said(page)).toContainText('shows would change')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(said(page)).toContainText('Saved.')
  await page.getByRole('button', { name: 'Seats per booking: take from above' }).press('Enter')
  await expect(field).toHaveValue('')
  await expect(field).toHaveAttribute('placeholder', '10')
  await page.keyboard.press('F9')
  await expect(said(page)).toContainText('Saved.')
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(said(page)).toHaveText('Undone.')
  await expect(field).toHaveValue('4')
})
