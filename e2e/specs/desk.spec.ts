import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { axeFaults } from '../axe.ts'
import { Desk } from '../pages/desk.ts'

/** Counts the sounds of the page instead of playing them. */
async function listen(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { sounded: number }
    counted.sounded = 0
    const start = Reflect.get(OscillatorNode.prototype, 'start')
    OscillatorNode.prototype.start = function counting(when?: number) {
      counted.sounded += 1
      Reflect.apply(start, this, [when])
    }
  })
  return () => page.evaluate(() => (window as unknown as { sounded: number }).sounded)
}

async function waitFor(waiting: Desk, seat: string): Promise<void> {
  await waiting.expectSeat(seat, 'held elsewhere')
  await waiting.page.keyboard.press('Space')
  await waiting.page.getByRole('button', { name: 'Wait for it' }).click()
  await expect(waiting.message).toContainText('held here the moment it comes free')
}

async function giveBack({ page }: Desk): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').getByRole('button', { name: 'Release' }).click()
}

test('[H15] seats that come free are heard and seen on any screen, with their clock, and F6 goes on with them; a desk may be silent', async ({
  openDesk,
}) => {
  const first = new Desk(await openDesk())
  const waiting = new Desk(await openDesk())
  await first.openShow('The Glass Orchard')
  await waiting.openShow('The Glass Orchard')
  const sounded = await listen(waiting.page)
  await first.choose('D10')
  await first.hold()
  await waitFor(waiting, 'D10')
  await waiting.page.getByRole('link', { name: 'Tonight' }).click()
  await giveBack(first)
  const news = waiting.page.getByRole('complementary', { name: 'Urgent' })
  await expect(news.getByRole('alert')).toContainText(
    /D10.*came free and is held for you: .*The Glass Orchard/,
  )
  await expect(news.getByRole('timer')).toBeVisible()
  expect(await sounded()).toBe(2)
  await waiting.page.keyboard.press('F6')
  await expect(waiting.cart.getByText('D10', { exact: true })).toBeVisible()
  await expect(news.getByRole('alert')).toHaveCount(0)

  await first.choose('E10')
  await first.hold()
  await waitFor(waiting, 'E10')
  await waiting.page.getByRole('link', { name: 'Tonight' }).click()
  await waiting.page.getByRole('button', { name: 'No sound when seats come free' }).click()
  await expect(waiting.page.getByRole('button', { name: 'Sound on when seats come free' })).toBeVisible()
  await giveBack(first)
  await expect(news.getByRole('alert')).toContainText('E10')
  expect(await sounded()).toBe(2)
})

test('[C5] a seat that another desk takes is named, the nearest for the same price are offered, and F6 holds them', async ({
  openDesk,
}) => {
  const desk = new Desk(await openDesk())
  const rival = new Desk(await openDesk())
  await desk.openShow('The Glass Orchard')
  await rival.openShow('The Glass Orchard')
  await desk.choose('D10', 'D11')
  await rival.choose('D11')
  await rival.hold()
  await expect(desk.message).toContainText(/D11.*held/)
  const take = desk.page.getByRole('button', { name: /^Take .*, same price$/ })
  await expect(take).toContainText(/D9.*D10/)
  await desk.page.keyboard.press('F6')
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  for (const seat of ['D9', 'D10']) await expect(desk.cart.getByText(seat, { exact: true })).toBeVisible()
  await expect(desk.cart).toContainText('2 seats')
  await rival.expectSeat('D9', 'held elsewhere')
})

test('[H13] the last sale once more is one key from the first screen: as many of the same tickets, held and ready to pay', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await page.keyboard.press('F7')
  await expect(page.getByRole('heading', { name: 'Tonight' })).toBeVisible()
  await desk.openShow('The Glass Orchard')
  await desk.choose('D1', 'D2')
  for (const seat of [0, 1])
    await desk.cart.getByLabel('Ticket type of').nth(seat).selectOption({ label: 'Student' })
  await desk.hold()
  await desk.takeCash()
  await page.getByRole('link', { name: 'Tonight' }).click()
  await expect(page.getByRole('button', { name: /^Again: 2 seats, .*The Glass Orchard/ })).toBeVisible()
  await page.keyboard.press('F7')
  await expect(page).toHaveURL(/#\/pay\//)
  await expect(page.getByText(/Student/)).toHaveCount(2)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  // And from its tickets, for the next customer.
  await page.keyboard.press('F7')
  await expect(page).toHaveURL(/#\/pay\//)
  await expect(page.getByText(/Student/)).toHaveCount(2)
})

test.describe('with holds of 63 seconds', () => {
  test.use({ hubOptions: { holdSeconds: 63 } })

  test('[H9] [H11] a cart is put aside from the money and brought back from anywhere; its last minute is said on any screen', async ({
    openDesk,
  }) => {
    const page = await openDesk()
    const desk = new Desk(page)
    await desk.openShow('The Glass Orchard')
    await desk.choose('F12')
    await desk.hold()
    await page.keyboard.press('F9')
    await expect(page.getByRole('button', { name: /^Take/ })).toBeVisible()
    await page.keyboard.press('F4')
    await expect(desk.cart).toContainText('No seats')
    await desk.find('')
    await expect(page.getByRole('banner').getByRole('timer')).toBeVisible()
    const news = page.getByRole('complementary', { name: 'Urgent' })
    await expect(news.getByRole('alert')).toContainText(/released within a minute: .*F12.*The Glass Orchard/)
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('F5')
    await expect(desk.cart.getByText('F12', { exact: true })).toBeVisible()
    await expect(news.getByRole('alert')).toHaveCount(0)
  })
})
