import { type Page, expect as look } from '@playwright/test'

/** A busy machine is slow, not wrong: a shared one may stand still for half a minute. */
const expect = look.configure({ timeout: 60_000 })

/** Sells the best two seats of the show on the screen for exact cash, until the desk is ready for the next customer: three keys. */
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

/** On failure it shows what the screen says instead: a key that was not heard, a refusal and a lost line can then be told apart. */
async function press(page: Page, key: string, done: () => Promise<void>): Promise<void> {
  await page.keyboard.press(key)
  await done().catch(async (problem: unknown) => {
    const screen = await page.locator('body').innerText()
    throw new Error(`after ${key} the screen says: ${screen.replaceAll(/\s+/g, ' ')}\n${String(problem)}`)
  })
}
