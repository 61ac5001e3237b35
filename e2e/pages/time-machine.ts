// A show's past as the office looks at it: the slider's text, seats by what is printed on them, the story of one seat. Owns where things
// are on the screen; a journey says only what is done.

import { type Locator, type Page, expect } from '@playwright/test'

export class TimeMachine {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get slider(): Locator {
    return this.page.getByRole('slider', { name: 'Time' })
  }

  get story(): Locator {
    return this.page.getByRole('complementary', { name: 'History of a seat' })
  }

  /** By keys alone, from any screen. */
  async open(title: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await this.page.getByRole('dialog').getByRole('searchbox').fill(`time machine ${title}`)
    await expect(this.page.getByRole('menuitem').first()).toContainText(title)
    await this.page.keyboard.press('Enter')
    await expect(this.slider).toBeVisible()
  }

  async press(...keys: string[]): Promise<void> {
    await this.slider.focus()
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** What the slider says of its instant. */
  async expectCounts(words: string): Promise<void> {
    await expect(this.slider).toHaveAttribute('aria-valuetext', new RegExp(`\\. ${words}`))
  }

  /** What the map says of a seat at the displayed instant. */
  async expectSeat(seat: string, state: string): Promise<void> {
    const map = this.page.getByRole('grid')
    await expect(async () => {
      await map.focus()
      await this.page.keyboard.press('Home')
      await this.page.keyboard.type(seat)
      await expect(this.page.getByRole('gridcell')).toContainText(`: ${state}`, { timeout: 1000 })
    }).toPass()
  }
}
