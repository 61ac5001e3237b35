import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Locator, Page } from '@playwright/test'
import { DAY_MS } from '../../src/shared/lib/time.ts'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { typeDay, typedDay } from '../pages/date-field.ts'
import { Desk } from '../pages/desk.ts'
import { People, clerkPin } from '../pages/people.ts'

function card(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title })
}

/** The numbers displayed in a row, by its name. */
function row(page: Page, title: string, name: RegExp | string): Locator {
  return card(page, title).getByRole('row').filter({ hasText: name })
}

async function openReports(page: Page): Promise<void> {
  // A page that has just loaded may not hear keys yet.
  const search = page.getByRole('dialog').getByRole('searchbox')
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(search).toBeVisible({ timeout: 500 })
  }).toPass()
  await search.fill('reports')
  await expect(page.getByRole('menuitem').first()).toContainText('Reports')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Today' }).click()
}

async function chooseShow(page: Page, title: string): Promise<void> {
  const select = page.getByRole('combobox', { name: 'Shows' })
  const option = select
    .locator('option')
    .filter({ hasText: /^All of/ })
    .filter({ hasText: title })
  await select.selectOption(await option.getAttribute('value'))
}

test('[A6] sold, refunded, looked at: the sums, the bookings behind a number, and the file', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('Mumbai → Pune', '2A')
  await page.keyboard.press('n')
  await desk.choose('1A', '1B')
  await desk.hold()
  await desk.takeCash()
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Mumbai → Pune' }).waitFor()
  await page.keyboard.press('Delete')
  const question = page.getByRole('dialog')
  await question.getByRole('button', { name: 'Customer cannot come' }).click()
  await question.getByRole('button', { name: /^Cancel and refund/ }).click()
  await expect(desk.message).toContainText('Refunded to the customer')

  await openReports(page)
  await page.getByRole('combobox', { name: 'By', exact: true }).selectOption('Payment method')
  const cash = row(page, 'What was sold?', 'Cash')
  await expect(cash).toBeVisible()
  await chooseShow(page, 'Mumbai → Pune')
  await expect(cash.getByRole('cell').first()).toHaveText('2')
  const all = row(page, 'What was sold?', /^All/)
  expect(await all.getByRole('cell').allTextContents()).toEqual(
    await cash.getByRole('cell').allTextContents(),
  )
  await expect(card(page, 'What was sold?').getByRole('img')).toHaveAccessibleName(/Cash/)
  await expect(row(page, 'Which carts were paid?', /^All/)).toContainText('100 %')

  await page.getByRole('combobox', { name: 'By', exact: true }).selectOption('Ticket type')
  await expect(row(page, 'What was sold?', /^All/).getByRole('cell').first()).toHaveText('2')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV: What was sold?' }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  const lines = text.slice(1).trimEnd().split('\r\n')
  expect(lines[0]).toBe('Ticket type,Seats,Gross (INR),Discount (INR),Fee (INR),Refunded (INR),Net (INR)')
  expect(lines.at(-1)).toMatch(/^All,2,\d+\.\d\d,0\.00,/)
  expect(download.suggestedFilename()).toMatch(
    /^What was sold Ticket type \d{4}-\d\d-\d\d \d{4}-\d\d-\d\d\.csv$/,
  )

  const [book] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as XLSX: What was sold?' }).click(),
  ])
  const sheet = strFromU8(
    unzipSync(await readFile(await book.path()))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
  )
  expect(sheet).toContain('>Ticket type</t>')
  const [, gross = ''] = /^All,2,(\d+\.\d\d),/.exec(lines.at(-1) ?? '') ?? []
  expect(sheet).toContain(`<v>${gross}</v>`)
  // By the system's own dialog, which also makes a file of it.
  await expect(page.getByRole('button', { name: 'Print, or save as PDF: What was sold?' })).toHaveText('PDF')

  await all.getByRole('button', { name: /All.*: show 2 bookings/ }).press('Enter')
  const behind = page.getByRole('dialog')
  await expect(behind.getByRole('listitem')).toHaveCount(2)
  await behind.getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'Mumbai → Pune' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(behind.getByRole('listitem')).toHaveCount(2)
})

test('[A6] [E2] axe finds no fault, with nothing sold and with all; days that end before they begin are said to @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openReports(page)
  await expect(card(page, 'How did cash move?')).toBeVisible()
  expect(await axeFaults(page, 'reports')).toEqual([])
  await page.getByRole('button', { name: '30 days' }).click()
  const sales = card(page, 'What was sold?')
  await sales.getByRole('button', { name: /All.*: show/ }).press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await axeFaults(page, 'behind')).toEqual([])
  await page.keyboard.press('Escape')
  await typeDay(page, 'To', '2020-01-01')
  await expect(page.getByText('The last day is before the first.')).toBeVisible()
})

test('[A6] [K3] every number leads to its rows: cash to its movements, refusals to when and why, sections to their shows', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.sell('Mumbai → Pune', '2A')
  await page.keyboard.press('n')
  await desk.choose('3A')
  await desk.cart.getByRole('button', { name: /^Hold/ }).click()
  await expect(desk.message).toContainText('is for a woman')

  await openReports(page)
  await chooseShow(page, 'Mumbai → Pune')
  const behind = page.getByRole('dialog')
  const refusals = row(page, 'Why were holds refused?', 'Ladies’ seat')
  await refusals.getByRole('button', { name: /show 1 line/ }).press('Enter')
  await expect(behind.getByRole('listitem')).toContainText('Ladies’ seat')
  await expect(behind.getByRole('link')).toContainText('Mumbai → Pune')
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Refused by' }).selectOption('Hour of the day')
  await expect(card(page, 'Why were holds refused?').getByRole('rowheader').first()).toContainText(/:00/)

  const cash = row(page, 'How did cash move?', /^All/)
  await cash.getByRole('button', { name: /show \d+ movement/ }).press('Enter')
  await expect(behind.getByRole('listitem').first()).toContainText('Sales')
  expect(await axeFaults(page, 'movements')).toEqual([])
  await page.keyboard.press('Escape')

  // Late in the evening the next coach leaves tomorrow.
  const today = await typedDay(page, 'From')
  const tomorrow = new Date(Date.parse(today) + DAY_MS).toISOString().slice(0, 10)
  await typeDay(page, 'To', tomorrow)
  const seats = row(page, 'Which seats sell?', /^All/)
  await seats.getByRole('button', { name: /show \d+ show/ }).press('Enter')
  await behind.getByRole('link').first().click()
  await expect(page.getByRole('slider').first()).toBeVisible()
})

test('[A6] [T2] [E1] a report prints as it stands, with its days, in the language of the screen @whole', async ({
  openDesk,
}) => {
  await new Desk(await openDesk()).sell('Test event', 'B3')
  const papers = [
    {
      locale: 'en-IN',
      print: 'Print, or save as PDF: What was sold?',
      told: /What was sold\?.* to .*Day.*Net/s,
    },
    {
      locale: 'fa-IR',
      print: 'چاپ یا ذخیره به‌صورت PDF: چه فروخته شد؟',
      told: /چه فروخته شد؟.* تا .*روز.*خالص.*٫?۰۰/s,
    },
    { locale: 'hi-IN', print: 'छापें या PDF में सहेजें: क्या बिका?', told: /क्या बिका\?.* से .*दिन.*शुद्ध/s },
  ]
  for (const { locale, print, told } of papers) {
    const page = await openDesk({ browser: { locale } })
    await expect(new Desk(page).shows.first()).toBeVisible()
    await page.evaluate(() => {
      location.hash = '#/reports'
      window.print = () => {
        document.body.dataset['printed'] = document.querySelector('.papers-to-print')?.textContent ?? ''
      }
    })
    await page.getByRole('button', { name: print }).click()
    await expect(page.locator('body')).toHaveAttribute('data-printed', told)
  }
})

test('[A6] [A7] whose work it is not is told so @whole', async ({ openDesk }) => {
  await new People(await openDesk()).staffTheHouse()
  const page = await openDesk()
  await new People(page).signIn('Asha', clerkPin)
  await expect(new Desk(page).shows.first()).toBeVisible()
  await page.evaluate(() => {
    location.hash = '#/reports'
  })
  await expect(page.getByRole('heading', { name: 'For the office only' })).toBeVisible()
})

test('[A6] [E2] the heat map says by keyboard how often a seat was sold; axe finds no fault with it', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.sell('Test event', 'B3')
  await openReports(page)
  await chooseShow(page, 'Test event')
  // Shows are those that begin in these days: including tomorrow's.
  const today = Date.parse(await typedDay(page, 'To'))
  await typeDay(page, 'To', new Date(today + 20 * DAY_MS).toISOString().slice(0, 10))
  const map = page.getByRole('grid', { name: /^Heat map of 3 shows/ })
  await expect(map).toBeVisible()
  await map.focus()
  await page.keyboard.press('Home')
  await page.keyboard.type('B3')
  await expect(page.getByRole('gridcell')).toContainText('sold in 1 of 3 shows (33 %)')
  const sections = row(page, 'Which seats sell?', /^All/)
  await expect(sections.getByRole('cell').first()).toHaveText('90')
  expect(await axeFaults(page, 'heat map')).toEqual([])
})
