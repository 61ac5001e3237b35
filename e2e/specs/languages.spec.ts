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

test('[E1] Hindi is left to right, groups its rupees by lakhs, and is drawn in the font that came with it', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { locale: 'hi-IN' } })
  await expect(page.locator('html')).toHaveAttribute('lang', 'hi')
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
  await expect(page.getByRole('heading', { name: 'आज के शो' })).toBeVisible()
  const fonts = () =>
    page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    )
  await expect.poll(fonts).toContainEqual(expect.stringContaining('Noto Sans Devanagari'))
  await new Desk(page).shows.filter({ hasText: 'The Glass Orchard' }).first().click()
  await page.getByRole('grid').focus()
  await page.keyboard.type('D10')
  for (let seat = 0; seat < 10; seat += 1) {
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
  }
  await expect(page.getByText('₹12,100.00').first()).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('timer')).toBeVisible()
  await page.keyboard.press('F9')
  await page.locator('form input').first().fill('१३००००')
  await expect(page.getByText('₹1,17,900.00')).toBeVisible()
})
