// A finger on a screen, and the keyboard that comes up for a field: taps and letters, no key of a keyboard. Owns that everything tapped
// is large enough for it; a journey says only what is touched.

import { type Locator, type Page, expect } from '@playwright/test'

/** [LOOK] The least size of controls that a finger uses. */
const FINGER_PX = 44
/** Tolerance for a browser's rounding. */
const ROUNDING_PX = 0.5

export class Touch {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async tap(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    const least = await target.evaluate((element) => {
      // A control counts as large as its label.
      const boxes = [element, element.closest('label') ?? element].map((one) => one.getBoundingClientRect())
      return Math.min(
        Math.max(...boxes.map(({ width }) => width)),
        Math.max(...boxes.map(({ height }) => height)),
      )
    })
    expect(least, `${String(target)} is too small for a finger`).toBeGreaterThanOrEqual(
      FINGER_PX - ROUNDING_PX,
    )
    await target.tap()
  }

  /** As an on-screen keyboard writes: letters arrive, without key events. */
  async write(field: Locator, text: string): Promise<void> {
    await this.tap(field)
    await expect(field).toBeFocused()
    await this.page.keyboard.insertText(text)
  }

  /** Seats from the list, by their names: row by row, as a finger opens them. */
  async chooseFromList(section: RegExp, row: RegExp, ...seats: readonly RegExp[]): Promise<void> {
    await this.tap(this.page.getByRole('button', { name: 'List', exact: true }))
    const list = this.page.getByRole('region', { name: 'Seats by section and row' })
    await this.tap(list.locator('summary').filter({ hasText: section }).first())
    await this.tap(list.locator('summary').filter({ hasText: row }).first())
    for (const seat of seats) {
      const button = list.getByRole('button', { name: seat })
      // oxlint-disable-next-line no-await-in-loop -- one finger
      await this.tap(button)
      // oxlint-disable-next-line no-await-in-loop -- one finger
      await expect(button).toHaveAttribute('aria-pressed', 'true')
    }
  }
}
