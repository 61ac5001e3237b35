// The payment screen, as a seller uses it. Owns where things are on it; a journey says only what is done.

import { type Locator, expect } from '@playwright/test'
import { Desk } from './desk.ts'

export type Way = 'Cash' | 'Card' | 'UPI' | 'Net banking' | 'Wallet' | 'Bank transfer'

/** One red dot. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

export class Till extends Desk {
  get due(): Locator {
    return this.page.getByRole('region', { name: 'Payment' })
  }

  /** Chooses and holds seats, and asks for the money. */
  async begin(title: string, ...seats: string[]): Promise<void> {
    await this.openShow(title)
    await this.choose(...seats)
    await this.hold()
    await this.page.keyboard.press('F9')
    await expect(this.due).toBeVisible()
  }

  /** One seat, by card: after this the terminal has been asked. */
  async askByCard(title: string, seat: string): Promise<void> {
    await this.begin(title, seat)
    await this.by('Card')
    await this.page.keyboard.press('Enter')
  }

  async by(way: Way): Promise<void> {
    await this.page.getByRole('group', { name: 'Ways to pay' }).getByRole('button', { name: way }).click()
  }

  /** Shows a picture of a transfer that pays all that is due, or a part of it. */
  async showPicture(part?: string): Promise<void> {
    await this.by('Bank transfer')
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Choose a picture' }).click()
    await (await chooser).setFiles({ name: 'transfer.png', mimeType: 'image/png', buffer: png })
    if (part !== undefined) await this.page.getByLabel(/^Amount, Bank transfer/).fill(part)
    await this.page.getByRole('button', { name: /^Take ₹/ }).click()
  }

  /** The customer, found with F3. */
  async name(text: string): Promise<void> {
    await this.page.keyboard.press('F3')
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('searchbox').fill(text)
    await dialog.getByRole('option', { name: text }).click()
    await expect(dialog).toBeHidden()
    await expect(this.page.getByRole('button', { name: text }).first()).toBeVisible()
  }

  /** By its key, which works from the moment that the screen offers it. */
  async giveUp(): Promise<void> {
    await expect(this.page.getByRole('button', { name: 'Give up' })).toBeEnabled()
    await this.page.keyboard.press('Delete')
    await this.page.getByRole('dialog').getByRole('button', { name: 'Give up' }).click()
  }

  async expectSold(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  }
}
