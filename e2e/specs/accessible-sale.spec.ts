import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

test('[E2] a customer comes, buys, loses the ticket, gets another and gives it back: keys alone', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const { keyboard } = page
  await expect(new Desk(page).shows.first()).toBeFocused()
  await keyboard.press('F2')
  await keyboard.type('glass')
  await keyboard.press('Enter')
  await expect(page.getByRole('grid')).toBeFocused()
  await keyboard.type('K10')
  await keyboard.press('Space')
  await keyboard.press('ArrowRight')
  await keyboard.press('Space')
  await keyboard.press('F9')
  await expect(page.getByRole('timer')).toBeVisible()
  await keyboard.press('F9')
  await expect(page.getByLabel('Cash received')).toBeFocused()
  await keyboard.type('5000')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  const number = (await page.getByText(/TKT-/).first().textContent()) ?? ''

  await keyboard.press('F2')
  await keyboard.type(number.slice(-6))
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'The Glass Orchard' })).toBeFocused()
  await keyboard.press('p')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Print again' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /^Copy no. 1 · 2 tickets/ })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await keyboard.press('Delete')
  await expect(page.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await keyboard.type('cannot come')
  await keyboard.press('Enter')
  await expect(new Desk(page).message).toHaveText(
    'Refunded to the customer: ₹2,420.00 in cash. The booking is cancelled, its seats are on sale again.',
  )
  await keyboard.press('Escape')
  await expect(page.getByRole('searchbox', { name: 'Find show' })).toHaveValue(number.slice(-6))
})

test('[E2] a sale through the accessibility tree alone: roles and names say where one is, what there is and what to do next', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const main = page.getByRole('main')
  await expect(page.getByRole('banner')).toMatchAriaSnapshot(`
    - banner:
      - strong: Guichet
      - navigation "Main menu":
        - link "Tonight"
        - link "Manage"
        - link "Import a plan"
      - searchbox "Find show, booking, customer"
      - status: Connected
      - combobox "Language"
      - combobox "Light or dark"
      - button "Commands"
      - button "Keys"
  `)
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - heading "Tonight" [level=1]
      - group "What is on":
        - button "All" [pressed]
      - listbox "Shows"
  `)
  await main
    .getByRole('option', { name: /Test event/ })
    .first()
    .press('Enter')
  await main.getByRole('button', { name: 'List', exact: true }).press('Enter')
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - button "Tonight"
      - heading /Test event/ [level=1]
      - group "Choose seats from":
        - button "Map"
        - button "List" [pressed]
      - alert
      - region "Seats by section and row":
        - group: /VIP/
        - group: /Normal/
        - group: /Eco/
      - complementary "Cart":
        - heading "No seats" [level=2]
  `)
  const seats = main.getByRole('region', { name: 'Seats by section and row' })
  await seats.getByText(/VIP.* 10 free/).press('Enter')
  await seats.getByText(/^Row .*10 free/).press('Enter')
  const seat = seats.getByRole('button', { name: /seat .?1.?: .*, free$/ })
  await seat.press('Enter')
  const cart = main.getByRole('complementary', { name: 'Cart' })
  await cart.getByRole('button', { name: /^Hold 1 seat/ }).press('Enter')
  await expect(cart).toMatchAriaSnapshot(`
    - complementary "Cart":
      - heading "1 seat" [level=2]
      - timer "Time left on this hold"
      - button /Extend by/
      - list:
        - listitem:
          - combobox /Ticket type of/
          - button /Remove .* from the cart/
      - term: Fee
      - term: Total
      - button "Release"
      - button "Park"
      - button /Pay ₹/
  `)
  await cart.getByRole('button', { name: /^Pay/ }).press('Enter')
  await main.getByRole('textbox', { name: 'Cash received' }).fill('1000')
  await expect(main.getByRole('status').filter({ hasText: '₹' })).toBeVisible()
  await main.getByRole('button', { name: /^Take ₹/ }).press('Enter')
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - region "1 ticket":
        - article /Ticket TKT-/:
          - heading "Test event" [level=2]
          - img /Entry code of ticket TKT-/
      - complementary:
        - heading /Sold/ [level=1]
        - term: Change
        - button "Print"
        - button "Next sale"
  `)
  await page.getByRole('searchbox', { name: 'Find show, booking, customer' }).press('Enter')
  await main.getByRole('listbox', { name: 'Found' }).getByRole('option').first().press('Enter')
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - button "Back"
      - heading "Test event" [level=1]
      - region "Booking history":
        - heading "Booking history" [level=2]
        - list:
          - listitem: /reserved/
          - listitem: /confirmed/
        - heading "What can happen next" [level=3]
      - region "What was sold":
        - table:
          - caption: 1 seat
      - complementary "Facts and next steps":
        - term: Customer
        - term: Tickets
        - button "Cancel booking"
        - button "Print again"
  `)
})
