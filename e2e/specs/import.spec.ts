import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

const plans = join(import.meta.dirname, '..', '..', '..', 'shared', 'plans')
const stadium = join(plans, 'pretix-format_seatmap-canvas-stadium_738.json')

test.describe('a plan that nobody here drew', () => {
  test.skip(!existsSync(stadium), `skipped: the real plans are not at ${plans}`)

  test('[L4] [D2] the stadium of 738 seats is examined, imported, put on sale and sold from', async ({
    openDesk,
  }) => {
    const page = await openDesk()
    await page.getByRole('link', { name: 'Import a plan' }).click()
    await page.locator('input[type=file]').setInputFiles(stadium)
    const report = page.getByRole('region', { name: 'Plan doctor' })
    await expect(report).toContainText('738 seats in 2 sections')
    await expect(report).toContainText('Printed seat ids repeat')
    await expect(report).toContainText('420 times')
    await expect(report).toContainText('Floors lie on each other')

    await page.getByLabel('Name of the plan').fill('Canvas stadium')
    await page.getByLabel('Title of the show').fill('Cup final')
    await page.getByLabel('Venue', { exact: true }).selectOption({ label: 'A new venue…' })
    await page.getByLabel('Name of the venue').fill('Canvas Park')
    await page.getByLabel('Ticket types').fill('Normal, Child')
    const go = page.getByRole('button', { name: 'Import and put on sale' })
    await go.click()
    await expect(page.getByRole('alert').filter({ hasText: 'Give at least one price' })).toBeVisible()
    for (const [category, price] of [
      ['Category I', '500'],
      ['Category II', '400.50'],
      ['Category IV', '300'],
      ['Category V', '200'],
    ]) {
      await page.getByLabel(`${category}, Normal: price`, { exact: true }).fill(price ?? '')
    }
    await page.getByLabel('Category I, Child: price', { exact: true }).fill('250')
    await go.click()

    const desk = new Desk(page)
    await expect(page.getByRole('heading', { name: /Cup final/ })).toBeVisible()
    await expect(desk.map).toBeVisible()
    await desk.map.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await desk.hold()
    await desk.takeCash('2000')
    await expect(page.getByText(/TKT-\d{8}-[0-9A-F]{8}/)).toHaveCount(2)
    await page.getByRole('link', { name: 'Tonight' }).click()
    await expect(desk.shows.filter({ hasText: 'Cup final' }).filter({ hasText: '736 left' })).toBeVisible()
  })
})

test('[L4] a plan with errors is refused, naming where, and nothing of it is imported', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await page.getByRole('link', { name: 'Import a plan' }).click()
  await page.locator('input[type=file]').setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(planWithTwins())),
  })
  const report = page.getByRole('region', { name: 'Plan doctor' })
  await expect(report).toContainText('nothing can be imported')
  await expect(report).toContainText('The same seat identity is there more than once')
  await expect(report).toContainText('Stalls row A seat 2')
  await expect(page.getByRole('button', { name: 'Import and put on sale' })).toBeHidden()
})

test('a file that is no plan at all is refused in words', async ({ openDesk }) => {
  const page = await openDesk()
  await page.getByRole('link', { name: 'Import a plan' }).click()
  await page.locator('input[type=file]').setInputFiles({
    name: 'holiday.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"beach": true'),
  })
  await expect(page.getByText('This is not JSON')).toBeVisible()
})

function planWithTwins() {
  const seat = (number: string, x: number, uuid: string) => ({
    seat_number: number,
    seat_guid: `g-${number}`,
    uuid,
    position: { x, y: 0 },
    category: 'A',
  })
  return {
    name: 'Broken',
    size: { width: 400, height: 200 },
    categories: [{ name: 'A', color: '#336699' }],
    zones: [
      {
        name: 'Stalls',
        position: { x: 50, y: 50 },
        rows: [
          {
            row_number: 'A',
            row_number_position: 'both',
            position: { x: 0, y: 0 },
            seats: [seat('1', 0, 'u-1'), seat('2', 30, 'u-1'), seat('3', 60, 'u-3')],
          },
        ],
        areas: [],
      },
    ],
  }
}
