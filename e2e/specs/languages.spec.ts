import { AxeBuilder } from '@axe-core/playwright'
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

for (const colorScheme of ['light', 'dark'] as const) {
  test(`[E2] axe finds nothing on the screens in ${colorScheme}`, async ({ openDesk }) => {
    const page = await openDesk({ browser: { colorScheme } })
    const look = async (name: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`)).toEqual([])
    }
    const desk = new Desk(page)
    await expect(desk.shows.first()).toBeVisible()
    await look('tonight')
    await desk.openShow('Test event')
    await page.getByRole('grid').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await page.keyboard.press('F9')
    await expect(page.getByRole('timer')).toBeVisible()
    await look('sell')
    await page.keyboard.press('F9')
    await expect(page.getByLabel('Cash received')).toBeVisible()
    await look('pay')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
    await look('ticket')
    await page.getByRole('link', { name: 'Manage' }).click()
    await expect(page.getByRole('table')).toBeVisible()
    await look('manage')
    await page.getByRole('link', { name: 'Import a plan' }).click()
    await expect(page.getByRole('heading', { name: 'Import a seating plan' })).toBeVisible()
    await look('import')
  })
}
