// Two windows of one desk over a sold booking: what one refunds, moves or cancels, the other neither refunds, moves nor prints.

import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { Printers } from '../pages/printers.ts'
import { Till } from '../pages/till.ts'

const show = 'The Glass Orchard'

async function openBooking(page: Page, number: string): Promise<Desk> {
  const desk = new Desk(page)
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Booking history' })).toContainText('confirmed')
  return desk
}

async function cancel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cancel booking' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Customer cannot come' }).click()
  await dialog.getByRole('button', { name: /^Cancel and refund/ }).click()
  await expect(dialog).toBeHidden()
}

test('[P10] a question about one seat is over when the other window has given that seat back: it is none about all the others', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const number = await new Desk(page).sell(show, 'D10', 'D11')
  const beside = await openDesk({ beside: page })
  for (const one of [page, beside]) {
    // oxlint-disable no-await-in-loop -- one window after the other
    await openBooking(one, number)
    await one.getByRole('checkbox', { name: 'Return \u2068D10\u2069' }).check({ force: true })
    await one.keyboard.press('Delete')
    await expect(one.getByRole('dialog', { name: /^Return 1 seat / })).toBeVisible()
    await one.getByRole('dialog').getByRole('button', { name: 'Customer cannot come' }).click()
    // oxlint-enable no-await-in-loop
  }
  await page.getByRole('dialog').getByRole('button', { name: 'Refund ₹1,210.00' }).click()
  await expect(page.getByRole('rowheader')).toHaveText(['D11'])
  await expect(beside.getByRole('rowheader')).toHaveText(['D11'])
  await expect(beside.getByRole('dialog')).toHaveCount(0)
})

/** What the page is told of shows, and what it asks about a booking, in order. */
function linesOf(page: Page): string[] {
  const lines: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      if (/"name":"booking(-story)?"/.test(String(payload))) lines.push('asks')
    })
    socket.on('framereceived', ({ payload }) => {
      const [, rows] = /"kind":"shows","whole":false,"rows":\[(.*)/.exec(String(payload)) ?? []
      if (rows) lines.push(/"title":"([^"]*)"/.exec(rows)?.[1] ?? '')
    })
  })
  return lines
}

test('[S1] tickets, a booking and a move on screen are asked for anew when something happens in their show, and not when another one sells @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const number = await new Desk(page).sell(show, 'D10', 'D11')
  const beside = await openDesk({ beside: page })
  const moves = await openDesk({ beside: page })
  await openBooking(beside, number)
  await openBooking(moves, number)
  await moves.keyboard.press('m')
  await expect(new Desk(moves).map).toBeVisible()
  const windows = [page, beside, moves]
  const told = windows.map(linesOf)
  await Promise.all(windows.map((one) => one.reload()))
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  await expect(beside.getByRole('region', { name: 'Booking history' })).toBeVisible()
  await expect(new Desk(moves).map).toBeVisible()

  const seller = new Desk(await openDesk())
  await seller.openShow('Test event')
  await seller.page.keyboard.press('Home')
  for (const lines of told) lines.length = 0
  await seller.page.keyboard.press('Space')
  await seller.hold()
  for (const lines of told) {
    // oxlint-disable-next-line no-await-in-loop -- one window after the other
    await expect.poll(() => lines).toContain('Test event')
  }
  await seller.page.keyboard.press('F4')
  await seller.page.getByRole('link', { name: 'Tonight' }).click()
  await seller.openShow(show)
  await seller.choose('E10')
  await seller.hold()
  for (const lines of told) {
    // oxlint-disable-next-line no-await-in-loop -- one window after the other
    await expect.poll(() => lines.slice(lines.indexOf(show))).toContain('asks')
    expect(lines.slice(0, lines.indexOf(show))).not.toContain('asks')
  }
})

test('[T4] [T2] a booking that one window cancels is moved and printed by no other: each says so by itself', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const number = await new Desk(page).sell(show, 'D10', 'D11')
  const moves = await openDesk({ beside: page })
  await openBooking(moves, number)
  await moves.keyboard.press('m')
  await expect(new Desk(moves).map).toBeVisible()
  const beside = await openDesk({ beside: page })
  await openBooking(beside, number)
  await cancel(beside)
  await expect(page.getByRole('heading', { name: 'This booking has no tickets.' })).toBeVisible()
  await expect(page.getByText('it is refunded')).toBeVisible()
  await expect(moves.getByRole('heading', { name: 'This booking cannot be moved' })).toBeVisible()
  await page.getByRole('button', { name: 'Show the booking' }).click()
  await expect(page.getByRole('region', { name: 'Booking history' })).toContainText('refunded')
})

test('[P5] [T2] a sale that two windows are paid for in parts is printed by one of them @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await page.context().addInitScript(() => {
    Reflect.set(window, 'printed', 0)
    window.print = () => Reflect.set(window, 'printed', Number(Reflect.get(window, 'printed')) + 1)
  })
  await page.reload()
  await expect(new Desk(page).shows.first()).toBeVisible()
  const printers = new Printers(page)
  await printers.open()
  await page.getByText('Print tickets as soon as they are paid').click()
  await printers.save()
  await page.getByRole('link', { name: 'Tonight' }).click()
  const till = new Till(page)
  await till.begin(show, 'D10', 'D11')
  const other = new Till(await openDesk({ beside: page }))
  await other.page.getByRole('button', { name: /The Glass Orchard.*D10.*₹/ }).click()
  await other.page.keyboard.press('F9')
  await expect(other.page.getByLabel('Cash received')).toBeFocused()
  await other.page.keyboard.type('420')
  await other.page.keyboard.press('Enter')
  await expect(till.due).toContainText('₹2,000.00')
  await till.by('Card')
  await page.keyboard.press('Enter')
  await Promise.all([till.expectSold(), other.expectSold()])
  const printed = (one: Page) => one.evaluate(() => Reflect.get(window, 'printed') as number)
  await expect.poll(() => printed(page)).toBe(1)
  expect(await printed(other.page)).toBe(0)
})
