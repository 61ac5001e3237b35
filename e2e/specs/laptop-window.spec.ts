// What a laptop's screen shows at once, at normal size and with letters so large that little room is left.

import { expect, test } from '../fixtures.ts'
import { cutOff, outOfSight, tooLong } from '../in-sight.ts'
import { Desk } from '../pages/desk.ts'
import { wholeUnless } from '../sizes.ts'

test('[L2] above the map stands which show of which day is sold, whole, on the screen of a laptop', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { viewport: { width: 1280, height: 720 } } })
  await new Desk(page).openShow('The Glass Orchard')
  const title = page.getByRole('main').getByRole('heading', { level: 1 })
  await expect(title).toContainText('Grand Theatre')
  expect(await title.locator('bdi, span').evaluateAll(cutOff)).toEqual([])
})

test('[A4] a table of bookings says of each which evening it is for, on the screen of a laptop @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { viewport: { width: 1280, height: 720 } } })
  await page.evaluate(() => (location.hash = '#/manage/bookings'))
  const shows = page.getByRole('gridcell').filter({ hasText: /The Glass Orchard ·/ })
  await expect(shows.first()).toBeVisible()
  expect(await shows.evaluateAll(cutOff)).toEqual([])
})

test('[A1] [E2] on the screen of a laptop a table of shows has its titles whole, and the list of keys is seen at once @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { viewport: { width: 1280, height: 800 } } })
  await page.evaluate(() => (location.hash = '#/manage'))
  for (const title of ['The Glass Orchard', 'Mumbai → Pune', 'Nashik → Mumbai']) {
    const cells = page.getByRole('gridcell').filter({ hasText: new RegExp(`^${title}$`) })
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await expect(cells.first()).toBeVisible()
    // oxlint-disable-next-line no-await-in-loop -- see above
    expect(await cells.evaluateAll(cutOff)).toEqual([])
  }
  expect(await page.getByRole('grid').evaluateAll(cutOff)).toEqual([])
  await page.evaluate(() => (location.hash = '#/manage/coupons'))
  await expect(page.getByRole('gridcell', { name: 'DISCOUNT50', exact: true })).toBeVisible()
  expect(await page.getByRole('columnheader').locator('span').evaluateAll(cutOff)).toEqual([])
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Keys' })).toBeInViewport({ ratio: 1 })
})

test('[E2] in Persian a seat’s number begins where its section does, although its letters are Latin @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { viewport: { width: 1280, height: 720 }, locale: 'fa-IR' } })
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await page.keyboard.press('F9')
  await expect(page.getByRole('timer')).toBeVisible()
  const starts = await page
    .getByRole('main')
    .getByRole('complementary')
    .getByRole('listitem')
    .first()
    .locator('bdi')
    .evaluateAll((all) =>
      all.map((one) => {
        // The extent of its letters, not of its box.
        const letters = document.createRange()
        letters.selectNodeContents(one)
        return Math.round(letters.getBoundingClientRect().right)
      }),
    )
  expect(starts).toHaveLength(2)
  expect(new Set(starts).size, starts.join(' and ')).toBe(1)
})

test('[H9] [H13] at the foot of tonight the carts put aside, the last sale and the money that waits stand beside each other', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { viewport: { width: 1280, height: 720 } } })
  const desk = new Desk(page)
  await desk.sell('The Glass Orchard', 'D10')
  await page.evaluate(() => (location.hash = '#/tonight'))
  await desk.openShow('Mumbai → Pune')
  for (const seats of [
    ['1A', '1B', '1C', '1D', '2A', '2B'],
    ['4A', '4B', '4C', '4D'],
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one cart after the other
    await desk.choose(...seats)
    // oxlint-disable-next-line no-await-in-loop -- see above
    await desk.hold()
    // oxlint-disable-next-line no-await-in-loop -- see above
    await page.keyboard.press('F4')
    // oxlint-disable-next-line no-await-in-loop -- see above
    await expect(desk.inCart(seats[0] ?? '')).toBeHidden()
  }
  await page.evaluate(() => (location.hash = '#/tonight'))
  await expect(page.getByText('2 parked carts')).toBeVisible()
  for (const width of [1280, 1024, 800]) {
    // oxlint-disable-next-line no-await-in-loop -- one window
    await page.setViewportSize({ width, height: 600 })
    // oxlint-disable-next-line no-await-in-loop -- see above
    expect.soft(await outOfSight(page), `${width} wide`).toEqual([])
    // oxlint-disable-next-line no-await-in-loop -- see above
    expect.soft(await tooLong(page), `${width} wide`).toEqual([])
  }
})

// A laptop's screen of 1280×800 at 200 and at 400 %.
for (const [width, height] of [
  [640, 400],
  [320, 200],
] as const) {
  test(`[E2] [W 1.4.4] letters so large that the window has ${width}×${height} left of it leave room for the shows, the map and the sum${wholeUnless(width === 320)}`, async ({
    openDesk,
  }) => {
    const page = await openDesk({ browser: { viewport: { width, height } } })
    const desk = new Desk(page)
    await desk.openShow('The Glass Orchard')
    expect((await desk.map.boundingBox())?.height).toBeGreaterThan(100)
    await desk.choose('D10')
    await page.keyboard.press('F9')
    await expect(desk.cart.getByRole('timer')).toBeVisible()
    await page.keyboard.press('F9')
    await expect(page.getByLabel('Cash received')).toBeFocused()
    const due = await page.getByRole('region', { name: 'Payment' }).boundingBox()
    const ways = await page.getByRole('group', { name: 'Ways to pay' }).boundingBox()
    expect((due?.y ?? 0) + (due?.height ?? 0)).toBeLessThanOrEqual(ways?.y ?? 0)
    // What is pressed comes into view where the page scrolls.
    await page.getByRole('button', { name: /^Take ₹/ }).click()
    await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })
}
