import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

test('[E2] at phone width the map has most of the window, and a seat is told about, chosen and priced by touch', async ({
  openDesk,
}) => {
  const page = await openDesk({
    browser: { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } },
  })
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  const map = await desk.map.boundingBox()
  expect(map?.height).toBeGreaterThan(844 / 3)
  const { x, y } = await desk.pointOf('F12')
  const touch = await page.context().newCDPSession(page)
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  const card = page.getByText(/Row .?F.? · Seat .?12/)
  await expect(card).toBeVisible()
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  const box = await card.boundingBox()
  expect(box?.x).toBeGreaterThan(0)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(390)
  await page.touchscreen.tap(x, y)
  await expect(desk.cart.getByText('F12', { exact: true })).toBeVisible()
  expect(await desk.map.boundingBox()).toEqual(map)
})

test('[L1] a finger that stays shows the card and chooses nothing; a tap chooses, and a pan chooses nothing', async ({
  openDesk,
}) => {
  const page = await openDesk({
    browser: { hasTouch: true, isMobile: true, viewport: { width: 1024, height: 768 } },
  })
  const desk = new Desk(page)
  await desk.openShow('Test event')
  const { x, y } = await desk.pointOf('A5')
  const touch = await page.context().newCDPSession(page)
  const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: { x: number; y: number }[]) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  await finger('touchStart', { x, y })
  const card = page.getByText(/Row .?A.? · Seat .?5/)
  await expect(card).toBeVisible()
  await finger('touchEnd')
  await expect(desk.cart).toContainText('No seats')
  await finger('touchStart', { x, y })
  for (const by of [15, 40, 80]) await finger('touchMove', { x: x + by, y })
  await finger('touchEnd')
  await expect(desk.cart).toContainText('No seats')
  await expect(card).toBeHidden()
  const again = await desk.pointOf('A5')
  await page.touchscreen.tap(again.x, again.y)
  await expect(desk.cart).toContainText('1 seat')
})
