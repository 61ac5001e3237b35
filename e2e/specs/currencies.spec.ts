import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'

/** A show in a venue of its own, in yen. */
async function playInYen(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Import a plan' }).click()
  const buffer = Buffer.from('section,row,seat,category\nStalls,A,1,Best\nStalls,A,2,Best\n')
  await page.locator('input[type=file]').setInputFiles({ name: 'hall.csv', mimeType: 'text/csv', buffer })
  await page.getByLabel('Title of the show').fill('Noh')
  await page.getByLabel('Venue', { exact: true }).selectOption({ label: 'A new venue…' })
  await page.getByLabel('Name of the venue').fill('Kabukiza')
  await page.getByLabel('Currency').selectOption('JPY')
  await page.getByLabel('Best, Normal: price', { exact: true }).fill('2000')
  await page.getByRole('button', { name: 'Import and put on sale' }).click()
  await expect(page.getByRole('heading', { name: /Noh/ })).toBeVisible()
}

test('[A2] [P1] one price is asked in the currency of the chosen shows and leaves those sold in another; the changes say it so, and a customer has a wallet in each', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await playInYen(page)
  await page.getByRole('link', { name: 'Manage' }).click()
  const search = page.getByLabel('Search shows')
  const dialog = page.getByRole('dialog')
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  await page.getByRole('button', { name: 'One price…' }).click()
  await dialog.getByRole('combobox', { name: 'Currency' }).selectOption('JPY')
  await dialog.getByLabel('Every price becomes (JPY)').fill('2500')
  expect(await axeFaults(page, 'price')).toEqual([])
  await page.getByRole('button', { name: 'Try it first' }).click()
  await expect(dialog).toContainText('is sold in another currency')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Noh' })).toContainText('¥2,000')
  await page.getByRole('button', { name: 'Apply to 1' }).click()
  await search.fill('Noh')
  await expect(page.getByRole('button', { name: /Prices of Noh.*¥2,500/ })).toBeVisible()

  await page
    .getByRole('tab', { name: 'Changes' })
    .or(page.getByRole('link', { name: 'Changes' }))
    .click()
  await page
    .getByRole('row', { name: /Every price ¥2,500/ })
    .getByRole('button')
    .first()
    .click()
  await expect(dialog.getByRole('row', { name: /Noh/ })).toContainText('¥2,500')
  await page.keyboard.press('Escape')

  await page
    .getByRole('tab', { name: 'Customers' })
    .or(page.getByRole('link', { name: 'Customers' }))
    .click()
  await page
    .getByRole('button', { name: /^Wallet of/ })
    .first()
    .click()
  await expect(dialog).toContainText('₹')
  await dialog.getByRole('combobox', { name: 'Currency' }).selectOption('JPY')
  await expect(dialog).toContainText('¥0')
  expect(await axeFaults(page, 'wallet')).toEqual([])
})
