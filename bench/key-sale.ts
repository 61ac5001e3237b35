import { type Page, expect as look } from '@playwright/test'

/** A busy machine is slow, not wrong. */
const expect = look.configure({ timeout: 20_000 })

/** The best two seats of the show on the screen, paid in exact cash, and the desk ready for the next: three keys. */
export async function sellByKeys(page: Page): Promise<void> {
  await page.keyboard.press('F9')
  await expect(page.getByRole('button', { name: /^Exact cash ₹/ })).toBeEnabled()
  await page.keyboard.press('F10')
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Hold the best 2 seats' })).toBeEnabled()
}
