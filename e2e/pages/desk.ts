// The desk as a seller uses it: shows by name, seats by what is printed on them, money by what is displayed. Owns where things are on the
// screens; a journey says only what is done.

import { type Locator, type Page, expect } from '@playwright/test'

interface Point {
  readonly x: number
  readonly y: number
}

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

  /** F2 from wherever the seller is, and what is typed then; an empty text lists the newest bookings. */
  async find(text: string): Promise<void> {
    // A page that has just loaded may not hear keys yet.
    await expect(async () => {
      await this.page.keyboard.press('F2')
      await expect(this.search).toBeFocused({ timeout: 500 })
    }).toPass()
    await this.page.keyboard.press('Delete')
    if (text === '') await this.page.keyboard.press('Enter')
    else await this.page.keyboard.type(text)
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(text === '' ? 'Newest' : text)
  }

  /** A whole sale for cash; returns the number of its first ticket. */
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

  /** An existing sale, by the number of one of its tickets; the money goes back as it was paid. */
  async cancel(number: string): Promise<void> {
    await this.find(number.slice(-8))
    await this.page.keyboard.press('Enter')
    await this.page.getByRole('button', { name: 'Cancel booking' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Customer cannot come' }).click()
    await dialog.getByRole('button', { name: /^Cancel and refund/ }).click()
    await expect(this.message).toContainText('The booking is cancelled')
  }

  async openShow(title: string): Promise<void> {
    await this.shows.filter({ hasText: title }).first().click()
    await expect(this.map).toBeVisible()
  }

  /** Goes to a seat by typing what is printed on it, and returns what the map says of it. */
  async lookAt(seat: string): Promise<string> {
    await this.map.focus()
    await this.page.keyboard.press('Home')
    await this.page.keyboard.type(seat)
    const cell = this.page.getByRole('gridcell')
    await expect(cell).toContainText(numberOf(seat))
    return (await cell.textContent()) ?? ''
  }

  /** Where a seat is drawn once the map, which jumps to it, stands still: the middle of the ring that the seat then has. */
  async pointOf(seat: string): Promise<Point> {
    await this.lookAt(seat)
    let before: Point | null = null
    let at: Point | null = null
    await expect(async () => {
      before = at
      at = await this.page.evaluate(middleOfRing)
      expect(at).not.toBeNull()
      expect(at).toEqual(before)
    }).toPass()
    if (!at) throw new Error(`${seat} wears no ring`)
    return at
  }

  /** Waits until the map says this of a seat: another window may have changed it a moment ago. */
  async expectSeat(seat: string, state: string): Promise<void> {
    await expect.poll(() => this.lookAt(seat)).toContain(state)
  }

  /** The seat's own text: “F10” is also the label of a key. */
  inCart(seat: string): Locator {
    return this.cart.locator('bdi').filter({ hasText: new RegExp(`^${seat}$`) })
  }

  async choose(...seats: string[]): Promise<void> {
    for (const seat of seats) {
      await this.lookAt(seat)
      await this.page.keyboard.press('Space')
      await expect(this.inCart(seat)).toBeVisible()
    }
  }

  async unchoose(seat: string): Promise<void> {
    await this.lookAt(seat)
    await this.page.keyboard.press('Space')
    await expect(this.inCart(seat)).toBeHidden()
  }

  async hold(): Promise<void> {
    await this.cart.getByRole('button', { name: /^Hold/ }).click()
    await expect(this.cart.getByRole('timer')).toBeVisible()
  }

  /** Takes cash for what is held; an empty text means the exact amount. */
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

/** Runs in the page: the middle of what the map draws in the colour of the keyboard's ring. */
function middleOfRing(): Point | null {
  const canvas = document.querySelector<HTMLCanvasElement>('main canvas')
  const pen = canvas?.getContext('2d')
  const probe = document.createElement('canvas').getContext('2d')
  if (!canvas || !pen || !probe) throw new Error('no seat map')
  const span = document.body.appendChild(document.createElement('span'))
  span.style.color = 'var(--accent)'
  probe.fillStyle = getComputedStyle(span).color
  span.remove()
  probe.fillRect(0, 0, 1, 1)
  const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data
  const { width, height } = canvas
  const { data } = pen.getImageData(0, 0, width, height)
  const edge = { left: width, top: height, right: -1, bottom: -1 }
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] !== red || data[at + 1] !== green || data[at + 2] !== blue) continue
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)]
    edge.left = Math.min(edge.left, x)
    edge.right = Math.max(edge.right, x)
    edge.top = Math.min(edge.top, y)
    edge.bottom = Math.max(edge.bottom, y)
  }
  if (edge.right < 0) return null
  const box = canvas.getBoundingClientRect()
  const ratio = width / box.width
  return {
    x: box.left + (edge.left + edge.right + 1) / 2 / ratio,
    y: box.top + (edge.top + edge.bottom + 1) / 2 / ratio,
  }
}
