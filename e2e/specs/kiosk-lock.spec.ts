// [A7] A locked screen: what it refuses, and the one way out of it, by keys and by touch. Which keys and ways of closing a window are
// refused is tested one by one in src/main/desktop/kiosk-lock.test.ts: nothing here presses the system's own keys.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startAgain } from '../../src/main/desktop/begin-anew.ts'
import { axeFaults } from '../axe.ts'
import { makeDataFolder, removeDataFolder } from '../data-folder.ts'
import { type Desktop } from '../desktop.ts'
import { type Hub, expect, lostHub, test } from '../fixtures.ts'
import { comesBack, test as onLan } from '../lan-fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { People, adminPin, clerkPin, password } from '../pages/people.ts'

test.setTimeout(120_000)

async function locked(openDesktop: (options: { words: string[] }) => Promise<Desktop>) {
  const desktop = await openDesktop({ words: ['--kiosk'] })
  const { page } = desktop
  const people = new People(page)
  await people.staffTheHouse()
  await people.givePassword()
  return { desktop, page, people }
}

const wayOut = (page: Page) => page.getByRole('dialog', { name: 'Leave the locked screen' })

test('[A7] by keys: a wrong password is refused and counted, the right one ends the program in order', async ({
  openDesktop,
}) => {
  const { page, people } = await locked(openDesktop)
  await people.choose('Sign out')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const ended = page.waitForEvent('close', { timeout: 60_000 })
  await page.keyboard.press('Control+l')
  const dialog = wayOut(page)
  await expect(dialog).toBeVisible()
  expect(await axeFaults(page, 'kiosk')).toEqual([])
  // Clerks cannot let anybody out.
  await expect(dialog.getByLabel('Manager')).toHaveText('Mina')
  await page.keyboard.type(adminPin)
  await page.keyboard.press('Tab')
  await page.keyboard.type('four short words there')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toHaveText(/PIN or password is wrong. 4 more tries/)
  await dialog.getByLabel('PIN', { exact: true }).focus()
  await page.keyboard.type(adminPin)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await ended
})

test('[A7] by touch alone: letters on the screen @whole', async ({ openDesktop }) => {
  const { page } = await locked(openDesktop)
  const ended = page.waitForEvent('close', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Leave the locked screen' }).click()
  const dialog = wayOut(page)
  const press = async (letters: string) => {
    for (const letter of letters)
      await dialog.getByRole('button', { name: letter === ' ' ? 'Space' : letter, exact: true }).click()
  }
  await press(adminPin)
  await dialog.getByLabel('Password', { exact: true }).click()
  await press(password)
  await dialog.getByRole('button', { name: 'Close Guichet' }).click()
  await ended
})

test('[A7] a clerk finds the way out and cannot take it; files are neither opened nor saved', async ({
  openDesktop,
}) => {
  const { page, people } = await locked(openDesktop)
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  const refused = page.getByRole('dialog', { name: 'Not on a locked screen' })
  await refused.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('link', { name: 'Import' }).first().click()
  await page.getByRole('button', { name: /file/i }).first().click()
  await refused.getByRole('button', { name: 'Close' }).click()
  await people.choose('Switch user')
  await people.signIn('Asha', clerkPin)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('Ctrl+L')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('leave the locked')
  await page.keyboard.press('Enter')
  const dialog = wayOut(page)
  await dialog.getByLabel('PIN', { exact: true }).fill(clerkPin)
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Close Guichet' }).click()
  await expect(dialog.getByRole('alert')).toHaveText(/PIN or password is wrong/)
})

test('[A7] on a narrow locked screen whoever comes finds the own language, and whose screen it is @whole', async ({
  openDesktop,
}) => {
  const { page, people } = await locked(openDesktop)
  await people.choose('Sign out')
  await page.setViewportSize({ width: 800, height: 1280 })
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Leave the locked screen' })).toBeVisible()
  await expect(page.getByRole('banner').getByText('Guichet')).toBeVisible()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('fa')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
})

test('[A7] at a hub that prints PDFs alone, a locked screen opens no dialog for printing, and says so @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  // The window that holds the page adds to what the house says: here it is done on the hub's own wire.
  await page.routeWebSocket(/\/ws$/, (ws) => {
    ws.connectToServer().onMessage((frame) =>
      // A message that is not text is a seat map.
      ws.send(
        typeof frame === 'string' ? frame.replace('"kind":"link",', '"kind":"link","isKiosk":true,') : frame,
      ),
    )
  })
  await page.addInitScript(() => {
    const counted = window as unknown as { printed: number }
    counted.printed = 0
    window.print = () => {
      counted.printed += 1
    }
  })
  await page.reload()
  await expect(page.getByRole('button', { name: 'Leave the locked screen' })).toBeVisible()
  await new Desk(page).sell('The Glass Orchard', 'E10')
  await page.keyboard.press('Control+p')
  const refused = page.getByRole('dialog', { name: 'Not on a locked screen' })
  await expect(refused).toBeVisible()
  await refused.getByRole('button', { name: 'Close' }).click()
  expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(0)
})

test('[C3] a page that dies again and again is brought back as often, and the locked program does not end @whole', async ({
  openDesktop,
  troubles,
}) => {
  troubles.expect(/the page died/)
  const { page, system } = await openDesktop({ words: ['--kiosk'] })
  for (let death = 0; death < 3; death += 1) {
    const loaded = page.waitForEvent('load')
    await system.killPage()
    // oxlint-disable-next-line no-await-in-loop -- it dies of what it shows, once it is shown
    await loaded
  }
  const loaded = page.waitForEvent('load', { timeout: 60_000 })
  await system.killPage()
  await loaded
  await expect(page.getByRole('button', { name: 'Leave the locked screen' })).toBeVisible()
})

test('[C3] a locked program whose window is lost ends so that its system starts it again; a signal ends it for good', async ({
  openDesktop,
}) => {
  const told = await openDesktop({ words: ['--kiosk'] })
  expect(await told.terminate()).toBe(0)
  const lost = await openDesktop({ words: ['--kiosk'] })
  await lost.close()
  expect(await lost.ended).toBe(startAgain)
})

test('[A7] without the flag there is no lock, and no word of one @whole', async ({ openDesktop }) => {
  const { page } = await openDesktop()
  await expect(page.getByRole('link', { name: 'Tonight' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Leave the locked screen' })).toHaveCount(0)
  await page.keyboard.press('Control+l')
  await expect(wayOut(page)).toHaveCount(0)
})

test('[C3] killed and started again, as its system does, a locked screen is locked and has its cart', async ({
  openDesktop,
}) => {
  const words = ['--kiosk']
  const first = await openDesktop({ words })
  const before = new Desk(first.page)
  await before.openShow('The Glass Orchard')
  await before.choose('D10', 'D11')
  await before.hold()
  await first.kill()

  const { page } = await openDesktop({ data: first.data, words })
  const desk = new Desk(page)
  await expect(desk.cart.getByText('D11', { exact: true })).toBeVisible()
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Leave the locked screen' })).toBeVisible()
})

test('[A7] a locked screen that cannot sell shows a page of its own and no box of the system’s; without the lock the box says it @whole', async ({
  openDesktop,
}) => {
  const data = makeDataFolder()
  writeFileSync(join(data, 'house.db'), 'this is a letter, and not a database at all')
  const desktop = await openDesktop({ data, words: ['--kiosk'] })
  const { page, system } = desktop
  await expect(page.getByRole('heading', { name: 'Guichet cannot sell' })).toBeVisible()
  await expect(page.getByText(/tries again by itself every minute/)).toBeVisible()
  await expect(page.getByText(/not a database/)).toBeVisible()
  for (const role of ['link', 'button', 'textbox'] as const) await expect(page.getByRole(role)).toHaveCount(0)
  expect(await axeFaults(page)).toEqual([])
  expect(system.asked('dialog')).toEqual([])
  expect(await desktop.terminate()).toBe(0)
  await expect(openDesktop({ data })).rejects.toThrow(/not a database/)
  removeDataFolder(data)
})

const joined = onLan.extend<{
  /** The folders of two kiosks that are off; at their hub Mina has a PIN and a password. */
  readonly kiosks: readonly [Hub, Hub]
}>({
  kiosks: async ({ openDesk, joinKiosk, troubles }, provide) => {
    troubles.expect(lostHub)
    const page = await openDesk()
    const people = new People(page)
    await people.staffTheHouse()
    await people.givePassword()
    const { machine: side } = await joinKiosk(page, 'Side door')
    const { machine: bar } = await joinKiosk(page, 'Bar')
    await bar.stop()
    await provide([side, bar])
  },
})

async function leave(page: Page, pin: string): Promise<void> {
  const dialog = wayOut(page)
  await dialog.getByLabel('PIN', { exact: true }).fill(pin)
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Close Guichet' }).click()
}

joined(
  '[A7] [S3] a locked kiosk whose hub is away says so and how the system ends it; what was typed is gone, and with the hub back the lock opens @whole',
  async ({ hub, kiosks: [side], openDesktop }) => {
    await side.stop()
    await hub.stop()
    // Started where no house ever answered it: locked as well.
    const first = await openDesktop({ data: side.data, words: ['--kiosk'] })
    await expect(first.page.getByRole('button', { name: 'Leave the locked screen' })).toBeVisible()
    await first.page.keyboard.press('Control+l')
    await expect(wayOut(first.page)).toContainText('The hub cannot be reached')
    await expect(wayOut(first.page)).toContainText('systemctl stop guichet-screen')
    await expect(wayOut(first.page).getByLabel('PIN')).toHaveCount(0)
    expect(await axeFaults(first.page, 'kiosk')).toEqual([])
    // `systemctl stop` ends it likewise, with a signal.
    expect(await first.terminate()).toBe(0)

    await hub.start()
    const { page } = await openDesktop({ data: side.data, words: ['--kiosk'] })
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await page.keyboard.press('Control+l')
    const dialog = wayOut(page)
    await dialog.getByLabel('PIN', { exact: true }).fill(adminPin)
    await hub.kill()
    await expect(dialog).toContainText('The hub cannot be reached')
    await hub.start()
    await expect(dialog.getByLabel('PIN', { exact: true })).toHaveValue('', { timeout: 60_000 })
    const ended = page.waitForEvent('close', { timeout: 60_000 })
    await leave(page, adminPin)
    await ended
  },
)

joined(
  '[A7] [SYNC 4.7] a locked kiosk of a hub that waits for another one is left by PIN and password, which its hub looks at @whole',
  async ({ hub, kiosks: [side], openDesktop }) => {
    await comesBack(hub, side)
    await hub.start()
    const { page } = await openDesktop({ data: side.data, words: ['--kiosk'] })
    await expect(page.getByRole('heading', { name: 'This house came back from a backup' })).toBeVisible()
    await expect(page.getByRole('row', { name: /Bar.*Nothing yet/ })).toBeVisible()
    await page.getByRole('button', { name: 'Leave the locked screen' }).click()
    await expect(wayOut(page).getByLabel('Manager')).toHaveText('Mina')
    await leave(page, clerkPin)
    await expect(wayOut(page).getByRole('alert')).toHaveText(/PIN or password is wrong/)
    const ended = page.waitForEvent('close', { timeout: 60_000 })
    await leave(page, adminPin)
    await ended
  },
)
