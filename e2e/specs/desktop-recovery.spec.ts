// [SYNC 4.7] A house that came back from a backup and waits for its kiosk, in the desktop app: a manager reaches backups and diagnostics from
// the window's menu, and leaves a locked screen.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { axeFaults } from '../axe.ts'
import { expect, lostHub } from '../fixtures.ts'
import { freePort } from '../free-port.ts'
import { comesBack, test as base } from '../lan-fixtures.ts'
import { People, adminPin, clerkPin, password } from '../pages/people.ts'

const test = base.extend<{
  /** The folder of such a house: its people have PINs, Mina a password as well. */
  readonly waiting: string
}>({
  waiting: async ({ hub, openDesk, joinKiosk, troubles }, provide) => {
    troubles.expect(lostHub)
    const page = await openDesk()
    const people = new People(page)
    await people.staffTheHouse()
    await people.givePassword()
    await comesBack(hub, (await joinKiosk(page, 'Side door')).machine)
    await provide(hub.data)
  },
})

test.setTimeout(180_000)

/** A waiting house listens for its kiosks, wherever it is opened. */
const lan = async () => ['--lan', `127.0.0.1:${await freePort()}`]
const heading = 'This house came back from a backup'

test('[I40] [SYNC 5.9] from the menu a manager who signed in copies diagnostics, makes a backup and restores one; nobody else does', async ({
  waiting,
  openDesktop,
}) => {
  const first = await openDesktop({ data: waiting, words: await lan() })
  const { page, system } = first
  await expect(page.getByRole('heading', { name: heading })).toBeVisible()
  await system.press('diagnostics')
  await expect.poll(() => system.asked('dialog')).toEqual([expect.stringMatching(/Nobody is signed in/)])
  expect(system.asked('clipboard')).toEqual([])

  await page.getByRole('button', { name: 'Manager sign-in…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'For the window’s menu' })
  // Only people who may take responsibility.
  await expect(dialog.getByRole('option')).toHaveText(['–', 'Mina'])
  await dialog.getByLabel('Manager').selectOption('Mina')
  await dialog.getByLabel('PIN').fill(clerkPin)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText(/PIN/)
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByLabel('PIN').fill(adminPin)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Mina' })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])

  await system.press('diagnostics')
  await expect.poll(() => system.asked('clipboard')).toEqual([expect.stringMatching(/^Guichet \d/)])
  await system.press('back-up')
  await expect.poll(() => system.asked('dialog').at(-1)).toMatch(/A backup was made/)
  const made = readdirSync(join(waiting, 'backups')).filter((name) => name.endsWith('.db'))
  expect(made).toHaveLength(1)
  await system.choose(join(waiting, 'backups', made[0] ?? ''), 1)
  await system.press('restore')
  await first.ended
  expect(system.asked('dialog').at(-1)).toMatch(/Put this backup in the place of the house/)

  const { page: again } = await openDesktop({ data: waiting, words: await lan() })
  await expect(again.getByRole('heading', { name: heading })).toBeVisible()
  expect(readdirSync(waiting).filter((name) => name.startsWith('aside-'))).toHaveLength(2)
})

test('[A7] a locked screen of it is left by a manager’s PIN and password @whole', async ({
  waiting,
  openDesktop,
}) => {
  const { page } = await openDesktop({ data: waiting, words: ['--kiosk', ...(await lan())] })
  await expect(page.getByRole('heading', { name: heading })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Manager sign-in…' })).toHaveCount(0)
  const ended = page.waitForEvent('close', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Leave the locked screen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Leave the locked screen' })
  await dialog.getByLabel('PIN', { exact: true }).fill(clerkPin)
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Close Guichet' }).click()
  await expect(dialog.getByRole('alert')).toHaveText(/PIN or password is wrong/)
  await dialog.getByLabel('PIN', { exact: true }).fill(adminPin)
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Close Guichet' }).click()
  await ended
})
