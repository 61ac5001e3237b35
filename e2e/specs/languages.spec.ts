import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

test('[E1] Persian is right to left, its figures are Persian, and the house is not mirrored', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await page.getByLabel('Language').selectOption('fa')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { name: 'امشب' })).toBeVisible()
  await new Desk(page).shows.filter({ hasText: 'The Glass Orchard' }).first().click()
  const map = page.getByRole('grid')
  await expect(map).toBeVisible()
  expect(await map.evaluate((grid) => getComputedStyle(grid).direction)).toBe('ltr')
  await map.focus()
  await page.keyboard.type('D10')
  await page.keyboard.press('Space')
  await expect(page.getByText('۱٬۲۱۰٫۰۰').first()).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
})
