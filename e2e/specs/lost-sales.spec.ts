// [SYNC 4.7] [I23] A hub comes back from a backup, and its kiosk’s copy of the house is gone too: the kiosk's receipts name what it sold
// since, until somebody has seen to it.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from '../axe.ts'
import { expect, lostHub } from '../fixtures.ts'
import { atTerminal, test } from '../lan-fixtures.ts'
import { Desk } from '../pages/desk.ts'

test.setTimeout(120_000)

test('[SYNC 4.7] a sale that is on a kiosk’s receipt alone is named at the restored hub, seen to by keys, and its seats go to nobody else', async ({
  hub,
  openDesk,
  joinKiosk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const manager = await openDesk()
  const { page, machine } = await joinKiosk(manager, 'Side door')
  const backup = join(hub.data, 'mine.db')
  atTerminal('db-backup', ['--data', hub.data, '--to', backup])
  const number = await new Desk(page).sell('The Glass Orchard', 'E12', 'E13')
  await machine.stop()
  await hub.stop()
  for (const end of ['', '-wal', '-shm']) rmSync(join(machine.data, `mirror.db${end}`), { force: true })
  atTerminal('db-restore', ['--data', hub.data, '--from', backup])
  await hub.start()
  await manager.goto(hub.address)
  const main = manager.getByRole('main')
  await expect(main.getByRole('row', { name: /Side door.*Nothing yet/ })).toBeVisible()
  await machine.start()

  // The kiosk has said all that it knows, and the house still waits: for somebody to see to the sale.
  const sale = main.getByRole('row', { name: new RegExp(number) })
  await expect(sale).toContainText('The Glass Orchard', { timeout: 30_000 })
  await expect(sale).toContainText('E12, E13')
  await expect(sale).toContainText('Cash')
  await expect(sale).toContainText('Side door')
  await expect(sale).toContainText('Its seats are free here.')
  await expect(main.getByRole('row', { name: /Side door.*Everything it knows is here/ })).toBeVisible()
  await expect(main.getByRole('alert')).toContainText('1 sale was confirmed to a kiosk')
  expect(await axeFaults(manager)).toEqual([])

  // In a low window the page scrolls, not the list within it.
  await manager.setViewportSize({ width: 800, height: 600 })
  await sale.scrollIntoViewIfNeeded()
  await expect(sale).toBeInViewport({ ratio: 0.9 })

  const { keyboard } = manager
  await sale.getByRole('button', { name: /^Seen to…/ }).press('Enter')
  const dialog = manager.getByRole('dialog', { name: 'This sale is seen to' })
  await expect(dialog.getByLabel('What was done')).toBeFocused()
  expect(await axeFaults(manager)).toEqual([])
  await keyboard.type('called the customer')
  await keyboard.press('Enter')

  // The house opens by itself, and keeps the seats for whoever has the tickets.
  const here = new Desk(manager)
  await here.openShow('The Glass Orchard')
  for (const seat of ['E12', 'E13']) await here.expectSeat(seat, 'not on sale')
  await manager.goto(new URL('#/audit', hub.address).href)
  const row = manager.getByRole('row', { name: /Confirmed before the restore, and lost with it/ })
  await expect(row).toContainText(number)
  await expect(row).toContainText('called the customer')
})
