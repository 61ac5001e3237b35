import { type Page, expect as look } from '@playwright/test'

/** A busy machine is slow, not wrong: one that is shared stands still for half a minute. */
const expect = look.configure({ timeout: 60_000 })

/** The best two seats of the show on the screen, paid in exact cash, and the desk ready for the next: three keys. */
export async function sellByKeys(page: Page): Promise<void> {
  const sold = page.getByRole('heading', { name: /^Sold/ })
  await press(page, 'F9', () =>
    expect(page.getByRole('button', { name: /^Exact cash ₹/ }), 'held').toBeEnabled(),
  )
  await press(page, 'F10', () => expect(sold, 'paid').toBeVisible())
  await press(page, 'n', async () => {
    await expect(sold, 'left').toBeHidden()
    await expect(page.getByRole('button', { name: 'Hold the best 2 seats' }), 'ready').toBeEnabled()
  })
}

/** What stands there instead tells a key that nobody heard from a refusal and from a line that was lost. */
async function press(page: Page, key: string, done: () => Promise<void>): Promise<void> {
  await page.keyboard.press(key)
  await done().catch(async (problem: unknown) => {
    const screen = await page.locator('body').innerText()
    throw new Error(`after ${key} the screen says: ${screen.replaceAll(/\s+/g, ' ')}\n${String(problem)}`)
  })
}
