import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
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
  test(`[E2] axe finds nothing on any screen in ${locale}, ${colorScheme}${wholeUnless(locale === 'fa-IR')}`, async ({
    openDesk,
  }) => {
    // Some twenty screens, each checked whole.
    test.setTimeout(240_000)
    // Without motion: a button halfway between two colours has the contrast of neither.
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
    await expect(page.getByRole('grid')).toBeVisible()
    await look('manage')
    await page.getByRole('checkbox').nth(1).check()
    await page.getByRole('checkbox').nth(2).check()
    const bulk = main.getByRole('button')
    await bulk.filter({ hasText: /^(Take off sale|برداشتن از فروش|बिक्री से हटाएँ)$/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('manage, dry run')
    expect(found).toEqual([])
  })

  test(`[E2] axe finds nothing where nights, places and waits are, in ${locale}, ${colorScheme}${wholeUnless(locale === 'hi-IN')}`, async ({
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
    await other.page.getByRole('dialog').getByRole('button', { name: 'Release' }).click()
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

test('[E2] axe finds nothing where people sign in, wait, hand over, and are looked after, in two languages and schemes @whole', async ({
  openDesk,
}) => {
  test.setTimeout(120_000)
  const page = await openDesk({ browser: { reducedMotion: 'reduce' } })
  const people = new People(page)
  const found: string[] = []
  /** Both languages, each in the scheme that the other test of it does not use. */
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

  test('[E2] axe finds nothing on its screens, and each says what to do first @whole', async ({
    openDesk,
  }) => {
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
