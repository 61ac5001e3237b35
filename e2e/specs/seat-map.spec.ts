import { expect, test } from '../fixtures.ts'
import { countOnMap } from '../map-colours.ts'
import { Desk } from '../pages/desk.ts'

test('[S1] [P11] F1 tells what is known of a seat: prices by type, and live at which desk it is held and for how long', async ({
  openDesk,
}) => {
  const holding = new Desk(await openDesk())
  const page = await openDesk()
  const desk = new Desk(page)
  const card = page.getByRole('status').filter({ hasText: 'D10' })
  await holding.openShow('The Glass Orchard')
  await desk.openShow('The Glass Orchard')
  await desk.choose('D9')
  await desk.lookAt('D10')
  await page.keyboard.press('F1')
  await expect(card).toContainText('Premium')
  await expect(card).toContainText(/Normal\s*₹1,200.00\s*Senior\s*₹1,000.00/)
  await expect(card).toContainText('free')
  await holding.choose('D10')
  await holding.hold()
  await expect(card).toContainText('held elsewhere')
  await expect(card).toContainText(/at .?Desk [0-9A-F]{4}/)
  await expect(card).toContainText(/so far · [45]:\d\d left/)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('status').filter({ hasText: 'D11' })).toContainText('free')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('status').filter({ hasText: 'D11' })).toBeHidden()
  await expect(desk.cart.getByText('D9', { exact: true })).toBeVisible()
})

test('[L1] a pointer that rests on a seat shows its card, and takes it away with it @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Test event')
  const { x, y } = await desk.pointOf('A5')
  const card = page.getByText(/Row .?A.? · Seat .?5/)
  await page.mouse.move(x, y)
  await expect(card).toBeVisible()
  await page.mouse.move(x, y + 300)
  await expect(card).toBeHidden()
  await page.mouse.click(x, y, { button: 'right' })
  await expect(card).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
})

test('[H8] drawn over with Shift, free seats are counted and summed before they are chosen, and never more than ten', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Paper Lanterns')
  const [from, to, end] = [await desk.pointOf('C3'), await desk.pointOf('C6'), await desk.pointOf('D9')]
  await page.keyboard.down('Shift')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await expect(page.getByRole('status').filter({ hasText: '4 seats · ₹' })).toBeVisible()
  await expect(desk.cart).toContainText('No seats')
  await page.mouse.move(end.x, end.y, { steps: 5 })
  await expect(page.getByText('10 seats, as many as one sale takes')).toBeVisible()
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(desk.cart).toContainText('10 seats')
  for (const seat of ['C3', 'C9', 'D3', 'D5'])
    await expect(desk.cart.getByText(seat, { exact: true })).toBeAttached()
})

test('[E2] with Shift the arrows choose a range that shrinks again, and the lasso draws without Shift @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Paper Lanterns')
  await desk.lookAt('C3')
  for (const key of ['Right', 'Right', 'Right', 'Left']) await page.keyboard.press(`Shift+Arrow${key}`)
  await expect(desk.cart).toContainText('3 seats')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+End')
  await expect(desk.cart).toContainText('10 seats')
  await expect(desk.message).toContainText('10')
  await page.keyboard.press('Escape')
  await expect(desk.cart).toContainText('No seats')

  await page.getByRole('button', { name: 'Choose by drawing' }).click()
  const [from, to] = [await desk.pointOf('E3'), await desk.pointOf('E5')]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
  await expect(desk.cart).toContainText('3 seats')
})

test('[H14] a seat that would be left alone is marked and named while seats are chosen, before anything is held', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Test event')
  const told = page.getByText('would be left with nobody beside it')
  expect(await countOnMap(page, '--seat-problem')).toBe(0)
  await desk.choose('A2')
  await expect(told).toContainText('A1')
  await expect.poll(() => countOnMap(page, '--seat-problem')).toBeGreaterThan(50)
  await desk.choose('A1')
  await expect(told).toBeHidden()
  await expect.poll(() => countOnMap(page, '--seat-problem')).toBe(0)
})

test('[L3] what a ladies’ seat asks for is said where it is chosen', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Mumbai → Pune')
  await desk.choose('3A')
  const told = page.getByText('is a ladies’ seat')
  await expect(told).toContainText('3A')
  await expect(desk.cart.getByLabel('Who sits in')).toHaveAttribute('aria-invalid', 'true')
  await desk.cart.getByLabel('Who sits in').selectOption({ label: 'Woman' })
  await expect(told).toBeHidden()
  await expect(desk.cart.getByLabel('Who sits in')).not.toHaveAttribute('aria-invalid')
})

test('[P2] one key, or one choice, gives all seats another ticket type; held seats are priced anew at once', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('F12', 'F13', 'F14')
  await expect(desk.cart).toContainText('₹3,630.00')
  await page.keyboard.press('Control+m')
  await expect(desk.cart).toContainText('₹3,030.00')
  const all = desk.cart.getByLabel('Ticket type of all seats')
  await expect(all.locator('option:checked')).toHaveText('Senior')
  await desk.hold()
  await all.selectOption({ label: 'Normal' })
  await expect(desk.cart.getByRole('button', { name: 'Pay ₹3,630.00' })).toBeVisible()
  await desk.cart.getByLabel(/^Ticket type of .?F13/).selectOption({ label: 'Senior' })
  await expect(all.locator('option:checked')).toHaveText('Different types')
})

test('[H13] the key of the best seats once more is the next best @whole', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await page.keyboard.press('Control+b')
  await expect(desk.cart.getByText('A13', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+b')
  await expect(desk.cart.getByText('A13', { exact: true })).toBeHidden()
  await expect(desk.cart).toContainText('2 seats')
  // Once the chosen seats are not those proposed, the key begins with the best seats again, not with the next best.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+b')
  await expect(desk.cart.getByText('A13', { exact: true })).toBeVisible()
})

test('[E2] under forced colours a zone that is looked for, and a seat left alone, are told by shape and by the system’s own colours @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { forcedColors: 'active' } })
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  const grey = await countOnMap(page, 'GrayText')
  const gallery = page.getByRole('list', { name: 'Price zones' }).getByRole('button', { name: /Gallery/ })
  await gallery.click()
  await expect.poll(() => countOnMap(page, 'GrayText')).toBeGreaterThan(grey * 5)
  const backgroundOf = (one: HTMLElement) => getComputedStyle(one).backgroundColor
  const other = page.getByRole('list', { name: 'Price zones' }).getByRole('button', { name: /Saver/ })
  expect(await gallery.evaluate(backgroundOf)).not.toBe(await other.evaluate(backgroundOf))
  await gallery.click()
  await expect.poll(() => countOnMap(page, 'GrayText')).toBe(grey)
  await desk.choose('F12', 'F14')
  await expect(page.getByText('would be left with nobody beside it')).toContainText('F13')
})

test('[L2] a price zone pressed in the legend stays bright alone, is where the best seats are looked for, and lets go again @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  const gallery = page.getByRole('list', { name: 'Price zones' }).getByRole('button', { name: /Gallery/ })
  const free = await countOnMap(page, '--seat-free')
  await gallery.click()
  await expect(gallery).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByLabel('Where')).toHaveValue('zone:3')
  const colours = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('main canvas')
      const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      let strong = 0
      for (let at = 0; at < data.length; at += 4) {
        const channels = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
        if (Math.max(...channels) - Math.min(...channels) > 60) strong += 1
      }
      return strong
    })
  const filtered = await colours()
  await page.keyboard.press('Control+b')
  await expect(desk.cart.getByText('Upper Circle')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await gallery.click()
  await expect(gallery).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(colours).toBeGreaterThan(filtered * 1.5)
  expect(await countOnMap(page, '--seat-free')).toBe(free)
})

test('[E2] what other desks do is said gathered, by its row, and one’s own seats are not @whole', async ({
  openDesk,
}) => {
  const first = new Desk(await openDesk())
  const second = new Desk(await openDesk())
  await first.openShow('The Glass Orchard')
  await second.openShow('The Glass Orchard')
  await first.choose('D10', 'D11')
  await first.hold()
  const said = second.page.getByRole('status').filter({ hasText: '2 seats taken' })
  await expect(said).toHaveText(/2 seats taken in .*Stalls.* · Row .?D/)
  await expect(first.page.getByRole('status').filter({ hasText: 'seats taken' })).toHaveCount(0)
})

test('[L3] a coach that keeps a list asks for each name and age at the field, before the money and not before the hold', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Pune → Goa sleeper')
  await desk.choose('1A', '2A')
  await desk.hold()
  await desk.cart.getByLabel(/^Name of the passenger in .?1A/).fill('Asha Rao')
  await desk.cart.getByLabel(/^Age of the passenger in .?1A/).fill('200')
  await expect(desk.cart.getByLabel(/^Age of the passenger in .?1A/)).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('F9')
  await expect(desk.cart.getByRole('alert')).toContainText('1A')
  await expect(desk.cart.getByLabel(/^Age of the passenger in .?1A/)).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('34')
  await page.keyboard.press('F9')
  await expect(desk.cart.getByLabel(/^Name of the passenger in .?2A/)).toBeFocused()
  await page.keyboard.type('Ravi')
  await page.keyboard.press('Tab')
  await page.keyboard.type('6')
  await page.keyboard.press('F9')
  await expect(page.getByLabel('Cash received')).toBeVisible()
  await page.goBack()
  await expect(desk.cart.getByLabel(/^Name of the passenger in .?1A/)).toHaveValue('Asha Rao')
  await desk.takeCash()
})

test('[H13] best seats that are held while the map looks elsewhere come into its sight @whole', async ({
  openDesk,
}) => {
  const desk = new Desk(await openDesk())
  await desk.openShow('The Glass Orchard')
  await desk.lookAt('Z2')
  for (let step = 0; step < 4; step += 1) await desk.page.keyboard.press('+')
  await expect.poll(() => countOnMap(desk.page, '--seat-mine')).toBe(0)
  await desk.page.keyboard.press('F9')
  await expect(desk.cart.getByRole('timer')).toBeVisible()
  await expect.poll(() => countOnMap(desk.page, '--seat-mine')).toBeGreaterThan(0)
})
