// [S3] [S5] The desktop app in a house of several machines: it becomes their hub, or joins one, from its own screen.

import { expect, lostHub } from '../fixtures.ts'
import { freePort } from '../free-port.ts'
import { offerAt, test } from '../lan-fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { People, adminPin } from '../pages/people.ts'

test.setTimeout(120_000)

test('[S3] [S5] opened to the network by its manager, the desktop app is a hub: a kiosk joins it, and each sees what the other sells', async ({
  openDesktop,
  joinKiosk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const { page } = await openDesktop({ words: ['--lan', `127.0.0.1:${await freePort()}`] })
  await page.evaluate(() => void (location.hash = '#/kiosks'))
  await expect(page.getByText(/Kiosks reach this house at/)).toBeVisible()
  const { page: door } = await joinKiosk(page, 'Side door')
  await expect(page.getByRole('row', { name: /Side door.*Connected.*complete/ })).toBeVisible()
  await page.evaluate(() => void (location.hash = '#/tonight'))
  const [here, there] = [new Desk(page), new Desk(door)]
  await here.openShow('The Glass Orchard')
  await there.openShow('The Glass Orchard')
  await there.choose('D14')
  await there.hold()
  await here.expectSeat('D14', 'held')
  await there.takeCash()
  await here.expectSeat('D14', 'sold')
  await here.choose('D10')
  await here.hold()
  await door.keyboard.press('n')
  await there.expectSeat('D10', 'held')
})

test('[S3] [S5] the desktop app joins a hub from its screen, ends, and started again it sells the hub’s seats @whole', async ({
  openDesk,
  openDesktop,
  troubles,
}) => {
  troubles.expect(lostHub)
  const manager = await openDesk()
  const first = await openDesktop()
  const { page } = first
  const people = new People(page)
  await people.openStaff()
  await people.hire('Asha', 'admin')
  await people.givePin('Asha', adminPin)
  await people.signIn('Asha', adminPin)
  await page.evaluate(() => void (location.hash = '#/kiosks'))
  await page.getByRole('button', { name: 'Join a hub' }).click()
  const dialog = page.getByRole('dialog', { name: 'Join a hub' })
  const { dialog: offer, address, code } = await offerAt(manager)
  await dialog.getByLabel('Address of the hub').fill(address)
  await dialog.getByLabel('Code').fill(code)
  await dialog.getByLabel('What this kiosk is called').fill('Balcony bar')
  await dialog.getByRole('button', { name: 'Join' }).click()
  await expect(offer).toContainText('Balcony bar')
  await offer.getByRole('button', { name: 'Let it in' }).click()
  expect(await first.ended).toBe(0)

  const { page: again } = await openDesktop({ data: first.data })
  await expect(manager.getByRole('row', { name: /Balcony bar.*Connected/ })).toBeVisible({ timeout: 30_000 })
  await offer.getByRole('button', { name: 'Close' }).click()
  await manager.goto(new URL('#/tonight', manager.url()).href)
  const [hall, bar] = [new Desk(manager), new Desk(again)]
  await hall.openShow('The Glass Orchard')
  await bar.openShow('The Glass Orchard')
  await bar.choose('E12')
  await bar.hold()
  await hall.expectSeat('E12', 'held')
  await bar.takeCash()
  await hall.expectSeat('E12', 'sold')
})
