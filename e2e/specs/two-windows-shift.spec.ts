// Two windows of one desk over the same shift and its drawer: each follows the other, and nothing is counted or closed twice.

import { failing } from '../failing.ts'
import { expect, test } from '../fixtures.ts'
import { Shift } from '../pages/shift.ts'

test('[A5] a shift that one window opens, counts and closes the other follows; closed by both at once it is closed once', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const beside = await openDesk({ beside: page })
  await new Shift(page).open()
  await new Shift(beside).open()
  await expect(beside.getByRole('heading', { name: 'Open shift 1' })).toBeVisible()
  await page.getByRole('button', { name: /^Open/ }).click()
  await expect(beside.getByText(/^Open since/)).toBeVisible()

  await beside.keyboard.press('F9')
  await expect(beside.getByRole('heading', { name: 'Count the drawer' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'Count the drawer' })).toBeVisible()
  await page.keyboard.type('0')
  await page.keyboard.press('F9')
  const closes = [page, beside].map((one) => one.getByRole('button', { name: 'Close: Z report 1' }))
  for (const close of closes) {
    // oxlint-disable-next-line no-await-in-loop -- one window after the other
    await expect(close).toBeEnabled()
  }
  // One of the two presses may find that there is nothing to close any more.
  await Promise.allSettled(closes.map((close) => close.click({ timeout: 3000 })))
  const ends = [page, beside].map((one) =>
    one.getByRole('heading', { name: 'Z report 1' }).or(one.getByRole('heading', { name: 'Open shift 2' })),
  )
  for (const end of ends) {
    // oxlint-disable-next-line no-await-in-loop -- one window after the other
    await expect(end.first()).toBeVisible()
  }
  await new Shift(page).open()
  await expect(page.getByRole('button', { name: /^Z report/ })).toHaveCount(1)
})

test('[A5] an X report that stands in one window is the Z report once the other has closed the shift @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const beside = await openDesk({ beside: page })
  await new Shift(page).open()
  await page.getByRole('button', { name: /^Open/ }).click()
  await new Shift(beside).open()
  await beside.getByRole('button', { name: 'X report' }).click()
  const paper = beside.getByRole('article')
  await expect(paper.getByRole('heading', { name: 'X report' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'Count the drawer' })).toBeVisible()
  await page.keyboard.type('0')
  await page.keyboard.press('F9')
  await page.getByRole('button', { name: 'Close: Z report 1' }).click()
  await expect(paper.getByRole('heading', { name: 'Z report 1' })).toBeVisible()
})

test('[A5] a count that is half typed when another window counts and closes the shift stays to be read, and it is said that it was not taken @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const beside = await openDesk({ beside: page })
  await new Shift(page).open()
  await new Shift(beside).open()
  const lost = beside.getByRole('region', { name: 'Your count was not saved' })

  // The float.
  await beside.keyboard.type('2')
  await page.getByRole('button', { name: /^Open/ }).click()
  await expect(lost.getByRole('alert')).toContainText('Somebody else opened the shift')
  await expect(lost.getByLabel('How many of ₹500.00')).toHaveValue('2')
  await beside.keyboard.press('Escape')
  await expect(beside.getByText(/^Open since/)).toBeVisible()

  // The count at the end.
  await beside.keyboard.press('F9')
  await expect(beside.getByLabel('How many of ₹500.00')).toBeFocused()
  for (const pieces of ['3', '2']) {
    await beside.keyboard.type(pieces)
    await beside.keyboard.press('Enter')
  }
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'Count the drawer' })).toBeVisible()
  await page.keyboard.type('0')
  await page.keyboard.press('F9')
  await expect(lost.getByRole('alert')).toContainText('Somebody else counted this drawer')
  // Going on to count wipes nothing away.
  await beside.keyboard.type('4')
  await beside.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Close: Z report 1' }).click()
  await expect(lost.getByRole('alert')).toContainText('Somebody else counted and closed this shift')
  await expect(lost.getByLabel('How many of ₹500.00')).toHaveValue('3')
  await expect(lost.getByText('₹1,900.00')).toBeVisible()
  await lost.getByRole('button', { name: 'Continue without it' }).click()
  await expect(beside.getByRole('heading', { name: 'Open shift 2' })).toBeVisible()
  await expect(beside.getByLabel('How many of ₹500.00')).toHaveValue('')
})

test('[A5] the cash that stands in one window says by itself what differs once the other has counted again @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await new Shift(page).open()
  await page.getByRole('button', { name: /^Open/ }).click()
  await expect(page.getByText(/^Open since/)).toBeVisible()
  await page.keyboard.press('c')
  await page.getByRole('button', { name: 'Put in' }).click()
  await page.getByRole('textbox', { name: 'Amount' }).fill('100')
  await page.getByRole('textbox', { name: 'What for' }).fill('Change')
  await page.keyboard.press('Enter')
  await expect(page.getByText('₹100.00 put in.')).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'Count the drawer' })).toBeVisible()
  await page.keyboard.type('0')
  await page.keyboard.press('F9')
  await expect(page.getByText('₹100.00 short')).toBeVisible()

  const beside = await openDesk({ beside: page })
  await new Shift(beside).open()
  await beside.getByRole('button', { name: 'Show the cash of this shift' }).click()
  const row = beside.getByRole('row', { name: /Put in/ })
  await expect(row).toContainText('same as the difference')
  await beside.getByRole('button', { name: 'Only amounts equal to the difference' }).click()
  await page.getByRole('button', { name: 'Count again' }).click()
  await page.getByLabel(/^Other cash/).fill('100')
  await page.keyboard.press('F9')
  await expect(page.getByText('The count is exact.')).toBeVisible()
  await expect(row).not.toContainText('same as the difference')
})

test('[A5] the list of all desks’ shifts follows them: one that another desk opens, and closes, is there by itself, and the choice of desks stays @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const other = await openDesk()
  await new Shift(page).open()
  await page.getByLabel('Whose shifts').selectOption({ label: 'All desks' })
  await expect(page.getByText('No shift has been closed yet.')).toBeVisible()
  await new Shift(other).open()
  await other.getByRole('button', { name: /^Open/ }).click()
  const rows = page.getByRole('main').getByRole('table').locator('tbody tr')
  await expect(rows).toHaveText(/Shift 1.*Open since/)
  await other.keyboard.press('F9')
  await expect(other.getByRole('heading', { name: 'Count the drawer' })).toBeVisible()
  await other.keyboard.type('0')
  await other.keyboard.press('F9')
  await other.getByRole('button', { name: 'Close: Z report 1' }).click()
  await expect(rows.getByRole('button', { name: /^Z report/ })).toHaveCount(1)
  // What happens to one's own drawer does not change the chosen filter of the list.
  await page.getByRole('button', { name: /^Open/ }).click()
  await expect(rows).toHaveCount(2)
})

test('[A5] a look at the drawer that failed is forgotten with the next that does not: its words stand in no later question @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const beside = await openDesk({ beside: page })
  const recover = await failing(page, 'shift')
  await page.getByRole('link', { name: 'Shift', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'This could not be loaded.' })).toBeVisible()
  const problem = page.getByText('The house does not answer')
  recover()
  await new Shift(beside).open()
  await beside.getByRole('button', { name: /^Open/ }).click()
  await expect(page.getByText(/^Open since/)).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(problem).toBeHidden()
})
