import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

test.use({ viewport: { width: 1024, height: 768 } })

interface Place {
  readonly x: number
  readonly y: number
}

/** Where a seat is drawn, found as a person does: by what the screen says of the place under the pointer. */
async function placeOf(page: Page, words: RegExp, from: Place): Promise<Place> {
  for (let { y } = from; y < 560; y += 14) {
    for (let { x } = from; x < 700; x += 14) {
      // oxlint-disable-next-line no-await-in-loop -- one hand
      await page.mouse.move(x, y)
      // oxlint-disable-next-line no-await-in-loop -- and it looks where it points
      if (await page.getByText(words).first().isVisible()) return { x: x + 4, y: y + 3 }
    }
  }
  throw new Error(`no seat ${words.source}`)
}

test('[L2] at 1024×768 nothing jumps: two neighbours are chosen where they were before the first click, and the map keeps its box through the whole sale', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Mumbai → Pune')
  const first = await placeOf(page, /row .?8.?, seat .?A/, { x: 380, y: 330 })
  const second = await placeOf(page, /row .?8.?, seat .?B/, first)
  const before = await desk.map.boundingBox()
  const expectSteady = async () => expect(await desk.map.boundingBox()).toEqual(before)

  await page.mouse.click(first.x, first.y)
  await page.mouse.click(second.x, second.y)
  await expect(desk.cart.getByRole('listitem')).toHaveCount(2)
  await expectSteady()
  await desk.cart.getByRole('button', { name: 'Add a coupon' }).click()
  await expectSteady()
  await desk.hold()
  await expectSteady()
  await desk.cart.getByLabel('Coupon').fill('discount50')
  await page.keyboard.press('Enter')
  await expect(desk.cart.getByText(/Discount .?DISCOUNT50/)).toBeVisible()
  await expectSteady()
  const cart = await desk.cart.evaluate((one) => [
    one.scrollWidth - one.clientWidth,
    one.scrollHeight - one.clientHeight,
  ])
  expect(cart, 'nothing of the cart is out of sight').toEqual([0, 0])
})

test('[P7] Enter pressed once too often at the money keeps the tickets and the change; N is always meant', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const sold = page.getByRole('heading', { name: /^Sold/ })
  await desk.openShow('The Glass Orchard')
  await desk.choose('E10')
  await desk.hold()
  await page.keyboard.press('F9')
  await page.getByLabel('Cash received').fill('2000')
  await page.keyboard.press('Enter')
  await expect(sold).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('F9')
  await page.getByRole('button', { name: 'Next sale' }).click()
  await expect(sold).toBeVisible()

  await page.keyboard.press('n')
  await expect(desk.map).toBeVisible()
})

test('[P7] once the tickets have stood for a moment, Enter begins the next sale @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.sell('The Glass Orchard', 'E12')
  await expect(async () => {
    await page.keyboard.press('Enter')
    await expect(desk.map).toBeVisible({ timeout: 200 })
  }).toPass()
})

test('[P4] a coupon typed and refused goes with its cart: the next customer finds the field shut and empty @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('F10')
  await desk.hold()
  await desk.cart.getByRole('button', { name: 'Add a coupon' }).click()
  await desk.cart.getByLabel('Coupon').fill('welcome')
  await page.keyboard.press('Enter')
  await expect(desk.message).toContainText('There is no coupon')
  await page.keyboard.press('F4')
  await expect(desk.cart.getByRole('timer')).toBeHidden()
  await desk.choose('F12')
  await expect(desk.cart.getByLabel('Coupon', { exact: true })).toBeHidden()
  await desk.cart.getByRole('button', { name: 'Add a coupon' }).click()
  await expect(desk.cart.getByLabel('Coupon', { exact: true })).toHaveValue('')
})

test.describe('a short hold', () => {
  test.use({ hubOptions: { holdSeconds: 3 } })

  test('[H11] seats given up after their time are spoken of no more @whole', async ({ openDesk }) => {
    const page = await openDesk()
    const desk = new Desk(page)
    await desk.openShow('The Glass Orchard')
    await desk.choose('F10')
    await desk.hold()
    await expect(desk.message).toContainText('Time is up')
    await page.keyboard.press('Escape')
    await expect(desk.inCart('F10')).toBeHidden()
    await expect(desk.message).toBeHidden()
  })
})

test('[H11] on a large screen the cart has all of a held sale in its own place: nothing of it is past the edge @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { viewport: { width: 1920, height: 1080 } } })
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('H10', 'H11', 'H12')
  await desk.hold()
  expect(await desk.cart.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  const pay = desk.cart.getByRole('button', { name: /^Pay/ })
  const { x = 0, width = 0 } = (await pay.boundingBox()) ?? {}
  expect(x + width).toBeLessThanOrEqual(1920)
})
