// Two windows of one desk over the same sale. What one of them does, the other shows without a press, and nothing is sold, paid or
// printed twice.

import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { People, adminPin, clerkPin } from '../pages/people.ts'
import { Till } from '../pages/till.ts'

const show = 'The Glass Orchard'

/** The other window takes up the cart that the first one is working on. */
async function takeUp(other: Page, seat: string): Promise<Till> {
  await other.getByRole('button', { name: new RegExp(`${show}.*${seat}.*₹`) }).click()
  const till = new Till(other)
  await expect(till.cart.getByRole('timer')).toBeVisible()
  return till
}

test('[P5] what one window takes towards a sale, and gives back, stands on the other’s payment screen by itself', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D10', 'D11')
  const other = await takeUp(await openDesk({ beside: till.page }), 'D10')
  await other.page.keyboard.press('F9')
  await expect(other.due).toContainText('₹2,420.00')
  await till.page.keyboard.type('420.50')
  await till.page.keyboard.press('Enter')
  await expect(other.due.getByRole('heading', { name: 'Still to pay' })).toBeVisible()
  await expect(other.due).toContainText('₹1,999.50')
  await other.due.getByRole('button', { name: /^Refund ₹420\.50/ }).click()
  await expect(till.due.getByRole('heading', { name: 'To pay' })).toBeVisible()
  await expect(till.due).toContainText('₹2,420.00')
})

test('[H3] a hold that one window extends, and whose it is, the other’s payment screen shows by itself @whole', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D10')
  const other = await takeUp(await openDesk({ beside: till.page }), 'D10')
  await other.cart.getByRole('button', { name: /^Extend/ }).click()
  await expect(other.cart.getByRole('timer')).toContainText(/^(10:00|9:\d\d)$/)
  await expect(till.page.getByRole('timer')).toContainText(/^(10:00|9:\d\d)$/)
  await other.name('testuser')
  await expect(till.due).toContainText('testuser')
})

test('[H11] the clock of a hold that another window makes never shows more than its length, however long this window stood untouched @whole', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  const other = new Till(await openDesk({ beside: till.page }))
  await other.openShow(show)
  await other.page.evaluate(noteClocks)
  await till.openShow(show)
  await till.choose('D10')
  await till.hold()
  await expect(other.page.getByRole('timer')).toBeVisible()
  const shown = await other.page.evaluate(() => (globalThis as typeof globalThis & Noted).clocks)
  expect(shown[0]).toMatch(/^(5:00|4:5\d)$/)
})

interface Noted {
  clocks: string[]
}

/** Runs in the page: keeps every text that a clock shows from now on, the first drawing too. */
function noteClocks() {
  const noted = globalThis as typeof globalThis & Noted
  noted.clocks = []
  new MutationObserver(() => {
    const timer = document.querySelector('[role="timer"]')
    if (timer) noted.clocks.push(timer.textContent)
  }).observe(document.body, { childList: true, subtree: true, characterData: true })
}

test.describe('a terminal that keeps silent', () => {
  test.use({ hubOptions: { holdSeconds: 6, words: ['--terminal', 'silent'] } })

  test('[H6] a terminal that one window asks the other waits for as well: its hold does not end, and nothing else can be taken @whole', async ({
    openDesk,
  }) => {
    const till = new Till(await openDesk())
    const beside = await openDesk({ beside: till.page })
    const watcher = new Till(await openDesk())
    await till.begin(show, 'D10')
    const other = await takeUp(beside, 'D10')
    await other.page.keyboard.press('F9')
    await expect(other.page.getByLabel('Cash received')).toBeFocused()
    await till.by('Card')
    await till.page.keyboard.press('Enter')
    await expect(other.page.getByRole('heading', { name: 'Waiting for the terminal' })).toBeVisible()
    // A hold that began later ends: so the end of the one that was asked about is past as well.
    await watcher.openShow(show)
    await watcher.choose('D14')
    await watcher.hold()
    await expect(watcher.message).toContainText('Time is up')
    await expect(other.page.getByRole('heading', { name: 'Waiting for the terminal' })).toBeVisible()
    await other.giveUp()
    for (const one of [other, till]) {
      // oxlint-disable-next-line no-await-in-loop -- one window after the other
      await expect(one.message).toContainText('not paid')
      // oxlint-disable-next-line no-await-in-loop -- the same
      await expect(one.map).toBeVisible()
    }
  })
})

test('[P6] [P7] both windows ask the terminal at the same moment: it is asked once, and both come to the tickets', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D10')
  const other = await takeUp(await openDesk({ beside: till.page }), 'D10')
  await other.page.keyboard.press('F9')
  for (const one of [till, other]) {
    // oxlint-disable-next-line no-await-in-loop -- one window after the other
    await one.by('Card')
    // oxlint-disable-next-line no-await-in-loop -- the same
    await expect(one.page.getByRole('button', { name: /^Charge ₹/ })).toBeEnabled()
  }
  // Where the other's news comes first, the button is gone before it is clicked.
  const asks = [till, other].map(async ({ page }) =>
    page
      .getByRole('button', { name: /^Charge ₹/ })
      .click({ timeout: 2000 })
      .catch(() => null),
  )
  await Promise.all(asks)
  await Promise.all([till.expectSold(), other.expectSold()])
  await till.find('D10')
  await till.page.keyboard.press('Enter')
  const facts = till.page.getByRole('complementary', { name: 'Facts and next steps' })
  await expect(facts.getByText(/Card ₹1,210\.00/)).toHaveCount(1)
})

test('[A7] who leaves the desk in one window leaves no digits, name or question for the next one in the other', async ({
  openDesk,
}) => {
  test.setTimeout(120_000)
  const page = await openDesk()
  const people = new People(page)
  await people.staffTheHouse()
  const beside = await openDesk({ beside: page })
  const there = new People(beside)
  const pin = beside.getByLabel(/^PIN of/)
  await there.choose('Switch user')
  await there.chooseName('Mina')
  await pin.fill('9081')
  await people.choose('Sign out')
  await expect(beside.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(beside.getByRole('button', { name: /^Continue as/ })).toHaveCount(0)
  await there.chooseName('Mina')
  await expect(pin).toHaveValue('')

  await pin.fill('55')
  await people.signIn('Asha', clerkPin)
  await expect(beside.getByRole('button', { name: 'Signed in' })).toContainText('Asha')
  await there.choose('Change my PIN')
  await expect(beside.getByRole('dialog')).toBeVisible()
  await people.choose('Lock')
  await expect(beside.getByRole('heading', { name: 'Asha', level: 1 })).toBeVisible()
  await expect(pin).toHaveValue('')
  await page.getByRole('button', { name: 'Somebody else' }).click()
  await people.signIn('Mina', adminPin)
  await expect(beside.getByRole('button', { name: 'Signed in' })).toContainText('Mina')
  await expect(beside.getByRole('dialog')).toHaveCount(0)
})

test('[H9] [P7] a cart that was parked is taken up by both windows and paid by both at the same moment: it is sold once, and both say so', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  const { page } = till
  await till.openShow(show)
  await till.choose('D10')
  await till.hold()
  await page.keyboard.press('F4')
  await expect(till.cart).toContainText('No seats')
  const other = await takeUp(await openDesk({ beside: page }), 'D10')
  await page.keyboard.press('F5')
  await expect(till.cart.getByRole('timer')).toBeVisible()
  const both = [till, other]
  for (const one of both) {
    // oxlint-disable-next-line no-await-in-loop -- one window after the other
    await one.page.keyboard.press('F9')
    // oxlint-disable-next-line no-await-in-loop -- the same
    await expect(one.page.getByLabel('Cash received')).toBeFocused()
  }
  await Promise.all(both.map((one) => one.page.keyboard.press('Enter')))
  const counts = (of: (one: Till) => Locator) => Promise.all(both.map((one) => of(one).count()))
  const sold = ({ page }: Till) => page.getByRole('heading', { name: /^Sold/ })
  const told = ({ message }: Till) => message.filter({ hasText: 'the booking is confirmed' })
  await expect.poll(async () => (await counts(sold)).toSorted((a, b) => a - b)).toEqual([0, 1])
  await expect.poll(async () => (await counts(told)).toSorted((a, b) => a - b)).toEqual([0, 1])
  await till.find('D10')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Cash ₹1,210.00 · paid')).toHaveCount(1)
})

test('[H1] [H9] a window that was doubled with its cart: both hold it at the same moment, and neither is left without a word @whole', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.openShow(show)
  await till.choose('D10', 'D11')
  const beside = await openDesk({ beside: till.page })
  const cart = await till.page.evaluate(() => sessionStorage.getItem('guichet.cart') ?? '')
  await beside.addInitScript((kept) => sessionStorage.setItem('guichet.cart', kept), cart)
  await beside.evaluate((hash) => (location.hash = hash), new URL(till.page.url()).hash)
  await beside.reload()
  const other = new Till(beside)
  await expect(other.inCart('D11')).toBeVisible()
  const both = [till, other]
  await Promise.all(both.map((one) => one.cart.getByRole('button', { name: /^Hold/ }).click()))
  for (const one of both) {
    const heldOrTold = one.cart.getByRole('timer').or(one.message)
    // oxlint-disable-next-line no-await-in-loop -- one window after the other
    await expect(heldOrTold.first()).toBeVisible()
  }
  const held = () => Promise.all(both.map((one) => one.cart.getByRole('timer').count()))
  await expect.poll(async () => (await held()).includes(1)).toBe(true)
})
