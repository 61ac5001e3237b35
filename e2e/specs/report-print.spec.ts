// The papers of a shift, from its screen to a printer on a real socket, to a file, and to the browser's own dialog: X, Z, and that Z
// again from the list, which always prints the same.

import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { FakePrinter, fine } from '../../src/main/printing/fake-printer.fixture.ts'
import { axeFaults } from '../axe.ts'
import { failing } from '../failing.ts'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Printers } from '../pages/printers.ts'
import { Shift } from '../pages/shift.ts'

let printer: FakePrinter
test.beforeEach(async () => {
  printer = await FakePrinter.start()
})
test.afterEach(() => printer.stop())

async function openShift(page: Page): Promise<void> {
  await new Shift(page).open()
  await page.keyboard.press('F9')
  await expect(page.getByText(/^Open since/)).toBeVisible()
}

/** Counts what the books expect, and closes. */
async function closeShift(page: Page): Promise<void> {
  await expect(page.getByText(/^Open since/)).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'Count the drawer' })).toBeVisible()
  await page.keyboard.type('0')
  await page.keyboard.press('F9')
  await expect(page.getByText('The count is exact.')).toBeVisible()
  await page.keyboard.press('F9')
}

for (const roll of ['58mm', '80mm'] as const) {
  test(`[A5] [T2] X, Z and the same Z from the list come off a roll of ${roll}, by keys alone${wholeUnless(roll === '80mm')}`, async ({
    openDesk,
  }) => {
    const page = await openDesk()
    const printers = new Printers(page)
    await printers.open()
    await printers.chooseByKeys('Reports', printer.port)
    await page.getByRole('group', { name: 'Reports' }).getByLabel('Roll', { exact: true }).selectOption(roll)
    await printers.save()
    await openShift(page)
    await page.keyboard.press('x')
    const paper = page.getByRole('article')
    await expect(paper).toHaveAttribute('data-sheet', roll)
    // The printer determines the roll; there is nothing to choose.
    await expect(page.getByLabel('Paper', { exact: true })).toHaveCount(0)
    await page.keyboard.press('p')
    await expect.poll(() => printer.papers.length).toBe(1)
    const width = roll === '58mm' ? 384 : 576
    expect(printer.papers[0]).toMatchObject([{ kind: 'picture', width }, { kind: 'cut' }])

    await page.keyboard.press('Escape')
    await closeShift(page)
    await expect(paper).toHaveAccessibleName('Z report 1')
    await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect.poll(() => printer.papers.length).toBe(2)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Z report 1' }).focus()
    await page.keyboard.press('Enter')
    await expect(paper).toHaveAccessibleName('Z report 1')
    await page.keyboard.press('p')
    await expect.poll(() => printer.papers.length).toBe(3)
    const [x, closed, again] = printer.papers
    expect(again).toEqual(closed)
    expect(closed).not.toEqual(x)
  })
}

test('[A5] [T2] a report that does not come is told like any paper, and comes when there is paper again @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const printers = new Printers(page)
  await printers.open()
  await printers.chooseByKeys('Reports', printer.port)
  await printers.save()
  await openShift(page)
  await page.keyboard.press('x')
  await expect(page.getByRole('article')).toBeVisible()
  printer.mood = { ...fine, paper: 0x72 }
  await page.keyboard.press('p')
  const line = page.getByRole('alert').filter({ hasText: 'X report' })
  await expect(line).toBeVisible()
  expect(printer.papers).toEqual([])
  expect(await axeFaults(page)).toEqual([])
  printer.mood = fine
  await line.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => printer.papers.length).toBe(1)
  await expect(line).toBeHidden()
})

test('[A5] [T2] papers that the house does not take are told: the report of a shift, a table of the reports, a trial @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const printers = new Printers(page)
  await printers.open()
  await printers.chooseByKeys('Reports', printer.port)
  await printers.save()
  await failing(page, 'print')
  const line = page.getByRole('alert').filter({ hasText: 'The house did not accept it' })
  const seen = async (title: string) => {
    await expect(line).toContainText(title)
    await line.getByRole('button', { name: 'OK' }).click()
    await expect(line).toBeHidden()
  }
  await page.getByRole('button', { name: 'Test page: Reports' }).click()
  await seen('Test page')
  await openShift(page)
  await page.keyboard.press('x')
  await expect(page.getByRole('article')).toBeVisible()
  await page.keyboard.press('p')
  await seen('X report')
  await page.evaluate(() => {
    location.hash = '#/reports'
  })
  await page.getByRole('button', { name: 'Print: What was sold?' }).click()
  await seen('What was sold?')
})

test('[A5] [T2] without a printer a report goes to the browser’s dialog on the chosen sheet, or into a file @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await page.evaluate(() => {
    const seen = window as unknown as { sheets: string[] }
    seen.sheets = []
    window.print = () => {
      for (const one of document.querySelectorAll<HTMLElement>('.papers-to-print .paper'))
        seen.sheets.push(`${one.getAttribute('aria-label') ?? ''}: ${one.dataset['sheet'] ?? ''}`)
    }
  })
  await openShift(page)
  await page.keyboard.press('x')
  await expect(page.getByRole('article')).toBeVisible()
  await page.keyboard.press('p')
  await page.getByLabel('Paper', { exact: true }).selectOption('58mm')
  await page.keyboard.press('p')
  const sheets = await page.evaluate(() => (window as unknown as { sheets: string[] }).sheets)
  expect(sheets.map((one) => one.replace(/.*: /, ''))).toEqual(['A4', '58mm'])
  expect(sheets[0]).toContain('X report')

  await new Printers(page).open()
  await page.getByRole('group', { name: 'Reports' }).getByRole('combobox').first().selectOption('pdf')
  await new Printers(page).save()
  await page.goBack()
  await expect(page.getByRole('article')).toBeVisible()
  await page.keyboard.press('p')
  const file = page.getByRole('status').getByText(/\.pdf/)
  await expect(file).toBeVisible({ timeout: 30_000 })
  const path = /\S+\.pdf/.exec((await file.textContent()) ?? '')?.[0] ?? ''
  expect(
    readFileSync(path.replace(/[\u2066-\u2069]/g, ''))
      .subarray(0, 4)
      .toString(),
  ).toBe('%PDF')
})
