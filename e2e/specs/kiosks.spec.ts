import { type AddressInfo, createServer } from 'node:net'
import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, lostHub, test } from '../fixtures.ts'
import { type Hub, startHub } from '../hub-process.ts'
import { Desk } from '../pages/desk.ts'

// The same port over restarts, so that kiosks find their hub again.
test.use({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
  hubOptions: async ({}, provide) => provide({ words: ['--lan', `127.0.0.1:${await freePort()}`] }),
})

function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

/** The manager's screen of kiosks, with an offer open: the address and the code that are read out. */
async function offerAt(page: Page) {
  await page.goto(new URL('#/kiosks', page.url()).href)
  await page.getByRole('button', { name: 'Add a kiosk' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a kiosk' })
  const code = dialog.getByText(/^\w{4}(-\w{4}){3}$/)
  await expect(code).toBeVisible()
  const address = /at .?(127\.0\.0\.1:\d+)/.exec((await dialog.textContent()) ?? '')?.[1] ?? ''
  return { dialog, address, code: (await code.textContent()) ?? '' }
}

/** A machine of its own that joins, let in by the manager at `page`. */
async function joined(page: Page, name: string): Promise<Hub> {
  const { dialog, address, code } = await offerAt(page)
  const starting = startHub({ demo: false, joins: { hub: address, code, name } })
  await expect(dialog).toContainText(name)
  await dialog.getByRole('button', { name: 'Let it in' }).click()
  await dialog.getByRole('button', { name: 'Close' }).click()
  return starting
}

test('[S1] [S5] a machine joins by a code, and what one counter takes turns on the other’s screen', async ({
  openDesk,
  browser,
  troubles,
}) => {
  const manager = await openDesk()
  const kiosk = await joined(manager, 'Side door')
  const context = await browser.newContext()
  troubles.watch(context)
  try {
    await expect(manager.getByRole('row', { name: /Side door.*Connected/ })).toBeVisible()
    expect(await axeFaults(manager)).toEqual([])
    const page = await context.newPage()
    await page.goto(kiosk.link)
    const [here, there] = [new Desk(manager), new Desk(page)]
    await manager.goto(new URL('#/tonight', manager.url()).href)
    await here.openShow('The Glass Orchard')
    await there.openShow('The Glass Orchard')
    await there.choose('D14')
    await there.hold()
    await here.expectSeat('D14', 'held')
    await there.takeCash()
    await here.expectSeat('D14', 'sold')
    expect(kiosk.errors()).toEqual([])
  } finally {
    await context.close()
    await kiosk.remove()
  }
})

test('[S3] [C3] the hub goes and comes back: the kiosk says so meanwhile, and its sale goes on', async ({
  hub,
  openDesk,
  browser,
  troubles,
}) => {
  troubles.expect(lostHub)
  const manager = await openDesk()
  const kiosk = await joined(manager, 'Side door')
  const context = await browser.newContext()
  troubles.watch(context)
  try {
    const page = await context.newPage()
    await page.goto(kiosk.link)
    const there = new Desk(page)
    await there.openShow('The Glass Orchard')
    await there.choose('E12')
    await there.hold()
    await hub.kill()
    await expect(page.getByRole('alert').filter({ hasText: 'Connection lost' })).toBeVisible()
    await hub.start()
    await expect(page.getByRole('alert').filter({ hasText: 'Connection lost' })).toBeHidden({
      timeout: 30_000,
    })
    await there.takeCash()
    await kiosk.restart()
    await page.goto(kiosk.address)
    await there.openShow('The Glass Orchard')
    await there.expectSeat('E12', 'sold')
  } finally {
    await context.close()
    await kiosk.remove()
  }
})

test('[S5] a kiosk that is shut out is cut off, is told why, and comes back when it is let in again', async ({
  openDesk,
  browser,
  troubles,
}) => {
  const manager = await openDesk()
  const kiosk = await joined(manager, 'Side door')
  const context = await browser.newContext()
  troubles.watch(context)
  try {
    const page = await context.newPage()
    await page.goto(kiosk.link)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await manager.getByRole('button', { name: /Shut out .?Side door/ }).click()
    await manager.getByRole('dialog').getByRole('button', { name: 'Shut out' }).click()
    await expect(page.getByRole('alert')).toContainText('A manager has shut this kiosk out.')
    await manager.getByRole('button', { name: /Let .?Side door.? in again/ }).click()
    await expect(page.getByRole('alert')).toBeHidden({ timeout: 30_000 })
    await expect(manager.getByRole('row', { name: /Side door.*Connected/ })).toBeVisible()
  } finally {
    await context.close()
    await kiosk.remove()
  }
})

test('[S5] a wrong code lets nobody in, and says so on the terminal', async ({ openDesk }) => {
  const manager = await openDesk()
  const { dialog, address } = await offerAt(manager)
  const starting = startHub({
    demo: false,
    joins: { hub: address, code: '0000-0000-0000-0000', name: 'Guest' },
  })
  await expect(starting).rejects.toThrow('That is not the code of this hub.')
  await expect(dialog.getByRole('button', { name: 'Let it in' })).toBeHidden()
})
