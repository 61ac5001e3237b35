// The desk as a seller uses it: shows by name, seats by what is printed on them, money by what is said. Owns where things are on
// the screens; a journey says only what is done.

import { type Locator, type Page, expect } from '@playwright/test'

export class Desk {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get map(): Locator {
    return this.page.getByRole('grid')
  }

  /** Tonight's rows, soonest first. */
  get shows(): Locator {
    return this.page.getByRole('listbox').getByRole('option')
  }

  get cart(): Locator {
    return this.page.getByRole('complementary', { name: 'Cart' })
  }

  get message(): Locator {
    return this.page.getByRole('alert').filter({ hasText: /\S/ })
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Find show, booking, customer' })
  }

  /** What the search found, shows and bookings. */
  get found(): Locator {
    return this.page.getByRole('listbox', { name: 'Found' }).getByRole('option')
  }

  /** F2 from wherever the seller is, and what is typed then; an empty text is the newest bookings. */
  async find(text: string): Promise<void> {
    // A page that has only just come may not hear keys yet.
    await expect(async () => {
      await this.page.keyboard.press('F2')
      await expect(this.search).toBeFocused({ timeout: 500 })
    }).toPass()
    await this.page.keyboard.press('Delete')
    if (text === '') await this.page.keyboard.press('Enter')
    else await this.page.keyboard.type(text)
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(text === '' ? 'Newest' : text)
  }

  /** A whole sale for cash; answers the number of its first ticket. */
  async sell(title: string, ...seats: string[]): Promise<string> {
    await this.openShow(title)
    await this.choose(...seats)
    await this.hold()
    await this.takeCash()
    return (
      (await this.page
        .getByText(/TKT-\d{8}-[0-9A-F]{8}/)
        .first()
        .textContent()) ?? ''
    )
  }

  async openShow(title: string): Promise<void> {
    await this.shows.filter({ hasText: title }).first().click()
    await expect(this.map).toBeVisible()
  }

  /** Goes to a seat by typing what is printed on it, and says what the map says of it. */
  async lookAt(seat: string): Promise<string> {
    await this.map.focus()
    await this.page.keyboard.press('Home')
    await this.page.keyboard.type(seat)
    const cell = this.page.getByRole('gridcell')
    await expect(cell).toContainText(numberOf(seat))
    return (await cell.textContent()) ?? ''
  }

  /** What the map says of a seat, once it says it: another window may have changed it a moment ago. */
  async expectSeat(seat: string, state: string): Promise<void> {
    await expect.poll(() => this.lookAt(seat)).toContain(state)
  }

  async choose(...seats: string[]): Promise<void> {
    for (const seat of seats) {
      await this.lookAt(seat)
      await this.page.keyboard.press('Space')
      await expect(this.cart.getByText(seat, { exact: true })).toBeVisible()
    }
  }

  async unchoose(seat: string): Promise<void> {
    await this.lookAt(seat)
    await this.page.keyboard.press('Space')
    await expect(this.cart.getByText(seat, { exact: true })).toBeHidden()
  }

  async hold(): Promise<void> {
    await this.cart.getByRole('button', { name: /^Hold/ }).click()
    await expect(this.cart.getByRole('timer')).toBeVisible()
  }

  /** Takes cash for what is held; nothing given means exactly. */
  async takeCash(tendered = ''): Promise<void> {
    await this.cart.getByRole('button', { name: /^Pay/ }).click()
    await this.page.getByLabel('Cash received').fill(tendered)
    await this.page.getByRole('button', { name: /^Take/ }).click()
    await expect(this.page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  }
}

function numberOf(seat: string): string {
  // "A14" is number 14 of row A, "3A" is number A of row 3.
  return seat.replace(/^\D+|^\d+(?=\D)/, '')
}
