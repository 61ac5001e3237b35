import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { readPlanFile } from '../../src/shared/domain/plan-import/read-plan-file.ts'
import { isImportable } from '../../src/shared/domain/plan-import/tally.ts'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { typeDay } from '../pages/date-field.ts'
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
    await expect(report).toContainText('Floors overlap')

    await page.getByLabel('Name of the plan').fill('Canvas stadium')
    await page.getByLabel('Title of the show').fill('Cup final')
    await page.getByLabel('Venue', { exact: true }).selectOption({ label: 'A new venue…' })
    await page.getByLabel('Name of the venue').fill('Canvas Park')
    await page.getByLabel('Ticket types').fill('Normal, Child')
    const go = page.getByRole('button', { name: 'Import and put on sale' })
    await go.click()
    await expect(page.getByRole('alert').filter({ hasText: 'Enter at least one price' })).toBeVisible()
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

test('[A3] [E3] an imported show that is to begin while another is on in its venue is told so beside its start, and at another hour no more @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  // It plays every evening at that hour; the form begins with tomorrow.
  const tonight = await new Desk(page).shows.filter({ hasText: 'The Glass Orchard' }).first().textContent()
  const buffer = Buffer.from('section,row,seat,category\nStalls,A,1,Best\nStalls,A,2,Best\n')
  await examine(page, { name: 'hall.csv', mimeType: 'text/csv', buffer })
  await page.getByLabel('Venue', { exact: true }).selectOption({ label: 'Grand Theatre' })
  await page.getByLabel('Starts at').fill(tonight?.match(/\d\d:\d\d/)?.[0] ?? '')
  const told = page.getByRole('status').filter({ hasText: 'At this venue' })
  await expect(told).toContainText('The Glass Orchard')
  await page.getByLabel('Starts at').fill('11:15')
  await expect(told).toBeHidden()
})

test('[L4] who goes on to another screen while a plan is imported stays there, and is told that it is on sale', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const held: (() => void)[] = []
  await page.routeWebSocket(/\/ws$/, (ws) => {
    const hub = ws.connectToServer()
    ws.onMessage((frame) => {
      const { name } = JSON.parse(String(frame)) as { readonly name?: string }
      if (name === 'open-show') held.push(() => hub.send(frame))
      else hub.send(frame)
    })
  })
  await page.reload()
  const buffer = Buffer.from('section,row,seat,category\nStalls,A,1,Best\nStalls,A,2,Best\n')
  await examine(page, { name: 'hall.csv', mimeType: 'text/csv', buffer })
  await page.getByLabel('Title of the show').fill('First night')
  await page.getByLabel('Best, Normal: price', { exact: true }).fill('200')
  await page.getByRole('button', { name: 'Import and put on sale' }).click()
  await expect.poll(() => held.length).toBe(1)
  await page.getByRole('link', { name: 'Tonight', exact: true }).click()
  const news = page.getByRole('alert').filter({ hasText: /First night\S*” is on sale/ })
  for (const send of held) send()
  await expect(news).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Tonight', exact: true })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'To the show' }).click()
  await expect(page.getByRole('heading', { name: /First night/ })).toBeVisible()
  await expect(news).toBeHidden()
})

test.describe('plans of other programs', () => {
  const hall = join(plans, 'ull-paraninfo_odd-even_603.json')
  const chart = join(plans, 'seatsio_sampleChart_32.json')
  test.skip(!existsSync(hall), `skipped: the real plans are not at ${plans}`)

  test('[L4] a list of 603 seats is put on sale and sold from, and comes out again as a table', async ({
    openDesk,
  }) => {
    const page = await openDesk()
    const report = await examine(page, hall)
    await expect(report).toContainText('603 seats in 4 sections')
    await putOnSale(page, 'Odd and even', ['Standard'])
    const desk = new Desk(page)
    await desk.map.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await desk.hold()
    await desk.takeCash()
    await expect(page.getByText(/TKT-\d{8}-[0-9A-F]{8}/)).toHaveCount(1)
    const table = await exported(page, 'Odd and even', /^Table/)
    expect(table.name).toBe('Paraninfo de la Universidad de La Laguna.csv')
    const { draft, findings } = readPlanFile(table.text)
    expect(isImportable(findings)).toBe(true)
    expect(draft?.sections.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats)).length).toBe(603)
  })

  test('[L4] [L6] a seats.io chart is put on sale; a seat and a place to stand are sold', async ({
    openDesk,
  }) => {
    const page = await openDesk()
    const report = await examine(page, chart)
    await expect(report).toContainText('232 seats in 3 sections')
    await putOnSale(page, 'Chart night', ['Cat1', 'Cat2'])
    const desk = new Desk(page)
    await desk.choose('A3')
    // A place of an area has no row: its number is its name, and PageDown goes to the next area.
    await page.keyboard.press('PageDown')
    await expect(page.getByRole('gridcell')).toContainText(/GA1.?, place .?\d+/)
    await page.keyboard.press('Space')
    await desk.hold()
    await desk.takeCash()
    await expect(page.getByText(/TKT-\d{8}-[0-9A-F]{8}/)).toHaveCount(2)
    await expect(page.getByText('GA1').first()).toBeVisible()
    const plan = await exported(page, 'Chart night', /^pretix/)
    expect(plan.name).toBe('Sample chart.json')
    const { draft } = readPlanFile(plan.text)
    expect(draft?.sections.map(({ name }) => name)).toEqual(['', 'GA1', 'GA2'])
    expect(draft?.sections[0]?.areas.map(({ text }) => text)).toContain('Stage')
  })
})

test('[L4] a spreadsheet’s wrong cells are named by line and column; mended, it is put on sale', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const lines = [
    'Section;Row;Seat;Flags',
    'Stalls;A;1;wheelchair',
    'Stalls;A;2;dragon',
    'Stalls;A;2;',
    'Stalls;A;3;;Best',
  ]
  const file = (text: string) => ({
    name: 'Village hall.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  })
  const report = await examine(page, file(lines.join('\r\n')))
  await expect(report).toContainText(/line 3, column .?Flags/)
  await expect(report).toContainText('a number that no other seat of the row has')
  await expect(report).toContainText(/line 4, column .?Seat/)
  await expect(report).toContainText('This line has 5 cells, the heading has 4.')
  await expect(page.getByRole('button', { name: 'Import and put on sale' })).toBeHidden()
  const mended = await examine(page, file([...lines.slice(0, 2), 'Stalls;A;2;companion'].join('\r\n')))
  await expect(mended).toContainText(/Standard.? \(2 seats\): no price yet/)
  await expect(mended).not.toContainText('2 times')
  await expect(page.getByLabel('Name of the plan')).toHaveValue('Village hall')
  await page.getByLabel('Title of the show').fill('Village play')
  await page.getByLabel('Starts at').fill('25:99')
  await page.getByRole('button', { name: 'Import and put on sale' }).click()
  const wrong = page.getByRole('alert').filter({ hasText: 'is not a time' })
  await expect(wrong).toBeVisible()
  await page.getByLabel('Starts at').fill('19:30')
  await expect(wrong).toBeHidden()
  await putOnSale(page, 'Village play', ['Standard'])
  await new Desk(page).choose('A2')
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

test('[E1] [E3] when a show starts is spelled out in the app’s language and 24 hours, whatever the browser’s; no time is named @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { locale: 'en-US' } })
  await examine(page, {
    name: 'hall.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('row,number\nA,1\nA,2'),
  })
  const begins = (words: RegExp) => page.getByRole('status').filter({ hasText: words })
  await typeDay(page, 'Day', '2026-12-05')
  await expect(begins(/Begins Saturday 5 December 2026, 19:30 /)).toBeVisible()
  await page.getByLabel('Language').selectOption('fa')
  await page.getByLabel('ساعت آغاز').fill('۰۸:۱۵')
  await expect(begins(/شنبه ۱۴ آذر ۱۴۰۵، ساعت ۰۸:۱۵/)).toBeVisible()
  await page.getByLabel('ساعت آغاز').fill('25:00')
  await expect(begins(/۱۴۰۵/)).toBeHidden()
  await page.getByLabel('عنوان سانس').fill('نمایش')
  await page.getByRole('button', { name: 'ورود و به فروش گذاشتن' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /25:00.*ساعت نیست/ })).toBeVisible()
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

async function examine(page: Page, file: Parameters<Locator['setInputFiles']>[0]): Promise<Locator> {
  await page.getByRole('link', { name: 'Import a plan' }).click()
  await page.locator('input[type=file]').setInputFiles(file)
  return page.getByRole('region', { name: 'Plan doctor' })
}

async function putOnSale(page: Page, title: string, categories: readonly string[]): Promise<void> {
  await page.getByLabel('Title of the show').fill(title)
  for (const category of categories)
    await page.getByLabel(`${category}, Normal: price`, { exact: true }).fill('100')
  await page.getByRole('button', { name: 'Import and put on sale' }).click()
  await expect(page.getByRole('heading', { name: new RegExp(title) })).toBeVisible()
  await expect(new Desk(page).map).toBeVisible()
}

/** Exports the show's plan from its row on the Manage screen. */
async function exported(page: Page, title: string, form: RegExp): Promise<{ name: string; text: string }> {
  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByLabel('Search shows').fill(title)
  await page.getByRole('button', { name: new RegExp(`^Seating plan of ${title}`) }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: form }).click(),
  ])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

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
