// [T4] "Can I come on Friday instead": sold seats exchanged for those of another show, as a seller does it at the desk.

import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

/** From a booking to the map of the next show of its listing, by keys alone. */
async function toNextShow(page: Page, desk: Desk, number: string): Promise<void> {
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.press('x')
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeFocused()
}

async function typeSeats(page: Page, desk: Desk, ...seats: readonly string[]): Promise<void> {
  await expect(desk.map).toBeVisible()
  await desk.choose(...seats)
  await page.keyboard.press('F9')
  await expect(desk.cart.getByRole('timer')).toBeVisible()
}

test('[T4] sold seats go for dearer ones of another evening by keys alone: the difference is taken, the old tickets are void', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('The Glass Orchard', 'D10', 'D11')
  await toNextShow(page, desk, number)
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  const line = page.getByRole('status').filter({ hasText: 'In exchange for' })
  await expect(line).toContainText('worth ₹2,420.00')
  await typeSeats(page, desk, 'D10', 'D11', 'D12')
  await expect(desk.cart.getByRole('button', { name: 'Exchange, take ₹1,210.00' })).toBeVisible()
  await expect(desk.cart.getByRole('button', { name: /^Exact cash/ })).toHaveCount(0)
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'To take' })).toBeVisible()
  await expect(page.getByLabel('Cash received')).toBeFocused()
  await page.keyboard.type('2000')
  await expect(page.getByText('₹790.00')).toBeVisible()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'void' })).toContainText('D10')
  await expect(page.getByText('From the old seats')).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(3)
  expect(await axeFaults(page)).toEqual([])
  await page.setViewportSize({ width: 800, height: 600 })
  await expect(page.getByRole('button', { name: 'Next sale' })).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(600)
  await page.setViewportSize({ width: 1280, height: 720 })

  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await expect(page.locator('[aria-current=step]')).toContainText('refunded')
  await expect(page.getByText('refunded: ₹2,420.00 to another booking')).toBeVisible()
  const watcher = new Desk(await openDesk())
  await watcher.openShow('The Glass Orchard')
  await watcher.expectSeat('D10', 'free')
  await watcher.expectSeat('D11', 'free')
})

test('[T4] [P6] one seat of a booking goes for a dearer one, the difference by card; the other stays as it was', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('Test event', 'C5', 'C6')
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  const tick = page.getByRole('checkbox', { name: 'Return \u2068C6\u2069' })
  await tick.focus()
  await page.keyboard.press('Space')
  await expect(tick).toBeChecked()
  await page.keyboard.press('x')
  await expect(page.getByRole('dialog', { name: 'Exchange 1 seat for another show' })).toBeVisible()
  await page.keyboard.press('Enter')
  await typeSeats(page, desk, 'A8')
  await page.keyboard.press('F9')
  await expect(page.getByLabel('Cash received')).toBeFocused()
  await page.keyboard.press('d')
  await page.getByRole('button', { name: 'Charge ₹300.00' }).click()
  // The terminal's answer comes by itself; then the old seat pays for the rest.
  const go = page.getByRole('button', { name: 'Exchange', exact: true })
  await expect(go).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(1)
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('rowheader')).toHaveText(['C5'])
})

test('[T4] [P5] of an exchange that is paid in part, what is left is the large sum, over the money and beside the map @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('The Glass Orchard', 'D10', 'D11')
  await toNextShow(page, desk, number)
  await page.keyboard.press('Enter')
  await typeSeats(page, desk, 'D10', 'D11', 'D12')
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'To take' })).toBeVisible()
  await page.keyboard.type('500')
  await page.keyboard.press('Enter')
  const money = page.getByRole('region', { name: 'Payment' })
  await expect(money).toContainText(/^Still to pay₹710\.00/)
  await page.keyboard.press('Escape')
  await expect(desk.cart).toContainText(/To take₹1,210\.00Paid so far-₹500\.00Still to pay₹710\.00/)
  await expect(desk.cart.getByRole('button', { name: 'Exchange, take ₹710.00' })).toBeVisible()
  // Parked, it has the difference as its sum, and not the whole price.
  await page.keyboard.press('F4')
  await page.getByRole('link', { name: 'Tonight' }).click()
  await page.getByRole('button', { name: /Exchange, take ₹710\.00/ }).click()
  await page.setViewportSize({ width: 800, height: 600 })
  for (const words of ['₹1,210.00', '-₹500.00', '₹710.00'])
    await expect(desk.cart.getByRole('definition').filter({ hasText: words })).toBeInViewport({ ratio: 1 })
})

test('[T4] [C3] an exchange that is begun is there again after a reload, before a seat is chosen too @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('The Glass Orchard', 'D10', 'D11')
  await toNextShow(page, desk, number)
  await page.keyboard.press('Enter')
  const line = page.getByRole('status').filter({ hasText: 'In exchange for' })
  await expect(line).toContainText('D11')
  await page.reload()
  await expect(line).toContainText('worth ₹2,420.00')
  await typeSeats(page, desk, 'D10', 'D11')
  await expect(desk.cart.getByRole('button', { name: 'Exchange', exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Stop exchanging' }).click()
  await page.reload()
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  await expect(line).toHaveCount(0)
})

test('[T4] [H13] for one exchanged seat the best one is held, not two, and the sale after it begins with two again @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('The Glass Orchard', 'D10', 'D11', 'D12')
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Return \u2068D12\u2069' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('x')
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeFocused()
  await page.keyboard.press('Enter')
  const line = page.getByRole('status').filter({ hasText: 'In exchange for' })
  await expect(line).toContainText('D12')
  await expect(desk.map).toBeVisible()
  await expect(desk.cart.getByRole('button', { name: 'Hold the best seat' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  await expect(desk.cart.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('F9')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.keyboard.press('n')
  await expect(desk.cart.getByRole('button', { name: 'Hold the best 2 seats' })).toBeVisible()
})

test('[T4] [P5] a move within its show is paid by card as well, by keys alone: the new seat is held until the card has answered @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('Test event', 'C5', 'C6')
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  const stays = page.getByRole('checkbox', { name: 'Return \u2068C6\u2069' })
  await stays.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('m')
  await expect(desk.map).toBeFocused()
  await page.keyboard.type('A8')
  await page.keyboard.press('Space')
  const other = page.getByRole('button', { name: 'Card, UPI, transfer or in parts' })
  await expect(other).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await other.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'In exchange for' })).toContainText('C6')
  await page.keyboard.press('F9')
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByLabel('Cash received')).toBeFocused()
  await page.keyboard.press('d')
  await page.getByRole('button', { name: 'Charge ₹300.00' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Exchange', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'void' })).toContainText('C6')
  const watcher = new Desk(await openDesk())
  await watcher.openShow('Test event')
  await watcher.expectSeat('C6', 'free')
  await watcher.expectSeat('A8', 'sold')
  await watcher.expectSeat('C5', 'sold')
})

test('[T4] cheaper seats give back what is too much, to a wallet where that is asked for; an exchange can be stopped', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('The Glass Orchard', 'E10', 'E11')
  await toNextShow(page, desk, number)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Stop exchanging' }).click()
  await expect(page.getByText('In exchange for')).toHaveCount(0)

  await toNextShow(page, desk, number)
  await page.keyboard.press('Enter')
  await typeSeats(page, desk, 'E10')
  await page.reload()
  await expect(page.getByText('In exchange for')).toBeVisible()
  await desk.cart.getByRole('button', { name: 'Exchange, refund ₹1,210.00' }).click()
  await page.getByRole('button', { name: 'New wallet' }).click()
  await page.getByRole('button', { name: 'Exchange, refund ₹1,210.00' }).click()
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  await expect(page.getByText(/^Refunded to the customer: ₹1,210.00 into wallet \d+/)).toBeVisible()
})

test('[T4] an exchange whose old booking another window has cancelled says so by itself and takes nothing; its new seats stay held, for an ordinary sale @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('The Glass Orchard', 'D10', 'D11')
  await toNextShow(page, desk, number)
  await page.keyboard.press('Enter')
  await typeSeats(page, desk, 'D10', 'D11', 'D12')
  await page.keyboard.press('F9')
  await expect(page.getByLabel('Cash received')).toBeFocused()

  const other = await openDesk({ beside: page })
  await new Desk(other).find(number.slice(-8))
  await other.keyboard.press('Enter')
  await other.getByRole('button', { name: 'Cancel booking' }).click()
  const dialog = other.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Customer cannot come' }).click()
  await dialog.getByRole('button', { name: /^Cancel and refund/ }).click()
  await expect(dialog).toBeHidden()

  await expect(page.getByRole('alert')).toContainText('This booking is already refunded.')
  await page.keyboard.type('2000')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Take ₹/ })).toBeDisabled()
  await expect(page.getByRole('heading', { name: 'To take' })).toBeVisible()
  await expect(page.getByRole('timer')).toBeVisible()
  await page.getByRole('alert').getByRole('button', { name: 'Stop exchanging' }).click()
  await expect(page.getByRole('heading', { name: 'To pay' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Take ₹/ })).toBeEnabled()
})

test('[C3] what a power cut left of an exchange stops no page: it is none, and the desk sells @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.evaluate(() => sessionStorage.setItem('guichet.exchanges', '[{"booking":'))
  await page.reload()
  await new Desk(page).sell('The Glass Orchard', 'E10')
})

test.describe('of a hold that runs out', () => {
  test.use({ hubOptions: { holdSeconds: 8 } })

  test('[T4] [C3] an exchange whose time is up while its page is loaded again goes on with the seats that are still chosen @whole', async ({
    openDesk,
  }) => {
    const page = await openDesk()
    const desk = new Desk(page)
    const number = await desk.sell('The Glass Orchard', 'D10')
    await toNextShow(page, desk, number)
    await page.keyboard.press('Enter')
    await typeSeats(page, desk, 'D12')
    const address = page.url()
    await page.goto('about:blank')
    await page.waitForTimeout(9000)
    await page.goto(address)
    await expect(desk.message).toContainText('Time is up')
    await expect(desk.inCart('D12')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'In exchange for' })).toContainText('D10')
  })
})
