import { expect, lostHub, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

test('[C3] a restart keeps everything: what was sold is sold, a hold goes on with its clock, the window finds its way back by itself', async ({
  hub,
  openDesk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10')
  await desk.hold()
  await desk.takeCash()
  await page.keyboard.press('n')
  await desk.choose('D14')
  await desk.hold()

  await hub.kill()
  const lost = page.getByRole('alert').filter({ hasText: 'Connection lost' })
  await expect(lost).toBeVisible()
  // What a screen reader says once does not begin again with every second that is counted beside it.
  const words = await lost.textContent()
  await expect(page.getByText('2 seconds ago', { exact: true })).toBeVisible()
  expect(await lost.textContent()).toBe(words)
  await hub.start()
  await expect(page.getByText('Connected', { exact: true })).toBeVisible()
  await desk.expectSeat('D10', 'sold')
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  await desk.takeCash()

  await page.keyboard.press('n')
  await page.reload()
  await desk.expectSeat('D14', 'sold')
})

test('a reload in the middle of a sale finds the cart and its hold again', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('J7')
  await desk.hold()
  await page.reload()
  await expect(desk.cart.getByText('J7', { exact: true })).toBeVisible()
  await expect(desk.cart.getByRole('timer')).toBeVisible()
})

test('what is asked while the hub is away is answered when it is back, once', async ({
  hub,
  openDesk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('L7')
  await hub.stop()
  await expect(page.getByRole('alert').filter({ hasText: 'Connection lost' })).toBeVisible()
  await desk.cart.getByRole('button', { name: /^Hold/ }).click()
  await expect(desk.cart.getByText('Holding…')).toBeVisible()
  await hub.start()
  await expect(desk.cart.getByRole('timer')).toBeVisible()
})

test('[C5] a seat map that does not come is said so, with another try that brings it', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const broken = { isOn: true }
  await page.routeWebSocket(/\/ws$/, (ws) => {
    const hub = ws.connectToServer()
    const picture = Promise.withResolvers<void>()
    ws.onMessage(async (frame) => {
      const isPlan = broken.isOn && typeof frame === 'string' && frame.includes('"name":"plan"')
      // A picture of the seats that comes after the refusal asks for its plan once more, and the map may come by itself.
      if (isPlan) await picture.promise
      hub.send(isPlan ? frame.replace(/"planId":\d+/, '"planId":999') : frame)
    })
    hub.onMessage((frame) => {
      ws.send(frame)
      if (String(frame).includes('"kind":"snapshot"') && String(frame).includes('"states"')) picture.resolve()
    })
  })
  await page.reload()
  const desk = new Desk(page)
  await desk.shows.filter({ hasText: 'Test event' }).first().click()
  await expect(page.getByRole('heading', { name: 'The seat map did not load' })).toBeVisible()
  broken.isOn = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(desk.map).toBeVisible()
})
