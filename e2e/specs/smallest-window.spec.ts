import { type Locator, type Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Desk } from '../pages/desk.ts'
import { People } from '../pages/people.ts'
import { Till } from '../pages/till.ts'
import { cutOff, outOfSight, tooLong } from '../in-sight.ts'

// The smallest size of a desktop window.
const smallest = { width: 800, height: 600 }

for (const locale of ['en-IN', 'fa-IR', 'hi-IN']) {
  test(`[E2] in the smallest window a sale has its sums, its tickets and its steps in sight, in ${locale}${wholeUnless(locale === 'hi-IN')}`, async ({
    openDesk,
  }) => {
    const page = await openDesk({ browser: { viewport: smallest, locale } })
    const desk = new Desk(page)
    const look = async (name: string) => {
      expect.soft(await outOfSight(page), name).toEqual([])
      expect.soft(await tooLong(page), name).toEqual([])
    }
    await desk.openShow('The Glass Orchard')
    const house = await desk.map.boundingBox()
    // A house as high as it is wide gets twice the room that a cart bar below it would leave.
    expect.soft(house?.height, 'the map').toBeGreaterThan(340)
    // More than their column has room for.
    await desk.lookAt('E10')
    // oxlint-disable-next-line no-await-in-loop -- one hand
    for (const key of ['Space', ...Array.from({ length: 4 }, () => ['ArrowRight', 'Space']).flat()])
      await page.keyboard.press(key)
    await page.keyboard.press('F1')
    await expect(page.locator('bdi', { hasText: /^Senior$/ })).toBeInViewport({ ratio: 1 })
    await expect(page.locator('main header:has(strong)')).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Escape')
    await page.keyboard.press('F9')
    await expect(page.getByRole('timer')).toBeVisible()
    await look('held')
    expect.soft(await desk.map.boundingBox(), 'the map does not move').toEqual(house)
    await page.keyboard.press('F9')
    const ways = page.getByRole('main').locator('[aria-pressed]')
    await ways.nth(4).click()
    await look('wallet')
    await ways.first().click()
    await look('cash')
    expect(await overlapping(page.locator('section:has(> dl) > *'))).toEqual([])
    // A message over the screen does not cover the change to give.
    const rest = await page.locator('form').evaluate((form) => {
      const fields = form.firstElementChild
      return (fields?.clientHeight ?? 0) - (fields?.scrollHeight ?? 0) + freeBelow(fields)
      function freeBelow(of: Element | null): number {
        const last = of?.lastElementChild?.getBoundingClientRect().bottom ?? 0
        return (of?.getBoundingClientRect().bottom ?? 0) - last
      }
    })
    expect.soft(rest, 'room below the change').toBeGreaterThan(40)
    await page.keyboard.press('Enter')
    const paper = page.getByRole('article').first()
    await expect(paper).toBeInViewport({ ratio: 0.9 })
    await look('tickets')
    await page.keyboard.press('F2')
    await page.keyboard.press('Enter')
    const found = page.getByRole('listbox').getByRole('option').first()
    await found.waitFor()
    // Above all, which evening.
    const evening = found.locator('span:has(> bdi):has(> small)')
    await expect(evening).toHaveCount(1)
    expect.soft(await evening.evaluateAll(cutOff)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main').getByRole('table').locator('tbody tr').first()).toBeInViewport({
      ratio: 1,
    })
    await look('the booking')
    await page.keyboard.press('m')
    await expect(desk.map).toBeVisible()
    expect.soft((await desk.map.boundingBox())?.height, 'the map that seats move on').toBeGreaterThan(300)
    await look('seats that move')
  })
}

for (const locale of ['en-IN', 'fa-IR', 'hi-IN']) {
  test(`[A1] [E2] in the smallest window the office’s tables show eight rows, below all of their ways and actions, in ${locale}${wholeUnless(locale === 'fa-IR')}`, async ({
    openDesk,
  }) => {
    const page = await openDesk({ browser: { viewport: smallest, locale } })
    await expect(page.getByRole('listbox').first()).toBeVisible()
    for (const place of ['manage', 'seats/1']) {
      // oxlint-disable-next-line no-await-in-loop -- one table after the other
      await page.evaluate((hash) => (location.hash = hash), `#/${place}`)
      // oxlint-disable-next-line no-await-in-loop -- see above
      await expect(page.getByRole('gridcell').first()).toBeVisible()
      // oxlint-disable-next-line no-await-in-loop -- see above
      expect.soft(await wholeRows(page), place).toBeGreaterThanOrEqual(8)
      // oxlint-disable-next-line no-await-in-loop -- see above
      expect.soft(await outOfSight(page), place).toEqual([])
      // oxlint-disable-next-line no-await-in-loop -- see above
      expect.soft(await tooLong(page), place).toEqual([])
    }
    // The actions for a selection are below it, and still leave room for rows.
    await page.getByRole('gridcell').getByRole('checkbox').first().check()
    await expect(page.getByRole('gridcell').getByRole('checkbox').first()).toBeChecked()
    expect.soft(await wholeRows(page), 'with its actions').toBeGreaterThanOrEqual(7)
  })
}

test('[A5] [A6] [T3] in the smallest window a door has its counts, the past its hall and story, a drawer its step in sight @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { viewport: smallest, locale: 'fa-IR' } })
  await expect(page.getByRole('listbox').first()).toBeVisible()
  const open = (place: string) => page.evaluate((hash) => (location.hash = hash), `#/${place}`)
  await open('gate')
  await expect(page.getByRole('complementary').getByRole('heading')).toBeInViewport({ ratio: 1 })
  await open('time-machine/1')
  const map = page.getByRole('grid')
  await expect(map).toBeVisible()
  expect.soft((await map.boundingBox())?.height, 'the hall as it was').toBeGreaterThan(280)
  await map.focus()
  await page.keyboard.type('A1')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary').getByRole('heading')).toBeInViewport({ ratio: 1 })
  await open('off-sale/1')
  await expect(map).toBeVisible()
  expect.soft((await map.boundingBox())?.height, 'the hall to choose in').toBeGreaterThan(280)
  await open('shift')
  await expect(page.getByRole('button').filter({ hasText: 'F9' })).toBeInViewport({ ratio: 1 })
  // Where there is more than the window holds, its part of the screen scrolls, and the bar above stays.
  for (const place of ['messages', 'manage/calendar', 'printers']) {
    // oxlint-disable-next-line no-await-in-loop -- one screen after the other
    await open(place)
    // oxlint-disable-next-line no-await-in-loop -- see above
    await expect(page.getByRole('main').getByRole('heading').nth(1)).toBeVisible()
    // oxlint-disable-next-line no-await-in-loop -- see above
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    expect.soft(height, place).toBe(smallest.height)
  }
})

test('[P4] in the smallest window a coupon is typed beside the customer and the sum, what is wrong with it is said whole, and a discount moves nothing', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { viewport: smallest } })
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10')
  await desk.hold()
  const customer = desk.cart.getByRole('button', { name: 'Walk-in' })
  const sum = desk.cart.locator('dd').last()
  const pay = desk.cart.getByRole('button', { name: /^Pay/ })
  const before = [await sum.boundingBox(), await pay.boundingBox()]
  await page.keyboard.press('F8')
  await page.keyboard.type('NOPE')
  await page.keyboard.press('Enter')
  const problem = desk.cart.getByText(/no coupon/)
  await expect(problem).toBeVisible()
  const cart = await desk.cart.boundingBox()
  const told = await problem.boundingBox()
  expect(told?.x ?? 0).toBeGreaterThanOrEqual(cart?.x ?? 800)
  expect((told?.x ?? 800) + (told?.width ?? 0)).toBeLessThanOrEqual(800)
  expect((await customer.boundingBox())?.width).toBeGreaterThanOrEqual(36)
  const overSum = await sum.evaluate((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect()
    return [left + 1, right - 1].filter(
      (x) => !one.contains(document.elementFromPoint(x, (top + bottom) / 2)),
    )
  })
  expect(overSum, 'what lies over the sum').toEqual([])
  await page.keyboard.press('Control+a')
  await page.keyboard.type('DISCOUNT50')
  await page.keyboard.press('Enter')
  await expect(desk.cart.getByText(/^Discount/)).toBeInViewport({ ratio: 1 })
  const [sumBefore, payBefore] = before
  expect((await sum.boundingBox())?.y).toBe(sumBefore?.y)
  expect(await pay.boundingBox()).toEqual(payBefore)
})

test('[L2] [H9] in the smallest window what is told of a cart lies over little of the house @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { viewport: smallest } })
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10')
  await desk.hold()
  await page.keyboard.press('F4')
  await expect(desk.message).toContainText('parked')
  const told = await desk.message.locator('> div').boundingBox()
  const house = await desk.map.boundingBox()
  expect((told?.height ?? 600) / (house?.height ?? 1)).toBeLessThan(1 / 6)
})

test('[A5] in the smallest window a drawer is counted with the whole sum of each note beside it @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { viewport: smallest } })
  await expect(page.getByRole('listbox').first()).toBeVisible()
  await page.evaluate(() => (location.hash = '#/shift'))
  const notes = page.locator('fieldset label')
  await expect(notes.first()).toBeVisible()
  // oxlint-disable-next-line no-await-in-loop -- one hand
  for (const note of await notes.getByRole('textbox').all()) await note.fill('250')
  const sums = notes.locator('span:last-child')
  await expect(sums.first()).toHaveText('₹1,25,000.00')
  expect(await sums.evaluateAll(cutOff)).toEqual([])
  const heights = await sums.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(new Set(heights.map(Math.round)).size, 'lines of one height').toBe(1)
})

/** Rows of a table that are wholly visible within its frame, without its head. */
function wholeRows(page: Page): Promise<number> {
  return page.getByRole('grid').evaluate((grid) => {
    const { bottom } = grid.getBoundingClientRect()
    const top = grid.querySelector('[role=columnheader]')?.getBoundingClientRect().bottom ?? 0
    return [...grid.querySelectorAll('[data-row]')].filter((row) => {
      const box = row.getBoundingClientRect()
      return box.top >= top - 1 && box.bottom <= Math.min(bottom, innerHeight) + 1
    }).length
  })
}

/** Adjacent parts of which one overlaps the next. */
function overlapping(parts: Locator): Promise<string[]> {
  return parts.evaluateAll((all) =>
    all
      .slice(1)
      .filter((one, index) => {
        const before = all[index]?.lastElementChild ?? all[index]
        return (
          before !== undefined && one.getBoundingClientRect().top < before.getBoundingClientRect().bottom - 1
        )
      })
      .map((one) => one.textContent),
  )
}

test('[P5] [E2] in the smallest window a booking’s seats come out from under the change to give @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { viewport: smallest } })
  const till = new Till(page)
  await till.begin('The Glass Orchard', 'E10', 'E11', 'E12', 'E13', 'E14')
  await page.getByLabel('Cash received').fill('9000')
  await page.keyboard.press('Enter')
  await till.expectSold()
  await till.find('')
  await till.found.first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const last = page.getByRole('main').getByRole('checkbox').last()
  await last.focus()
  await page
    .getByRole('main')
    .locator('table')
    .evaluate((table) => table.scrollIntoView({ block: 'end' }))
  const seat = await last.boundingBox()
  const change = await page.getByRole('region', { name: 'Change' }).boundingBox()
  expect((seat?.y ?? 0) + (seat?.height ?? 0)).toBeLessThanOrEqual(change?.y ?? 0)
})

test('[A7] in the smallest window the PIN and the way out of a locked screen are there with their buttons @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await new People(page).staffTheHouse()
  await new People(page).choose('Sign out')
  // The window marks a locked screen in the news of the line to the hub.
  await page.routeWebSocket(/\/ws$/, (ws) => {
    ws.connectToServer().onMessage((frame) =>
      ws.send(
        typeof frame === 'string' ? frame.replace('"kind":"link",', '"kind":"link","isKiosk":true,') : frame,
      ),
    )
  })
  await page.setViewportSize(smallest)
  await page.reload()
  await new People(page).chooseName('Asha')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Control+l')
  const dialog = page.getByRole('dialog', { name: 'Leave the locked screen' })
  await expect(dialog.getByLabel('PIN', { exact: true })).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Close Guichet' })).toBeInViewport({ ratio: 1 })
  expect(await outOfSight(page)).toEqual([])
})
