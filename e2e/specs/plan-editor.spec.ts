import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Desk } from '../pages/desk.ts'

const board = (page: Page) => page.getByRole('grid', { name: 'Plan being drawn' })
const chosen = (page: Page) => page.getByRole('region', { name: 'What is chosen' })

/** Where the only shape is drawn: clicks go up the sheet from below until one selects it. */
async function shapeAt(page: Page, box: { x: number; y: number; width: number; height: number }) {
  const x = box.x + box.width / 2
  for (let y = box.y + box.height - 20; y > box.y; y -= 12) {
    await page.mouse.click(x, y)
    if ((await chosen(page).textContent())?.includes('1 shape chosen')) {
      await page.mouse.click(x, y)
      await expect(chosen(page)).toContainText('Nothing chosen')
      return { x, y: y - 12 }
    }
  }
  throw new Error('no shape on the sheet')
}

async function beginPlan(page: Page, template: string): Promise<void> {
  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByRole('link', { name: 'Seating plans' }).click()
  await page.getByRole('group', { name: 'New' }).getByRole('button', { name: template }).click()
}

test('[L4] [L1] a 2+2 coach from the template, one row made longer by keyboard alone, put on sale and sold from', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await beginPlan(page, 'Coach 2+2')
  await expect(board(page)).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.type('10B')
  await page.keyboard.press('Space')
  await expect(chosen(page)).toContainText('1 seat chosen')
  // The left half of the last row, moved a little, and one more row below it.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+y')
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: 'Whole rows' }).press('Enter')
  await expect(chosen(page)).toContainText('4 seats chosen')
  await page.keyboard.press('Control+d')
  await expect(board(page)).toBeVisible()
  await page.getByText('Sections and decks').press('Enter')
  await expect(page.getByRole('button', { name: /^\W?11\W?: row of 4 seats$/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(page.getByRole('region', { name: 'Plan doctor' })).toContainText('No problems found.')

  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Coach with eleven rows')
  await page.getByRole('button', { name: 'Put on sale…' }).press('Enter')
  await expect(page.getByRole('region', { name: 'Plan doctor' })).toContainText('44 seats in 1 section')
  await page.getByLabel('Title of the show').fill('Pune → Nashik')
  await page.getByLabel('Standard, Normal: price', { exact: true }).fill('300')
  await page.getByRole('button', { name: 'Import and put on sale' }).press('Enter')
  const desk = new Desk(page)
  await expect(page.getByRole('heading', { name: /Pune → Nashik/ })).toBeVisible()
  await desk.choose('11A')
  await desk.hold()
  await desk.takeCash('500')
  await expect(page.getByText(/TKT-\d{8}-[0-9A-F]{8}/)).toHaveCount(1)
})

test('[L4] [L1] the decks of a sleeper by keyboard alone: one named anew, a row longer, ladies’ berths marked; kept @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await beginPlan(page, 'Sleeper, two decks')
  await page.getByText('Sections and decks').press('Enter')
  const deck = page.getByRole('textbox', { name: 'Name of the section' }).last()
  await deck.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Top deck')
  await page.keyboard.press('Tab')
  const rows = page.getByRole('group', { name: /Top deck/ }).getByRole('button', { name: /row of 3 seats$/ })
  await expect(rows).toHaveCount(6)
  await rows.last().press('Enter')
  await expect(chosen(page)).toContainText('3 seats chosen')
  await chosen(page)
    .getByRole('checkbox', { name: /Ladies/ })
    .press('Space')
  await expect(chosen(page).getByRole('checkbox', { name: /Ladies/ })).toBeChecked()
  await board(page).focus()
  await page.keyboard.press('Control+d')
  await expect(rows).toHaveCount(7)
  await expect(page.getByRole('region', { name: 'Plan doctor' })).toContainText('No problems found.')
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Sleeper with seven')
  await page.getByRole('button', { name: 'Save as a new plan' }).press('Enter')
  await expect(page.getByRole('row', { name: /Sleeper with seven/ })).toContainText('39')
})

test('[L4] what the doctor finds is mended by one key; the plan is kept, and a copy of it changed', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await beginPlan(page, 'Hall')
  const doctor = page.getByRole('region', { name: 'Plan doctor' })
  await expect(doctor).toContainText('No problems found.')
  await page.getByRole('button', { name: 'Add 1 row' }).click()
  await expect(doctor).toContainText('10 times')
  await page.getByRole('button', { name: /^Fix/ }).click()
  await expect(doctor).toContainText('No problems found.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(doctor).toContainText('10 times')
  await page.getByRole('button', { name: 'Redo' }).click()
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Village hall')
  await page.getByRole('button', { name: 'Seating plans' }).click()
  await page.getByRole('button', { name: /^Continue with/ }).click()
  await page.getByRole('button', { name: 'Save as a new plan' }).click()
  const row = page.getByRole('row', { name: /Village hall/ })
  await expect(row).toContainText('130')
  await expect(row).toContainText('No show yet')
  await row.getByRole('button', { name: /^Edit a copy/ }).click()
  await expect(page.getByRole('textbox', { name: 'Name of the plan' })).toHaveValue('Village hall (copy)')
  await expect(board(page)).toBeVisible()
})

test('[L4] a shape is clicked, dragged and deleted on the sheet, by mouse and by finger; an unsaved drawing is there after a reload', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { hasTouch: true } })
  await beginPlan(page, 'Empty sheet')
  await page.getByRole('button', { name: 'Add 1 row' }).click()
  await page.getByRole('button', { name: 'Ellipse' }).click()
  await expect(chosen(page)).toContainText('1 shape chosen')
  await board(page).focus()
  await page.keyboard.press('Escape')
  await expect(chosen(page)).toContainText('Nothing chosen')
  // It lies in the lower half of the sheet, under the middle of the row.
  const box = await board(page).boundingBox()
  if (!box) throw new Error('no board')
  const shape = await shapeAt(page, box)
  await page.mouse.click(shape.x, shape.y)
  await expect(chosen(page)).toContainText('1 shape chosen')
  await page.mouse.move(shape.x, shape.y)
  await page.mouse.down()
  await page.mouse.move(shape.x - 60, shape.y, { steps: 4 })
  await page.mouse.up()
  await page.touchscreen.tap(shape.x - 60, shape.y)
  await expect(chosen(page)).toContainText('Nothing chosen')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(chosen(page)).toContainText('1 shape chosen')
  await page.touchscreen.tap(shape.x, shape.y)
  await expect(chosen(page)).toContainText('Nothing chosen')
  await page.touchscreen.tap(shape.x, shape.y)
  await expect(chosen(page)).toContainText('1 shape chosen')
  await page.getByLabel('Colour', { exact: true }).selectOption({ label: 'wood' })
  await board(page).focus()
  await page.keyboard.press('Delete')
  await expect(chosen(page)).not.toContainText('shape')
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: 'Outline' }).click()
  await expect(chosen(page)).toContainText('2 shapes')

  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Half a plan')
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('guichet.drawing') ?? ''))
    .toContain('Half a plan')
  await page.reload()
  await page.getByRole('button', { name: 'Continue with ⁨Half a plan⁩' }).click()
  await expect(page.getByRole('textbox', { name: 'Name of the plan' })).toHaveValue('Half a plan')
  await expect(chosen(page)).toContainText('2 shapes')
})

for (const [locale, colorScheme] of [
  ['en-IN', 'light'],
  ['fa-IR', 'dark'],
  ['hi-IN', 'light'],
] as const) {
  test(`[L4] the drawing board and the list of plans are without fault to axe, in ${locale}${wholeUnless(locale === 'fa-IR')}`, async ({
    openDesk,
  }) => {
    const page = await openDesk({ browser: { locale, colorScheme } })
    await page.goto(`${new URL(page.url()).origin}/#/plans`)
    await page.getByRole('table').waitFor()
    expect(await axeFaults(page, `plans ${locale}`)).toEqual([])
    await page.getByRole('group').getByRole('button').nth(2).click()
    await page.getByRole('grid').waitFor()
    await page.keyboard.press('Control+a')
    await page.evaluate(() => {
      for (const part of document.querySelectorAll('details')) part.open = true
    })
    expect(await axeFaults(page, `board ${locale}`)).toEqual([])
  })
}
