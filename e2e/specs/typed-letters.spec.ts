// Letters with which a ticket begins, or at a door any letter, are held back for a scanner: every field gets them as they were typed, at
// any pace.

import type { Page } from '@playwright/test'
import { bookingOn, codesOf } from '../codes.ts'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { Gate } from '../pages/gate.ts'
import { People } from '../pages/people.ts'
import { Scanner } from '../pages/scanner.ts'
import { wholeUnless } from '../sizes.ts'

/** Between two keys: within a scanner’s interval, and far outside it. */
const fastMs = 40
const slowMs = 200

const paletteOf = (page: Page) => page.getByRole('searchbox', { name: 'Type a screen' })

for (const delay of [fastMs, slowMs])
  test(`[T3] who is looked for by F3 is found by the letters that were typed, and written down by them, at ${delay} ms a key${wholeUnless(delay === fastMs)}`, async ({
    openDesk,
  }) => {
    const page = await openDesk()
    const desk = new Desk(page)
    await desk.openShow('The Glass Orchard')
    // The first letter is on its way when the field appears.
    await page.keyboard.press('F3')
    await page.keyboard.type('Gulshan Gupta', { delay })
    const field = page.getByRole('dialog').getByRole('searchbox')
    await expect(field).toHaveValue('Gulshan Gupta')
    await page.getByRole('option', { name: 'New customer' }).click()
    await expect(page.getByRole('dialog').getByLabel('Name')).toHaveValue('Gulshan Gupta')
  })

test('[T3] [E1] by a Persian keyboard too: the letter where others have their G is in the field as it was typed', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await new Desk(page).openShow('The Glass Orchard')
  await page.keyboard.press('F3')
  const field = page.getByRole('dialog').getByRole('searchbox')
  await expect(field).toBeFocused()
  const scanner = new Scanner(page)
  for (const place of 'ghdghg') {
    await scanner.scan(place, { layout: 'persian', suffix: 'none' })
    await page.waitForTimeout(slowMs)
  }
  await scanner.scan('ghgd', { layout: 'persian', suffix: 'none' })
  await expect(field).toHaveValue(typedInPersian('ghdghgghgd'))
})

function typedInPersian(places: string): string {
  return places.replaceAll('g', 'ل').replaceAll('h', 'ا').replaceAll('d', 'ی')
}

for (const delay of [fastMs, slowMs])
  test(`[T3] [E2] Ctrl+K has the letters that were typed, at a desk and at a door, at ${delay} ms a key${wholeUnless(delay === fastMs)}`, async ({
    openDesk,
  }) => {
    const page = await openDesk()
    const desk = new Desk(page)
    await expect(desk.shows.first()).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('guest', { delay })
    await expect(paletteOf(page)).toHaveValue('guest')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('gate', { delay })
    await expect(paletteOf(page)).toHaveValue('gate')
    await page.keyboard.press('Enter')
    await expect(new Gate(page).answer).toBeVisible()
    // A letter that was held back selects a line like any other: here all are held back.
    await page.keyboard.press('Control+k')
    await expect(paletteOf(page)).toBeFocused()
    await page.keyboard.type('shift', { delay })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Shift', level: 1 })).toBeVisible()
  })

test('[T3] a field that opens while a letter is held back gets it', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await expect(desk.shows.first()).toBeVisible()
  await desk.search.evaluate((field: HTMLInputElement) =>
    window.addEventListener('keydown', () => setTimeout(() => field.focus()), { capture: true, once: true }),
  )
  await page.keyboard.press('g')
  await expect(desk.search).toHaveValue('g')
})

test('[T3] a list to choose from goes by all the letters that were typed, however fast they came', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await new People(page).openStaff()
  await page.getByRole('button', { name: 'Add somebody' }).click()
  const role = page.getByRole('dialog').getByLabel('Role')
  await role.focus()
  // Without the first letter it would be the administrator.
  for (const delay of [0, fastMs, slowMs]) {
    await role.selectOption('manager')
    await page.keyboard.type('ga', { delay })
    await expect(role).toHaveValue('gate')
    // What comes within a second continues the same word.
    await page.waitForTimeout(1100)
  }
})

test('[T3] a ticket that is scanned at a door while Ctrl+K is open is answered there, and the next letters are the field’s @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.sell('The Glass Orchard', 'D10')
  const [code = ''] = await codesOf(page, bookingOn(page))
  const gate = new Gate(page)
  await gate.open()
  const field = paletteOf(page)
  for (const [scanned, said] of [
    [code, 'Valid'],
    ['4006381333931', 'Not a ticket'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await expect(field).toBeFocused()
    await page.keyboard.type('gat', { delay: slowMs })
    await expect(field).toHaveValue('gat')
    await gate.scan(scanned, said)
    // The palette closes: it would cover what the person with the ticket must see.
    await expect(field).toBeHidden()
    await expect(gate.recent.first()).toContainText(said)
  }
  await expect(page.getByLabel('Ticket number')).toHaveValue('')
})
