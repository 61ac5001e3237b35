import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

test('[E2] [A5] when cash was put in, the focus is on the button again that asked for it', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const main = page.getByRole('main')
  await page.getByRole('link', { name: 'Shift', exact: true }).press('Enter')
  await main.getByRole('button', { name: /^Open with/ }).press('Enter')
  const asks = main.getByRole('button', { name: 'Cash in or out' })
  await asks.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Put in' }).press('Enter')
  await dialog.getByRole('textbox', { name: 'Amount' }).fill('100')
  await dialog.getByRole('textbox', { name: 'What for' }).fill('Change')
  await dialog.getByRole('button', { name: /^Put ₹100/ }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(asks).toBeFocused()
})

test('[E2] [H14] a hint at the map that was closed leaves the keyboard on the map', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('G10')
  await desk.hold()
  await desk.map.focus()
  await desk.message.getByRole('button', { name: 'Close this message' }).click()
  await expect(desk.message).toHaveCount(0)
  await expect(desk.map).toBeFocused()
})
