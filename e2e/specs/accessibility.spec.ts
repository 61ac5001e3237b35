import { expect, test } from '../fixtures.ts'
import { axeFaults } from '../axe.ts'
import { Desk } from '../pages/desk.ts'
import { People, adminPin } from '../pages/people.ts'

const brokenPlan = {
  name: 'broken.json',
  mimeType: 'application/json',
  buffer: Buffer.from('{"name": "x", "zones": []}'),
}

const counter = { width: 1280, height: 720 }
/** Words differ by language, contrast by scheme, room by size: each of them at least once, and none twice. */
const looks = [
  ['en-IN', 'light', counter],
  ['fa-IR', 'dark', counter],
  ['hi-IN', 'light', { width: 390, height: 844 }],
] as const

for (const [locale, colorScheme, viewport] of looks) {
  test(`[E2] axe finds nothing on any screen in ${locale}, ${colorScheme}`, async ({ openDesk }) => {
    // Some twenty screens, each looked through whole.
    test.setTimeout(240_000)
    // Without motion: a button on its way from one colour to the other has neither's contrast.
    const page = await openDesk({ browser: { colorScheme, locale, viewport, reducedMotion: 'reduce' } })
    const found: string[] = []
    const look = async (name: string) => found.push(...(await axeFaults(page, name)))
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    const main = page.getByRole('main')
    // Map or list: the only pair of buttons of which one is pressed.
    const views = main
      .getByRole('group')
      .filter({ has: page.locator('[aria-pressed]') })
      .first()
    const options = main.getByRole('listbox').getByRole('option')
    const go = async (place: string) => {
      await page.evaluate((hash) => (location.hash = hash), place)
      await expect(main.getByRole('heading').first()).toBeVisible()
    }
    await expect(options.first()).toBeVisible()
    await look('tonight')
    await press('Control+k')
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    await look('palette')
    await press('Escape', '?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('keys')
    await press('Escape')

    await options.filter({ hasText: 'Test event' }).first().press('Enter')
    await expect(page.getByRole('grid')).toBeFocused()
    await look('sell, map')
    await views.getByRole('button').nth(1).click()
    await main.locator('summary').first().click()
    await main.locator('summary').nth(1).click()
    await look('sell, list')
    await views.getByRole('button').first().click()
    await page.getByRole('grid').focus()
    await press('Home', 'Space', 'F9')
    await expect(page.getByRole('timer')).toBeVisible()
    await look('held')
    await page.getByRole('grid').focus()
    await press('Escape')
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('give back?')
    await press('Escape', 'F9')
    await expect(page.locator('form input').first()).toBeFocused()
    await look('pay')
    await press('Enter')
    await expect(page.getByRole('article')).toBeVisible()
    await look('ticket')

    await press('F2', 'Enter')
    await expect(options.first()).toBeVisible()
    await look('find, newest')
    await page.keyboard.type('qqqq')
    await expect(main.getByRole('heading', { level: 2 })).toBeVisible()
    await look('find, nothing')
    await press('F2', 'Delete', 'Enter')
    await expect(options.first()).toBeVisible()
    await press('ArrowDown', 'Enter')
    await expect(page.locator('[aria-current=step]')).toBeVisible()
    await look('booking')
    await press('Delete')
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('cancel?')
    await press('Escape')
    await go('#/booking/nobody')
    await look('no booking')
    await go('#/pay/1')
    await look('nothing to pay')
    await go('#/sell/999')
    await look('no show')

    await go('#/import')
    await look('import')
    await page.locator('input[type=file]').setInputFiles(brokenPlan)
    await expect(main.getByRole('region').first()).toBeVisible()
    await look('import, report')
    await go('#/manage')
    await expect(page.getByRole('table')).toBeVisible()
    await look('manage')
    await page.getByRole('checkbox').nth(1).check()
    await page.getByRole('checkbox').nth(2).check()
    const bulk = main.getByRole('button')
    await bulk.filter({ hasText: /^(Take off sale|برداشتن از فروش|बिक्री से हटाएँ)$/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('manage, dry run')
    expect(found).toEqual([])
  })

  test(`[E2] axe finds nothing where nights, places and waits are, in ${locale}, ${colorScheme}`, async ({
    openDesk,
  }) => {
    test.setTimeout(120_000)
    const other = new Desk(await openDesk())
    await other.openShow('The Glass Orchard')
    await other.choose('D10')
    await other.hold()

    const page = await openDesk({ browser: { colorScheme, locale, viewport, reducedMotion: 'reduce' } })
    const found: string[] = []
    const look = async (name: string) => found.push(...(await axeFaults(page, name)))
    const main = page.getByRole('main')
    const open = async (title: string) => {
      await page.evaluate(() => (location.hash = '#/'))
      await main.getByRole('option').filter({ hasText: title }).first().press('Enter')
    }
    await open('Harbour Lights')
    const nights = page.getByRole('table').getByRole('row').nth(1).getByRole('button')
    await nights.nth(2).click()
    await expect(nights.nth(2)).toHaveAttribute('aria-pressed', 'true')
    await look('hotel')
    await page.keyboard.press('F9')
    await expect(page.getByRole('timer')).toBeVisible()
    await look('hotel, held')
    await page.keyboard.press('F4')

    await open('Kerala backwaters')
    await main.getByRole('group').getByRole('button').last().click()
    await look('departure')

    await open('The Glass Orchard')
    await page.getByRole('grid').focus()
    for (const key of ['Home', 'D', '1', '0', 'Space']) await page.keyboard.press(key)
    const message = page.getByRole('alert').filter({ hasText: /\S/ })
    await look('held by another')
    await message.getByRole('button').first().click()
    await expect(message).toContainText('D10')
    await look('waiting')
    await page.evaluate(() => (location.hash = '#/'))
    await expect(main.getByRole('region')).toBeVisible()
    await look('tonight, waiting and parked')

    await other.page.keyboard.press('Escape')
    await other.page.getByRole('dialog').getByRole('button', { name: 'Give back' }).click()
    await expect(main.getByRole('region')).toBeHidden()
    await look('tonight, served')
    expect(found).toEqual([])
  })
}

test('[E2] axe finds nothing where a connection is lost, a house is empty, and a window is not let in', async ({
  openDesk,
  hub,
  troubles,
  browser,
}) => {
  troubles.expect(/ERR_CONNECTION_|ERR_EMPTY_RESPONSE|WebSocket connection to /)
  const page = await openDesk()
  await expect(new Desk(page).shows.first()).toBeVisible()
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(hub.address)
  await expect(stranger.getByRole('heading', { name: 'This window is not signed in' })).toBeVisible()
  expect(await axeFaults(stranger, 'not let in')).toEqual([])
  await stranger.context().close()
  await hub.kill()
  await expect(page.getByRole('alert').filter({ hasText: 'Connection lost' })).toBeVisible()
  await expect(page.getByText('No connection', { exact: true })).toBeVisible()
  expect(await axeFaults(page, 'lost')).toEqual([])
})

test('[E2] axe finds nothing where people sign in, wait, hand over, and are looked after, in two languages and schemes', async ({
  openDesk,
}) => {
  test.setTimeout(120_000)
  const page = await openDesk({ browser: { reducedMotion: 'reduce' } })
  const people = new People(page)
  const found: string[] = []
  /** Both languages, each in the light that the other test of it does not have. */
  const look = async (name: string) => {
    for (const [language, scheme] of [
      ['fa', 'dark'],
      ['en', 'light'],
    ] as const) {
      await page.getByRole('banner').getByRole('combobox').nth(0).selectOption(language)
      await page.getByRole('banner').getByRole('combobox').nth(1).selectOption(scheme)
      found.push(...(await axeFaults(page, `${name}, ${language}, ${scheme}`)))
    }
  }
  await people.openStaff()
  await look('staff, open')
  await page.getByRole('button', { name: 'Add somebody' }).click()
  found.push(...(await axeFaults(page, 'somebody new')))
  await page.keyboard.press('Escape')
  await people.hire('Mina', 'admin')
  await page.getByLabel('New PIN for \u2068Mina\u2069').click()
  found.push(...(await axeFaults(page, 'new PIN')))
  await page.keyboard.press('Escape')
  await people.givePin('Mina', adminPin)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await look('names')
  await people.chooseName('Mina')
  for (let tries = 0; tries < 5; tries += 1) {
    await people.typePin('99001')
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  }
  await expect(page.getByRole('timer')).toBeVisible()
  await look('wait')
  await expect(page.getByRole('timer')).toBeHidden({ timeout: 40_000 })
  await people.typePin(adminPin)
  await page.getByRole('button', { name: 'Signed in' }).click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  found.push(...(await axeFaults(page, 'menu')))
  await page.keyboard.press('Escape')
  await people.openStaff()
  await look('staff')
  await page.evaluate(() => (location.hash = '#/audit'))
  await expect(page.getByRole('row').nth(2)).toBeVisible()
  await look('audit')
  expect(found).toEqual([])
})

test.describe('an empty house', () => {
  test.use({ hubOptions: { demo: false } })

  test('[E2] axe finds nothing on its screens, and each says what to do first', async ({ openDesk }) => {
    const page = await openDesk()
    await expect(page.getByRole('heading', { name: 'No shows on sale' })).toBeVisible()
    expect(await axeFaults(page, 'tonight, empty')).toEqual([])
    await page.keyboard.press('F2')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'No bookings yet' })).toBeVisible()
    expect(await axeFaults(page, 'find, empty')).toEqual([])
    await page.getByRole('link', { name: 'Manage' }).press('Enter')
    await expect(page.getByRole('heading', { name: 'Shows', exact: true })).toBeVisible()
    expect(await axeFaults(page, 'manage, empty')).toEqual([])
  })
})

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
  await expect(page.getByRole('dialog', { name: /^Copy no. 1 · 2 tickets/ })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await keyboard.press('Delete')
  await expect(page.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await keyboard.type('cannot come')
  await keyboard.press('Enter')
  await expect(new Desk(page).message).toHaveText(
    'Back to the customer: ₹2,420.00 in cash. The booking is cancelled, its seats are on sale again.',
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
          - button /Take .* out of the cart/
      - term: Fee
      - term: Total
      - button "Give back"
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
      - region "The way of this booking":
        - heading "The way of this booking" [level=2]
        - list:
          - listitem: /reserved/
          - listitem: /confirmed/
        - heading "What may come next" [level=3]
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
