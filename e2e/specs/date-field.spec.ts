import type { Page } from '@playwright/test'
import { DAY_MS } from '../../src/shared/lib/time.ts'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { clearDay, dateField, typeDay, typedDay } from '../pages/date-field.ts'
import { Desk } from '../pages/desk.ts'
import { Touch } from '../pages/touch.ts'

/** A date in the Persian calendar, in the house's zone. */
function persian(atMs: number, options: Intl.DateTimeFormatOptions): Map<string, string> {
  const parts = new Intl.DateTimeFormat('fa-IR', { timeZone: 'Asia/Kolkata', ...options }).formatToParts(atMs)
  return new Map(parts.map(({ type, value }) => [type, value]))
}

async function open(page: Page, place: string, heading: string): Promise<void> {
  await expect(page.getByRole('listbox').first()).toBeVisible()
  await page.evaluate((hash) => (location.hash = hash), place)
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
}

/** Lines of the report “What was sold”, with the total at the end. */
const sold = (page: Page) => page.getByRole('region', { name: 'چه فروخته شد؟' }).getByRole('row')
const none = 'در این روزها چیزی از این دست نیست.'

test('[E1] [A6] in Persian a day is typed as a Persian one, in its digits or the keyboard’s, or chosen by keys: the report is that day’s', async ({
  openDesk,
}) => {
  const nowMs = Date.now()
  await new Desk(await openDesk()).sell('Mumbai → Pune', '2A')
  const page = await openDesk({ browser: { locale: 'fa-IR' } })
  await open(page, '#/reports', 'گزارش‌ها')
  const today = persian(nowMs, { year: 'numeric', month: '2-digit', day: '2-digit' })
  await expect(dateField(page, 'تا')).toHaveText(
    `${today.get('year')}/${today.get('month')}/${today.get('day')}`,
  )
  await dateField(page, 'از').locator('[data-type=year]').focus()
  for (const part of ['year', 'month', 'day']) await page.keyboard.type(today.get(part) ?? '')
  const name = persian(nowMs, { day: 'numeric', month: 'short' })
  await expect(sold(page)).toHaveCount(3)
  await expect(sold(page).nth(1)).toContainText(`${name.get('day')} ${name.get('month')}`)

  // The day before, from the calendar sheet: to the right in a right-to-left language. Set as both ends, it is that day alone.
  for (const label of ['از', 'تا']) {
    await dateField(page, label).locator('[data-type=day]').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const sheet = page.getByRole('dialog', { name: `${label}: انتخاب روز` })
    const month = persian(nowMs, { year: 'numeric', month: 'long' })
    await expect(sheet.getByRole('heading')).toHaveText(`${month.get('month')} ${month.get('year')}`)
    await expect(sheet.getByRole('gridcell', { selected: true })).toBeFocused()
    if (label === 'از') expect(await axeFaults(page, 'sheet of days')).toEqual([])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(sheet).toBeHidden()
    await expect(page.getByRole('button', { name: `${label}: انتخاب روز` })).toBeFocused()
  }
  const before = persian(nowMs - DAY_MS, { year: 'numeric', month: '2-digit', day: '2-digit' })
  await expect(dateField(page, 'از')).toHaveText(
    `${before.get('year')}/${before.get('month')}/${before.get('day')}`,
  )
  await expect(page.getByRole('region', { name: 'چه فروخته شد؟' }).getByText(none)).toBeVisible()

  // Latin digits of the keyboard work as well; arrows move between the parts as displayed, and count up and down.
  await dateField(page, 'تا').locator('[data-type=year]').focus()
  await page.keyboard.type('1399')
  await expect(page.getByText(/پیش از/).first()).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('1399')
  await expect(dateField(page, 'تا').locator('[data-type=month]')).toBeFocused()
  await expect(dateField(page, 'تا').locator('[data-type=year]')).toHaveText('۱۳۹۹')
  await page.keyboard.press('ArrowUp')
  await expect(dateField(page, 'تا').locator('[data-type=month]')).not.toHaveText(before.get('month') ?? '')
})

test('[E1] [E2] half a date is no day: it goes back to the one that counts, or is marked; taken out to its last digit, there is none @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await open(page, '#/audit', 'Audit log')
  const from = dateField(page, 'From')
  const day = from.locator('[data-type=day]')
  await day.focus()
  await page.keyboard.type('5')
  await expect(from.locator('[data-type=month]')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(day).toHaveAttribute('aria-invalid', 'true')
  await expect(day).toHaveAccessibleDescription('Not a complete date yet')
  await expect(from.locator('[data-type=month]')).toHaveAttribute('aria-valuetext', 'not typed yet')
  expect(await axeFaults(page, 'half a date')).toEqual([])
  await expect(from).toHaveText('05/mm/yyyy')

  await typeDay(page, 'From', '2020-02-29')
  await expect(day).not.toHaveAttribute('aria-invalid')
  await expect(day).toHaveAccessibleDescription('Saturday 29 February 2020')
  await from.locator('[data-type=year]').press('Backspace')
  await expect(from).toHaveText('29/02/202')
  for (const _digit of '202') await page.keyboard.press('Backspace')
  await expect(from).toHaveText('29/02/yyyy')
  await page.keyboard.press('Tab')
  expect(await typedDay(page, 'From')).toBe('2020-02-29')

  // A letter does nothing here, even one with which a scanner's code might begin.
  await day.press('g')
  await day.press('x')
  await expect(from).toHaveText('29/02/2020')
  await typeDay(page, 'To', '2020-01-01')
  expect(await typedDay(page, 'To')).toBe('2020-01-01')
  await clearDay(page, 'To')
  await expect(dateField(page, 'To')).toHaveText('dd/mm/yyyy')
  await page.keyboard.press('Tab')
  await expect(dateField(page, 'To').locator('[aria-invalid]')).toHaveCount(0)
})

test('[E1] [E2] by touch a day is chosen from the sheet of its month, and taken out again @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({
    browser: { viewport: { width: 800, height: 600 }, hasTouch: true, isMobile: true },
  })
  await open(page, '#/audit', 'Audit log')
  const touch = new Touch(page)
  const opener = page.getByRole('button', { name: 'To: choose a day' })
  const sheet = page.getByRole('dialog', { name: 'To: choose a day' })
  await touch.tap(opener)
  await expect(sheet.getByRole('button', { name: 'No date' })).toBeHidden()
  await touch.tap(sheet.getByRole('button', { name: 'Previous' }))
  const cell = sheet.getByRole('gridcell', { name: /^\w+ 15 / })
  const name = (await cell.textContent()) ?? ''
  await touch.tap(cell)
  await expect(sheet).toBeHidden()
  expect(name).toContain(
    new Intl.DateTimeFormat('en-IN', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(Date.parse(`${await typedDay(page, 'To')}T00:00:00Z`)),
  )
  await touch.tap(opener)
  await touch.tap(sheet.getByRole('button', { name: 'No date' }))
  await expect(dateField(page, 'To')).toHaveText('dd/mm/yyyy')
})

test('[E1] in Hindi a day is typed in the order of the language, and a part says its name there @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { locale: 'hi-IN' } })
  await expect(page.getByRole('listbox').first()).toBeVisible()
  await page.evaluate(() => (location.hash = '#/audit'))
  const parts = page.getByRole('group').getByRole('spinbutton')
  await expect(parts.first()).toHaveAccessibleName(/^दिन/)
  await expect(page.getByRole('group').first()).toContainText('दिन/माह/वर्ष')
  await parts.first().focus()
  await page.keyboard.type('05122026')
  await expect(parts.nth(0)).toHaveText('05')
  await expect(parts.nth(1)).toHaveAttribute('aria-valuetext', /दिसंबर/)
  await expect(parts.nth(2)).toHaveText('2026')

  // Emptied, it says so in the reader's language too.
  await parts.nth(2).focus()
  for (const _digit of '2026') await page.keyboard.press('Backspace')
  const aloud = page.locator('[data-live-announcer] [aria-live=assertive]')
  await expect(aloud).toContainText('अभी नहीं लिखा')
  await expect(aloud).not.toContainText('Empty')
})
