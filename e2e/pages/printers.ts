import { type Page, expect } from '@playwright/test'

/** Manage › Printers: which paper comes out where. */
export class Printers {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => {
      location.hash = '#/printers'
    })
    await expect(this.page.getByRole('group')).toHaveCount(3)
  }

  /** By keys alone: through the print ways of one role to the printer's address and port. */
  async chooseByKeys(role: string, port: number): Promise<void> {
    const { page } = this
    const group = page.getByRole('group', { name: role, exact: true })
    const way = group.getByRole('combobox').first()
    await way.focus()
    await page.keyboard.press('End')
    await expect(way).toHaveValue('escpos')
    await page.keyboard.press('Tab')
    await page.keyboard.type('127.0.0.1')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(String(port))
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(this.page.getByText('Saved.')).toBeVisible()
  }
}
