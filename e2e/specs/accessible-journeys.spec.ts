// An exchange, a shift and a door through the accessibility tree alone: roles and names say where the user is, what there is and what to
// do next; what is pressed has the focus, and what happened is announced.

import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'

test.setTimeout(120_000)

/** A step keeps the focus or passes it on: a screen reader's user is never put back to the top of the page. */
async function expectFocusIsSomewhere(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement !== document.body && document.activeElement !== null),
    )
    .toBe(true)
}

async function press(page: Page, target: Locator): Promise<void> {
  await target.press('Enter')
  await expectFocusIsSomewhere(page)
}

/** Two seats of Test event, the best ones, for cash; returns a ticket's number. */
async function sellTwo(page: Page): Promise<string> {
  const main = page.getByRole('main')
  await press(page, main.getByRole('option', { name: /Test event/ }).first())
  await press(page, main.getByRole('button', { name: 'Best', exact: true }))
  const cart = main.getByRole('complementary', { name: 'Cart' })
  await press(page, cart.getByRole('button', { name: /^Hold 2 seats/ }))
  await press(page, cart.getByRole('button', { name: /^Pay ₹/ }))
  await press(page, main.getByRole('button', { name: /^Take ₹/ }))
  await expect(main.getByRole('heading', { name: /^Sold/, level: 1 })).toBeVisible()
  const name = (await main.getByRole('article').first().getAttribute('aria-label')) ?? ''
  return name.replace('Ticket ', '')
}

test('[E2] [T4] an exchange through the accessibility tree alone: what the old seats are worth, what is left to pay, which tickets are void', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const main = page.getByRole('main')
  const number = await sellTwo(page)
  const search = page.getByRole('searchbox', { name: 'Find show, booking, customer' })
  await search.fill(number.slice(-8))
  await search.press('Enter')
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - button "Back"
      - heading "Test event" [level=1]
      - region "What was sold":
        - table /2 seats/
      - complementary "Facts and next steps":
        - button "Move to other seats"
        - button "Exchange for another show"
        - button "Cancel booking"
        - button "Print again"
  `)
  await press(page, main.getByRole('button', { name: 'Exchange for another show' }))
  const dialog = page.getByRole('dialog')
  await expect(dialog).toMatchAriaSnapshot(`
    - dialog "Exchange 2 seats for another show":
      - heading "Exchange 2 seats for another show" [level=2]
      - paragraph: /The old tickets stay valid until the last step/
      - listbox "Other shows":
        - option /Court Cinema/
  `)
  await press(page, dialog.getByRole('option').first())
  await expect(main.getByRole('status').filter({ hasText: 'In exchange for' })).toContainText('worth ₹820.00')
  await press(page, main.getByRole('button', { name: 'List', exact: true }))
  const list = main.getByRole('region', { name: 'Seats by section and row' })
  await list.getByText(/VIP.* 10 free/).press('Enter')
  await list.getByText(/^Row .*10 free/).press('Enter')
  await press(page, list.getByRole('button', { name: /seat .?1.?: .*, free$/ }))
  const cart = main.getByRole('complementary', { name: 'Cart' })
  await press(page, cart.getByRole('button', { name: /^Hold 1 seat/ }))
  await expect(cart.getByRole('status').filter({ hasText: 'Held' })).toContainText('A1')
  await press(page, cart.getByRole('button', { name: 'Exchange, refund ₹410.00' }))
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - button "Back to the seats"
      - timer "Time left on this hold"
      - region "Payment":
        - heading /To refund|[Rr]efund/ [level=1]
        - term: Total
        - definition: ₹410.00
        - term: Old seats
        - definition: "-₹820.00"
  `)
  await press(page, main.getByRole('button', { name: 'Exchange, refund ₹410.00' }))
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - region "1 ticket":
        - article /Ticket TKT-/
      - complementary:
        - heading /Sold/ [level=1]
        - term: From the old seats
        - status:
          - paragraph: /void/
        - button "Print"
        - button "Next sale"
  `)
})

test('[E2] [A5] a shift through the accessibility tree alone: opened, cash moved, counted, its difference said, closed, its report read @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const main = page.getByRole('main')
  await expect(main.getByRole('option').first()).toBeVisible()
  await press(page, page.getByRole('link', { name: 'Shift', exact: true }))
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - heading "Shift" [level=1]
      - heading "Open shift 1" [level=2]
      - group /Coins and notes/:
        - textbox "How many of ₹500.00"
      - alert
      - button "Open with ₹0.00"
      - heading "Earlier shifts" [level=2]
  `)
  await main.getByRole('textbox', { name: 'How many of ₹500.00' }).fill('1')
  await press(page, main.getByRole('button', { name: 'Open with ₹500.00' }))
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - heading "Shift 1" [level=1]
      - paragraph:
        - strong: /Open since/
      - region "While the shift is open":
        - button "Cash in or out"
        - button "Open the drawer"
        - button "X report"
        - status
        - button "Count and close…"
  `)
  await press(page, main.getByRole('button', { name: 'Cash in or out' }))
  const dialog = page.getByRole('dialog', { name: 'Cash in or out' })
  await expect(dialog).toMatchAriaSnapshot(`
    - dialog "Cash in or out":
      - group "In or out":
        - button "Put in"
        - button "Take out" [pressed]
      - textbox "Amount"
      - textbox "What for"
      - group "Usual reasons"
      - alert
      - button "Cancel"
      - button "Take ₹0.00 out" [disabled]
  `)
  await dialog.getByRole('textbox', { name: 'Amount' }).fill('100')
  await press(page, dialog.getByRole('button', { name: 'To the safe' }))
  await press(page, dialog.getByRole('button', { name: 'Take ₹100.00 out' }))
  await expect(main.getByRole('status').filter({ hasText: '₹100.00 taken out.' })).toBeVisible()
  await press(page, main.getByRole('button', { name: 'Count and close…' }))
  await main.getByRole('textbox', { name: 'How many of ₹100.00' }).fill('3')
  await press(page, main.getByRole('button', { name: 'Declare ₹300.00' }))
  await expect(main.getByRole('status').filter({ hasText: 'Expected' })).toMatchAriaSnapshot(`
    - status:
      - term: Counted
      - definition: ₹300.00
      - term: Expected
      - definition: ₹400.00
      - term: Difference
      - definition: /₹100.00 short/
  `)
  await expect(main.getByRole('button', { name: 'Close: Z report 1' })).toBeDisabled()
  await main.getByRole('textbox').fill('Wrong change')
  await press(page, main.getByRole('button', { name: 'Close: Z report 1' }))
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - heading "Z report 1" [level=1]
      - button "Back to the shift"
      - combobox "Paper"
      - button "Print or save as PDF"
      - article "Z report 1"
  `)
  await press(page, main.getByRole('button', { name: 'Back to the shift' }))
  await expect(main.getByRole('heading', { name: 'Open shift 2', level: 2 })).toBeVisible()
})

test('[E2] [T3] a door through the accessibility tree alone: each answer is an alert that names the seat, and the number’s field is ready for the next @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const main = page.getByRole('main')
  const number = await sellTwo(page)
  await press(page, page.getByRole('button', { name: 'Commands' }))
  await page.getByRole('dialog').getByRole('searchbox').fill('Gate')
  await page.getByRole('dialog').getByRole('menuitem', { name: /^Gate/ }).press('Enter')
  const show = main.getByRole('combobox', { name: 'Show at this door' })
  await show.selectOption({ index: 1 })
  await expect(main.getByRole('heading', { level: 1 })).toContainText('Test event')
  const field = main.getByRole('textbox', { name: 'Ticket number, or its last 8 characters' })
  const check = async (digits: string, answer: string, seat: string) => {
    await field.fill(digits)
    await main.getByRole('button', { name: 'Check' }).press('Enter')
    const said = main.getByRole('alert').filter({ hasText: answer })
    await expect(said).toContainText(seat)
    await expect(field).toBeFocused()
  }
  await check(number.slice(-8), 'Valid', 'A5')
  await check(number.slice(-8), 'Already used', 'A5')
  await check('00000000', 'Not a ticket', '')
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - complementary "Who is in":
        - region "Counts":
          - term: In
          - definition: "1"
        - region "Last scans":
          - heading "Last scans" [level=2]
          - list:
            - listitem: /Not a ticket/
            - listitem: /Already used A5/
            - listitem: /Valid A5/
  `)
})
