import { type Page, expect } from '@playwright/test'

/** The drawer's screen, and how to get from it to the sale and back. */
export class Shift {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Shift', exact: true }).click()
    await expect(this.page.getByRole('heading', { name: /^Shift/, level: 1 })).toBeVisible()
  }

  async leave(): Promise<void> {
    await this.page.getByRole('link', { name: 'Tonight', exact: true }).click()
    await expect(this.page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  }
}
