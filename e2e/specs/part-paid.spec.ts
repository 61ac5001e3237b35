import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { Till } from '../pages/till.ts'

const show = 'The Glass Orchard'

/** Takes a part in cash, and goes back to the seats. */
async function takePart(till: Till, part: string): Promise<void> {
  await till.page.keyboard.type(part)
  await till.page.keyboard.press('Enter')
  await expect(till.due.getByRole('heading', { name: 'Still to pay' })).toBeVisible()
}

test('[P5] [P7] back at the seats the cart says what is paid and asks for what is left; exact cash takes that, and says so', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D10', 'D11')
  await takePart(till, '500')
  await till.page.keyboard.press('Escape')
  await expect(till.cart).toContainText(/Total₹2,420\.00/)
  await expect(till.cart).toContainText(/Paid so far-₹500\.00/)
  await expect(till.cart).toContainText(/Still to pay₹1,920\.00/)
  await expect(till.cart.getByRole('button', { name: /^Pay ₹1,920\.00/ })).toBeVisible()
  await expect(till.cart.getByRole('button', { name: /^Exact cash ₹1,920\.00/ })).toBeVisible()
  await till.page.setViewportSize({ width: 800, height: 600 })
  for (const words of ['₹2,420.00', '-₹500.00', '₹1,920.00'])
    await expect(till.cart.getByRole('definition').filter({ hasText: words })).toBeInViewport({ ratio: 1 })

  await till.page.keyboard.press('F10')
  await till.expectSold()
  const sums = till.page.getByRole('complementary').filter({ hasText: 'Next sale' })
  await expect(sums).toContainText(/Total₹2,420\.00/)
  await expect(sums).toContainText(/Paid before₹500\.00/)
  await expect(sums).toContainText(/Received₹1,920\.00/)
  await till.find('D10')
  await till.page.keyboard.press('Enter')
  await expect(till.page.getByText('Cash ₹500.00 · paid')).toBeVisible()
  await expect(till.page.getByText('Cash ₹1,920.00 · paid')).toBeVisible()
})

test('[P5] [P10] giving a cart back names the money that was paid towards it and how it goes back, before and after', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D10', 'D11')
  await takePart(till, '100')
  await till.page.keyboard.press('Escape')
  await till.page.keyboard.press('Escape')
  const question = till.page.getByRole('dialog')
  await expect(question).toContainText('Give ₹100.00 in cash to the customer.')
  await question.getByRole('button', { name: 'Refund ₹100.00' }).click()
  await expect(till.message).toContainText('Give ₹100.00 in cash to the customer.')
  await expect(till.message).toContainText(/D10.* and .*D11.* are on sale again/)
  await expect(till.cart).toContainText('No seats')
})

test('[P5] another choice than the one that is part-paid is refused at once: the cart stays whole, and the money can be given back', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D10', 'D11')
  await takePart(till, '500')
  await till.page.keyboard.press('Escape')
  const expectRefused = async () => {
    await expect(till.message).toContainText('₹500.00 was already paid: refund it first.')
    await expect(till.cart).toContainText(/Still to pay₹1,920\.00/)
    await expect(till.cart.getByRole('listitem')).toHaveCount(2)
    await till.message.getByRole('button', { name: 'Close' }).click()
  }
  await till.cart.getByRole('button', { name: /^Remove .*D10/ }).click()
  await expectRefused()
  await till.page.keyboard.press('Control+b')
  await expectRefused()
  await till.lookAt('D12')
  await till.page.keyboard.press('Space')
  await expect(till.message).toContainText('₹500.00 was already paid: refund it first.')
  await till.message.getByRole('button', { name: 'Refund ₹500.00' }).click()
  await till.page.getByRole('dialog').getByRole('button', { name: 'Refund ₹500.00' }).click()
  await expect(till.message).toContainText('Give ₹500.00 in cash to the customer.')
  await expect(till.cart).toContainText('No seats')
})

test('[P5] [P10] what nobody has seen come is not given back with the cart, and the cart stays in hand @whole', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D10', 'D11')
  await till.showPicture('100')
  await expect(till.due.getByRole('heading', { name: 'Still to pay' })).toBeVisible()
  await till.page.keyboard.press('Escape')
  await till.page.keyboard.press('Escape')
  const question = till.page.getByRole('dialog')
  await expect(question).not.toContainText('in cash')
  await expect(question.getByRole('button', { name: 'Refund ₹100.00' })).toBeDisabled()
  await question.getByRole('button', { name: 'Keep them' }).click()
  await expect(till.cart).toContainText(/Still to pay₹2,320\.00/)
})

test('[P5] [H9] [H16] parked, or promised to be paid later, what is left is the sum that is named @whole', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  const { page } = till
  await till.begin(show, 'D10', 'D11')
  await takePart(till, '500')
  const home = page.getByRole('link', { name: 'Tonight' })
  await home.click()
  await expect(page.getByRole('button', { name: /^In hand: .*D10.*still to pay ₹1,920\.00/ })).toBeVisible()
  await page.keyboard.press('F4')
  await expect(
    page.getByRole('button', { name: /^.?The Glass Orchard.*D10.*still to pay ₹1,920\.00/ }),
  ).toBeVisible()

  await till.begin(show, 'E10')
  await page.keyboard.press('l')
  await page.getByRole('dialog').getByRole('searchbox').fill('test')
  await page.getByRole('dialog').getByRole('option').first().click()
  await home.click()
  await page.getByRole('button', { name: /^To be paid/ }).click()
  const promised = page.getByRole('listitem').filter({ hasText: 'E10' })
  await promised.getByRole('button', { name: 'Take payment' }).click()
  await takePart(till, '10')
  await home.click()
  await page.getByRole('button', { name: /^To be paid/ }).click()
  await expect(promised).toContainText(/₹10\.00 of ₹1,210\.00 is paid₹1,200\.00/)
})

test.describe('a hold that ends with a part of it paid', () => {
  test.use({ hubOptions: { holdSeconds: 8 } })

  test('[H5] [P5] its money is named, and the rest is taken in its grace without another hold', async ({
    openDesk,
  }) => {
    const till = new Till(await openDesk())
    await till.begin(show, 'D10', 'D11')
    await takePart(till, '100')
    await expect(till.message).toContainText('₹100.00 was taken: the rest can still be paid')
    await till.page.keyboard.press('Escape')
    await expect(till.message.getByRole('button', { name: 'Pay ₹2,320.00' })).toBeVisible()
    await till.page.keyboard.press('F10')
    await till.expectSold()
  })

  test('[H5] [P5] where another desk is faster it is said what was taken and where it is, and there it is at once @whole', async ({
    openDesk,
  }) => {
    const till = new Till(await openDesk())
    const other = new Till(await openDesk())
    await other.openShow(show)
    await till.begin(show, 'D10', 'D11')
    await takePart(till, '100')
    await expect(till.message).toContainText('the rest can still be paid')
    await other.expectSeat('D10', 'free')
    await other.choose('D10')
    await other.hold()
    await expect(till.message).toContainText(/Time is up for .*D10.*D11.* ₹100\.00 was taken/)
    await till.message.getByRole('button', { name: 'Money waiting' }).click()
    await expect(till.page.getByRole('listitem').filter({ hasText: /D10.* and .*D11/ })).toContainText(
      '₹100.00',
    )
  })

  test('[H5] [H9] [P5] parked, it is told on any screen: in its grace it comes back for the rest, after that its money is led to @whole', async ({
    openDesk,
  }) => {
    const till = new Till(await openDesk())
    const other = new Till(await openDesk())
    await other.openShow(show)
    const { page } = till
    const news = page.getByRole('complementary', { name: 'Urgent' })
    await till.begin(show, 'D10', 'D11')
    await takePart(till, '100')
    await page.keyboard.press('F4')
    await till.find('')
    await expect(news.getByRole('alert')).toContainText(
      /Time is up for a parked cart: .*D10.*D11.*The Glass Orchard/,
    )
    await expect(news.getByRole('alert')).toContainText('₹100.00 was taken: the rest can still be paid')
    await expect(news.getByRole('timer')).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    await news.getByRole('button', { name: 'Recall a parked cart' }).click()
    await expect(till.cart).toContainText(/Still to pay₹2,320\.00/)
    await expect(news.getByRole('alert')).toHaveCount(0)

    await page.keyboard.press('F4')
    await expect(news.getByRole('alert')).toContainText('the rest can still be paid')
    await other.choose('D10')
    await other.hold()
    await expect(news.getByRole('alert')).toContainText(/no longer held: .*D10.*D11.*₹100\.00 was taken/)
    await news.getByRole('button', { name: 'Money waiting' }).click()
    await expect(news.getByRole('alert')).toHaveCount(0)
    const owed = page.getByRole('listitem').filter({ hasText: /D10.* and .*D11/ })
    await owed.getByRole('button', { name: 'Refund' }).click()
    await expect(page.getByRole('alert').filter({ hasText: '₹100.00' })).toBeVisible()
  })
})
