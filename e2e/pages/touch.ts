// A finger on a screen, and the keyboard that comes up for a field: taps and letters, no key of a keyboard. Owns that what is tapped is large
// enough for it; a journey says only what is touched.

import { type Locator, type Page, expect } from '@playwright/test'

/** [LOOK] Controls where a finger points. */
const FINGER_PX = 44
/** A browser's rounding. */
const ROUNDING_PX = 0.5

export class Touch {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async tap(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    const least = await target.evaluate((element) => {
      // What a label names is as large as the label is.
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

  /** As a keyboard on the screen writes: letters that come, no keys that go down. */
  async write(field: Locator, text: string): Promise<void> {
    await this.tap(field)
    await expect(field).toBeFocused()
    await this.page.keyboard.insertText(text)
  }

  /** Seats out of the list, by what they are called: row by row, as a finger opens them. */
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
