// [SYNC 4.7] A house with PINs that came back from a backup, whose kiosk is gone: opened by two people, at one keyboard.

import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, lostHub } from '../fixtures.ts'
import type { Hub } from '../hub-process.ts'
import { comesBack, test } from '../lan-fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { People, adminPin, clerkPin } from '../pages/people.ts'

test.setTimeout(120_000)

test('[SYNC 4.7] [I41] two people open it by keys alone: one is not two, a wrong PIN is said and opens nothing, and the journal names both', async ({
  hub,
  openDesk,
  joinKiosk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const page = await openDesk()
  await new People(page).staffTheHouse()
  await comesBack(hub, (await joinKiosk(page, 'Side door')).machine)
  await hub.start()
  await page.goto(hub.address)
  const { keyboard } = page
  await expect(page.getByRole('row', { name: /Side door.*Nothing yet/ })).toBeVisible()
  // It answers nothing yet: nothing on its screen leads to what could not be shown.
  await expect(page.getByRole('link')).toHaveCount(0)
  await expect(page.getByRole('searchbox')).toHaveCount(0)
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Open it anyway…' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Why')).toBeFocused()
  await keyboard.type('its kiosk was stolen')
  await keyboard.press('Tab')
  const [first, second] = [dialog.getByRole('combobox').first(), dialog.getByRole('combobox').last()]
  await expect(first).toBeFocused()
  // One of them must work in the office; the other may be anybody, but another person.
  await expect(first.getByRole('option')).toHaveText(['–', 'Mina'])
  await expect(second.getByRole('option')).toHaveText(['–', 'Asha', 'Mina'])
  await keyboard.type('Mina')
  await expect(second.getByRole('option')).toHaveText(['–', 'Asha'])
  await keyboard.press('Tab')
  await keyboard.type(adminPin)
  await keyboard.press('Tab')
  await expect(second).toBeFocused()
  await keyboard.type('Asha')
  await keyboard.press('Tab')
  await keyboard.type('99999')
  expect(await axeFaults(page)).toEqual([])
  await keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText(/PIN/)
  expect(await axeFaults(page)).toEqual([])
  // Nothing of either PIN is left, and the house still waits.
  const pins = dialog.locator('input[type=password]')
  for (const pin of await pins.all()) await expect(pin).toHaveValue('')
  await expect(page.getByRole('heading', { name: 'This house came back from a backup' })).toBeAttached()
  await expect(pins.last()).toBeFocused()
  await keyboard.type(clerkPin)
  await keyboard.press('Shift+Tab')
  await keyboard.press('Shift+Tab')
  await expect(pins.first()).toBeFocused()
  await keyboard.type(adminPin)
  await keyboard.press('Enter')

  // It sells on: the person who worked here signs in again.
  const people = new People(page)
  await people.signIn('Mina', adminPin)
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await page.goto(new URL('#/audit', page.url()).href)
  const row = page.getByRole('row', { name: /Resumed sales from a backup/ })
  await expect(row).toContainText('Mina')
  await expect(row).toContainText('its kiosk was stolen')
})

/** Copies the database of a closed house with the files beside it, as a person copies files. */
function copyFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const end of ['', '-wal', '-shm']) {
    rmSync(join(to, `house.db${end}`), { force: true })
    if (existsSync(join(from, `house.db${end}`)))
      copyFileSync(join(from, `house.db${end}`), join(to, `house.db${end}`))
  }
}

/** Somebody copies the hub's files; then its kiosk sells a seat. Returns where the copy is. */
async function copiedThenSold(hub: Hub, page: Page): Promise<string> {
  const away = join(hub.data, 'away')
  await hub.stop()
  copyFiles(hub.data, away)
  await hub.start()
  await expect(page.getByRole('alert').filter({ hasText: 'Cut off from the hub' })).toBeHidden({
    timeout: 30_000,
  })
  await new Desk(page).sell('The Glass Orchard', 'E12')
  return away
}

test('[SYNC 5.9] older files copied over a hub’s own are found by its kiosk: the hub stops, gets back what was sold, and sells on @whole', async ({
  hub,
  openDesk,
  joinKiosk,
  troubles,
}) => {
  troubles.expect(lostHub)
  troubles.expect(/a kiosk knows rows that this house does not have/)
  const manager = await openDesk()
  const { page } = await joinKiosk(manager, 'Side door')
  const away = await copiedThenSold(hub, page)
  await hub.stop()
  copyFiles(away, hub.data)
  await hub.start()
  // Nobody has told it: it opens as on any other day, until its kiosk is back.
  const told = (what: string) => hub.lines.filter((line) => line.includes(what)).length
  await expect.poll(() => told('older files than its kiosks know'), { timeout: 30_000 }).toBe(1)
  await expect.poll(() => told('Guichet 0.1.0 sells from'), { timeout: 30_000 }).toBe(4)
  const here = new Desk(manager)
  await manager.goto(new URL('#/tonight', hub.address).href)
  await here.openShow('The Glass Orchard')
  await here.expectSeat('E12', 'sold')
})

test('[SYNC 5.9] a hub that sold on from older files says so on every screen, and that its kiosk’s copy does not fit @whole', async ({
  hub,
  openDesk,
  joinKiosk,
  troubles,
}) => {
  troubles.expect(lostHub)
  troubles.expect(/a kiosk knows rows that this house does not have/)
  troubles.expect(/the copy does not go on from the restored house/)
  const manager = await openDesk()
  const { page, machine } = await joinKiosk(manager, 'Side door')
  const earlier = await new Desk(page).sell('The Glass Orchard', 'G12')
  await page.goto(new URL('#/tonight', page.url()).href)
  const away = await copiedThenSold(hub, page)
  await new Desk(page).cancel(earlier)
  await machine.stop()
  await hub.stop()
  copyFiles(away, hub.data)
  await hub.start()
  await manager.goto(new URL('#/tonight', hub.address).href)
  const here = new Desk(manager)
  await here.openShow('The Glass Orchard')
  await here.choose('F12')
  await here.hold()
  await here.takeCash()
  await machine.start()
  const main = manager.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(
    'This house’s files are older than its sales',
    {
      timeout: 30_000,
    },
  )
  await expect(main.getByRole('alert').first()).toContainText('Side door')
  // A sale that is only on its receipt is named.
  await expect(main.getByRole('row', { name: /E12.*Seen to/ })).toBeVisible()
  // So is what became of a sale that these files have.
  await expect(main.getByRole('row', { name: /G12.*here it still counts as sold.*Seen to/ })).toBeVisible()
  await expect(main.getByRole('row', { name: /Side door.*does not continue from this house/ })).toBeVisible()
  expect(await axeFaults(manager)).toEqual([])
})
