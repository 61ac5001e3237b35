// A newer version brought on a stick: refused while it is not the maker's, shown with what changed, installed after a backup. The program
// that it replaces is a single file, as an AppImage is; that the newer one starts can only be shown with real packages.

import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { layRelease, maker, packageName } from '../../src/main/update/release.fixture.ts'
import { DAY_MS, HOUR_MS } from '../../src/shared/lib/time.ts'
import { axeFaults } from '../axe.ts'
import { makeDataFolder, removeDataFolder } from '../data-folder.ts'
import { desktopProgram } from '../desktop.ts'
import { type HubOptions, expect, lostHub, test as base } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { Shift } from '../pages/shift.ts'

const kind = `linux-${process.arch}-appimage`
const ours = maker()

const test = base.extend<{ readonly room: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
  room: async ({}, provide) => {
    const room = makeDataFolder()
    mkdirSync(join(room, 'stick'))
    writeFileSync(join(room, 'key'), ours.keyText)
    writeFileSync(join(room, 'Guichet.AppImage'), 'the old program')
    await provide(room)
    removeDataFolder(room)
  },
  // An empty house: no show runs at any hour.
  hubOptions: async ({ room }, provide) => provide({ ...startedIn(room), demo: false }),
})

/** A house that sells. */
const inDemo = test.extend({ hubOptions: async ({ room }, provide) => provide(startedIn(room)) })

function startedIn(room: string, program = process.execPath): HubOptions {
  return {
    words: ['--updates', join(room, 'stick'), '--update-key', join(room, 'key')],
    // As its loader sets it: the file, and where it was unpacked to.
    env: { APPIMAGE: join(room, 'Guichet.AppImage'), APPDIR: dirname(program) },
  }
}

test.skip(process.platform !== 'linux', 'an AppImage is Linux’s')

async function lookByKeys(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Update from file' }).focus()
  await page.keyboard.press('Enter')
}

async function openShift(page: Page): Promise<void> {
  await page.goto(new URL('#/shift', page.url()).href)
  await page.getByRole('main').getByRole('textbox').first().fill('2')
  await page.keyboard.press('F9')
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
}

test('[6.1] [I39] an update from a file: another maker’s is refused, one’s own is shown, asked for by keys, backed up for and installed', async ({
  hub,
  openDesk,
  room,
}) => {
  const page = await openDesk()
  await page.goto(new URL('#/manage', page.url()).href)
  await page.getByRole('navigation', { name: 'Manage' }).getByRole('link', { name: 'Updates' }).click()
  await expect(page.getByText(/This machine runs Guichet/)).toBeVisible()
  await lookByKeys(page)
  await expect(page.getByText('There is no guichet-update.json there.')).toBeVisible()
  layRelease(join(room, 'stick'), maker(), { kind })
  await lookByKeys(page)
  await expect(page.getByText(/not signed by the maker/)).toBeVisible()
  layRelease(join(room, 'stick'), ours, { kind })
  await lookByKeys(page)
  const offer = page.getByRole('region', { name: /Version .9\.0\.0. is ready/ })
  await expect(offer).toContainText('Faster.')
  expect(await axeFaults(page)).toEqual([])
  await offer.getByRole('button', { name: 'Install now' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Version .9\.0\.0. is installed/)).toBeVisible()
  expect(readFileSync(join(room, 'Guichet.AppImage'), 'utf8')).toBe('the newer program')
  expect(readdirSync(join(hub.data, 'backups'))).toHaveLength(1)
  await page.goto(new URL('#/audit', page.url()).href)
  await expect(page.getByRole('row', { name: /Asked for an update/ })).toContainText('9.0.0')
})

inDemo(
  '[C3] [I39] what waits for the close waits over a new start, says so, and is called off by keys @whole',
  async ({ hub, openDesk, room, troubles }) => {
    troubles.expect(lostHub)
    const page = await openDesk()
    await openShift(page)
    layRelease(join(room, 'stick'), ours, { kind })
    await page.goto(new URL('#/updates', page.url()).href)
    await lookByKeys(page)
    await page.getByRole('button', { name: 'Install now' }).press('Enter')
    await expect(page.getByRole('alert')).toContainText(/shift/)
    await page.getByRole('button', { name: 'After the shift closes' }).press('Enter')
    await expect(page.getByText(/It waits until the last open shift is closed/)).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await hub.kill()
    await hub.start()
    await page.goto(hub.link)
    await page.goto(new URL('#/updates', hub.address).href)
    await expect(page.getByText(/It waits until the last open shift is closed/)).toBeVisible()
    await expect(page.getByRole('region', { name: /Version .9\.0\.0. is ready/ })).toContainText('Faster.')
    expect(await axeFaults(page)).toEqual([])
    // In the smallest window: what is known and what may be done is all visible at once.
    await page.setViewportSize({ width: 800, height: 600 })
    await expect(page.getByRole('button', { name: 'Cancel the update' })).toBeInViewport({ ratio: 1 })
    await page.getByRole('button', { name: 'Cancel the update' }).press('Enter')
    await expect(page.getByText(/It waits until/)).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'After the shift closes' })).toBeVisible()
    await hub.restart()
    await page.goto(hub.link)
    await page.goto(new URL('#/updates', hub.address).href)
    await expect(page.getByText(/This machine runs Guichet/)).toBeVisible()
    await expect(page.getByText(/It waits until/)).toHaveCount(0)
    await page.goto(new URL('#/audit', hub.address).href)
    await expect(page.getByRole('row', { name: /Called an update off/ })).toContainText('9.0.0')
    expect(readFileSync(join(room, 'Guichet.AppImage'), 'utf8')).toBe('the old program')
  },
)

test('[6.1] [I39] in the desktop app an older version and another maker’s are refused; while a shift is open, or somebody buys, nothing is installed', async ({
  openDesktop,
  room,
}) => {
  const { page } = await openDesktop(startedIn(room, desktopProgram()))
  const go = (place: string) => page.evaluate((hash) => void (location.hash = hash), `#/${place}`)
  await go('updates')
  layRelease(join(room, 'stick'), ours, { kind, version: '0.0.1' })
  await lookByKeys(page)
  await expect(page.getByText(/It is older than what runs/)).toBeVisible()
  layRelease(join(room, 'stick'), maker(), { kind })
  await lookByKeys(page)
  await expect(page.getByText(/not signed by the maker/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Install now' })).toHaveCount(0)
  layRelease(join(room, 'stick'), ours, { kind })
  await lookByKeys(page)
  await expect(page.getByRole('button', { name: 'Install now' })).toBeVisible()

  await go('tonight')
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10')
  await desk.hold()
  await go('updates')
  await page.getByRole('button', { name: 'Install now' }).press('Enter')
  await expect(page.getByRole('alert')).toContainText(/seats are held/)
  await new Shift(page).open()
  await page.getByRole('button', { name: /^Open with/ }).click()
  await expect(page.getByRole('button', { name: /^Open with/ })).toHaveCount(0)
  await go('updates')
  await page.getByRole('button', { name: 'Install now' }).press('Enter')
  await expect(page.getByRole('alert')).toContainText(/shift/)
  expect(readFileSync(join(room, 'Guichet.AppImage'), 'utf8')).toBe('the old program')
})

inDemo(
  '[C3] killed behind the commit of “call it off”, before what waits is taken away, it stays called off @whole',
  async ({ hub, openDesk, room, troubles }) => {
    troubles.expect(lostHub)
    const page = await openDesk()
    await openShift(page)
    layRelease(join(room, 'stick'), ours, { kind })
    await page.goto(new URL('#/updates', page.url()).href)
    await lookByKeys(page)
    await page.getByRole('button', { name: 'After the shift closes' }).press('Enter')
    await expect(page.getByText(/It waits until the last open shift is closed/)).toBeVisible()
    const waiting = join(hub.data, 'update-checked')
    cpSync(waiting, join(room, 'before'), { recursive: true })
    await page.getByRole('button', { name: 'Cancel the update' }).press('Enter')
    await expect(page.getByText(/It waits until/)).toHaveCount(0)
    await hub.kill()
    // The disk's state when the commit had been written to it.
    cpSync(join(room, 'before'), waiting, { recursive: true })
    await hub.start()
    await page.goto(hub.link)
    await page.goto(new URL('#/updates', hub.address).href)
    await expect(page.getByRole('button', { name: 'After the shift closes' })).toBeVisible()
    await expect(page.getByText(/It waits until/)).toHaveCount(0)
    await hub.restart()
    await page.goto(hub.link)
    await page.goto(new URL('#/updates', hub.address).href)
    await expect(page.getByText(/This machine runs Guichet/)).toBeVisible()
    await expect(page.getByText(/It waits until/)).toHaveCount(0)
  },
)

const atNight = inDemo.extend({
  hubOptions: async ({ room }, provide) => provide({ ...startedIn(room), ownsClock: true }),
})

/** The demo's shows begin in the hours after it was laid out, every day: half a day later it is always night. */
const UNTIL_NIGHT_MS = 2 * DAY_MS + 12 * HOUR_MS

atNight(
  '[I39] a house with bookings is updated at night, when nothing is on, and has them all afterwards @whole',
  async ({ hub, openDesk, room, troubles }) => {
    troubles.expect(lostHub)
    const page = await openDesk()
    const number = await new Desk(page).sell('The Glass Orchard', 'D10')
    await hub.passTime(UNTIL_NIGHT_MS)
    await hub.restart()
    await page.goto(hub.link)
    await page.goto(new URL('#/updates', hub.address).href)
    layRelease(join(room, 'stick'), ours, { kind })
    await lookByKeys(page)
    await page.getByRole('button', { name: 'Install now' }).press('Enter')
    await expect(page.getByText(/Version .9\.0\.0. is installed/)).toBeVisible()
    expect(readFileSync(join(room, 'Guichet.AppImage'), 'utf8')).toBe('the newer program')
    await hub.restart()
    await page.goto(hub.link)
    const desk = new Desk(page)
    await desk.find(number)
    await expect(page.getByText(number).first()).toBeVisible()
  },
)

/** As its system installed it: where the archive would be there is a folder here. */
function installed(room: string): string {
  const [root, archive] = [join(import.meta.dirname, '..', '..'), join(room, 'app.asar')]
  cpSync(join(root, 'out'), join(archive, 'out'), { recursive: true })
  cpSync(join(root, 'package.json'), join(archive, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(room, 'node_modules'))
  return join(archive, 'out', 'main', 'hub.js')
}

const bySystem = test.extend({
  hubOptions: async ({ room }, provide) =>
    provide({ words: startedIn(room).words ?? [], demo: false, program: installed(room) }),
})

bySystem(
  '[C3] [6.1] what an administrator has yet to install is offered after a new start too, and rotten by then it is said to be so @whole',
  async ({ hub, openDesk, room, troubles }) => {
    troubles.expect(lostHub)
    const page = await openDesk()
    const again = async () => {
      await page.goto(hub.link)
      await page.goto(new URL('#/updates', hub.address).href)
    }
    layRelease(join(room, 'stick'), ours, { kind: `linux-${process.arch}-deb` })
    await again()
    await lookByKeys(page)
    await page.getByRole('button', { name: 'Install now' }).press('Enter')
    const ready = page.getByText(/Checked and backed up. Close Guichet/)
    await expect(ready).toContainText(packageName)
    await hub.kill()
    await hub.start()
    await again()
    await expect(ready).toContainText(packageName)
    await expect(page.getByRole('region', { name: /Version .9\.0\.0. is ready/ })).toContainText('Faster.')
    expect(await axeFaults(page)).toEqual([])
    writeFileSync(join(hub.data, 'update-checked', packageName), 'the newer prograM')
    await hub.restart()
    await again()
    await expect(page.getByText(/The file is not the one that was signed/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Install now' })).toHaveCount(0)
  },
)

test('[6.1] in the desktop window a manager chooses the file in the system’s own box @whole', async ({
  openDesktop,
  room,
}) => {
  layRelease(join(room, 'stick'), ours, { kind })
  const { page, system } = await openDesktop({ words: ['--update-key', join(room, 'key')] })
  await system.choose(join(room, 'stick', 'guichet-update.json'), 0)
  await system.press('update')
  await expect(page).toHaveURL(/#\/updates$/)
  // Found there, and signed; but the program runs from its sources, so none of its files is for here.
  await expect(page.getByText(/It has no package for the way this machine was installed/)).toBeVisible()
})
