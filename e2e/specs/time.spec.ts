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

test('[H11] the Enter that was meant for the money chooses no seat when the hold ends under it', async ({
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
