// The evening of docs/first-evening.md, with the list of seats from that page: whoever follows it gets to its end.

import { readFileSync } from 'node:fs'
import { expect, test } from '../fixtures.ts'
import { typeDay } from '../pages/date-field.ts'
import { Desk } from '../pages/desk.ts'
import { People, adminPin } from '../pages/people.ts'
import { Shift } from '../pages/shift.ts'

const guide = readFileSync(new URL('../../docs/first-evening.md', import.meta.url), 'utf8')

test.use({ hubOptions: { demo: false } })

test('[L4] [A5] [A7] a house of one’s own: an empty house, a list of seats, a show, more of them, a PIN, a shift, a sale, a Z report', async ({
  openDesk,
}) => {
  test.setTimeout(120_000)
  const page = await openDesk()
  const desk = new Desk(page)
  await expect(page.getByRole('heading', { name: 'No shows on sale' })).toBeVisible()

  const list = /```csv\n(?<list>[^`]*)```/.exec(guide)?.groups?.['list'] ?? ''
  await page.getByRole('link', { name: 'Import a plan' }).first().click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles({ name: 'hall.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await expect(page.getByRole('region', { name: 'Plan doctor' })).toContainText('8 seats')
  await page.getByLabel('Title of the show').fill('First night')
  await page.getByLabel('Name of the venue').fill('Our hall')
  await page.getByLabel('Front, Normal: price', { exact: true }).fill('300')
  await page.getByLabel('Back, Normal: price', { exact: true }).fill('200')
  await expect(
    page.getByText('A fee of ₹10.00 per seat is added: change it under Manage › Terms.'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Import and put on sale' }).click()
  await expect(page.getByRole('heading', { name: /First night/ })).toBeVisible()

  const office = page.getByRole('navigation', { name: 'Manage' })
  await page.getByRole('link', { name: 'Manage', exact: true }).click()
  await page.getByRole('button', { name: /^New shows: .*First night/ }).click()
  await expect(page.getByRole('heading', { name: /^New shows · / })).toBeVisible()
  const series = page.getByRole('form', { name: 'New shows' })
  await typeDay(series, 'From', '2027-03-01')
  await typeDay(series, 'Until', '2027-03-02')
  await series.getByLabel('Times').fill('18:00')
  await page.getByRole('button', { name: /^Create [12] shows?$/ }).click()
  await expect(page.getByRole('main').getByRole('status')).toHaveText(/^[12] shows? created\.$/)
  await page.keyboard.press('Escape')
  await office.getByRole('link', { name: 'Printers' }).click()
  await expect(page.getByRole('heading', { name: 'Printers', level: 1 })).toBeVisible()
  await office.getByRole('link', { name: 'Kiosks' }).click()
  await expect(page.getByRole('heading', { name: 'Backups' })).toBeVisible()
  const people = new People(page)
  await people.openStaff()
  await people.hire('Asha', 'admin')
  await people.givePin('Asha', adminPin)
  await people.signIn('Asha', adminPin)

  await new Shift(page).open()
  await page.getByRole('button', { name: /^Open/ }).click()
  await expect(page.getByText(/^Open since/)).toBeVisible()
  await new Shift(page).leave()
  await desk.sell('First night', 'A2', 'A3')
  await new Shift(page).open()
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'Count the drawer' })).toBeVisible()
  // With the fee that a new house has.
  await page.getByLabel(/^Other cash/).fill('620')
  await page.keyboard.press('F9')
  await page.getByRole('button', { name: 'Close: Z report 1' }).click()
  await expect(page.getByRole('article', { name: 'Z report 1' })).toContainText('₹620.00')
})
