import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { People } from '../pages/people.ts'

test('[A7] [A1] a name and a role are typed in place and taken back by keys alone; the last administrator stays one', async ({
  openDesk,
}) => {
  test.setTimeout(90_000)
  const page = await openDesk()
  const people = new People(page)
  await people.staffTheHouse()
  const grid = page.getByRole('grid', { name: 'Staff' })
  await page.getByLabel('Search staff').fill('Asha')
  const row = grid.getByRole('row').nth(1)
  await expect(row).toContainText('clerk')
  await grid.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Asha Rao')
  await page.keyboard.press('Tab')
  await expect(grid.getByRole('gridcell', { name: 'Asha Rao', exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('m')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('manager')
  expect(await axeFaults(page, 'staff')).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(row).toContainText('clerk')
  await page.keyboard.press('Control+z')
  await expect(grid.getByRole('gridcell', { name: 'Asha', exact: true })).toBeVisible()

  await page.getByLabel('Search staff').fill('Mina')
  await expect(row).toContainText('admin')
  await expect(row).toContainText(/\d\d:\d\d/)
  await grid.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.press('c')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: /administrator/ })).toBeVisible()
  await expect(row).toContainText('admin')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: /administrator/ })).toBeVisible()
  await expect(grid.getByRole('switch')).toBeChecked()
})

for (const [locale, colorScheme, width] of [
  ['en-IN', 'light', 390],
  ['fa-IR', 'dark', 1024],
  ['hi-IN', 'light', 1280],
] as const) {
  test(`[E2] axe finds nothing among the staff, and nothing is wider than its screen, in ${locale} at ${width}${wholeUnless(width === 390)}`, async ({
    openDesk,
  }) => {
    const viewport = { width, height: 768 }
    const page = await openDesk({ browser: { locale, colorScheme, viewport, reducedMotion: 'reduce' } })
    await expect(page.getByRole('listbox').first()).toBeVisible()
    await page.evaluate(() => (location.hash = '#/staff'))
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
  })
}
