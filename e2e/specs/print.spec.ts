// Papers, from the ticket screen to a printer on a real socket, in two languages, with a printer that fails; a copy that voids the paper
// before it; files; and the choice of printers by keys alone.

import { readFileSync, statSync } from 'node:fs'
import { FakePrinter, fine } from '../../src/main/printing/fake-printer.fixture.ts'
import type { Printed } from '../../src/main/printing/paper-reader.fixture.ts'
import { expect, test } from '../fixtures.ts'
import { axeFaults } from '../axe.ts'
import { Desk } from '../pages/desk.ts'
import { Printers } from '../pages/printers.ts'
import { openWsWire } from '../wire.ts'

let printer: FakePrinter
test.beforeEach(async () => {
  printer = await FakePrinter.start()
})
test.afterEach(() => printer.stop())

function codeOf(printed: readonly Printed[] | undefined): string {
  const code = printed?.find((one) => one.kind === 'code')
  return code?.kind === 'code' ? code.text : ''
}

test('[T2] printers are chosen by keys alone, a test page comes, tickets come with the money and the drawer opens', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await new Printers(page).open()
  await new Printers(page).chooseByKeys('Tickets', printer.port)
  await new Printers(page).chooseByKeys('Receipts', printer.port)
  await page.getByRole('checkbox', { name: 'Print tickets as soon as they are paid' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Save', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Test page: Tickets' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => printer.papers.length).toBe(1)
  expect(codeOf(printer.papers[0])).toBe('GUICHET1/TEST')
  expect(await axeFaults(page)).toEqual([])

  await page.evaluate(() => {
    location.hash = '#/tonight'
  })
  const desk = new Desk(page)
  const number = await desk.sell('The Glass Orchard', 'C10', 'C11')
  await expect.poll(() => printer.papers.length).toBe(3)
  expect(printer.papers[1]).toEqual([{ kind: 'drawer' }])
  const tickets = printer.papers[2] ?? []
  expect(tickets.map(({ kind }) => kind).join(' ')).toBe('picture code picture cut picture code picture cut')
  expect(codeOf(tickets)).toContain(number)
  const [picture] = tickets
  expect(picture).toMatchObject({ kind: 'picture', width: 576 })
  // The seat is drawn large: a band of the picture is at least a tenth black.
  const black =
    picture?.kind === 'picture' ? picture.bits.reduce((sum, byte) => sum + (byte > 0 ? 1 : 0), 0) : 0
  expect(black).toBeGreaterThan(500)
})

test('[T2] a Persian ticket comes as it is read, a printer without paper is told, and the sale is made all the same', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { locale: 'fa-IR' } })
  await new Printers(page).open()
  await new Printers(page).chooseByKeys('بلیت', printer.port)
  await page.getByRole('button', { name: 'ذخیره', exact: true }).click()
  await expect(page.getByText('ذخیره شد.')).toBeVisible()
  await page.evaluate(() => {
    location.hash = '#/tonight'
  })
  await page
    .getByRole('option', { name: /Glass Orchard/ })
    .first()
    .click()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.type('E10')
  for (const key of ['Space', 'F9']) await page.keyboard.press(key)
  await page.getByRole('timer').waitFor()
  await page.keyboard.press('F9')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.getByRole('article')).toHaveAttribute('dir', 'rtl')

  printer.mood = { ...fine, paper: 0x72 }
  await page.keyboard.press('p')
  const line = page.getByRole('alert').filter({ hasText: 'کاغذ چاپگر تمام شده است' })
  await expect(line).toBeVisible()
  expect(printer.papers).toEqual([])
  printer.mood = fine
  await line.getByRole('button', { name: 'دوباره چاپ کن' }).click()
  await expect.poll(() => printer.papers.length).toBe(1)
  await expect(line).toBeHidden()
  const [picture, code] = printer.papers[0] ?? []
  expect(code?.kind).toBe('code')
  expect(picture).toMatchObject({ kind: 'picture', width: 576 })
  // Right to left: its title begins at the right edge, so the black of the first rows lies there.
  expect(picture?.kind === 'picture' && weightOf(picture)).toBeGreaterThan(0.6)
})

test('[T2] [A5] the drawer of sales at a printer without paper does not open when their tickets come after all @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await new Printers(page).open()
  for (const role of ['Tickets', 'Receipts']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person does
    await new Printers(page).chooseByKeys(role, printer.port)
  }
  await page.getByRole('checkbox', { name: 'Print tickets as soon as they are paid' }).check({ force: true })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  const home = page.getByRole('link', { name: 'Tonight' })
  await home.click()
  printer.mood = { ...fine, paper: 0x72 }
  await desk.sell('The Glass Orchard', 'C10')
  const line = page.getByRole('alert').filter({ hasText: 'no paper' })
  await expect(line).toBeVisible()
  await home.click()
  await desk.sell('The Glass Orchard', 'C12')
  await expect(line).toContainText('1 more')
  expect(printer.papers).toEqual([])

  printer.mood = fine
  await line.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => printer.papers.length).toBe(2)
  await expect(line).toBeHidden()
  expect(printer.papers.flat().map(({ kind }) => kind)).not.toContain('drawer')
  // The next customer's sale opens it.
  await home.click()
  await desk.sell('The Glass Orchard', 'C14')
  await expect.poll(() => printer.papers[2]).toEqual([{ kind: 'drawer' }])
})

/** Where the black of a picture's first line lies: 0 at the left edge, 1 at the right. */
function weightOf({ width, bits }: Extract<Printed, { kind: 'picture' }>): number {
  const bytes = width / 8
  const rows = [...bits.subarray(0, bytes * 60)]
  const inked = rows.flatMap((byte, at) => (byte === 0 ? [] : [(at % bytes) / bytes]))
  return inked.reduce((sum, place) => sum + place, 0) / inked.length
}

test('[T2] [T3] the last sale again by one key: the copy is marked, and the first paper does not open the door any more', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await new Printers(page).open()
  await new Printers(page).chooseByKeys('Tickets', printer.port)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.evaluate(() => {
    location.hash = '#/tonight'
  })
  const desk = new Desk(page)
  await desk.sell('The Glass Orchard', 'H10')
  await page.keyboard.press('p')
  await expect.poll(() => printer.papers.length).toBe(1)
  await page.keyboard.press('Control+p')
  await expect(page.getByText(/^Copy 1: /)).toBeVisible()
  await expect.poll(() => printer.papers.length).toBe(2)
  const [first, copy] = printer.papers.map(codeOf)
  expect(first?.split('/')[1]).toBe(copy?.split('/')[1])

  const wire = await openWsWire(page)
  const showId = Number(first?.split('/')[2])
  const atDoor = async (id: number, code = '') => {
    await wire.send({ t: 'call', id, name: 'check-in', input: { showId, code }, commandId: null })
    const frame = await wire.next('answer', id)
    return frame.evaluate(({ answer }) => JSON.stringify(answer))
  }
  expect(await atDoor(1, first)).toContain('"void"')
  expect(await atDoor(2, copy)).toContain('"valid"')
  expect(await atDoor(3, copy)).toContain('"used"')
})

test('[T2] a venue’s own words stand on its papers, and a file of them is one sheet of its size each', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await new Printers(page).open()
  await page.getByLabel('Size').selectOption('80mm')
  await page.getByLabel('Lines above').fill('Welcome to the Grand')
  await page.getByLabel(/^Entrances/).fill('Stalls = Door 2')
  await page.getByLabel('Tax line of receipts').fill('GSTIN 27AAACG0000A1Z5')
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(preview.getByText('Welcome to the Grand')).toBeVisible()
  await expect(preview.getByText('Door 2')).toBeVisible()
  await preview.getByRole('button', { name: 'Receipt' }).click()
  await expect(preview.getByText('GSTIN 27AAACG0000A1Z5')).toBeVisible()
  await page.getByRole('button', { name: 'Save papers' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  const group = page.getByRole('group', { name: 'Receipts', exact: true })
  await group.getByRole('combobox').selectOption('pdf')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toHaveCount(2)

  await page.evaluate(() => {
    location.hash = '#/tonight'
  })
  const desk = new Desk(page)
  await desk.sell('The Glass Orchard', 'G10')
  await expect(page.getByRole('article').getByText('Welcome to the Grand')).toBeVisible()
  await page.keyboard.press('r')
  const saved = page.getByRole('status').filter({ hasText: 'Saved as' })
  await expect(saved).toBeVisible({ timeout: 60_000 })
  const file = /\/.*\.pdf/.exec((await saved.textContent()) ?? '')?.[0] ?? ''
  const pdf = readFileSync(file, 'latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBe(1)
  // 80 mm in points, as a browser rounds them.
  expect(Number(/\/MediaBox \[0 0 ([\d.]+)/.exec(pdf)?.[1])).toBeCloseTo((80 / 25.4) * 72, -1)
  expect(statSync(file).mode & 0o077).toBe(0)
})

test('[L6] [T2] the receipt of two nights names the room and each night, and is of the first of them', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const asked: string[] = []
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => asked.push(payload.toString())))
  await page.reload()
  await new Printers(page).open()
  const group = page.getByRole('group', { name: 'Receipts', exact: true })
  await group.getByRole('combobox').selectOption('pdf')
  await new Printers(page).save()
  await page.evaluate(() => {
    location.hash = '#/tonight'
  })
  const desk = new Desk(page)
  await desk.shows.filter({ hasText: 'Harbour Lights' }).first().click()
  const calendar = page.getByRole('table', { name: 'Rooms left by night' })
  await calendar
    .getByRole('row', { name: /Deluxe/ })
    .getByRole('button')
    .nth(2)
    .click()
  await page.getByRole('button', { name: 'One night more' }).click()
  await expect(desk.cart.getByText('201', { exact: true })).toHaveCount(2)
  const [, , , third = '', fourth = ''] = await calendar.getByRole('columnheader').allTextContents()
  await desk.hold()
  await desk.takeCash()
  await page.keyboard.press('r')
  await expect(page.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible({ timeout: 60_000 })
  const pieces = asked
    .filter((frame) => frame.includes('"name":"print"'))
    .map((frame) => (JSON.parse(frame) as { input: { text: string } }).input.text)
  const { html } = JSON.parse(pieces.join('')) as { html: string }
  const said = html.replace(/<style>.*<\/style>/s, '').replaceAll(/<[^>]*>/g, '|')
  for (const night of [third, fourth]) expect(said).toContain(`201\u2069 · ${night}`)
  expect(said).toContain(`${third}  `)
  expect(said).not.toContain('N3-')
})

test('[T2] where too many papers wait already, the seller hears that this sale’s tickets are not among them @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await new Printers(page).open()
  await new Printers(page).chooseByKeys('Tickets', printer.port)
  await new Printers(page).save()
  printer.mood = { ...fine, paper: 0x72 }
  const wire = await openWsWire(page)
  const papers = [[{ kind: 'line', text: 'Earlier' }]]
  const job = { title: 'Earlier', sheet: '80mm', papers, html: null, heightMm: 100, opensDrawer: false }
  for (let id = 0; id < 40; id += 1) {
    const input = { jobId: `earlier-${id}`, role: 'ticket', index: 0, count: 1, text: JSON.stringify(job) }
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as an evening goes
    await wire.send({ t: 'call', id, name: 'print', input, commandId: null })
  }
  await wire.next('answer', 39)
  await page.evaluate(() => {
    location.hash = '#/tonight'
  })
  await new Desk(page).sell('The Glass Orchard', 'C10')
  await page.keyboard.press('p')
  const told = page.getByRole('alert').filter({ hasText: 'Too many papers are waiting already' })
  await expect(told).toContainText('1 ticket')
  expect(await axeFaults(page)).toEqual([])
  await told.getByRole('button', { name: 'OK' }).click()
  await expect(told).toBeHidden()
})
