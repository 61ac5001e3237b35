import { expect, test } from '../fixtures.ts'
import { axeFaults } from '../axe.ts'
import { openCustomerWindow } from '../pages/customer-window.ts'
import { Desk } from '../pages/desk.ts'

test('[P3] [H11] the customer follows the sale in a window of their own: seats, sum, clock, and the change until the next one begins', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const customer = await openCustomerWindow(page)
  await expect(customer.getByRole('heading', { name: 'Welcome' })).toBeVisible()
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10', 'D11')
  await expect(customer.getByRole('listitem').filter({ hasText: 'D10' })).toBeVisible()
  await expect(customer.getByRole('timer')).toBeHidden()
  await desk.hold()
  await expect(customer.getByRole('timer')).toBeVisible()
  await desk.takeCash('5000')
  await expect(customer.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  await expect(customer.getByText(/^Your seats: .*D10.* and .*D11/)).toBeVisible()
  const change = await page.getByText('Change', { exact: true }).locator('xpath=..').textContent()
  await expect(
    customer.getByText(change?.replace('Change', '') ?? 'no change', { exact: true }),
  ).toBeVisible()
  await page.keyboard.press('n')
  await expect(customer.getByRole('heading', { name: 'Welcome' })).toBeVisible()
})

test('[E1] the customer’s language is theirs: chosen on the glass or by the seller, and the desk’s again for the next one', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const customer = await openCustomerWindow(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10')
  await customer.getByRole('button', { name: 'فارسی' }).click()
  await expect(customer.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('हिन्दी')
  await page.getByRole('menuitem', { name: /Customer display: / }).click()
  await expect(customer.locator('html')).toHaveAttribute('lang', 'hi')
  await desk.hold()
  await desk.takeCash()
  await expect(customer.getByRole('heading', { name: 'धन्यवाद' })).toBeVisible()
  await page.keyboard.press('n')
  await expect(customer.locator('html')).toHaveAttribute('lang', 'en')
})

test('[E2] the customer’s window stands up to axe between sales, in a sale and after it @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { reducedMotion: 'reduce' } })
  const desk = new Desk(page)
  const customer = await openCustomerWindow(page)
  const faults = () => axeFaults(customer)
  await expect(customer.getByRole('heading', { name: 'Welcome' })).toBeVisible()
  expect(await faults()).toEqual([])
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10')
  await desk.hold()
  await expect(customer.getByRole('timer')).toBeVisible()
  expect(await faults()).toEqual([])
  await desk.takeCash()
  await expect(customer.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  expect(await faults()).toEqual([])
})
