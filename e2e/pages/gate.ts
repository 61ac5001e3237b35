// The gate as the person at a door uses it. Owns where things are on the screen; a journey says only what is scanned.

import { type Locator, type Page, expect } from '@playwright/test'
import { Scanner } from './scanner.ts'

export class Gate {
  readonly page: Page
  readonly scanner: Scanner

  constructor(page: Page) {
    this.page = page
    this.scanner = new Scanner(page)
  }

  /** What the screen says of the ticket that was scanned last. */
  get answer(): Locator {
    return this.page.locator('[data-answer]').first()
  }

  get counts(): Locator {
    return this.page.getByRole('region', { name: 'Counts' })
  }

  get recent(): Locator {
    return this.page.getByRole('region', { name: 'Last scans' }).getByRole('listitem')
  }

  async open(title = 'The Glass Orchard'): Promise<void> {
    await this.page.evaluate(() => (location.hash = '#/gate'))
    await this.choose(title)
  }

  async choose(title: string): Promise<void> {
    const show = this.page.getByRole('combobox', { name: 'Show at this door' })
    const options = show.getByRole('option').filter({ hasText: title })
    await show.selectOption(await options.first().getAttribute('value'))
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(title)
  }

  async scan(code: string, said: string): Promise<void> {
    await this.scanner.scan(code)
    await expect(this.answer).toContainText(said)
  }

  async type(number: string, said: string): Promise<void> {
    await this.page.getByLabel('Ticket number').fill(number)
    await this.page.getByRole('button', { name: 'Check' }).click()
    await expect(this.answer).toContainText(said)
  }
}
