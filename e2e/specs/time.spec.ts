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
