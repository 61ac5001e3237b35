import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

test('[S3] [P7] a cash sale in the desktop app, over IPC alone', async ({ openDesktop }) => {
  const { page } = await openDesktop()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10', 'D11')
  await desk.hold()
  await expect(desk.cart).toContainText('₹2,420.00')
  await desk.takeCash('2500')
  await expect(page.getByText('₹80.00')).toBeVisible()
  await expect(page.getByText(/TKT-\d{8}-[0-9A-F]{8}/)).toHaveCount(2)
  await page.keyboard.press('n')
  await desk.expectSeat('D10', 'sold')
})
