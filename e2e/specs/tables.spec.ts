import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'

async function openTable(page: Page, kind: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/manage/${kind}`)
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
}

/** A cell of this row. */
function cell(page: Page, row: RegExp, text: string) {
  return page.getByRole('row', { name: row }).getByRole('gridcell', { name: text, exact: true })
}

test('[A2] an amenity: filtered, all selected, tried, done, and each listing as it was after the undo', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openTable(page, 'listings')
  await page.getByRole('button', { name: 'Filter: Kind' }).click()
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('hotel')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Clear 1 filter' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  const before = await page.getByRole('gridcell', { name: /Breakfast/ }).count()
  expect(before).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Amenity…' }).click()
  await page.getByLabel('Amenity, such as WiFi').fill('Breakfast')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const trial = page.getByRole('dialog', { name: /With .?Breakfast/ })
  await expect(trial).toContainText(`${before} stay`)
  expect(await axeFaults(page, 'listings, dry run')).toEqual([])
  await trial.getByRole('button', { name: /^Apply/ }).click()
  await expect(page.getByText(/\d+ changed\./)).toBeVisible()
  const rows = await page.getByRole('row').count()
  await expect(page.getByRole('gridcell', { name: /Breakfast/ })).toHaveCount(rows - 1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/as (it|they) (was|were)/)).toBeVisible()
  await expect(page.getByRole('gridcell', { name: /Breakfast/ })).toHaveCount(before)
  expect(await axeFaults(page, 'listings')).toEqual([])
})

test('[A1] a cell is typed, taken back and undone by keyboard alone; what it cannot be is said and not done', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openTable(page, 'listings')
  await page.getByLabel('Search listings').fill('Mumbai → Pune')
  const grid = page.getByRole('grid')
  await grid.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Somewhere')
  await page.keyboard.press('Escape')
  await expect(cell(page, /Mumbai → Pune/, 'Mumbai → Pune').first()).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Lonavala')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell', { name: 'Lonavala' })).toHaveCount(1)
  await expect(grid).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('gridcell', { name: 'Lonavala' })).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.type('nine')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Stars cannot be' })).toBeVisible()
})

test('[A1] a block goes out as a spreadsheet takes it, and one from there comes in after it was tried', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openTable(page, 'listings')
  const grid = page.getByRole('grid')
  await grid.focus()
  for (const key of ['Control+Home', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown'])
    await page.keyboard.press(key)
  await expect(grid.locator('[data-marked]')).toHaveCount(4)
  const copied = await grid.evaluate((element) => {
    const board = new DataTransfer()
    const event = new ClipboardEvent('copy', { clipboardData: board, bubbles: true, cancelable: true })
    element.dispatchEvent(event)
    return board.getData('text/plain')
  })
  expect(copied.split('\n').map((line) => line.split('\t').length)).toEqual([2, 2])
  await grid.evaluate((element) => {
    const board = new DataTransfer()
    board.setData('text/plain', 'Deccan\tPune\nKonkan\tGoa\n')
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: board, bubbles: true, cancelable: true }),
    )
  })
  const trial = page.getByRole('dialog', { name: /Paste/ })
  await expect(trial).toContainText('2 will change')
  await trial.getByRole('button', { name: 'Apply to 2' }).click()
  await expect(page.getByRole('gridcell', { name: 'Konkan' })).toHaveCount(1)
  await expect(page.getByRole('gridcell', { name: 'Goa', exact: true }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('gridcell', { name: 'Konkan' })).toHaveCount(0)
})

test('[A1] a view with its filter and columns is kept under a name, and there again after a reload', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openTable(page, 'listings')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Operator' }).uncheck()
  await page.keyboard.press('Escape')
  await page.getByLabel('Search listings').fill('Mumbai')
  await page.getByRole('columnheader', { name: 'Kind' }).getByRole('button').first().click()
  await page
    .getByRole('columnheader', { name: 'Title' })
    .getByRole('button')
    .first()
    .click({ modifiers: ['Shift'] })
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByLabel('Name of this view').fill('From Mumbai')
  await page.keyboard.press('Enter')
  await page.reload()
  await expect(page.getByRole('columnheader', { name: 'Operator' })).toBeVisible()
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('button', { name: 'From Mumbai', exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Operator' })).toHaveCount(0)
  await expect(page.getByLabel('Search listings')).toHaveValue('Mumbai')
  await expect(page.locator('[role=columnheader][aria-sort=ascending]')).toHaveCount(2)
})

test('[A2] shows are moved by an hour: one with a sold seat is left and named, the others come back by the list of changes', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openTable(page, 'shows')
  await page.getByLabel('Search shows').fill('Test event')
  const grid = page.getByRole('grid')
  const first = grid.getByRole('row').nth(1).getByRole('gridcell').nth(1)
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  await page.getByRole('button', { name: 'Move…' }).click()
  await page.getByLabel('By how much').fill('2')
  await page.getByRole('combobox', { name: 'Unit' }).selectOption('hours')
  await page.getByRole('button', { name: 'Later', exact: true }).click()
  const trial = page.getByRole('dialog', { name: /2 hours later/ })
  await expect(trial).toContainText('left out')
  await expect(trial).toContainText('seats are sold')
  const before = await first.textContent()
  await trial.getByRole('button', { name: /^Apply/ }).click()
  await expect(page.getByText(/\d+ changed\./)).toBeVisible()
  await expect(first).toHaveText(before ?? '')
  await page.getByRole('navigation', { name: 'Tables of' }).getByRole('link', { name: 'Changes' }).click()
  const line = page.getByRole('row', { name: /Shows: 2 hours later/ })
  await expect(line).toContainText('left out')
  expect(await axeFaults(page, 'changes')).toEqual([])
  await line.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('row', { name: /Shows: 2 hours later/ })).toContainText('Undone')
})

test('[P9] a customer’s row opens the wallet, and cash goes in; [H2] several become VIPs in one step', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openTable(page, 'customers')
  await page
    .getByRole('button', { name: /^Wallet of/ })
    .first()
    .click()
  const wallet = page.getByRole('dialog', { name: /^Wallet of/ })
  await wallet.getByRole('button', { name: 'Top up with cash' }).click()
  await wallet.getByRole('textbox').fill('12.50')
  expect(await axeFaults(page, 'wallet')).toEqual([])
  await page.keyboard.press('Tab')
  await wallet.getByRole('button', { name: /^Top up by/ }).click()
  await expect(wallet.getByRole('cell', { name: '₹12.50' }).first()).toBeVisible()
  await wallet.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  await page.getByRole('button', { name: 'Make VIP' }).click()
  await page
    .getByRole('button', { name: /^Apply/ })
    .last()
    .click()
  await expect(page.getByText(/\d+ changed\./)).toBeVisible()
  await expect(page.getByRole('switch', { checked: false })).toHaveCount(0)
  expect(await axeFaults(page, 'customers')).toEqual([])
})

test('[P4] a coupon is made to end on another day, and a day that is none is not guessed @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openTable(page, 'coupons')
  const until = page.getByRole('row').nth(1).getByRole('gridcell').nth(5)
  // The demo's show ends in a year: without the year the date would be taken for this year's.
  await expect(until).toHaveText(new RegExp(`${new Date().getUTCFullYear() + 1} \\d\\d:\\d\\d`))
  await until.click()
  await page.keyboard.press('Enter')
  await page.keyboard.type('2027-02-30')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Valid until cannot be' })).toBeVisible()
  // A click on a cell that is already selected opens it for typing.
  await until.click()
  await expect(until.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('2027-03-31 18:00')
  await page.keyboard.press('Enter')
  await expect(until).toHaveText(/31 Mar.* 18:00/)
  expect(await axeFaults(page, 'coupons')).toEqual([])
})

test('[A1] [E2] wherever one walks in a table by keys, the cell that one stands on is in sight, whole @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openTable(page, 'listings')
  const grid = page.getByRole('grid')
  await grid.focus()
  const isSeen = () =>
    grid.evaluate((table) => {
      const box = (of: string) => table.querySelector(of)?.getBoundingClientRect() ?? new DOMRect()
      const [cell, head] = [box('[data-active]'), box('[role="columnheader"]')]
      const foot = table.getBoundingClientRect().bottom
      return cell.height > 0 && cell.top >= head.bottom - 1 && cell.bottom <= foot + 1
    })
  const steps = Array.from({ length: 20 }, (_, step) => step)
  for (const key of ['ArrowDown', 'ArrowUp'])
    for (const step of steps) {
      // oxlint-disable-next-line no-await-in-loop -- one foot after the other
      await page.keyboard.press(key)
      // oxlint-disable-next-line no-await-in-loop -- see above
      await expect.poll(isSeen, { message: `${key} ${step}`, timeout: 2000 }).toBe(true)
    }
  for (const key of ['Control+End', 'PageUp', 'Control+Home', 'PageDown']) {
    // oxlint-disable-next-line no-await-in-loop -- one leap after the other
    await page.keyboard.press(key)
    // oxlint-disable-next-line no-await-in-loop -- see above
    await expect.poll(isSeen, { message: key, timeout: 2000 }).toBe(true)
  }
})
