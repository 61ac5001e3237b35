import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

test('[A4] [P10] a paid booking is cancelled with a reason: what goes back is said first, its seats are free everywhere, its way is told', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const watcher = new Desk(await openDesk())
  const number = await desk.sell('The Glass Orchard', 'D10', 'D11')
  await watcher.openShow('The Glass Orchard')
  await watcher.expectSeat('D10', 'sold')
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  const way = page.getByRole('region', { name: 'Booking history' })
  await expect(way.locator('[aria-current=step]')).toContainText('confirmed')
  await expect(way).toContainText('when its guests come in')

  await page.keyboard.press('Delete')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('₹2,420.00 is refunded for \u2068D10\u2069 and \u2068D11\u2069.')
  const yes = dialog.getByRole('button', { name: 'Cancel and refund ₹2,420.00' })
  await expect(yes).toBeDisabled()
  await dialog.getByRole('button', { name: 'Customer cannot come' }).click()
  await yes.click()

  await expect(desk.message).toContainText('Refunded to the customer: ₹2,420.00 in cash')
  await expect(way.getByRole('listitem').filter({ has: page.locator('time') })).toHaveText([
    /reserved/,
    /confirmed/,
    /cancelled/,
    /refunded/,
  ])
  await expect(page.getByText('refunded', { exact: false }).first()).toBeVisible()
  await watcher.expectSeat('D10', 'free')
  await expect(page.getByRole('button', { name: 'Cancel booking' })).toBeDisabled()
  await expect(page.getByText('Cannot be cancelled: it is refunded.')).toBeVisible()
})

test('[T2] without a printer Ctrl+P does as the buttons do: on the tickets it prints these, elsewhere the copy is asked about first @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await page.addInitScript(() => {
    const counted = window as unknown as { printed: number }
    counted.printed = 0
    window.print = () => {
      counted.printed += 1
    }
  })
  await page.reload()
  const printed = () => page.evaluate(() => (window as unknown as { printed: number }).printed)
  await desk.sell('The Glass Orchard', 'E10')
  await page.keyboard.press('Control+p')
  await expect.poll(printed).toBe(1)
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()

  await page.getByRole('link', { name: 'Tonight' }).click()
  await page.keyboard.press('Control+p')
  const ask = page.getByRole('dialog', { name: 'Print copy no. 1?' })
  await expect(ask.getByRole('button', { name: 'Print again' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(ask).toBeHidden()
  await expect(page.getByText(/^Copy 1: /)).toHaveCount(0)
  await page.keyboard.press('Control+p')
  await expect(ask).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText('Copy 1', { exact: true })).toBeVisible()
  await expect.poll(printed).toBe(2)
})

test('[T2] tickets printed again are marked and counted, here and on the ticket screen, and by keys alone', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await page.addInitScript(() => {
    const counted = window as unknown as { printed: number }
    counted.printed = 0
    window.print = () => {
      counted.printed += 1
    }
  })
  const number = await desk.sell('The Glass Orchard', 'E10', 'E11')
  await expect(page.getByText(/^Copy/)).toHaveCount(0)
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'The Glass Orchard' })).toBeFocused()
  const ask = page.getByRole('dialog', { name: /^Print copy no/ })
  const again = async () => {
    await page.keyboard.press('p')
    await expect(ask.getByRole('button', { name: 'Print again' })).toBeFocused()
  }
  // Where nobody can know whether anything gets printed, the screen asks about the first tickets beforehand.
  await again()
  await expect(ask).toContainText('the tickets that the customer has now are void')
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(ask).toBeHidden()
  await page.reload()
  await expect(page.getByText(number)).toBeVisible()
  await expect(page.getByText(/^Copy 1: /)).toHaveCount(0)
  await again()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText('Copy 1', { exact: true })).toHaveCount(2)
  await expect(page.getByRole('dialog')).toContainText('printed before are void')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Copy 1: /)).toBeVisible()
  await expect(page.getByText('Only the newest copy is valid.')).toBeVisible()
  await again()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText('Copy 2', { exact: true })).toHaveCount(2)
  expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(2)
  await page.keyboard.press('Escape')
  await page.goto(page.url().replace('booking', 'ticket'))
  await expect(page.getByText('Copy 2', { exact: true })).toHaveCount(2)
})

test('[A4] a booking that is only held may go back into the cart, or be cancelled with nothing to give back @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Test event')
  await desk.choose('A5')
  await desk.hold()
  await page.keyboard.press('F4')
  await desk.find('A5')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No tickets to print')).toBeHidden()
  await expect(page.getByText('by itself, if it is not paid by')).toBeVisible()
  await page.keyboard.press('F9')
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  await desk.find('A5')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Cancel booking' }).click()
  await expect(page.getByRole('dialog')).toContainText('Nothing was paid')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel booking' }).click()
  await expect(desk.message).toContainText('There is nothing to refund')
  await expect(page.getByRole('region', { name: 'Booking history' })).toContainText('cancelled')
})

test('[S1] what another window does to a booking is seen on its screen at once', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('Test event', 'A6')
  const second = await openDesk({ beside: page })
  const other = new Desk(second)
  for (const one of [desk, other]) {
    await one.find(number.slice(-8))
    await one.page.keyboard.press('Enter')
    await expect(one.page.getByText(number)).toBeVisible()
  }
  await second.keyboard.press('Delete')
  await second.keyboard.type('ill')
  await second.keyboard.press('Enter')
  await expect(page.locator('[aria-current=step]')).toContainText('refunded')
})

test('[A4] each way on says what keeps it from there now, in words and on its mark @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Mumbai → Pune')
  await desk.choose('1A')
  await desk.hold()
  await desk.find('')
  await desk.found.first().click()
  const next = page.getByRole('region', { name: 'Booking history' }).getByRole('list').nth(1)
  const way = (state: string) => next.getByRole('listitem').filter({ hasText: state })
  await expect(way('expired')).toContainText('Its time is not over yet.')
  await expect(way('expired')).toHaveAttribute('title', 'Its time is not over yet.')
  await expect(way('cancelled')).toHaveAttribute('title', 'when it is cancelled here')
  await page.getByRole('button', { name: 'Cancel booking' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel booking' }).click()
  await expect(desk.message).toContainText('There is nothing to refund')
  await expect(way('refunded')).toContainText('There is no money to refund.')
  await expect(way('deleted')).not.toContainText('Only a manager')
})
