import type { Page } from '@playwright/test'
import type { CommandId } from '../../src/shared/domain/ids.ts'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { axeFaults } from '../axe.ts'
import { Desk } from '../pages/desk.ts'
import { People, clerkPin } from '../pages/people.ts'
import { Shift } from '../pages/shift.ts'
import { openWsWire } from '../wire.ts'

test.setTimeout(120_000)

/** Asks the desk's terminal for the held cart, by card. */
async function payByCard(page: Page): Promise<void> {
  const wire = await openWsWire(page)
  await wire.next('welcome')
  await wire.send({ t: 'call', id: 1, name: 'open-carts', input: {}, commandId: null })
  const { answer } = await (await wire.next('answer', 1)).jsonValue()
  const [booking] = answer.kind === 'done' ? (answer.value as { bookings: Held[] }).bookings : []
  if (!booking) throw new Error('no cart')
  const { bookingId, totals } = booking
  const sum = { totalMinor: totals.totalMinor, tenderedMinor: totals.totalMinor }
  const input = { bookingId, mode: 'CARD', ...sum }
  await wire.send({ t: 'call', id: 2, name: 'pay-booking', input, commandId: 'card' as CommandId })
  expect((await (await wire.next('answer', 2)).jsonValue()).answer.kind).toBe('done')
  // The terminal takes its time; until it has answered, the payment is in progress.
  let id = 2
  const state = async () => {
    id += 1
    await wire.send({ t: 'call', id, name: 'booking', input: { bookingId }, commandId: null })
    const { answer: told } = await (await wire.next('answer', id)).jsonValue()
    return told.kind === 'done' && (told.value as { booking: { state: string } }).booking.state
  }
  await expect.poll(state).toBe('confirmed')
}

interface Held {
  readonly bookingId: string
  readonly totals: { readonly totalMinor: number }
}

test('[A5] a whole shift by keys: float, cash and card, cash out, money back, a count that is ₹10 short, its reason, Z1; then Z2', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const shift = new Shift(page)
  await expect(desk.shows.first()).toBeVisible()
  await page.evaluate(() => {
    const counted = window as unknown as { printed: number }
    counted.printed = 0
    window.print = () => {
      counted.printed += 1
    }
  })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Shift')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Open shift 1' })).toBeVisible()
  // ₹500 once, the next field is ₹200.
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('How many of ₹200.00')).toBeFocused()
  await page.keyboard.press('F9')
  await expect(page.getByText(/^Open since/)).toBeVisible()

  await shift.leave()
  const number = await desk.sell('The Glass Orchard', 'D10', 'D11')
  await page.keyboard.press('n')
  await shift.leave()
  await desk.openShow('The Glass Orchard')
  await desk.choose('E10')
  await desk.hold()
  await payByCard(page)
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Booking history' })).toContainText('confirmed')
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Customer cannot come' }).click()
  await dialog.getByRole('button', { name: /^Cancel and refund/ }).click()
  await expect(desk.message).toContainText('Refunded to the customer: ₹2,420.00 in cash')

  await shift.open()
  await page.keyboard.press('c')
  await page.keyboard.type('100')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Courier')
  await page.keyboard.press('Enter')
  await expect(page.getByText('₹100.00 taken out.')).toBeVisible()

  // ₹500 − ₹100 are there; ₹390 are counted: three hundreds, four twenties, one ten.
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'Count the drawer' })).toBeVisible()
  await expect(page.getByText('₹400.00')).toBeHidden()
  for (const pieces of ['', '', '3', '', '4', '1']) {
    await page.keyboard.type(pieces)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('button', { name: 'Declare ₹390.00' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByText('₹10.00 short')).toBeVisible()
  const close = page.getByRole('button', { name: 'Close: Z report 1' })
  await expect(close).toBeDisabled()
  await page.keyboard.type('Wrong change')
  await page.keyboard.press('Enter')

  const paper = page.getByRole('article')
  await expect(paper.getByRole('heading', { name: 'Z report 1' })).toBeVisible()
  await expect(paper).toContainText(/Reason\s*Wrong change/)
  for (const row of [
    /Bookings sold\s*\u2068?2/,
    /Cash × 1\s*₹2,420.00/,
    /Card × 1\s*₹/,
    /Taken out\s*-₹100.00/,
    /Expected\s*₹400.00/,
    /Counted\s*₹390.00/,
    /Difference\s*-₹10.00/,
    /Tickets voided\s*\u2068?2/,
  ])
    await expect(paper).toContainText(row)
  const first = await paper.textContent()

  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Open shift 2' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByText(/^Open since/)).toBeVisible()
  await page.keyboard.press('F9')
  await page.keyboard.type('0')
  await page.keyboard.press('F9')
  await expect(page.getByText('The count is exact.')).toBeVisible()
  // News of the count may arrive before its answer does, and only then is there a next step.
  await expect(page.getByRole('button', { name: 'Close: Z report 2' })).toBeEnabled()
  await page.keyboard.press('F9')
  await expect(paper.getByRole('heading', { name: 'Z report 2' })).toBeVisible()

  // The first again, word for word; printed by one key.
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Z report 1' }).focus()
  await page.keyboard.press('Enter')
  await expect(paper.getByRole('heading', { name: 'Z report 1' })).toBeVisible()
  expect(await paper.textContent()).toBe(first)
  await page.keyboard.press('p')
  expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1)

  // The missing amount leads to the cash movements to search, and from there to the booking.
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '-₹10.00' }).click()
  await expect(page.getByRole('heading', { name: 'Cash of shift 1' })).toBeVisible()
  await expect(page.getByRole('row')).toContainText([
    /When/,
    /Sale.*D10, D11/,
    /Refund/,
    /Taken out/,
    /Total/,
  ])
  await page.getByRole('button', { name: 'D10, D11' }).first().click()
  await expect(page.getByRole('heading', { name: 'The Glass Orchard' })).toBeVisible()
})

test('[A5] F9 pressed too often opens a shift and closes none: a drawer is counted by what somebody types, and what is no count says so @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await new Shift(page).open()
  for (let press = 0; press < 6; press += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a key bounces
    await page.keyboard.press('F9')
    // oxlint-disable-next-line no-await-in-loop -- what it opened comes before the next
    await page.waitForTimeout(200)
  }
  await expect(page.getByRole('heading', { name: 'Count the drawer' })).toBeVisible()
  await expect(page.getByText('Nothing is counted yet. For an empty drawer, type 0.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Declare ₹0.00' })).toBeDisabled()
  expect(await axeFaults(page)).toEqual([])

  await page.getByLabel('How many of ₹100.00').fill('-5')
  await expect(page.getByRole('alert').filter({ hasText: 'Not a number of coins or notes.' })).toBeVisible()
  await expect(page.getByLabel('How many of ₹100.00')).toHaveAccessibleDescription(
    'Not a number of coins or notes.',
  )
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'Count the drawer' })).toBeVisible()
  await page.getByLabel('How many of ₹100.00').fill('0')
  await page.keyboard.press('F9')
  await expect(page.getByText('The count is exact.')).toBeVisible()
})

test('[A5] a parked cart keeps the shift open: it is named, and the way to it is beside its name @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const shift = new Shift(page)
  await shift.open()
  await page.keyboard.press('F9')
  await expect(page.getByText(/^Open since/)).toBeVisible()
  await shift.leave()
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10', 'D11')
  await desk.hold()
  await page.keyboard.press('F4')
  await shift.open()
  await expect(page.getByText('a cart with \u2068D10\u2069 and \u2068D11\u2069')).toBeVisible()
  await page.keyboard.press('F9')
  await page.keyboard.type('0')
  await page.keyboard.press('F9')
  await expect(desk.message).toContainText('Not before these are finished: \u2068a cart with')
  await page.getByRole('button', { name: 'Go to them' }).click()
  await page.keyboard.press('F5')
  await desk.takeCash()
  await shift.open()
  await page.keyboard.press('F9')
  await page.getByLabel(/^Other cash/).fill('2420')
  await page.keyboard.press('F9')
  await expect(page.getByText('The count is exact.')).toBeVisible()
})

test('[A5] blind: nothing that comes to a clerk’s desk says what is expected before the count is declared @whole', async ({
  openDesk,
}) => {
  const office = await openDesk()
  await new People(office).staffTheHouse()
  const page = await openDesk()
  const heard: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heard.push(payload.toString('latin1' as never))),
  )
  await page.reload()
  await new People(page).signIn('Asha', clerkPin)
  const desk = new Desk(page)
  const shift = new Shift(page)
  await shift.open()
  // Expected: ₹1,234.00 and ₹2,420.00.
  await page.getByLabel(/^Other cash/).fill('1234')
  await page.keyboard.press('F9')
  await expect(page.getByText(/^Open since/)).toBeVisible()
  await shift.leave()
  await desk.sell('The Glass Orchard', 'D10', 'D11')
  await shift.open()
  await page.keyboard.press('x')
  await expect(page.getByText('Sums of cash are shown once the drawer is counted.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText(/^Open since/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open the drawer' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'Count the drawer' })).toBeVisible()
  expect(heard.some((frame) => frame.includes('"nextNumber":2'))).toBe(true)
  expect(heard.filter((frame) => frame.includes('365400'))).toEqual([])
  await page.getByLabel(/^Other cash/).fill('3654')
  await page.keyboard.press('F9')
  await expect(page.getByText('The count is exact.')).toBeVisible()
  expect(heard.some((frame) => frame.includes('365400'))).toBe(true)
})

test.describe('a house that asks for shifts', () => {
  test.use({ hubOptions: { words: ['--require-shift'] } })

  test('[A5] takes no cash without one, and says what to do', async ({ openDesk }) => {
    const page = await openDesk()
    const desk = new Desk(page)
    const shift = new Shift(page)
    await desk.openShow('The Glass Orchard')
    await desk.choose('D10')
    await desk.hold()
    await desk.cart.getByRole('button', { name: /^Pay/ }).click()
    await page.getByRole('button', { name: /^Take/ }).click()
    await expect(desk.message).toContainText('No shift is open at this desk: open one under Shift')
    await shift.open()
    await page.keyboard.press('F9')
    await expect(page.getByText(/^Open since/)).toBeVisible()
    await shift.leave()
    await page.keyboard.press('F5')
    await desk.takeCash()
  })
})

const looks = [
  ['en-IN', 'light', { width: 1024, height: 768 }],
  ['fa-IR', 'dark', { width: 1280, height: 720 }],
  ['hi-IN', 'light', { width: 390, height: 844 }],
] as const

for (const [locale, colorScheme, viewport] of looks) {
  test(`[E2] axe finds nothing in a shift, and nothing is wider than its screen, in ${locale}, ${colorScheme}${wholeUnless(locale === 'hi-IN')}`, async ({
    openDesk,
  }) => {
    const page = await openDesk({ browser: { locale, colorScheme, viewport, reducedMotion: 'reduce' } })
    const found: string[] = []
    const look = async (name: string) => {
      found.push(...(await axeFaults(page, name)))
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      if (isWide) found.push(`${name}: wider than the screen`)
    }
    const main = page.getByRole('main')
    await expect(main.getByRole('listbox')).toBeVisible()
    await page.evaluate(() => (location.hash = '#/shift'))
    await expect(main.getByRole('textbox').first()).toBeVisible()
    await look('open')
    await page.keyboard.press('F9')
    await expect(main.getByRole('textbox')).toHaveCount(0)
    await look('running')
    await page.keyboard.press('c')
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('cash')
    await page.keyboard.press('Escape')
    await page.keyboard.press('x')
    await expect(main.getByRole('article')).toBeVisible()
    await look('x')
    await page.keyboard.press('Escape')
    await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('F9')
    await expect(main.getByRole('textbox').first()).toBeFocused()
    await page.keyboard.type('1')
    await look('count')
    await page.keyboard.press('F9')
    await expect(main.getByRole('textbox')).toHaveCount(1)
    await look('result')
    await page.keyboard.type('x')
    await page.keyboard.press('Enter')
    await expect(main.getByRole('article')).toBeVisible()
    await look('z')
    await page.evaluate(() => (location.hash = `${location.hash}/cash`))
    await expect(main.getByRole('article')).toBeHidden()
    await look('cash of it')
    await page.keyboard.press('Escape')
    await expect(main.getByRole('table')).toBeVisible()
    await look('list')
    expect(found).toEqual([])
  })
}
