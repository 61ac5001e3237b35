import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

test.use({ hubOptions: { holdSeconds: 3 } })

test('[H4] [H7] [H11] when a short hold ends the seller is back at the map and told, every window sees the seat free, and it can be held again', async ({
  openDesk,
}) => {
  const desk = new Desk(await openDesk())
  const watcher = new Desk(await openDesk())
  await desk.openShow('The Glass Orchard')
  await watcher.openShow('The Glass Orchard')
  await desk.choose('D20')
  await desk.hold()
  await watcher.expectSeat('D20', 'held elsewhere')
  await desk.cart.getByRole('button', { name: /^Pay/ }).click()

  await expect(desk.message).toContainText('Time is up')
  await expect(desk.message).toContainText('D20')
  await expect(desk.map).toBeVisible()
  await watcher.expectSeat('D20', 'free')
  await desk.hold()
})

test('[H11] the Enter that was meant for the money chooses no seat when the hold ends under it @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('C6')
  await desk.hold()
  await page.keyboard.press('F9')
  await expect(desk.message).toContainText('Time is up')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Space')
  await expect(desk.cart).toContainText('1 seat')
  await expect(desk.message).toContainText('C6')
})

test('[H11] the message at the end has the next step on it: one press holds the same seats again', async ({
  openDesk,
}) => {
  const desk = new Desk(await openDesk())
  await desk.openShow('The Glass Orchard')
  await desk.choose('C7', 'C8')
  await desk.hold()
  await expect(desk.message).toContainText('Time is up')
  await desk.message.getByRole('button', { name: 'Hold 2 seats' }).click()
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  await expect(desk.message).toBeHidden()
})

test('[H11] on another screen the end of the hold is told there, with the way back to its seats @whole', async ({
  openDesk,
}) => {
  const desk = new Desk(await openDesk())
  const { page } = desk
  await desk.openShow('The Glass Orchard')
  await desk.choose('C7', 'C8')
  await desk.hold()
  await page.getByRole('link', { name: 'Tonight' }).click()
  const news = page.getByRole('complementary', { name: 'Urgent' })
  await expect(news.getByRole('alert')).toContainText(/Time is up: .*C7.* and .*C8/)
  await expect(page.getByRole('heading', { level: 1, name: 'Tonight' })).toBeVisible()
  await news.getByRole('button', { name: 'Back to the seats' }).click()
  await expect(news.getByRole('alert')).toHaveCount(0)
  await expect(desk.message.getByRole('button', { name: 'Hold 2 seats' })).toBeVisible()
})

test.describe('a hold that is nearly over when it begins', () => {
  test.use({ hubOptions: { holdSeconds: 64 } })

  test('[H11] [H3] above one minute the clock is amber, below it is red, said politely and offered once more time', async ({
    openDesk,
  }) => {
    const page = await openDesk()
    const desk = new Desk(page)
    await desk.openShow('The Glass Orchard')
    await desk.choose('C8')
    await desk.hold()
    const timer = desk.cart.getByRole('timer')
    await expect(timer).not.toHaveAttribute('data-last')
    const amber = await timer.evaluate((one) => getComputedStyle(one).color)
    await expect(timer).toHaveAttribute('data-last', 'true')
    expect(await timer.evaluate((one) => getComputedStyle(one).color)).not.toBe(amber)
    await expect(page.getByRole('status').filter({ hasText: 'One minute left on this hold.' })).toHaveCount(1)
    const warning = page.getByText('One minute left: take the money')
    await expect(warning).toBeVisible()
    await page
      .getByRole('button', { name: /^Extend by/ })
      .first()
      .click()
    await expect(warning).toBeHidden()
    await expect(timer).not.toHaveAttribute('data-last')
  })

  test('[H11] a hint that was never closed does not keep the last minute from being told @whole', async ({
    openDesk,
  }) => {
    const desk = new Desk(await openDesk())
    const other = new Desk(await openDesk())
    await other.openShow('The Glass Orchard')
    await other.choose('D8')
    await other.hold()
    await desk.openShow('The Glass Orchard')
    await desk.choose('C8')
    await desk.hold()
    await desk.lookAt('D8')
    await desk.page.keyboard.press('Space')
    await expect(desk.message).toContainText('D8')
    await expect(desk.page.getByText('One minute left: take the money')).toBeVisible()
  })

  test('[H11] on another screen the last minute is told too @whole', async ({ openDesk }) => {
    const desk = new Desk(await openDesk())
    const { page } = desk
    await desk.openShow('The Glass Orchard')
    await desk.choose('C8')
    await desk.hold()
    await page.getByRole('link', { name: 'Manage' }).click()
    const news = page.getByRole('complementary', { name: 'Urgent' })
    await expect(news.getByRole('alert')).toContainText('One minute left: take the money')
    await news.getByRole('button', { name: 'Back to the seats' }).click()
    await expect(desk.cart.getByRole('timer')).toBeVisible()
  })

  test('[H9] the cart in hand and the parked ones each show their own clock on the first screen @whole', async ({
    openDesk,
  }) => {
    const page = await openDesk()
    const desk = new Desk(page)
    await desk.openShow('The Glass Orchard')
    await desk.choose('C8')
    await desk.hold()
    await page.keyboard.press('F4')
    await desk.choose('C12')
    await desk.hold()
    await page.getByRole('link', { name: 'Tonight' }).click()
    const foot = page.locator('footer')
    await expect(foot.getByRole('timer')).toHaveCount(2)
    await foot.getByRole('button', { name: /^In hand: .*C12/ }).click()
    await expect(desk.cart.getByText('C12', { exact: true })).toBeVisible()
  })
})

test.describe('an evening that goes on', () => {
  test.use({ hubOptions: { ownsClock: true } })

  test('[E1] a show that has begun and is still on sale says so in its line, and no other does @whole', async ({
    openDesk,
    hub,
  }) => {
    const { page, shows } = new Desk(await openDesk())
    await expect(shows.first()).toBeVisible()
    await expect(page.getByText('started', { exact: true })).toHaveCount(0)
    await expect(async () => {
      await hub.passTime(20 * 60_000)
      await page.reload()
      await expect(shows.first().getByText('started', { exact: true })).toBeVisible({ timeout: 2000 })
    }).toPass()
    await expect(shows.last().getByText('started', { exact: true })).toHaveCount(0)
  })
})
