import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import { Desk } from './desk.ts'

/** The palette's entry for it, found as a seller finds it. */
async function lineOf(page: Page) {
  // A page that has just loaded may not hear keys yet.
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

/** How long a page may exist before it is closed again; where none is made, this time is waited in vain. */
const PASSING_MS = 3000

/** Where there is no room for it: it is not opened, or closed at once. */
export async function chooseCustomerWindow(page: Page): Promise<void> {
  const line = await lineOf(page)
  const passing = page.waitForEvent('popup', { timeout: PASSING_MS }).catch(() => null)
  await line.click()
  await expect(line).toBeHidden()
  const popup = await passing
  if (popup && !popup.isClosed()) await popup.waitForEvent('close')
}
