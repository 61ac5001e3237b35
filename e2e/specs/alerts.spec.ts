import type { Locator, Page } from '@playwright/test'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/shared/lib/time.ts'
import { axeFaults } from '../axe.ts'
import { type Hub, expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { People, clerkPin } from '../pages/people.ts'
import { targetFaults } from '../targets.ts'

// A desk whose holds last an hour, and which does not lock sooner, so that the ten minutes can pass at once.
const hourSeconds = HOUR_MS / SECOND_MS
test.use({ hubOptions: { ownsClock: true, holdSeconds: hourSeconds, lockSeconds: hourSeconds } })

const news = (page: Page) => page.getByRole('complementary', { name: 'Urgent' })
const showNews = (page: Page) => news(page).getByRole('alert').filter({ hasText: 'in carts' })

/** Fourteen of the 44 seats of a coach, in two carts; then ten minutes pass, and one seat more. */
async function holdMuch(page: Page, hub: Hub): Promise<Desk> {
  const desk = new Desk(page)
  await desk.openShow('Mumbai → Pune')
  await desk.choose('1A', '1B', '1C', '1D', '2A', '2B', '2C', '2D', '4A', '4B')
  await desk.hold()
  await page.keyboard.press('F4')
  await expect(desk.inCart('1A')).toBeHidden()
  await desk.choose('4C', '4D', '5A', '5B')
  await desk.hold()
  await page.keyboard.press('F4')
  await expect(desk.inCart('4C')).toBeHidden()
  await hub.passTime(10 * MINUTE_MS)
  await desk.choose('5C')
  await desk.hold()
  return desk
}

test('[K3] much of a show held for ten minutes is told to the office with the way to it, listed in the reports, and over when it is @whole', async ({
  hub,
  openDesk,
}) => {
  const office = await openDesk()
  const desk = await holdMuch(await openDesk(), hub)
  const told = showNews(office)
  await expect(told).toContainText(/Mumbai → Pune.*: 15 of 44 seats are in carts/)
  expect(await axeFaults(office, 'alert')).toEqual([])
  await news(office).getByRole('button', { name: 'To the show' }).press('Enter')
  await expect(office.getByRole('grid')).toBeVisible()

  await office.keyboard.press('Control+k')
  await office.getByRole('dialog').getByRole('searchbox').fill('reports')
  await office.keyboard.press('Enter')
  const list = office.getByRole('region', { name: 'What did the house notice?' })
  const row = list.getByRole('row').filter({ hasText: 'Mumbai → Pune' })
  await expect(row).toContainText('since')
  expect(await axeFaults(office, 'alerts')).toEqual([])

  await desk.page.keyboard.press('F5')
  await desk.cart.getByRole('button', { name: /^Release/ }).click()
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Release' }).click()
  await expect(told).toBeHidden()
  await expect(row).toContainText(' to ')
  await row.getByRole('link').click()
  await expect(office.getByRole('slider').first()).toBeVisible()
})

test('[K3] [A7] whoever answers for the shows is told, and a seller is not called away', async ({
  hub,
  openDesk,
}) => {
  const office = await openDesk()
  await new People(office).staffTheHouse()
  const page = await openDesk()
  await new People(page).signIn('Asha', clerkPin)
  await holdMuch(page, hub)
  await expect(showNews(office)).toBeVisible()
  await expect(showNews(page)).toHaveCount(0)
  // [E2] Whoever went through the list with arrow keys goes on there.
  await office.getByRole('link', { name: 'Tonight' }).click()
  await office.keyboard.press('ArrowDown')
  const second = new Desk(office).shows.nth(1)
  await expect(second).toBeFocused()
  await news(office).getByRole('button', { name: 'Close this message' }).click()
  await expect(showNews(office)).toHaveCount(0)
  await expect(second).toBeFocused()
})

/** Where it is drawn. */
async function boxOf(one: Locator) {
  const box = await one.boundingBox()
  if (!box) throw new Error('it is not to be seen')
  return box
}

test('[K3] [L2] what cannot wait lies over no step of a sale, whatever the window, and not over the change to give @whole', async ({
  hub,
  openDesk,
}) => {
  const desk = await holdMuch(await openDesk(), hub)
  const { page } = desk
  await expect(showNews(page)).toBeVisible()
  for (const [width, height] of [
    [800, 600],
    [1024, 768],
    [1280, 720],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one window
    await page.setViewportSize({ width, height })
    // oxlint-disable-next-line no-await-in-loop -- see above
    expect.soft(await targetFaults(page, 1), `${width}×${height}`).toEqual([])
  }
  // Where the window is low, no seat of the house lies under it either, and what is held and its clock stay visible.
  await page.setViewportSize({ width: 800, height: 600 })
  const map = await boxOf(desk.map)
  const over = await boxOf(news(page))
  expect(Math.min(over.x + over.width - map.x, map.x + map.width - over.x)).toBeLessThanOrEqual(0)
  for (const seen of [desk.cart.getByRole('listitem').first(), desk.cart.getByRole('timer')]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { y, height } = await boxOf(seen)
    expect.soft(Math.min(over.y + over.height - y, y + height - over.y)).toBeLessThanOrEqual(0)
  }
  await desk.takeCash('1000')
  await page.evaluate(() => (location.hash = '#/tonight'))
  const change = await boxOf(page.getByRole('region', { name: 'Change' }))
  const told = await boxOf(news(page))
  expect(told.y + told.height).toBeLessThanOrEqual(change.y)
})
