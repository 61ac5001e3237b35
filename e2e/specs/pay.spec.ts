import { expect, test } from '../fixtures.ts'
import { cutOff, outOfSight } from '../in-sight.ts'
import { Till } from '../pages/till.ts'

const show = 'The Glass Orchard'

test('[P5] split: a part in cash, the rest by card; what is paid and what is left stand there, and a part goes back', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D10', 'D11')
  await expect(till.due).toContainText('₹2,420.00')
  await till.page.keyboard.type('۴۲۰٫۵۰')
  await expect(till.page.getByText('Still to pay after this')).toBeVisible()
  await till.page.keyboard.press('Enter')
  await expect(till.due.getByRole('heading', { name: 'Still to pay' })).toBeVisible()
  await expect(till.due).toContainText('₹1,999.50')
  await till.due.getByRole('button', { name: /^Refund ₹420\.50/ }).click()
  await expect(till.due.getByRole('heading', { name: 'To pay' })).toBeVisible()

  await till.page.getByLabel('Cash received').fill('1000,00')
  await till.page.keyboard.press('Enter')
  await expect(till.due).toContainText('₹1,420.00')
  await till.page.keyboard.press('d')
  await till.page.keyboard.press('Enter')
  await till.expectSold()
  await till.find('D10')
  await till.page.keyboard.press('Enter')
  const facts = till.page.getByRole('complementary', { name: 'Facts and next steps' })
  await expect(facts).toContainText('Cash ₹1,000.00 · paid')
  await expect(facts).toContainText('Card ₹1,420.00 · paid')
  await expect(facts).toContainText('Cash ₹420.50 · refunded')
})

test('[P5] an Enter that is held, and one more after it, take the part that was typed and not the rest of the sum', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D10', 'D11')
  await till.page.keyboard.type('420.50')
  const left = till.due.getByRole('heading', { name: 'Still to pay' })
  await expect(async () => {
    await till.page.keyboard.down('Enter')
    await expect(left).toBeVisible({ timeout: 50 })
  }).toPass()
  for (let repeat = 0; repeat < 10; repeat += 1) await till.page.keyboard.down('Enter')
  await till.page.keyboard.up('Enter')
  await till.page.keyboard.press('Enter')
  await expect(till.page.getByLabel('Cash received')).toBeFocused()
  await expect(till.due).toContainText('₹1,999.50')
})

test('[P7] clicking on too often where the steps of a sale come one after the other takes no money; a click that is meant does', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.openShow(show)
  await till.choose('D12')
  await till.hold()
  const box = await till.cart.getByRole('button', { name: /^Pay/ }).boundingBox()
  if (!box) throw new Error('no way to the money')
  const take = till.page.getByRole('button', { name: /^Take ₹/ })
  await till.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  for (let clickCount = 1; clickCount <= 3; clickCount += 1) {
    await till.page.mouse.down({ clickCount })
    await till.page.mouse.up({ clickCount })
    await expect(take).toBeVisible()
  }
  await expect(take).toBeEnabled()
  await take.click()
  await till.expectSold()
})

test('[P7] a cart that another window of the desk has paid a moment ago is not paid twice, and it is said what became of it', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D14')
  const other = await openDesk({ beside: till.page })
  let isDeaf = false
  await other.routeWebSocket(/\/ws$/, (ws) => {
    const hub = ws.connectToServer()
    hub.onMessage((frame) => {
      if (!isDeaf || !String(frame).includes('"t":"news"')) ws.send(frame)
    })
  })
  await other.reload()
  await other.getByRole('button', { name: /The Glass Orchard.*D14.*₹/ }).click()
  await other.keyboard.press('F9')
  await expect(other.getByLabel('Cash received')).toBeFocused()
  isDeaf = true
  await till.page.keyboard.press('Enter')
  await till.expectSold()

  await other.keyboard.press('Enter')
  const { message, cart } = new Till(other)
  await expect(message).toContainText('the booking is confirmed')
  await expect(cart).toContainText('No seats')
  await message.getByRole('button', { name: 'Show the booking' }).click()
  await expect(other.getByText('Cash ₹1,210.00 · paid')).toBeVisible()
})

test('[C3] a disk without room for what a window keeps stops no sale', async ({ openDesk }) => {
  const page = await openDesk()
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await new Till(page).sell(show, 'D16')
  await page.getByLabel('Language').selectOption('fa')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa')
})

test('[P9] from a customer’s wallet: what is short is said, cash tops it up from there, and it pays', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D10', 'D11')
  await till.name('testuser')
  await till.by('Wallet')
  const take = till.page.getByRole('button', { name: /^Take ₹2,420\.00 from the wallet/ })
  const short = till.page.getByText('Short by').locator('..')
  await expect(short).toContainText('₹')
  await expect(take).toBeDisabled()
  await till.page.getByRole('button', { name: 'Top up with cash' }).click()
  await till.page.getByRole('dialog').getByLabel('Cash received').fill('2500')
  await till.page.keyboard.press('Enter')
  await expect(short).toContainText('–')
  await take.click()
  await till.expectSold()
})

/** One red dot. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
)

test('[P5] a picture of a transfer: what is none is refused by what is in it, a real one pays and waits for review', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D10')
  await till.by('Bank transfer')
  const choose = async (name: string, buffer: Buffer) => {
    const chooser = till.page.waitForEvent('filechooser')
    await till.page.getByRole('button', { name: /^(Choose a|Another) picture$/ }).click()
    await (await chooser).setFiles({ name, mimeType: 'image/png', buffer })
  }
  await choose('transfer.png', Buffer.from('<svg/>'))
  await expect(till.message).toContainText('is not a JPEG, PNG or WebP picture')
  await expect(till.page.getByRole('button', { name: /^Take ₹/ })).toBeDisabled()
  await choose('transfer.png', png)
  await expect(till.page.getByRole('img', { name: 'The picture of the transfer' })).toBeVisible()
  await till.page.getByRole('button', { name: /^Take ₹.* by bank transfer/ }).click()
  await till.expectSold()
})

test('[P4] a coupon at the till: a bad code is said at its field, a good one changes the sum; by keys alone', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D10')
  await till.page.keyboard.press('F8')
  await till.page.keyboard.type('nonsense')
  await till.page.keyboard.press('Enter')
  await expect(till.message).toContainText(/There is no coupon .?NONSENSE/)
  await till.page.getByLabel('Coupon').fill('discount50')
  await till.page.keyboard.press('Enter')
  await expect(till.due).toContainText('DISCOUNT50')
  await expect(till.due).toContainText('₹710.00')
  await till.page.getByLabel('Cash received').focus()
  await till.page.keyboard.press('Enter')
  await till.expectSold()
})

test('[H16] [P11] paid later: a new customer is written down in place, the seats have a deadline, and are found and paid', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D10')
  await till.page.keyboard.press('l')
  const dialog = till.page.getByRole('dialog')
  await expect(dialog.getByRole('option', { name: 'New customer' })).toBeVisible()
  await expect(dialog.getByRole('option', { name: 'Walk-in' })).toHaveCount(0)
  await till.page.keyboard.type('Meera Nair')
  await dialog.getByRole('option', { name: 'New customer' }).click()
  await expect(dialog.getByLabel('Name')).toHaveValue('Meera Nair')
  await dialog.getByLabel('Phone').fill('12')
  await till.page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('Phone')
  await dialog.getByLabel('Phone').fill('98765 43210')
  await till.page.keyboard.press('Enter')
  await expect(till.message).toContainText(/D10.? is kept until \d\d:\d\d/)

  await till.page.getByRole('link', { name: 'Tonight' }).click()
  await till.page.getByRole('button', { name: /^To be paid/ }).click()
  const reserved = till.page.getByRole('region', { name: 'To be paid later' })
  await expect(reserved.getByRole('listitem').filter({ hasText: 'Meera Nair' })).toContainText('until')
  await till.find('Meera')
  await till.page.keyboard.press('ArrowDown')
  await till.page.keyboard.press('Enter')
  await expect(till.page.getByRole('button', { name: 'Take payment' })).toBeVisible()
  // A screen that has just appeared may not hear keys yet.
  await expect(async () => {
    await till.page.keyboard.press('F9')
    await expect(till.due).toContainText('Meera Nair', { timeout: 1000 })
  }).toPass()
  await till.page.keyboard.press('Enter')
  await till.expectSold()
})

test('[H2] a VIP is named by keys alone, and the hold is longer at once', async ({ openDesk }) => {
  const till = new Till(await openDesk())
  await till.openShow(show)
  await till.choose('D10')
  await till.hold()
  await till.page.keyboard.press('F3')
  await till.page.keyboard.type('rao')
  await expect(till.page.getByRole('dialog').getByRole('option')).toHaveText([/Asha Rao/, /New/, /Walk-in/])
  await till.page.keyboard.press('Enter')
  await expect(till.cart).toContainText('VIP')
  await expect(till.cart.getByRole('timer')).toContainText(/^(10:00|9:\d\d)$/)
})

test('[P5] the change stands on every screen until the next sale begins, large where that happens, and no longer', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.openShow(show)
  await till.choose('D10')
  await till.hold()
  await till.takeCash('2000')
  await till.page.getByRole('link', { name: 'Tonight' }).click()
  const change = till.page.getByRole('region', { name: 'Change' })
  await expect(change).toContainText('₹790.00')
  await till.openShow(show)
  await expect(change).toContainText('₹790.00')
  // Elsewhere a line below the screen, which covers nothing of it.
  await till.page.getByRole('link', { name: 'Manage' }).click()
  await expect(till.page.getByRole('heading', { name: 'Shows' })).toBeVisible()
  const main = await till.page.getByRole('main').boundingBox()
  const line = await change.boundingBox()
  expect(line?.y).toBeGreaterThanOrEqual((main?.y ?? 0) + (main?.height ?? 0))
  await till.page.getByRole('link', { name: 'Tonight' }).click()
  await till.openShow(show)
  await expect(change).toContainText('₹790.00')
  await till.choose('D11')
  await expect(change).toBeHidden()
})

test('[P5] more than anybody hands over is not taken, by button or key, and which evening is paid for stands beside the sum', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D14')
  await expect(till.due).toContainText(/The Glass Orchard · \w{3}, \d+ \w+ \d\d:\d\d/)
  const cash = till.page.getByLabel('Cash received')
  await cash.fill('999999999')
  await expect(till.page.getByText('This is too much cash')).toBeVisible()
  await cash.press('Enter')
  await expect(till.page.getByRole('button', { name: /^Take ₹/ })).toBeDisabled()
  // The sum without its point.
  await cash.fill('121000')
  await expect(till.page.getByText('This is too much cash')).toBeVisible()
  await cash.fill('2000')
  await cash.press('Enter')
  await expect(till.page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
})

test('[P5] a large change is shown whole, with every next step beside the tickets', async ({ openDesk }) => {
  const till = new Till(await openDesk())
  const seats = ['D', 'E'].flatMap((row) => [10, 11, 12, 13, 14].map((seat) => `${row}${seat}`))
  await till.begin(show, ...seats)
  await till.page.getByLabel('Cash received').fill('120000')
  await till.page.keyboard.press('Enter')
  await till.expectSold()
  const change = till.page.getByRole('definition').filter({ hasText: /^₹1,0\d,\d{3}\.00$/ })
  expect(await change.evaluateAll(cutOff)).toEqual([])
  expect(await outOfSight(till.page)).toEqual([])
})

test('[E2] [P4] after a coupon the keyboard is where it was: in the amount, on the map', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  const { page } = till
  await till.openShow('The Glass Orchard')
  await till.choose('D10')
  await page.keyboard.press('F8')
  await page.keyboard.type('discount50')
  await page.keyboard.press('Enter')
  await expect(till.cart.getByRole('button', { name: 'Remove the coupon DISCOUNT50' })).toBeVisible()
  await expect(till.map).toBeFocused()
  await till.cart.getByRole('button', { name: 'Remove the coupon DISCOUNT50' }).click()
  await till.hold()
  await page.keyboard.press('F9')
  const received = page.getByLabel('Cash received')
  await expect(received).toBeFocused()
  for (const leave of ['Escape', 'Enter']) {
    await page.keyboard.press('F8')
    await page.keyboard.type('discount50')
    await page.keyboard.press(leave)
    await expect(received).toBeFocused()
  }
  await page.keyboard.type('500')
  await expect(received).toHaveValue('500')
})
