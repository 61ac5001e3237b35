import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { People, clerkPin } from '../pages/people.ts'

test('[E2] Ctrl+K finds shows, screens, languages and looks by some letters, and Enter does the first', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await expect(desk.shows.first()).toBeVisible()
  const run = async (typed: string) => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('searchbox', { name: 'Type a screen' })).toBeFocused()
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await run('gla or')
  await expect(page.getByRole('heading', { name: /The Glass Orchard/ })).toBeVisible()
  await run('manage')
  await expect(page.getByRole('heading', { name: 'Shows', exact: true })).toBeVisible()
  await run('backup')
  await expect(page.getByRole('heading', { name: 'Backups' })).toBeVisible()
  await run('high con')
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'contrast')
  await run('فارسی')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
})

test('[E2] the palette offers only what can be done: a held cart can be parked and paid, none cannot; Escape leaves at once @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await expect(desk.shows.first()).toBeVisible()
  const park = page.getByRole('menuitem', { name: 'Park the cart' })
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('menuitem', { name: 'Find a booking' })).toBeVisible()
  await expect(park).toBeHidden()
  await page.keyboard.type('zzz')
  await expect(page.getByText('No matching command.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await desk.openShow('Test event')
  await desk.choose('A5')
  await desk.hold()
  await page.keyboard.press('Control+k')
  await park.click()
  await expect(desk.cart).toContainText('No seats')
  await expect(desk.message).toContainText('The cart is parked')
  await desk.message.getByRole('button', { name: /Recall/ }).click()
  await expect(desk.cart.getByRole('timer')).toBeVisible()
})

test('[E2] ? lists every key by where it is used, and a key behind an open dialog does nothing', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Test event')
  await desk.choose('A5')
  await page.getByRole('button', { name: 'Keys' }).click()
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  for (const group of ['Anywhere', 'Lists', 'Seat map', 'Sale', 'Tickets and bookings']) {
    await expect(dialog.getByRole('region', { name: group })).toBeVisible()
  }
  const papers = dialog.getByRole('region', { name: 'Tickets and bookings' })
  await expect(papers).toContainText('XExchange for another show')
  await expect(papers).toContainText('KEdit details')
  await page.keyboard.press('F9')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(desk.cart.getByRole('timer')).toBeHidden()
  await expect(desk.cart.getByRole('button', { name: /^Hold 1 seat/ })).toBeEnabled()
})

test('[E2] Escape in the palette leaves the sale behind it as it is, chosen or held @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Test event')
  await desk.choose('A5')
  const leavePalette = async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('searchbox', { name: 'Type a screen' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(desk.cart.getByText('A5', { exact: true })).toBeVisible()
  }
  await leavePalette()
  await desk.hold()
  await leavePalette()
})

test('[E2] ? and Ctrl+K are heard on the seat map, where letters name seats @whole', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Test event')
  await expect(desk.map).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(desk.map).toBeVisible()
})

test('[E2] a command that is begun from the search leaves the search: the next letter is a key of what opened; to find a booking goes back to it @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await expect(desk.shows.first()).toBeVisible()
  const run = async (typed: string) => {
    await desk.search.focus()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('searchbox', { name: 'Type a screen' })).toBeFocused()
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await run('shift')
  await expect(page.getByRole('heading', { name: 'Shift', level: 1 })).toBeVisible()
  await expect(desk.search).not.toBeFocused()
  await run('dark')
  await expect(desk.search).toBeFocused()
  await run('tonight')
  await expect(desk.shows.first()).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.getByRole('menuitem', { name: 'Find a booking' }).click()
  await expect(desk.search).toBeFocused()
})

test('[E2] the palette has the steps of the open screen with their keys: sale, money, tickets, booking', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const step = (name: string | RegExp) => page.getByRole('menuitem', { name, exact: true })
  const keyOf = (name: string) => step(name).locator('kbd')
  const run = async (name: string | RegExp) => {
    await page.keyboard.press('Control+k')
    await step(name).click()
    await expect(page.getByRole('searchbox', { name: 'Type a screen' })).toBeHidden()
  }
  await desk.openShow('Test event')
  await desk.choose('A5')
  await run('Add a coupon')
  await expect(desk.cart.getByLabel('Coupon')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await expect(keyOf('Clear the cart')).toHaveText('Esc')
  await expect(keyOf('Hold 1 seat')).toHaveText('F9')
  await expect(keyOf('Best seats')).toHaveText('Ctrl+B')
  await step('Hold 1 seat').click()
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  await run(/^Extend by/)
  await expect(desk.cart.getByRole('button', { name: /^Extend/ })).toBeHidden()
  await page.keyboard.press('Control+k')
  await expect(step('Release the seats')).toBeVisible()
  await expect(step(/^Extend by/)).toBeHidden()
  await expect(step('Hold 1 seat')).toBeHidden()
  await step('Take payment').click()
  await expect(page.getByLabel('Cash received')).toBeFocused()
  await run(/^Take .*\d/)
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  const number =
    (await page
      .getByText(/TKT-\d{8}-[0-9A-F]{8}/)
      .first()
      .textContent()) ?? ''
  await page.keyboard.press('Control+k')
  await expect(keyOf('Print')).toHaveText('P')
  await step('Next sale').click()
  await expect(desk.map).toBeVisible()
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await expect(page.getByText(number)).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(keyOf('Print again')).toHaveText('P')
  await expect(step('Next sale')).toBeHidden()
  await step('Cancel booking').click()
  await expect(page.getByRole('dialog', { name: /^Cancel this booking/ })).toBeVisible()
})

test('[E2] whatever was typed and however fast, Enter does what is marked: a line that was first, was not, and is again @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await new People(page).staffTheHouse()
  const dialog = page.getByRole('dialog')
  const lines = dialog.getByRole('menuitem')
  await page.keyboard.press('Control+k')
  // By its first letters alone a coach of that name comes before it; with more letters it does not.
  await page.keyboard.type('house notice', { delay: 60 })
  await expect(lines).toHaveCount(1)
  const id = await lines.getAttribute('id')
  await expect(dialog.getByRole('searchbox')).toHaveAttribute('aria-activedescendant', id ?? '?')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('house notice', { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'What did the house notice?' })).toBeFocused()
})

test('[E2] [A7] every page that a line of links leads to has its command, by role: a clerk’s, and all of the office’s @whole', async ({
  openDesk,
}) => {
  const office = await openDesk()
  await new People(office).staffTheHouse()
  const linksIn = async (page: Page, name: string) =>
    page.getByRole('navigation', { name, exact: true }).getByRole('link').allTextContents()
  const commands = async (page: Page) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('menuitem', { name: 'Find a booking' }).waitFor()
    const found = await page.getByRole('dialog').getByRole('menuitem').allTextContents()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    return found.map((text) => text.replaceAll(/[\u2066-\u2069]/g, ''))
  }
  await office.getByRole('link', { name: 'Manage' }).click()
  await expect(office.getByRole('navigation', { name: 'Tables of' })).toBeVisible()
  const [tables, pages] = [await linksIn(office, 'Tables of'), await linksIn(office, 'Manage')]
  expect([tables.length, pages.length].map((count) => count >= 9)).toEqual([true, true])
  const offered = await commands(office)
  for (const link of [...tables, ...pages]) expect(offered).toContain(`Manage: ${link}`)
  const main = (await linksIn(office, 'Main menu')).filter((link) => link !== 'Manage')
  for (const link of main) expect(offered).toContain(link)
  // What a show's row leads to, the nearest show first.
  for (const way of ['Seats:', 'Seats off sale:', 'Time machine:', 'New shows:'])
    expect(offered.filter((text) => text.startsWith(way))).not.toEqual([])
  await office.keyboard.press('Control+k')
  await office.keyboard.type('house notice')
  await expect(office.getByRole('dialog').getByRole('menuitem')).toHaveCount(1)
  await office.keyboard.press('Enter')
  await expect(office.getByRole('region', { name: 'What did the house notice?' })).toBeFocused()

  const desk = await openDesk()
  await new People(desk).signIn('Asha', clerkPin)
  await expect(new Desk(desk).shows.first()).toBeVisible()
  const few = await commands(desk)
  expect(few.filter((text) => text.startsWith('Manage'))).toEqual([])
  expect(few).toContain('Tonight')
})
