import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import { Desk } from './desk.ts'

/** The palette's line for it, as a seller comes to it. */
async function lineOf(page: Page) {
  // A page that has only just come may not hear keys yet.
  await expect(new Desk(page).shows.first()).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('customer')
  const line = page.getByRole('menuitem', { name: 'Open the customer display' })
  await expect(line).toBeVisible()
  return line
}

/** The customer's window of a desk. */
export async function openCustomerWindow(page: Page): Promise<Page> {
  const line = await lineOf(page)
  const opened = page.waitForEvent('popup')
  await line.click()
  return opened
}

/** So long a page may take to be there before it is sent away again; where none is made at all, it is waited for in vain. */
const PASSING_MS = 3000

/** Where there is no room for it: it is not opened, or gone at once. */
export async function chooseCustomerWindow(page: Page): Promise<void> {
  const line = await lineOf(page)
  const passing = page.waitForEvent('popup', { timeout: PASSING_MS }).catch(() => null)
  await line.click()
  await expect(line).toBeHidden()
  const popup = await passing
  if (popup && !popup.isClosed()) await popup.waitForEvent('close')
}
