import { cpSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { axeFaults } from '../axe.ts'
import { makeDataFolder, removeDataFolder } from '../data-folder.ts'
import { expect, lostHub } from '../fixtures.ts'
import { startHub } from '../hub-process.ts'
import { atTerminal, comesBack, offerAt, test } from '../lan-fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { People, adminPin } from '../pages/people.ts'

test('[S1] [S5] a machine joins by a code, and what one counter takes turns on the other’s screen', async ({
  openDesk,
  joinKiosk,
}) => {
  const manager = await openDesk()
  const { page } = await joinKiosk(manager, 'Side door')
  await expect(manager.getByRole('row', { name: /Side door.*Connected.*complete/ })).toBeVisible()
  expect(await axeFaults(manager)).toEqual([])
  const [here, there] = [new Desk(manager), new Desk(page)]
  await manager.goto(new URL('#/tonight', manager.url()).href)
  await here.openShow('The Glass Orchard')
  await there.openShow('The Glass Orchard')
  await there.choose('D14')
  await there.hold()
  await here.expectSeat('D14', 'held')
  await there.takeCash()
  await here.expectSeat('D14', 'sold')
  await page.keyboard.press('n')
  await there.choose('D10')
  await there.hold()
  // By its name, wherever the office shows where something was done.
  await manager.goto(new URL('#/manage/holds', manager.url()).href)
  await expect(manager.getByRole('row', { name: /D10/ })).toContainText('Side door')
})

test('[SYNC 5.9] a manager sees how old the newest backup is, and makes one by keys alone', async ({
  hub,
  openDesk,
}) => {
  const page = await openDesk()
  await page.goto(new URL('#/kiosks', page.url()).href)
  const backups = page.getByRole('region', { name: 'Backups' })
  await expect(backups).toContainText('There is no backup of this house yet.')
  await backups.getByRole('button', { name: 'Back up now' }).focus()
  await page.keyboard.press('Enter')
  await expect(backups).toContainText(/The newest backup was made on .* up to row \d/)
  expect(readdirSync(join(hub.data, 'backups'))).toHaveLength(1)
  expect(await axeFaults(page)).toEqual([])
})

test('[SYNC 5.9] a stick that is not in its place is said on every screen, and sales go on', async ({
  openDesk,
  troubles,
}) => {
  troubles.expect(/a backup could not be made as it should/)
  // The machine goes away before the page does.
  troubles.expect(lostHub)
  const data = join(tmpdir(), 'guichet-no-stick-here')
  const machine = await startHub({ words: ['--backup-to', data] })
  const page = await openDesk()
  await page.goto(machine.link)
  await page.goto(new URL('#/kiosks', page.url()).href)
  await page.getByRole('button', { name: 'Back up now' }).click()
  const line = page.getByRole('alert').filter({ hasText: 'second copy' })
  await expect(line).toBeVisible()
  await page.goto(new URL('#/tonight', page.url()).href)
  await expect(line).toBeVisible()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D14')
  await desk.hold()
  await desk.takeCash()
  await machine.remove()
})

test('[S3] [C3] the hub goes and comes back: the kiosk says so meanwhile, and its sale goes on', async ({
  hub,
  openDesk,
  joinKiosk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const { machine, page } = await joinKiosk(await openDesk(), 'Side door')
  const there = new Desk(page)
  const lost = page.getByRole('alert').filter({ hasText: 'Cut off from the hub' })
  await there.openShow('The Glass Orchard')
  await there.choose('E12')
  await there.hold()
  await hub.kill()
  await expect(lost).toBeVisible()
  // What its own copy has can still be looked up.
  await there.find('E12')
  await expect(there.found).toHaveCount(1)
  await there.found.first().click()
  await expect(page.getByRole('region', { name: 'Booking history' })).toContainText('reserved')
  await page.getByRole('button', { name: 'Back into the cart' }).click()
  await hub.start()
  // It retries ever more rarely, at most fifteen seconds apart.
  await expect(lost).toBeHidden({ timeout: 30_000 })
  await there.takeCash()
  await machine.restart()
  await page.goto(machine.address)
  await there.openShow('The Glass Orchard')
  await there.expectSeat('E12', 'sold')
})

test('[SYNC 4.7] a hub that came back from a backup gets from its kiosk what it has lost, and then sells on @whole', async ({
  hub,
  openDesk,
  joinKiosk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const manager = await openDesk()
  const { page } = await joinKiosk(manager, 'Side door')
  const there = new Desk(page)
  const backup = join(hub.data, 'mine.db')
  atTerminal('db-backup', ['--data', hub.data, '--to', backup])
  await there.openShow('The Glass Orchard')
  await there.choose('E12')
  await there.hold()
  await there.takeCash()
  await manager.goto(new URL('#/kiosks', manager.url()).href)
  await expect(manager.getByRole('row', { name: /Side door.*Connected/ })).toBeVisible()
  await hub.stop()
  atTerminal('db-restore', ['--data', hub.data, '--from', backup])
  await hub.start()
  // The kiosk finds its hub again and hands in what was sold since, and the hub opens by itself.
  const sells = () => hub.lines.filter((line) => line.includes('sells from')).length
  // It retries ever more rarely, at most fifteen seconds apart.
  await expect.poll(sells, { timeout: 30_000 }).toBe(2)
  const here = new Desk(manager)
  await manager.goto(new URL('#/tonight', hub.address).href)
  await here.openShow('The Glass Orchard')
  await here.expectSeat('E12', 'sold')
  expect(readdirSync(hub.data).filter((name) => name.startsWith('aside'))).toHaveLength(1)
})

test('[SYNC 4.7] a restored hub whose kiosk is gone says so on its screen, and is opened with a reason that is kept', async ({
  hub,
  openDesk,
  joinKiosk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const manager = await openDesk()
  const { machine } = await joinKiosk(manager, 'Side door')
  await comesBack(hub, machine)
  await hub.start()
  await manager.goto(hub.address)
  await expect(manager.getByRole('heading', { name: 'This house came back from a backup' })).toBeVisible()
  await expect(manager.getByRole('row', { name: /Side door.*Nothing yet/ })).toBeVisible()
  expect(await axeFaults(manager)).toEqual([])
  await manager.getByRole('button', { name: 'Open it anyway…' }).focus()
  await manager.keyboard.press('Enter')
  await expect(manager.getByLabel('Why')).toBeFocused()
  expect(await axeFaults(manager)).toEqual([])
  await manager.keyboard.type('its kiosk was stolen')
  await manager.keyboard.press('Enter')
  const here = new Desk(manager)
  await here.openShow('The Glass Orchard')
  await manager.goto(new URL('#/audit', manager.url()).href)
  await expect(manager.getByRole('row', { name: /Resumed sales from a backup/ })).toBeVisible()
})

test('[S5] a kiosk that is shut out is cut off, is told why, and comes back when it is let in again', async ({
  openDesk,
  joinKiosk,
}) => {
  const manager = await openDesk()
  const { page } = await joinKiosk(manager, 'Side door')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await manager.getByRole('button', { name: /Shut out .?Side door/ }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Shut out' }).click()
  await expect(page.getByRole('alert')).toContainText('A manager has shut this kiosk out.')
  await manager.getByRole('button', { name: /Let .?Side door.? in again/ }).click()
  await expect(page.getByRole('alert')).toBeHidden({ timeout: 30_000 })
  await expect(manager.getByRole('row', { name: /Side door.*Connected/ })).toBeVisible()
})

test('[S5] a wrong code lets nobody in, and says so on the terminal @whole', async ({ openDesk }) => {
  const manager = await openDesk()
  const { dialog, address } = await offerAt(manager)
  const starting = startHub({
    demo: false,
    joins: { hub: address, code: '0000-0000-0000-0000', name: 'Guest' },
  })
  await expect(starting).rejects.toThrow('That is not the code of this hub.')
  await expect(dialog.getByRole('button', { name: 'Let it in' })).toBeHidden()
})

test('[S1] [S3] three counters, one of them the desktop app: one sells, the others turn; none can take what is taken', async ({
  openDesk,
  openDesktop,
  joinKiosk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const manager = await openDesk()
  const { page } = await joinKiosk(manager, 'Side door')
  // A machine that has joined, and is opened as a desktop app from then on.
  const { machine } = await joinKiosk(manager, 'Foyer')
  await machine.stop()
  const desktop = await openDesktop({ data: machine.data })
  await manager.goto(new URL('#/tonight', manager.url()).href)
  const [hall, side, foyer] = [new Desk(manager), new Desk(page), new Desk(desktop.page)]
  for (const desk of [hall, side, foyer]) await desk.openShow('The Glass Orchard')
  await side.choose('F11')
  await foyer.choose('F14')
  await foyer.hold()
  await hall.expectSeat('F14', 'held')
  await side.expectSeat('F14', 'held')
  await foyer.takeCash()
  await hall.expectSeat('F14', 'sold')
  await desktop.page.keyboard.press('n')
  await expect(foyer.map).toBeVisible()
  await side.hold()
  await foyer.expectSeat('F11', 'held')
  await side.takeCash()
  await foyer.expectSeat('F11', 'sold')
})

test('[S3] [S5] an administrator has this machine join a hub from its screen, which then shows the hub’s house @whole', async ({
  openDesk,
  browser,
  troubles,
}) => {
  troubles.expect(lostHub)
  const manager = await openDesk()
  const machine = await startHub()
  const context = await browser.newContext()
  troubles.watch(context)
  try {
    const page = await context.newPage()
    await page.goto(machine.link)
    const people = new People(page)
    await people.openStaff()
    await people.hire('Asha', 'admin')
    await people.givePin('Asha', adminPin)
    await people.signIn('Asha', adminPin)
    await page.goto(new URL('#/kiosks', page.url()).href)
    await page.getByRole('button', { name: 'Join a hub' }).click()
    const dialog = page.getByRole('dialog', { name: 'Join a hub' })
    const { dialog: offer, address, code } = await offerAt(manager)
    await dialog.getByLabel('Address of the hub').fill(address)
    await dialog.getByLabel('Code').fill('0000-0000-0000-0000')
    await dialog.getByLabel('What this kiosk is called').fill('Balcony bar')
    // A port that does not exist could be asked nothing, and nobody would say so.
    await dialog.getByLabel('Address of the hub').fill('192.168.1.10:84811')
    await expect(dialog.getByRole('button', { name: 'Join' })).toBeDisabled()
    await dialog.getByLabel('Address of the hub').fill(address)
    await dialog.getByRole('button', { name: 'Join' }).click()
    await expect(dialog).toContainText('That is not the code of this hub.')
    await dialog.getByLabel('Code').fill(code)
    await dialog.getByRole('button', { name: 'Join' }).click()
    await expect(offer).toContainText('Balcony bar')
    const shown = await offer.getByText(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/).textContent()
    await expect(dialog).toContainText(String(shown))
    expect(await axeFaults(page)).toEqual([])
    await offer.getByRole('button', { name: 'Let it in' }).click()
    // Nobody has a PIN in the hub's house: whoever stands there counts as its manager.
    await expect(page.getByText('Nobody has a PIN')).toBeVisible({ timeout: 30_000 })
    await expect(manager.getByRole('row', { name: /Balcony bar.*Connected/ })).toBeVisible()
    expect(machine.errors()).toEqual([])
  } finally {
    await context.close()
    await machine.remove()
  }
})

test('[SYNC 4.7] a kiosk’s folder is copied and both machines run: the hub keeps to the newer, and the manager sees that there are two @whole', async ({
  openDesk,
  joinKiosk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const manager = await openDesk()
  const { machine, page } = await joinKiosk(manager, 'Side door')
  const row = manager.getByRole('row', { name: /Side door/ })
  await expect(row).toContainText('complete')
  const data = makeDataFolder()
  cpSync(machine.data, data, { recursive: true })
  const copy = await startHub({ demo: false, data })
  await expect(page.getByText('Another machine is connected under this kiosk’s name.')).toBeVisible()
  // It asks for its line again ever more rarely.
  await expect(
    manager.getByRole('row', { name: /A second machine came with this kiosk’s key: from .*End it/ }),
  ).toBeVisible({ timeout: 30_000 })
  expect(await axeFaults(manager)).toEqual([])
  await copy.stop()
  await expect(page.getByText('Another machine is connected under this kiosk’s name.')).toBeHidden({
    timeout: 30_000,
  })
  removeDataFolder(data)
})
