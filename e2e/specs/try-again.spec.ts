import { expect, test } from '../fixtures.ts'
import { failing } from '../failing.ts'

/** What each page of the office asks first. */
const pages = [
  ['staff', 'staff', 'Staff'],
  ['messages', 'messages', 'Messages'],
  ['kiosks', 'kiosks', 'Kiosks'],
  ['updates', 'updates', 'Updates'],
  ['plans', 'plans', 'Seating plans'],
  ['audit', 'audit-log', 'Audit log'],
  ['shift', 'shift', 'Shift'],
] as const

for (const [place, operation, title] of pages) {
  test(`[E4] [E8] a first reading that fails is told, and asked for again by one press: ${place} @whole`, async ({
    openDesk,
    hub,
  }) => {
    const page = await openDesk()
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    const recover = await failing(page, operation)
    await page.goto(`${hub.address}/#/${place}`)
    await expect(page.getByRole('heading', { name: 'This could not be loaded.' })).toBeVisible()
    recover()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { name: 'This could not be loaded.' })).toBeHidden()
    await expect(page.getByRole('heading', { name: title, exact: true, level: 1 })).toBeVisible()
  })
}
