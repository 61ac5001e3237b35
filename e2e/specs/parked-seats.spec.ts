import { expect, test } from '../fixtures.ts'
import { countOnMap } from '../map-colours.ts'
import { Desk } from '../pages/desk.ts'

test('[H9] [L2] seats of a cart that is parked are told from others’ on the map, in their card and in the list; pressed, they bring it back', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const other = new Desk(await openDesk())
  await desk.openShow('Mumbai → Pune')
  await other.openShow('Mumbai → Pune')
  await desk.choose('5A', '5B')
  await desk.hold()
  await page.keyboard.press('F4')
  await desk.expectSeat('5A', 'held at this desk')
  await other.expectSeat('5A', 'held elsewhere')
  // Another seat than the one with the ring.
  await desk.lookAt('9A')
  await expect.poll(() => countOnMap(other.page, '--seat-held')).toBeGreaterThan(0)
  expect(await countOnMap(page, '--seat-held')).toBe(0)
  await desk.lookAt('5A')
  await page.keyboard.press('F1')
  await expect(page.getByRole('status').filter({ hasText: /5A.*held at this desk/s })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Space')
  await expect(desk.message).toContainText(/5A.*5B.* are held at this desk, in another cart/)
  await desk.message.getByRole('button', { name: 'Recall a parked cart' }).click()
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  await desk.expectSeat('5A', 'held for you')

  await page.keyboard.press('F4')
  await page.getByRole('button', { name: 'List' }).click()
  await page.locator('summary').first().press('Enter')
  await page
    .locator('summary', { hasText: /^Row .?5/ })
    .first()
    .press('Enter')
  await expect(page.getByRole('button', { name: /seat .?A.?: .*held at this desk/ })).toBeVisible()
})

test('[H9] a chosen seat that another window of the desk holds first is said to be held at this desk, as its line says @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const beside = new Desk(await openDesk({ beside: page }))
  await desk.openShow('Mumbai → Pune')
  await beside.openShow('Mumbai → Pune')
  await beside.choose('5A')
  await desk.choose('5A')
  await desk.hold()
  await expect(beside.message).toContainText(/5A.* \(held at this desk\).? is no longer chosen here/)
  await beside.expectSeat('5A', 'held at this desk')
})

test('[H9] [H13] while others are chosen in their place, seats of the hold in hand are said to be held for it @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Mumbai → Pune')
  await desk.choose('9A', '9B')
  await desk.hold()
  await page.keyboard.press('Control+b')
  await expect(desk.inCart('9A')).toBeHidden()
  expect(await countOnMap(page, '--seat-held')).toBe(0)
  await desk.expectSeat('9A', 'held for you, not chosen now')
  // Chosen once more, they are as before.
  await page.keyboard.press('Space')
  await expect.poll(() => desk.lookAt('9A')).toMatch(/held for you$/)
})

test('[H9] the hint that a cart was parked is gone when its show is opened again later @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Mumbai → Pune')
  await desk.choose('5A')
  await desk.hold()
  await page.keyboard.press('F4')
  await expect(desk.message).toContainText('The cart is parked')
  await page.getByRole('link', { name: 'Tonight' }).click()
  await desk.openShow('Mumbai → Pune')
  await expect(desk.cart.getByRole('button', { name: /^Recall \(1 parked\)/ })).toBeVisible()
  await expect(desk.message).toBeHidden()
})
