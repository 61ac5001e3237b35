// What a booking says of people: who travels, who bought and how to reach them, and the picture that proves a payment.

import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { Till } from '../pages/till.ts'

test('[L3] who travels stands on each ticket and on the booking', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Pune → Goa sleeper')
  await desk.choose('1A')
  await desk.hold()
  await desk.cart.getByLabel(/^Name of the passenger in .?1A/).fill('Asha Rao')
  await desk.cart.getByLabel(/^Age of the passenger in .?1A/).fill('34')
  await desk.takeCash()
  const ticket = page.getByRole('article')
  await expect(ticket).toContainText('Passenger')
  await expect(ticket).toContainText('Asha Rao')
  const number =
    (await page
      .getByText(/TKT-\d{8}-[0-9A-F]{8}/)
      .first()
      .textContent()) ?? ''
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('columnheader', { name: 'Passenger' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Asha Rao · Age 34' })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
})

test('[A4] a customer’s name, number and language are put right from the booking by keys alone, with what is wrong at its field', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('F10')
  await desk.hold()
  await page.keyboard.press('F3')
  await page.getByRole('option', { name: 'New customer' }).click()
  await page.getByLabel('Name').fill('Ravvi')
  await page.getByLabel('Phone').fill('98765 43210')
  await page.keyboard.press('Enter')
  await expect(desk.cart.getByText('Ravvi')).toBeVisible()
  await desk.takeCash()
  const number =
    (await page
      .getByText(/TKT-\d{8}-[0-9A-F]{8}/)
      .first()
      .textContent()) ?? ''
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.press('k')
  const dialog = page.getByRole('dialog', { name: 'Details of \u2068Ravvi\u2069' })
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Ravi Menon')
  await dialog.getByLabel('E-mail').focus()
  await page.keyboard.type('ravi at home')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('E-mail')
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByLabel('E-mail').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('ravi@example.com')
  await page.keyboard.press('Tab')
  await expect(dialog.getByLabel('Language of messages')).toBeFocused()
  await dialog.getByLabel('Language of messages').selectOption('Hindi')
  await dialog.getByRole('button', { name: /^Save/ }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Ravi Menon')).toBeVisible()
  await expect(page.getByText('ravi@example.com')).toBeVisible()
  await page.getByRole('button', { name: 'Edit details' }).click()
  await expect(page.getByRole('dialog').getByLabel('Language of messages')).toHaveValue('hi')
})

test('[P5] whoever judges the picture of a transfer sees it beside yes and no @whole', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  const { page } = till
  await till.begin('The Glass Orchard', 'G10')
  await till.showPicture()
  await till.expectSold()
  const number =
    (await page
      .getByText(/TKT-\d{8}-[0-9A-F]{8}/)
      .first()
      .textContent()) ?? ''
  const desk = new Desk(page)
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  const picture = page.getByRole('img', { name: 'Picture of the transfer of ₹1,210.00' })
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Accept the picture' }).click()
  await expect(page.getByText('picture accepted').first()).toBeVisible()
  await expect(picture).toBeHidden()
})
