import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Desk } from '../pages/desk.ts'

const board = (page: Page) => page.getByRole('grid', { name: 'Plan being drawn' })
const question = (page: Page) => page.getByRole('dialog')

/** A hall of eight rows, drawn and put on sale. */
async function openHall(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByRole('link', { name: 'Seating plans' }).click()
  await page.getByRole('group', { name: 'New' }).getByRole('button', { name: 'Empty sheet' }).click()
  await page.getByLabel('Rows', { exact: true }).fill('8')
  await page.getByRole('button', { name: 'Add 8 rows' }).click()
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Parish hall')
  await page.getByRole('button', { name: 'Put on sale…' }).click()
  await page.getByLabel('Title of the show').fill('The Old Well')
  await page.getByLabel('Standard, Normal: price', { exact: true }).fill('200')
  await page.getByRole('button', { name: 'Import and put on sale' }).click()
  await expect(page.getByRole('heading', { name: /The Old Well/ })).toBeVisible()
}

async function draw(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByRole('link', { name: 'Seating plans' }).click()
  await page
    .getByRole('row', { name: /Parish hall/ })
    .first()
    .getByRole('button', { name: /^Edit: / })
    .click()
  await expect(board(page)).toBeFocused()
}

async function chooseRow(page: Page, seat: string): Promise<void> {
  await page.keyboard.type(seat)
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Whole rows' }).press('Enter')
  await expect(page.getByRole('region', { name: 'What is chosen' })).toContainText('10 seats chosen')
}

test('[L4] [S1] a hall on sale gets a row, which an open kiosk sees at once; a row with sold seats stays, and each of them is named; undone', async ({
  openDesk,
}) => {
  test.setTimeout(180_000)
  const page = await openDesk()
  await openHall(page)
  const desk = new Desk(page)
  await desk.choose('A1', 'A2', 'A3')
  await desk.hold()
  await desk.takeCash('1000')
  await expect(page.getByText(/TKT-\d{8}-[0-9A-F]{8}/)).toHaveCount(3)
  const other = new Desk(await openDesk())
  await other.openShow('The Old Well')
  await other.choose('H5')
  await other.hold()
  await other.expectSeat('A1', 'sold')

  // One more row, below the last.
  await draw(page)
  await chooseRow(page, 'H1')
  await page.keyboard.press('Control+d')
  await page.getByRole('button', { name: 'New version…' }).press('Enter')
  await expect(question(page).getByRole('listitem')).toContainText('10 new seats')
  await expect(question(page).getByRole('checkbox')).toBeChecked()
  expect(await axeFaults(page, 'which shows')).toEqual([])
  await question(page).getByRole('button', { name: 'Save and move 1 show' }).press('Enter')
  await expect(question(page).getByRole('status')).toHaveText('1 show moved.')
  await other.expectSeat('I1', 'free')
  await other.expectSeat('A1', 'sold')
  await other.expectSeat('H5', 'held for you')
  await question(page).getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(question(page).getByRole('status')).toHaveText('1 show is as it was.')
  await question(page).getByRole('button', { name: 'Done' }).press('Enter')

  // The version is saved: its shows are moved from the list.
  const version = page.getByRole('row', { name: /Parish hall version 2/ })
  await expect(version).toContainText('90')
  await version.getByRole('button', { name: /^Move shows/ }).press('Enter')
  await question(page).getByRole('button', { name: 'Move 1 show' }).press('Enter')
  await expect(question(page).getByRole('status')).toHaveText('1 show moved.')
  await question(page).getByRole('button', { name: 'Done' }).press('Enter')
  await other.takeCash('1000')
  await other.page.getByRole('link', { name: 'Tonight' }).click()
  await other.sell('The Old Well', 'I2')

  // Removes the first row: three seats of it are sold.
  await draw(page)
  await chooseRow(page, 'A1')
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: 'New version…' }).press('Enter')
  const show = question(page).getByRole('list', { name: 'Coming shows' }).getByRole('listitem').first()
  await expect(show).toContainText('stays: 3 seats that somebody has would be lost')
  await expect(show.getByRole('checkbox')).toBeDisabled()
  await expect(show.getByRole('listitem')).toHaveText([/^A1 .*sold/, /^A2 .*sold/, /^A3 .*sold/])
  expect(await axeFaults(page, 'refused')).toEqual([])
  await expect(question(page).getByRole('button', { name: 'Save, move no show' })).toBeEnabled()
  await show.getByRole('link').first().press('Enter')
  await expect(page.getByText('A1').first()).toBeVisible()
  await other.page.getByRole('link', { name: 'Tonight' }).click()
  await other.openShow('The Old Well')
  await other.expectSeat('A1', 'sold')
})

test('[L4] [T4] seats that a booking was to move to and that a new plan has not are named as people call them, and leave the choice', async ({
  openDesk,
}) => {
  test.setTimeout(120_000)
  const page = await openDesk()
  await openHall(page)
  const seller = new Desk(await openDesk())
  await seller.sell('The Old Well', 'A1', 'A2')
  await seller.find('')
  await expect(seller.page.getByRole('main').getByRole('option').first()).toBeVisible()
  await seller.page.keyboard.press('ArrowDown')
  await seller.page.keyboard.press('Enter')
  await expect(seller.page.locator('[aria-current=step]')).toBeVisible()
  await seller.page.keyboard.press('m')
  await expect(seller.map).toBeFocused()
  const pairs = seller.page.getByRole('complementary', { name: 'What moves where' })
  for (const seat of ['H1', 'B1']) {
    await seller.page.keyboard.type(seat)
    await seller.page.keyboard.press('Space')
    await expect(pairs.getByText(seat, { exact: true })).toBeVisible()
  }

  await draw(page)
  await chooseRow(page, 'H1')
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: 'New version…' }).press('Enter')
  await question(page).getByRole('button', { name: 'Save and move 1 show' }).press('Enter')
  await expect(question(page).getByRole('status')).toHaveText('1 show moved.')

  await expect(pairs.getByRole('alert')).toHaveText(/^.H1. is no longer in this show: choose another seat\.$/)
  await expect(pairs.getByRole('listitem')).toHaveText(['A1B1', 'A2choose a seat'])
  // The remaining pair can be moved, and the seat that was lost is still mentioned.
  await expect(pairs.getByRole('button', { name: /^Move 1 seat/ })).toBeEnabled()
  await expect(pairs.getByRole('alert')).toContainText('H1')
  await seller.map.focus()
  await seller.page.keyboard.type('C1')
  await seller.page.keyboard.press('Space')
  await expect(pairs.getByRole('alert')).toBeHidden()
})

for (const [locale, colorScheme, width] of [
  ['en-IN', 'light', 1024],
  ['fa-IR', 'dark', 1280],
  ['hi-IN', 'light', 390],
] as const) {
  test(`[E2] axe finds nothing where shows go to another version, and nothing is wider than its screen, in ${locale} at ${width}${wholeUnless(width === 1280)}`, async ({
    openDesk,
  }) => {
    test.setTimeout(90_000)
    const first = await openDesk()
    await openHall(first)
    const desk = new Desk(first)
    await desk.choose('A1', 'A2')
    await desk.hold()
    const viewport = { width, height: 768 }
    const page = await openDesk({ browser: { locale, colorScheme, viewport, reducedMotion: 'reduce' } })
    await page.goto(`${new URL(page.url()).origin}/#/plans`)
    await page.getByRole('row').nth(1).getByRole('button').first().click()
    await page.getByRole('grid').waitFor()
    await page.keyboard.type('A1')
    await page.keyboard.press('Space')
    await page.keyboard.press('Delete')
    await page.getByRole('main').getByRole('button').last().click()
    await expect(question(page).getByRole('link')).toHaveCount(1)
    await expect(question(page).getByRole('checkbox')).toBeDisabled()
    expect(await axeFaults(page, locale)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
    if (process.env['PICTURES'])
      await page.screenshot({ path: `${process.env['PICTURES']}/replan-${locale}-${width}.png` })
    await question(page).getByRole('button').last().click()
    await question(page).getByRole('status').waitFor()
    await question(page).getByRole('button').last().click()
    await expect(page.getByRole('table')).toBeVisible()
    expect(await axeFaults(page, `plans ${locale}`)).toEqual([])
    if (process.env['PICTURES'])
      await page.screenshot({ path: `${process.env['PICTURES']}/plans-${locale}-${width}.png` })
  })
}
