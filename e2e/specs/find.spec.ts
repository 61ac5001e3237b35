import { bookingOn, codesOf } from '../codes.ts'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { People, clerkPin } from '../pages/people.ts'
import { Scanner } from '../pages/scanner.ts'

test('[T1] a sold ticket is found by its last digits, by its number and by its seat; Enter opens the one there is', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('The Glass Orchard', 'D10', 'D11')
  for (const text of [number.slice(-8), number.toLowerCase(), 'd11']) {
    await desk.find(text)
    await expect(desk.found).toHaveCount(1)
    await expect(desk.found).toContainText(/D10.* and .*D11/)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'The Glass Orchard' })).toBeFocused()
    await expect(page.getByText(number)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(desk.search).toHaveValue(text)
  }
})

test('[T1] a scanner types a ticket’s code and Enter: the booking is there; a forged code stays, and is called so', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.sell('The Glass Orchard', 'D10')
  const [code = ''] = await codesOf(page, bookingOn(page))
  expect(code).toMatch(/^GUICHET1\//)
  const forged = code.replace('/120000/', '/100/')
  expect(forged).not.toBe(code)

  await page.keyboard.press('F2')
  const scanner = new Scanner(page)
  await scanner.scan(code)
  await expect(page.getByRole('heading', { name: 'The Glass Orchard' })).toBeFocused()

  await page.keyboard.press('F2')
  await scanner.scan(forged)
  await expect(page.getByRole('status').filter({ hasText: 'was not signed by this house' })).toBeVisible()
  await expect(desk.found).toContainText('D10')
  await expect(desk.search).toBeFocused()
})

test('[P11] a customer is found by name and by phone, nothing typed is the newest, and nothing found says what to try', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('Test event', 'A3')
  await desk.search.focus()
  await expect(desk.search).toHaveAttribute('placeholder', 'Enter: newest bookings')
  await desk.find('')
  await expect(desk.found.first()).toContainText('A3')
  await expect(page.getByLabel('Seats of')).toBeHidden()
  await desk.find('asha')
  await expect(desk.found).toHaveCount(2)
  await expect(desk.found.first()).toContainText('Asha Rao')
  await desk.find('98200 00002')
  await expect(page.getByText('testuser')).toContainText('no bookings yet')
  await desk.find('nobody at all')
  const nothing = page.getByRole('heading', { name: /No results for/ })
  await expect(nothing).toBeVisible()
  // Half a ticket's code is one long word: it must not widen the screen.
  await desk.find('W'.repeat(120))
  await expect(nothing).toContainText('WWW')
  expect((await nothing.boundingBox())?.x).toBeGreaterThanOrEqual(0)
  await desk.find(number.slice(-8))
  await expect(desk.found).toHaveCount(1)
})

test('[P11] of a customer whose bookings are other desks’, a clerk is told that they are not shown, and not that there are none @whole', async ({
  openDesk,
}) => {
  await new People(await openDesk()).staffTheHouse()
  const page = await openDesk()
  await new People(page).signIn('Asha', clerkPin)
  await new Desk(page).find('asha')
  await expect(page.getByText('2 bookings of other desks are not shown')).toBeVisible()
  await expect(page.getByText(/^.?Asha Rao/)).toBeVisible()
  await expect(page.getByText('no bookings yet')).toHaveCount(0)
})

test('[P11] a seat is looked for in the show that is on screen, and in another when that is chosen; the cart waits meanwhile @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.sell('The Glass Orchard', 'C5')
  await page.getByRole('link', { name: 'Tonight' }).click()
  await desk.openShow('Paper Lanterns')
  await desk.choose('C6')
  await desk.hold()
  await desk.find('C5')
  await expect(page.getByRole('heading', { name: /No results for/ })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /Only seats in .Paper Lanterns/ })).toBeVisible()
  await page.getByRole('button', { name: 'Search all of tonight’s shows' }).click()
  await expect(desk.found).toHaveCount(1)
  await expect(page.getByLabel('Seats of')).toHaveValue('0')
  await desk.search.focus()
  await page.keyboard.press('Escape')
  await expect(desk.cart.getByText('C6', { exact: true })).toBeVisible()
  await expect(desk.cart.getByRole('timer')).toBeVisible()
})

test('[E2] the arrow goes from the field into the list, and Enter there opens a show @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.find('test event')
  await expect(desk.found).toHaveCount(3)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(desk.map).toBeVisible()
  await expect(page.getByRole('heading', { name: /Test event/ })).toBeVisible()
})

test('[P11] a booking that another window sells is found here at once, and its address opens it again', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const other = new Desk(await openDesk())
  const desk = new Desk(page)
  const number = await other.sell('Test event', 'A4')
  await desk.find(number.slice(-5))
  await page.keyboard.press('Enter')
  await expect(page.getByText(number)).toBeVisible()
  await page.reload()
  await expect(page.getByText(number)).toBeVisible()
  await page.goto(`${page.url().split('#')[0]}#/booking/nobody`)
  await expect(page.getByText('There is no such booking.')).toBeVisible()
})
