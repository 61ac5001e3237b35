import { type AddressInfo, createServer } from 'node:net'
import type { BrowserContext, Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { test as base, expect, lostHub } from '../fixtures.ts'
import { type Hub, startHub } from '../hub-process.ts'
import { Desk } from '../pages/desk.ts'
import { People, adminPin } from '../pages/people.ts'

interface Kiosk {
  readonly machine: Hub
  /** Its screen. */
  readonly page: Page
}

interface Fixtures {
  /** A machine of its own that joins, let in by the manager at `page`; nothing of it is left when the test ends. */
  readonly joinKiosk: (page: Page, name: string) => Promise<Kiosk>
}

const test = base.extend<Fixtures>({
  joinKiosk: async ({ browser, troubles }, provide) => {
    const made: { readonly machine: Hub; readonly context: BrowserContext }[] = []
    await provide(async (manager, name) => {
      const machine = await joined(manager, name)
      const context = await browser.newContext()
      troubles.watch(context)
      made.push({ machine, context })
      const page = await context.newPage()
      await page.goto(machine.link)
      return { machine, page }
    })
    for (const { machine, context } of made) {
      await context.close()
      for (const line of machine.errors()) troubles.add(`kiosk: ${line}`)
      await machine.remove()
    }
  },
})

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
  joinKiosk,
}) => {
  const manager = await openDesk()
  const { page } = await joinKiosk(manager, 'Side door')
  await expect(manager.getByRole('row', { name: /Side door.*Connected/ })).toBeVisible()
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
  // By its name, wherever the office reads where something was done.
  await manager.goto(new URL('#/manage/holds', manager.url()).href)
  await expect(manager.getByRole('row', { name: /D10/ })).toContainText('Side door')
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
  const lost = page.getByRole('alert').filter({ hasText: 'Connection lost' })
  await there.openShow('The Glass Orchard')
  await there.choose('E12')
  await there.hold()
  await hub.kill()
  await expect(lost).toBeVisible()
  await hub.start()
  // It tries again ever more rarely, at most every fifteen seconds.
  await expect(lost).toBeHidden({ timeout: 30_000 })
  await there.takeCash()
  await machine.restart()
  await page.goto(machine.address)
  await there.openShow('The Glass Orchard')
  await there.expectSeat('E12', 'sold')
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

test('[S1] [S3] three counters, one of them the desktop app: one sells, the others turn; none can take what is taken', async ({
  openDesk,
  openDesktop,
  joinKiosk,
  troubles,
}) => {
  troubles.expect(lostHub)
  const manager = await openDesk()
  const { page } = await joinKiosk(manager, 'Side door')
  // A machine that has joined, and is opened as an app from then on.
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

test('[S3] [S5] an administrator has this machine join a hub from its screen, which then shows the hub’s house', async ({
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
    await dialog.getByRole('button', { name: 'Join' }).click()
    await expect(dialog).toContainText('That is not the code of this hub.')
    await dialog.getByLabel('Code').fill(code)
    await dialog.getByRole('button', { name: 'Join' }).click()
    await expect(offer).toContainText('Balcony bar')
    const shown = await offer.getByText(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/).textContent()
    await expect(dialog).toContainText(String(shown))
    expect(await axeFaults(page)).toEqual([])
    await offer.getByRole('button', { name: 'Let it in' }).click()
    // Nobody has a PIN in the hub's house: whoever stands there is its manager.
    await expect(page.getByText('Nobody has a PIN')).toBeVisible({ timeout: 30_000 })
    await expect(manager.getByRole('row', { name: /Balcony bar.*Connected/ })).toBeVisible()
    expect(machine.errors()).toEqual([])
  } finally {
    await context.close()
    await machine.remove()
  }
})
