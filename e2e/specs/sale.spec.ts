import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

test('[P7] [T1] three seats for cash: held, paid, change shown, a ticket each with number and code; [S1] another window sees it all', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const seller = new Desk(page)
  const watcher = new Desk(await openDesk())
  await seller.openShow('The Glass Orchard')
  await watcher.openShow('The Glass Orchard')
  await watcher.expectSeat('D10', 'free')

  await seller.choose('D10', 'D11', 'D12')
  await watcher.expectSeat('D10', 'free')
  await seller.hold()
  await watcher.expectSeat('D10', 'held elsewhere')
  await watcher.expectSeat('D12', 'held elsewhere')
  await expect(seller.cart).toContainText('₹3,630.00')

  await seller.takeCash('5000')
  await expect(page.getByText('₹1,370.00')).toBeVisible()
  await expect(page.getByText(/TKT-\d{8}-[0-9A-F]{8}/)).toHaveCount(3)
  await expect(page.getByRole('img', { name: /^Entry code/ })).toHaveCount(3)
  await watcher.expectSeat('D10', 'sold')
  await watcher.expectSeat('D12', 'sold')

  await page.keyboard.press('n')
  await seller.expectSeat('D11', 'sold')
})

test('[P2] [P4] a ticket type per seat gives the price, a coupon its discount, and a bad code is said and not swallowed', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D1')
  await expect(desk.cart).toContainText('₹810.00')
  await desk.cart.getByLabel('Ticket type of').selectOption({ label: 'Student' })
  await expect(desk.cart).toContainText('₹570.00')

  await desk.cart.getByRole('button', { name: 'Add a coupon' }).click()
  await desk.cart.getByLabel('Coupon').fill('nonsense')
  await page.keyboard.press('Enter')
  await expect(desk.message).toContainText('There is no coupon')
  await expect(desk.cart).toContainText('₹570.00')

  await desk.cart.getByLabel('Coupon').fill('discount50')
  await page.keyboard.press('Enter')
  await expect(desk.cart).toContainText('₹290.00')
  await desk.hold()
  await desk.takeCash()
  await expect(page.getByText('₹290.00')).toHaveCount(2)
})

test('[P2] a held seat given up and chosen again keeps its ticket type; a type changed meanwhile is held anew before it is paid', async ({
  openDesk,
}) => {
  const desk = new Desk(await openDesk())
  const type = desk.cart.getByLabel('Ticket type of')
  await desk.openShow('The Glass Orchard')
  await desk.choose('D1')
  await type.selectOption({ label: 'Student' })
  await desk.hold()

  await desk.unchoose('D1')
  await desk.choose('D1')
  await expect(type.locator('option:checked')).toHaveText('Student')
  await expect(desk.cart.getByRole('button', { name: /^Pay ₹570\.00/ })).toBeVisible()

  await desk.choose('D2')
  await type.first().selectOption({ label: 'Normal' })
  await desk.unchoose('D2')
  await expect(desk.cart).toContainText('₹810.00')
  await desk.hold()
  await expect(desk.cart.getByRole('button', { name: /^Pay ₹810\.00/ })).toBeVisible()
})

test('[H1] a seat that another window takes between click and Hold is named, and the rest of the choice stays', async ({
  openDesk,
}) => {
  const first = new Desk(await openDesk())
  const second = new Desk(await openDesk())
  await first.openShow('The Glass Orchard')
  await second.openShow('The Glass Orchard')
  await first.choose('E8', 'E9')

  await second.choose('E9')
  await second.hold()
  await expect(first.message).toContainText('E9')
  await expect(first.message).toContainText('held elsewhere')
  await expect(first.cart.getByText('E8', { exact: true })).toBeVisible()
  await expect(first.cart.getByText('E9', { exact: true })).toBeHidden()
  await first.hold()
  await expect(first.cart).toContainText('1 seat')
})

test('[H9] a parked cart keeps its own clock and comes back', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('F5')
  await desk.hold()
  await page.keyboard.press('F4')
  await expect(desk.cart).toContainText('No seats')
  await desk.choose('F12')
  await page.getByRole('link', { name: 'Tonight' }).click()
  await expect(page.getByText('1 parked cart')).toBeVisible()
  await page.getByRole('button', { name: /The Glass Orchard.*F5.*₹/ }).click()
  await expect(desk.cart.getByText('F5', { exact: true })).toBeVisible()
  await expect(desk.cart.getByRole('timer')).toBeVisible()
})

test('[H3] a hold is extended once, and the offer is then gone', async ({ openDesk }) => {
  const desk = new Desk(await openDesk())
  await desk.openShow('The Glass Orchard')
  await desk.choose('G5')
  await desk.hold()
  const extend = desk.cart.getByRole('button', { name: /^Extend/ })
  await extend.click()
  await expect(extend).toBeHidden()
  await expect(desk.cart.getByRole('timer')).toContainText(/^(10:00|9:\d\d)$/)
})

test('giving held seats back frees them for every window at once', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const watcher = new Desk(await openDesk({ beside: page }))
  await desk.openShow('The Glass Orchard')
  await watcher.openShow('The Glass Orchard')
  await desk.choose('H5')
  await desk.hold()
  await watcher.expectSeat('H5', 'held at this desk')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').getByRole('button', { name: 'Release' }).click()
  await expect(desk.cart).toContainText('No seats')
  await watcher.expectSeat('H5', 'free')
})

test('[E2] a whole sale by keyboard alone', async ({ openDesk }) => {
  const page = await openDesk()
  const rows = new Desk(page).shows
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.type('glass')
  await page.keyboard.press('Enter')
  const map = page.getByRole('grid')
  await expect(map).toBeVisible()
  await expect(map).toBeFocused()
  await page.keyboard.type('K10')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(page.getByRole('heading', { name: '2 seats' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('timer')).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByLabel('Cash received')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
})

test('[P7] a key pressed once too often on the way to the money takes none', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('L5')
  for (let press = 0; press < 5; press += 1) {
    await page.keyboard.press('F9')
    await page.waitForTimeout(150)
  }
  await expect(page.getByLabel('Cash received')).toBeFocused()
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeHidden()
})

test('[H8] the eleventh seat is refused as it is chosen, and the ten stay', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('N5')
  for (let seat = 0; seat < 10; seat += 1) {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
  }
  await expect(desk.message).toContainText('A booking can have at most 10 seats.')
  await expect(desk.cart).toContainText('10 seats')
})

test('[E2] a seat that is not there is said as it is typed, and Space then chooses nothing', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  for (const typed of ['ZZ9', 'D99']) {
    await desk.map.focus()
    await page.keyboard.press('Home')
    await page.keyboard.type(typed)
    await expect(page.getByText(new RegExp(`No seat .?${typed}`))).toBeVisible()
    await page.keyboard.press('Space')
    await expect(desk.cart).toContainText('No seats')
  }
})

test('[H9] many parked carts scroll in their line and never widen the page @whole', async ({ openDesk }) => {
  const page = await openDesk({ browser: { viewport: { width: 1024, height: 768 } } })
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  for (const seat of ['C10', 'D10', 'E10', 'F10', 'G10']) {
    await desk.choose(seat)
    await desk.hold()
    await page.keyboard.press('F4')
    await expect(desk.cart).toContainText('No seats')
  }
  await page.getByRole('link', { name: 'Tonight' }).click()
  await expect(page.getByText('5 parked carts')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024)
  // Carts out of view are counted; each press of that button shows some more of them, at last the one that ends last.
  const more = page.getByRole('button', { name: /^\d more$/ })
  const last = page.getByRole('button', { name: /G10/ })
  await expect(last).not.toBeInViewport()
  await expect(async () => {
    await more.click()
    await expect(last).toBeInViewport({ ratio: 0.9, timeout: 500 })
  }).toPass()
})

test('[H9] F5 brings back the cart that ends first; pressed again it goes through all, in the order in which they end', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  for (const seat of ['C10', 'D10', 'E10']) {
    await desk.choose(seat)
    await desk.hold()
    await page.keyboard.press('F4')
    await expect(desk.cart).toContainText('No seats')
  }
  await expect(desk.cart.getByRole('button', { name: 'Recall (3 parked)' })).toBeVisible()
  for (const seat of ['C10', 'D10', 'E10', 'C10', 'D10']) {
    await page.keyboard.press('F5')
    await expect(desk.cart.getByText(seat, { exact: true })).toBeVisible()
    await expect(desk.cart).toContainText('1 seat')
  }
})

test('one seat given back is spoken of as one', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('H6')
  await desk.hold()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toContainText('It goes on sale again')
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click()
  await expect(desk.cart.getByText('H6', { exact: true })).toBeVisible()
})
