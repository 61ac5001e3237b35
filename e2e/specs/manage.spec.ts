import { failing } from '../failing.ts'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

test('[A2] [P2] a bulk price change is tried first, then done; a cart that was held before keeps its price', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Test event')
  await desk.map.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await desk.hold()
  const before = await desk.cart.getByRole('button', { name: /^Pay/ }).textContent()

  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByLabel('Search shows').fill('Test event')
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  await page.getByRole('button', { name: 'Prices ± %…' }).click()
  await page.getByLabel('Change every price by').fill('+10')
  await page.getByRole('button', { name: 'Try it first' }).click()
  await expect(page.getByRole('dialog')).toContainText('3 will change')
  // Shows of one day are told apart by their time.
  const tried = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Test event · ' })
  await expect(tried.filter({ hasText: / \d\d:\d\d: ₹/ })).toHaveCount(3)
  await page.getByRole('button', { name: 'Apply to 3' }).click()
  await expect(page.getByText('3 changed')).toBeVisible()
  await expect(page.getByRole('button', { name: /Prices of Test event.*₹88\.00 – ₹550\.00/ })).toHaveCount(3)

  await page.getByRole('link', { name: 'Tonight' }).click()
  await desk.openShow('Test event')
  await expect(desk.cart.getByRole('button', { name: /^Pay/ })).toHaveText(before ?? '')
})

test('[A2] [E2] what was done to many rows is undone by Ctrl+Z at once: the keyboard is in the table again, and in a field takes back a letter @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByLabel('Search shows').fill('Test event')
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  await page.getByRole('button', { name: 'Prices ± %…' }).press('Enter')
  await page.getByLabel('Change every price by').fill('+10')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Apply to 3' }).press('Enter')
  const dearer = page.getByRole('button', { name: /Prices of Test event.*₹88\.00 – ₹550\.00/ })
  await expect(dearer).toHaveCount(3)
  await expect(page.getByRole('grid')).toBeFocused()
  await page.getByLabel('Search shows').focus()
  await page.keyboard.type('s')
  await page.keyboard.press('Control+z')
  await expect(page.getByLabel('Search shows')).toHaveValue('Test event')
  await expect(dearer).toHaveCount(3)
  await page.getByRole('button', { name: 'Clear selection' }).focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/as they were/)).toBeVisible()
  await expect(dearer).toHaveCount(0)
})

test('[A2] an undo that the house failed at is the next one still: no earlier change is taken back in its place @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const recover = await failing(page, 'undo-change')
  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByLabel('Search shows').fill('Test event')
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  for (const sums of ['₹88.00 – ₹550.00', '₹96.80 – ₹605.00']) {
    await page.getByRole('button', { name: 'Prices ± %…' }).press('Enter')
    await page.getByLabel('Change every price by').fill('+10')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Apply to 3' }).press('Enter')
    await expect(page.getByRole('button', { name: new RegExp(`Prices of Test event.*${sums}`) })).toHaveCount(
      3,
    )
  }
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('alert').filter({ hasText: 'K-7' })).toBeVisible()
  recover()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('3 are as they were.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Prices of Test event.*₹88\.00 – ₹550\.00/ })).toHaveCount(3)
})

test('[A1] a price is edited in its row, an unreadable one is named, and the desk sells at the new one', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByLabel('Search shows').fill('Mumbai → Pune')
  await page
    .getByRole('button', { name: /^Prices of Mumbai/ })
    .first()
    .click()
  const price = page.getByLabel('Front, Normal: price')
  await price.fill('four hundred')
  await page.getByRole('button', { name: 'Save prices' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Not a price: four hundred' })).toBeVisible()
  await price.fill('475.50')
  await page.getByRole('button', { name: 'Save prices' }).click()
  await expect(price).toBeHidden()
  await expect(page.getByRole('button', { name: /₹380\.00 – ₹475\.50/ })).toBeVisible()
})

test('[A2] a show with seats held stays on sale and says why; one without leaves tonight’s list', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Mumbai → Pune')
  await desk.map.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await desk.hold()
  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByLabel('Search shows').fill('Mumbai → Pune')
  const onSale = page.getByRole('switch', { name: 'On sale' })
  await onSale.first().focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('seats are held or reserved')).toBeVisible()
  await expect(onSale.first()).toBeChecked()
  await onSale.nth(1).focus()
  await page.keyboard.press('Space')
  await expect(onSale.nth(1)).not.toBeChecked()
})

test('[A2] what is wrong with a percentage is said for each, under a title that says what is changed @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByRole('checkbox').nth(1).check()
  await page.getByRole('button', { name: 'Prices ± %…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change the prices of 1 show' })
  for (const [typed, problem] of [
    ['', 'Type by how much'],
    ['0', '0 changes nothing'],
    ['+3.333', 'At most two decimals'],
    ['-95', 'From −90 to +900'],
    ['ten', 'This is not a number'],
  ] as const) {
    await dialog.getByLabel('Change every price by').fill(typed)
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('alert')).toContainText(problem)
  }
  const problem = await dialog.getByRole('alert').boundingBox()
  const button = await dialog.getByRole('button', { name: 'Try it first' }).boundingBox()
  expect((button?.y ?? 0) - (problem?.y ?? 0) - (problem?.height ?? 0)).toBeGreaterThanOrEqual(16)
})

test('[E1] at 1024 a Latin name in the Persian table keeps its beginning, dates stand on one line, numbers end together @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { viewport: { width: 1024, height: 768 } } })
  await page.getByLabel('Language').selectOption('fa')
  await page.getByRole('link', { name: 'مدیریت' }).click()
  const line = page.getByRole('row').filter({ hasText: 'Mumbai → Nagpur intercity' }).first()
  const cell = (place: number) => line.getByRole('gridcell').nth(place)
  await expect(cell(2)).toHaveCSS('direction', 'ltr')
  await expect(cell(2)).toHaveCSS('text-align', 'right')
  await expect(cell(4)).toHaveCSS('text-align', 'end')
  await expect(cell(1)).toHaveCSS('white-space', 'nowrap')
  const isWhole = await cell(1).evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)
  expect(isWhole).toBe(true)
})
