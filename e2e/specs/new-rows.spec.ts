import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { failing } from '../failing.ts'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { wholeUnless } from '../sizes.ts'
import { targetFaults } from '../targets.ts'

async function go(page: Page, place: string): Promise<void> {
  await page.goto(new URL(`#/${place}`, page.url()).href)
}

test('[A1] [P4] a coupon is made by keys in its table, refused at its field where it cannot be, and takes its part off a sale', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await go(page, 'manage/coupons')
  const open = page.getByRole('button', { name: 'New coupon' })
  await open.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New coupon' })
  await expect(dialog.getByLabel('Code')).toBeFocused()
  await page.keyboard.type('welcome, 10')
  await page.keyboard.press('Tab')
  await page.keyboard.type('ten')
  await page.keyboard.press('Tab')
  await page.keyboard.type('500')
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Percent')).toHaveAccessibleDescription(
    'This is not a number, or it is too large.',
  )
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByLabel('Code').fill('welcome10')
  await dialog.getByLabel('Percent').fill('10')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const row = page.getByRole('row', { name: /WELCOME10/ })
  await expect(row).toContainText('₹500.00')
  // Off sale, but still there: its code may be known by now.
  await page.keyboard.press('Control+z')
  await expect(row.getByRole('switch')).not.toBeChecked()
  await row.getByRole('switch').click()

  await open.click()
  await dialog.getByLabel('Code').fill('WELCOME10')
  await dialog.getByLabel('Percent').fill('50')
  await dialog.getByLabel('Max. discount').fill('1')
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Code')).toHaveAccessibleDescription(
    /There is a coupon with this code already/,
  )
  await page.keyboard.press('Escape')
  await expect(row).toContainText('10')

  await go(page, 'tonight')
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10')
  await desk.cart.getByRole('button', { name: 'Add a coupon' }).click()
  await page.keyboard.type('WELCOME10')
  await page.keyboard.press('Enter')
  await expect(desk.cart).toContainText('-₹120.00')
})

test('[A1] a customer is written down in the table, a wrong number said at its field', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await go(page, 'manage/customers')
  await page.getByRole('button', { name: 'New customer' }).click()
  const dialog = page.getByRole('dialog', { name: 'New customer' })
  await dialog.getByLabel('Name').fill('Zarina Qadir')
  await dialog.getByLabel('Phone').fill('no number')
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Phone')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('Phone').fill('98765 43210')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await page.getByRole('searchbox', { name: 'Search customers' }).fill('Zarina')
  await expect(page.getByRole('row', { name: /Zarina Qadir/ })).toBeVisible()
  await expect(page.getByText('The new row was added.')).toBeVisible()
  await page.getByRole('heading', { name: 'Customers' }).click()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('row', { name: /Zarina Qadir/ })).toBeHidden()
  await expect(page.getByText('1 is as it was.')).toBeVisible()
})

test('[A1] [P11] who has a customer’s number or address already is named and offered; a family’s second is still written down', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await go(page, 'manage/customers')
  const open = page.getByRole('button', { name: 'New customer' })
  const dialog = page.getByRole('dialog', { name: 'New customer' })
  const rows = page.getByRole('row', { name: /Qadir/ })
  const write = async (name: string, phone: string, email: string) => {
    await open.click()
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByLabel('Phone').fill(phone)
    await dialog.getByLabel('E-mail').fill(email)
    await page.keyboard.press('Enter')
  }
  await write('Zoë Qadir', '98765 43210', 'qadir@example.com')
  await expect(dialog).toBeHidden()
  await page.getByRole('searchbox', { name: 'Search customers' }).fill('zoe qadir')
  await expect(rows).toHaveCount(1)
  await page.getByRole('searchbox', { name: 'Search customers' }).fill('qadir')

  await write('Zoe Qadir', '+91 98765-43210', '')
  await expect(dialog.getByRole('alert').last()).toContainText(/Zoë Qadir\S has this phone number already/)
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Use this customer' }).click()
  await expect(dialog).toBeHidden()
  await expect(rows).toHaveCount(1)

  await write('Omar Qadir', '', 'QADIR@example.com')
  await expect(dialog.getByRole('alert').last()).toContainText(/Zoë Qadir\S has this e-mail address already/)
  await expect(dialog.getByRole('button', { name: 'Save as another customer' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(rows).toHaveCount(2)
})

test('[A1] [P11] at the sale, who is there already is taken for the cart instead of being written down twice @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('D10')
  const write = async (name: string) => {
    await page.keyboard.press('F3')
    await page.keyboard.type('98765 43210')
    await page.getByRole('option', { name: 'New customer' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill(name)
    await page.keyboard.press('Enter')
  }
  await write('Zoë Qadir')
  await expect(desk.cart.getByRole('button', { name: 'Zoë Qadir' })).toBeVisible()
  await write('Omar Qadir')
  await page.getByRole('button', { name: 'Use this customer' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(desk.cart.getByRole('button', { name: 'Zoë Qadir' })).toBeVisible()
})

test('[A1] a listing of a title that there is already is told once, and may be made all the same @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await go(page, 'manage/listings')
  await page.getByRole('button', { name: 'New listing' }).click()
  const dialog = page.getByRole('dialog', { name: 'New listing' })
  await dialog.getByLabel('Title').fill('the glass orchard ')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText(/already: \SThe Glass Orchard\S \(Stage\)/)
  await dialog.getByLabel('Title').fill('The Glass Orchard II')
  await expect(dialog.getByRole('button', { name: 'Create', exact: true })).toBeVisible()
  await dialog.getByLabel('Title').fill('The Glass Orchard')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Create anyway' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await page.getByRole('searchbox', { name: 'Search listings' }).fill('orchard')
  await expect(page.getByRole('row', { name: /The Glass Orchard/ })).toHaveCount(2)
})

test('[A1] [A3] a listing is made by keys in its table, asked what its kind has, refused at its field, and undone as any change', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await go(page, 'manage/listings')
  const open = page.getByRole('button', { name: 'New listing' })
  await open.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New listing' })
  await expect(dialog.getByLabel('Title')).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Create' })).toBeDisabled()
  await page.keyboard.type('The "Long" Night, Again')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Film')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Marathi')
  await page.keyboard.press('Tab')
  await page.keyboard.type('two hours')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  const minutes = dialog.getByLabel('Length in minutes')
  await expect(minutes).toHaveAccessibleDescription('This is not a number, or it is too large.')
  await expect(minutes).toBeFocused()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Control+a')
  await page.keyboard.type('142')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(open).toBeFocused()
  const row = page.getByRole('row', { name: /The "Long" Night, Again/ })
  // At its alphabetical place, far below what the table shows first.
  await expect(row).toBeInViewport({ ratio: 0.95 })
  await expect(row).toContainText('Film')
  await expect(row.getByRole('switch')).toBeChecked()
  const saved = await savedListings(page)
  expect(saved).toMatch(/^\d+,film,"The ""Long"" Night, Again",yes,,,,Marathi,,,142,,,$/m)

  await go(page, 'manage/changes')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByText('Undone', { exact: true })).toBeVisible()
  await go(page, 'manage/listings')
  await page.getByRole('searchbox', { name: 'Search listings' }).fill('again')
  await expect(row.getByRole('switch')).not.toBeChecked()
})

test('[A1] [A3] a new listing begins as the kind of the newest, and says what a house, a tour or a coach has in their own words @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await go(page, 'manage/listings')
  const dialog = page.getByRole('dialog', { name: 'New listing' })
  const open = async (title: string) => {
    await page.getByRole('button', { name: 'New listing' }).click()
    await dialog.getByLabel('Title').fill(title)
  }
  const kind = dialog.getByLabel('Kind')
  await open('Lotus House')
  await kind.selectOption('Hotel')
  await dialog.getByLabel('City').fill('Nashik')
  await dialog.getByLabel('Stars').selectOption('4 stars')
  await dialog.getByLabel('Amenities').fill('WiFi, Parking, WiFi')
  // Ten thousand million is the maximum; the same digits in paise would be far less.
  await dialog.getByLabel('Price from').fill('50000000000')
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Price from')).toHaveAccessibleDescription(/too large/)
  await dialog.getByLabel('Price from').fill('1,500.50')
  await dialog.getByLabel('On sale').uncheck()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const row = page.getByRole('row', { name: /Lotus House/ })
  await expect(row).toContainText('₹1,500.50')
  await expect(row).toContainText('WiFi and Parking')
  await expect(row.getByRole('switch')).not.toBeChecked()

  await open('=Three lakes')
  await expect(kind).toHaveValue('hotel')
  await dialog.getByLabel('City').fill('of a house that it is not')
  await kind.selectOption('Package')
  await dialog.getByLabel('Nights').fill('۳')
  await dialog.getByLabel('Included').fill('Ferry, Lunch')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await open('Nashik express')
  await kind.selectOption('Coach')
  await dialog.getByLabel('Operator').fill('Deccan Lines')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const saved = await savedListings(page)
  expect(saved).toMatch(/^\d+,hotel,Lotus House,no,,Nashik,,,4,,,"WiFi, Parking",,150050$/m)
  expect(saved).toMatch(/^\d+,package,'=Three lakes,yes,,,,,,3,,,"Ferry, Lunch",$/m)
  expect(saved).toMatch(/^\d+,coach,Nashik express,yes,Deccan Lines,,,,,,,,,$/m)
})

for (const locale of ['en-IN', 'fa-IR', 'hi-IN']) {
  test(`[A1] [E1] [E2] in the smallest window the way to a new row stands in its table’s line, and its form is whole, in ${locale}${wholeUnless(locale === 'en-IN')}`, async ({
    openDesk,
  }) => {
    const page = await openDesk({ browser: { viewport: { width: 800, height: 600 }, locale } })
    await expect(page.getByRole('listbox').first()).toBeVisible()
    for (const kind of ['listings', 'coupons', 'customers']) {
      // oxlint-disable-next-line no-await-in-loop -- one table after the other
      await formOf(page, kind)
    }
  })
}

/** Runs in the page: the room that a field has beyond its placeholder, which does not count as content while the field is empty. */
function roomOverWords(field: HTMLElement | SVGElement): number {
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen || !(field instanceof HTMLInputElement)) return -1
  const { fontSize, fontFamily } = getComputedStyle(field)
  pen.font = `${fontSize} ${fontFamily}`
  return field.clientWidth - pen.measureText(field.placeholder).width
}

/** Opened in the smallest window, with every question it may ask and something wrong. */
async function formOf(page: Page, kind: string): Promise<void> {
  await go(page, `manage/${kind}`)
  await expect(page.getByRole('gridcell').first()).toBeVisible()
  const open = page.locator('main header button').last()
  const [title, way] = await Promise.all([
    page.getByRole('heading').first().boundingBox(),
    open.boundingBox(),
  ])
  expect.soft(way?.y, kind).toBeLessThan((title?.y ?? 0) + (title?.height ?? 0))
  expect
    .soft(await page.getByRole('main').getByRole('searchbox').evaluate(roomOverWords), kind)
    .toBeGreaterThanOrEqual(0)
  await open.click()
  const dialog = page.getByRole('dialog')
  const fields = dialog.getByRole('textbox')
  await fields.first().fill('x')
  if (kind === 'listings') await dialog.getByRole('combobox').first().selectOption('hotel')
  await fields.nth(1).fill('x')
  if (kind !== 'customers') await fields.nth(kind === 'listings' ? 3 : 2).fill('x')
  await page.keyboard.press('Enter')
  await expect(dialog.locator('[aria-invalid]').first()).toBeVisible()
  const heights = await dialog
    .getByRole('textbox')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect.soft(Math.max(...heights) - Math.min(...heights), `${kind}, what is wrong`).toBeLessThan(1)
  expect.soft(await targetFaults(page, 1), kind).toEqual([])
  await page.keyboard.press('Escape')
}

test('[A1] [V10] what the house could not do with a new customer is said as in every other dialog @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await failing(page, 'import-sheet')
  await go(page, 'manage/customers')
  await page.getByRole('button', { name: 'New customer' }).click()
  const dialog = page.getByRole('dialog', { name: 'New customer' })
  await dialog.getByLabel('Name').fill('Zarina')
  await page.keyboard.press('Enter')
  const told = dialog.getByRole('alert').filter({ hasText: 'K-7' })
  await expect(told).toBeVisible()
  const danger = await dialog.evaluate((of) => {
    const probe = of.appendChild(document.createElement('p'))
    probe.style.color = 'var(--danger)'
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  })
  await expect(told).toHaveCSS('color', danger)
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeVisible()
})

/** All of them, as their spreadsheet has them. */
async function savedListings(page: Page): Promise<string> {
  await go(page, 'spreadsheet')
  await page.getByLabel('Rows of').selectOption('Listings')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a CSV file' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  await go(page, 'manage/listings')
  return text.replaceAll('\r', '')
}
