// The screens for `npm run shots` that rarely appear at the desk: the lock, the screen that customers use alone, updates, a house that
// came back from a backup, a start that is refused. Owns the houses that show them; must never judge a picture.

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { makeDataFolder, removeDataFolder } from '../e2e/data-folder.ts'
import { freePort } from '../e2e/free-port.ts'
import { type Hub, startHub } from '../e2e/hub-process.ts'
import { People } from '../e2e/pages/people.ts'
import { noticeOf, noticePage, noticeStyle } from '../src/main/desktop/notice-page.ts'
import { type WindowLanguage, wordsOf } from '../src/main/desktop/window-words.ts'
import { makeBackup } from '../src/main/house/make-backup.ts'
import { deskActor, openHouse } from '../src/main/house/open-house.ts'
import { quietOptions } from '../src/main/house/options.ts'
import { restoreHouse } from '../src/main/house/restore-house.ts'
import { systemChance, systemClock } from '../src/main/house/world.ts'
import { StartRefused } from '../src/main/store/open-database.ts'
import { layRelease, maker } from '../src/main/update/release.fixture.ts'
import type { Shot } from './shots-of-office.ts'

const hallPin = '70414'
const kind = `linux-${process.arch}-appimage`
const notes = {
  en: 'Seats are found faster.\nA shift can be counted by two people.',
  fa: 'صندلی‌ها زودتر پیدا می‌شوند.\nدو نفر می‌توانند شیفت را بشمارند.',
  hi: 'सीटें जल्दी मिलती हैं।\nदो लोग शिफ़्ट गिन सकते हैं।',
}

export interface RareHouses {
  /** With people who have PINs, so that its screens are locked. */
  readonly staffed: Hub
  readonly updating: Hub
  /** The folder that has its updates. */
  readonly stick: string
  readonly recovering: Hub
  remove(): Promise<void>
}

export async function openRareHouses(browser: Browser): Promise<RareHouses> {
  const staffed = await startHub()
  await staff(browser, staffed)
  const stick = makeDataFolder()
  const updating = await updatingHub(stick)
  const data = makeDataFolder()
  await comeBack(data)
  const recovering = await startHub({ data, words: ['--lan', `127.0.0.1:${await freePort()}`] })
  return {
    staffed,
    updating,
    stick,
    recovering,
    remove: async () => {
      for (const hub of [staffed, updating, recovering]) await hub.remove()
      for (const folder of [stick, data]) removeDataFolder(folder)
    },
  }
}

async function staff(browser: Browser, hub: Hub): Promise<void> {
  const context = await browser.newContext({ locale: 'en-IN' })
  const page = await context.newPage()
  await page.goto(hub.link)
  const people = new People(page)
  await people.staffTheHouse()
  await people.hire('Hall', 'self-service')
  await people.givePin('Hall', hallPin)
  await people.choose('Sign out')
  await context.close()
}

async function updatingHub(stick: string): Promise<Hub> {
  const ours = maker()
  const [folder, key, image] = [join(stick, 'stick'), join(stick, 'key'), join(stick, 'Guichet.AppImage')]
  mkdirSync(folder)
  writeFileSync(key, ours.keyText)
  writeFileSync(image, 'the old program')
  layRelease(folder, ours, { kind, notes, bytes: 'the newer program'.repeat(5_000_000) })
  return startHub({
    words: ['--updates', folder, '--update-key', key],
    env: { APPIMAGE: image, APPDIR: dirname(process.execPath) },
  })
}

/** A house with two kiosks, restored from its backup: it waits for both. */
async function comeBack(data: string): Promise<void> {
  const house = openHouse(quietOptions(data), 'shots')
  const desk = house.engine.deskFor(deskActor('desk-1'))
  for (const [name, letter] of [
    ['Side door', 'a'],
    ['Bar', 'b'],
  ] as const)
    await desk.call('admit-kiosk', { name, pin: letter.repeat(64) })
  house.close()
  const { backups: folder, pictures, database: path } = house.folder
  const made = await makeBackup({ path, pictures, folder, elsewhere: null, atMs: Date.now(), atLeast: null })
  if (made.kind !== 'made') throw new Error(made.detail)
  restoreHouse({ data, from: made.file, clock: systemClock, chance: systemChance })
}

interface Turn {
  readonly language: WindowLanguage
  /** Each look uses a seat of its own. */
  readonly turn: number
  readonly open: () => Promise<Page>
  readonly shotOf: (page: Page) => Shot
}

export async function shootRare(houses: RareHouses, { language, turn, open, shotOf }: Turn): Promise<void> {
  for (const shoot of [shootLock, shootUpdates, shootRecovery, shootNotice]) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const page = await open()
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await shoot(page, houses, { language, turn, shot: shotOf(page) })
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await page.context().close()
  }
}

interface Looking extends Pick<Turn, 'language' | 'turn'> {
  readonly shot: Shot
}

/** Nobody signed in; the way out of a locked screen; then the hall's own screen, as a customer goes through it. */
async function shootLock(page: Page, { staffed }: RareHouses, { shot, turn }: Looking): Promise<void> {
  // The window marks a locked screen in the news of the line to the hub.
  await page.routeWebSocket(/\/ws$/, (ws) => {
    ws.connectToServer().onMessage((frame) =>
      ws.send(
        typeof frame === 'string' ? frame.replace('"kind":"link",', '"kind":"link","isKiosk":true,') : frame,
      ),
    )
  })
  await page.goto(await staffed.newLink())
  const hall = page.getByRole('main').getByRole('button', { name: /^Hall/ })
  await hall.waitFor()
  await shot('lock')
  await page.keyboard.press('Control+l')
  await page.getByRole('dialog').waitFor()
  await shot('leave-kiosk')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await hall.click()
  const field = page.locator('input[type=password]')
  await field.fill('1')
  await shot('lock-pin')
  await field.fill(hallPin)
  await field.press('Enter')
  const show = page
    .getByRole('main')
    .getByRole('button', { name: /The Glass Orchard/ })
    .first()
  await show.waitFor()
  await shot('self-welcome')
  await show.click()
  await page.getByRole('grid').waitFor()
  await page.keyboard.type(`${'DEFGHJKLMNPQ'[turn]}10`)
  await page.keyboard.press('Space')
  await shot('self-sell')
  await page.keyboard.press('F9')
  await page.getByRole('timer').first().waitFor()
  await page.keyboard.press('F9')
  await page.getByRole('main').locator('[aria-pressed]').first().waitFor()
  await shot('self-pay')
  await page.keyboard.press('Escape')
  await page.getByRole('grid').waitFor()
}

/** When it is found, and while it waits for the close. */
async function shootUpdates(page: Page, { updating }: RareHouses, { shot }: Looking): Promise<void> {
  await page.goto(await updating.newLink())
  await page.goto(`${updating.address}/#/shift`)
  const fields = page.getByRole('main').getByRole('textbox')
  await page.getByRole('main').getByRole('heading').first().waitFor()
  if ((await fields.count()) > 0) {
    await fields.first().fill('2')
    await page.keyboard.press('F9')
    await fields.first().waitFor({ state: 'hidden' })
  }
  await page.goto(`${updating.address}/#/updates`)
  const buttons = page.getByRole('main').locator('section button')
  await buttons.first().click()
  await page.getByRole('main').locator('dl').waitFor()
  await shot('updates-found')
  await buttons.last().click()
  await page.locator('main [role=status] p').waitFor()
  await shot('updates-waiting')
  // The next look finds the same state.
  await buttons.last().click()
  await page.locator('main [role=status] p').waitFor({ state: 'detached' })
}

async function shootRecovery(page: Page, { recovering }: RareHouses, { shot }: Looking): Promise<void> {
  await page.goto(await recovering.newLink())
  await page.getByRole('table').waitFor()
  await shot('recovery')
  await page.getByRole('main').getByRole('button').last().click()
  await page.getByRole('dialog').waitFor()
  await shot('recovery-open')
}

async function shootNotice(page: Page, _houses: RareHouses, { language, shot }: Looking): Promise<void> {
  const why = new StartRefused(
    'its keys can be opened',
    '/srv/house/keys/shelf-key: Error: the wallet is locked',
  )
  const { triesAgain } = wordsOf(language)
  const html = noticePage(noticeOf(why, language), triesAgain, language)
  await page.setContent(
    html.replace('<link rel="stylesheet" href="/notice.css">', `<style>${noticeStyle}</style>`),
  )
  await shot('cannot-sell')
}
