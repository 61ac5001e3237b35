import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

test('[A1] [P4] a coupon is made by keys in its table, refused at its field where it cannot be, and takes its part off a sale', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await page.goto(new URL('#/manage/coupons', page.url()).href)
  const open = page.getByRole('button', { name: 'New coupon' })
  await open.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New coupon' })
  await expect(dialog.getByLabel('Code')).toBeFocused()
  await page.keyboard.type('welcome, 10')
  await page.keyboard.press('Tab')
  await page.keyboard.type('ten')
  await page.keyboard.press('Tab')
  await page.keyboard.type('500')
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Percent')).toHaveAccessibleDescription(
    'This is no number, or too large a one.',
  )
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByLabel('Code').fill('welcome10')
  await dialog.getByLabel('Percent').fill('10')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const row = page.getByRole('row', { name: /WELCOME10/ })
  await expect(row).toContainText('₹500.00')

  await open.click()
  await dialog.getByLabel('Code').fill('WELCOME10')
  await dialog.getByLabel('Percent').fill('50')
  await dialog.getByLabel('Most off').fill('1')
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Code')).toHaveAccessibleDescription(
    /There is a coupon with this code already/,
  )
  await page.keyboard.press('Escape')
  await expect(row).toContainText('10')

  await page.goto(new URL('#/tonight', page.url()).href)
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10')
  await desk.cart.getByRole('button', { name: 'Add a coupon' }).click()
  await page.keyboard.type('WELCOME10')
  await page.keyboard.press('Enter')
  await expect(desk.cart).toContainText('-₹120.00')
})

test('[A1] a customer is written down in the table, a wrong number said at its field', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await page.goto(new URL('#/manage/customers', page.url()).href)
  await page.getByRole('button', { name: 'New customer' }).click()
  const dialog = page.getByRole('dialog', { name: 'New customer' })
  await dialog.getByLabel('Name').fill('Zarina Qadir')
  await dialog.getByLabel('Phone').fill('no number')
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Phone')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('Phone').fill('98765 43210')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await page.getByRole('searchbox', { name: 'Search customers' }).fill('Zarina')
  await expect(page.getByRole('row', { name: /Zarina Qadir/ })).toBeVisible()
})
