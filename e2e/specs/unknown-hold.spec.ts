// [SYNC 4.7] What a desk shows of its carts when its house comes back from a backup that was made before they were held.

import { join } from 'node:path'
import { axeFaults } from '../axe.ts'
import { expect, lostHub, test } from '../fixtures.ts'
import type { Hub } from '../hub-process.ts'
import { atTerminal } from '../lan-fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { Till } from '../pages/till.ts'

/** A page finds its house again within fifteen seconds, later on a busy machine. */
const patience = { timeout: 30_000 }

function backUp(hub: Hub): string {
  const backup = join(hub.data, 'mine.db')
  atTerminal('db-backup', ['--data', hub.data, '--to', backup])
  return backup
}

async function comeBack(hub: Hub, backup: string): Promise<void> {
  await hub.stop()
  atTerminal('db-restore', ['--data', hub.data, '--from', backup])
  await hub.start()
}

async function takePart(till: Till, part: string): Promise<void> {
  await till.page.keyboard.type(part)
  await till.page.keyboard.press('Enter')
  await expect(till.due.getByRole('list').getByText(`₹${part}.00`)).toBeVisible()
}

test('[SYNC 4.7] [H11] a hold that the restored house has not goes from the desk, money and all, and says why; its seats stay chosen', async ({
  hub,
  openDesk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Test event')
  const backup = backUp(hub)
  await desk.choose('A7', 'A8')
  await desk.hold()
  await desk.cart.getByRole('button', { name: /^Pay/ }).click()
  await expect(page.getByLabel('Cash received')).toBeFocused()
  await comeBack(hub, backup)

  await expect(desk.message).toContainText('The house no longer has this hold', patience)
  await expect(page.getByLabel('Cash received')).toHaveCount(0)
  await expect(page.getByRole('timer')).toHaveCount(0)
  await expect(desk.cart.getByRole('button', { name: /^Pay/ })).toHaveCount(0)
  await expect(desk.inCart('A7')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await desk.message.getByRole('button', { name: 'Hold 2 seats' }).click()
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  await desk.takeCash()
})

test('[SYNC 4.7] of a hold that the restored house has not, a seat that was sold in the backup’s time is not chosen any more @whole', async ({
  hub,
  openDesk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const page = await openDesk()
  const desk = new Desk(page)
  const sold = await desk.sell('Test event', 'A7')
  const backup = backUp(hub)
  await desk.cancel(sold)
  await page.goto(new URL('#/tonight', page.url()).href)
  await desk.openShow('Test event')
  await desk.choose('A7', 'A8')
  await desk.hold()
  await comeBack(hub, backup)
  await expect(desk.message).toContainText('The house no longer has this hold', patience)
  await expect(desk.message).toContainText(/A7.*\(sold\).* is no longer chosen here/)
  await expect(desk.inCart('A7')).toHaveCount(0)
  await expect(desk.inCart('A8')).toBeVisible()
})

test('[SYNC 4.7] [H9] a parked cart that the restored house has not is no more, and is named @whole', async ({
  hub,
  openDesk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Test event')
  const backup = backUp(hub)
  await desk.choose('A7', 'A8')
  await desk.hold()
  await page.keyboard.press('F4')
  await desk.message.getByRole('button', { name: 'Close this message' }).click()
  await comeBack(hub, backup)
  await expect(desk.message).toContainText(/The house no longer has the hold on .*A7.*A8/, patience)
  await desk.expectSeat('A7', 'free')
})

test('[SYNC 4.7] [C3] [P5] a desk whose page is loaded again after the restore has its seats chosen, and says why they are not held and what was taken @whole', async ({
  hub,
  openDesk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const page = await openDesk()
  const desk = new Till(page)
  await expect(desk.shows.first()).toBeVisible()
  const backup = backUp(hub)
  await desk.begin('Test event', 'A7', 'A8')
  await takePart(desk, '30')
  const address = page.url()
  await page.goto('about:blank')
  await comeBack(hub, backup)
  await page.goto(address)
  await expect(desk.message).toContainText(/no longer has this hold.*Cash ⁨?₹30\.00⁩? was taken for it/)
  await expect(desk.inCart('A8')).toBeVisible()
  await expect(page.getByRole('timer')).toHaveCount(0)
})

test('[SYNC 4.7] [P5] what was taken for holds that the restored house has not is named, in hand and parked @whole', async ({
  hub,
  openDesk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const page = await openDesk()
  const till = new Till(page)
  await expect(till.shows.first()).toBeVisible()
  const backup = backUp(hub)
  await till.begin('Test event', 'A5')
  await takePart(till, '50')
  await page.keyboard.press('F4')
  await page.getByRole('link', { name: 'Tonight' }).click()
  await till.begin('Test event', 'A7', 'A8')
  await takePart(till, '100')
  await takePart(till, '20')
  await comeBack(hub, backup)

  const told =
    /no longer has this hold.*Cash ⁨?₹120\.00⁩? was taken for it, which the house does not know either/
  await expect(till.message.filter({ hasText: told })).toBeVisible(patience)
  const news = page.getByRole('complementary', { name: 'Urgent' })
  await expect(news.getByRole('alert')).toContainText(
    /no longer has the hold on .*A5.*Test event.*Cash ⁨?₹50\.00/,
  )
  expect(await axeFaults(page)).toEqual([])
  await page.setViewportSize({ width: 800, height: 600 })
  const words = till.message.filter({ hasText: told }).locator('p')
  await expect(words).toBeInViewport({ ratio: 1 })
})

test('[SYNC 4.7] [P7] exact cash that is taken before the desk has heard of the restore is refused by what is so: there is no such hold @whole', async ({
  hub,
  openDesk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Test event')
  const backup = backUp(hub)
  await page.routeWebSocket('**/ws', (line) => {
    const house = line.connectToServer()
    // The desk asks what became of its hold, and is not heard.
    line.onMessage((frame) => {
      if (!String(frame).includes('"booking"')) house.send(frame)
    })
  })
  await page.reload()
  await desk.choose('A7', 'A8')
  await desk.hold()
  await comeBack(hub, backup)
  await expect(page.getByRole('button', { name: /^Exact cash/ })).toBeEnabled(patience)
  await page.keyboard.press('F10')
  await expect(desk.message).toContainText('The house no longer has this hold')
  await expect(desk.inCart('A7')).toBeVisible()
  // They are only chosen, and nobody has to want them.
  await page.keyboard.press('Escape')
  await expect(desk.inCart('A7')).toHaveCount(0)
})

test('[SYNC 4.7] [T4] an exchange whose hold the restored house has not goes on with the seats that are still chosen; where its old booking is not there either, the new hold stays in hand', async ({
  hub,
  openDesk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const page = await openDesk()
  const desk = new Desk(page)
  await expect(desk.shows.first()).toBeVisible()
  const backup = backUp(hub)
  const number = await desk.sell('The Glass Orchard', 'D10')
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Exchange/ }).click()
  await page.getByRole('dialog').getByRole('option').first().click()
  await desk.choose('D12')
  await desk.hold()
  await comeBack(hub, backup)
  await expect(desk.message).toContainText('The house no longer has this hold', patience)
  await expect(page.getByRole('status').filter({ hasText: 'In exchange for' })).toContainText('D10')
  await desk.hold()
  await desk.cart.getByRole('button', { name: /^Exchange/ }).click()
  await page.keyboard.press('Enter')
  await expect(desk.message).toContainText('There is no such booking')
  await page.keyboard.press('Escape')
  await expect(desk.cart.getByRole('timer')).toBeVisible()
})
