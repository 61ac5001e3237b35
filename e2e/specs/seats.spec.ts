import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

test('[H13] the best seats at a key: chosen on the map, the next proposal and back, then held as ever', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const best = page.getByRole('group', { name: 'Best seats' })
  await desk.openShow('The Glass Orchard')
  await page.keyboard.press('Control+b')
  await expect(desk.cart.getByRole('heading', { name: '2 seats' })).toBeVisible()
  await expect(desk.cart).toContainText('A13')
  await expect(desk.cart).toContainText('A14')

  await best.getByRole('button', { name: 'Next best' }).click()
  await expect(desk.cart).not.toContainText('A13')
  await expect(desk.cart.getByRole('heading', { name: '2 seats' })).toBeVisible()
  await best.getByRole('button', { name: 'Previous' }).click()
  await expect(desk.cart).toContainText('A13')

  await best.getByRole('button', { name: 'More seats' }).click()
  await best.getByLabel('Where').selectOption({ label: 'Gallery' })
  await best.getByRole('button', { name: 'Best', exact: true }).click()
  await expect(desk.cart).toContainText('3 seats')
  await expect(desk.cart.getByText('Upper Circle')).toHaveCount(3)
  await desk.hold()
})

test('[H14] a hold that leaves a seat alone says which', async ({ openDesk }) => {
  const desk = new Desk(await openDesk())
  await desk.openShow('Test event')
  await desk.choose('A2')
  await desk.hold()
  await expect(desk.message).toContainText(/A1\u2069 is left with nobody beside it/)
  // On the payment screen nothing can be done about it; back at the seats it can.
  await desk.page.keyboard.press('F9')
  await expect(desk.page.getByLabel('Cash received')).toBeFocused()
  await expect(desk.page.getByRole('main')).not.toContainText('nobody beside it')
  await desk.page.keyboard.press('Escape')
  await expect(desk.message).toContainText(/A1\u2069 is left with nobody beside it/)
})

test('[L6] of a standing area so many places are taken by number, not dot by dot', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const best = page.getByRole('group', { name: 'Best seats' })
  await desk.openShow('Night Circuits')
  for (const _ of [3, 4]) await best.getByRole('button', { name: 'More seats' }).click()
  // An option is found by its first letter: nothing invisible stands before it.
  await expect(best.locator('option[value="area:0"]')).toHaveText(/^Floor ·/)
  await best.getByLabel('Where').selectOption('area:0')
  await best.getByRole('button', { name: 'Best', exact: true }).click()
  await expect(desk.cart).toContainText('4 seats')
  await expect(desk.cart.getByText('Floor')).toHaveCount(4)
  await desk.hold()
})

test('[L3] a ladies’ seat is held for a woman only, and the refusal says why', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.openShow('Mumbai → Pune')
  await desk.choose('3A')
  await page.keyboard.press('F9')
  await expect(desk.message).toContainText(/3A\u2069 is for a woman/)
  await desk.cart.getByLabel('Who sits in').selectOption({ label: 'Woman' })
  await desk.hold()

  const beside = new Desk(await openDesk())
  await beside.openShow('Mumbai → Pune')
  await beside.choose('3B')
  await beside.cart.getByLabel('Who sits in').selectOption({ label: 'Man' })
  await beside.page.keyboard.press('F9')
  await expect(beside.message).toContainText(/3B\u2069 is for a woman/)
})

test('[L6] a room for two nights: chosen on the calendar, the same room both nights, held as seats are', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.shows.filter({ hasText: 'Harbour Lights' }).first().click()
  const calendar = page.getByRole('table', { name: 'Rooms left by night' })
  await expect(calendar).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(calendar.getByRole('button').first()).toBeFocused()
  await calendar
    .getByRole('row', { name: /Deluxe/ })
    .getByRole('button')
    .nth(2)
    .click()
  await expect(desk.cart).toContainText('1 night')
  await page.getByRole('button', { name: 'One night more' }).click()
  await expect(desk.cart.getByText('201', { exact: true })).toHaveCount(2)
  await desk.hold()
  await expect(calendar.getByRole('button', { name: /Deluxe.*3 rooms left/ })).toHaveCount(2)

  const nights = await calendar.getByRole('columnheader').allTextContents()
  await expect(page.getByRole('status').filter({ hasText: 'Held:' })).toContainText(
    `201\u2069 · ${nights[3]}`,
  )
  await page.keyboard.press('F4')
  await page.getByRole('link', { name: 'Tonight' }).click()
  // A new page has not seen the plan yet.
  await page.reload()
  await page.getByRole('button', { name: new RegExp(`Harbour Lights.*201.* · ${nights[3]}`) }).click()
  await desk.cart.getByRole('button', { name: /^Pay/ }).click()
  await expect(page.getByRole('button', { name: 'Back to the nights' })).toBeVisible()
  await expect(page.getByRole('term').filter({ hasText: `201\u2069 · ${nights[3]}` })).toBeVisible()
  await page.getByRole('button', { name: /^Take/ }).click()
  const papers = page.getByRole('article')
  await expect(papers).toHaveText([new RegExp(`${nights[3]}.*201`), new RegExp(`${nights[4]}.*201`)])
  await expect(papers.filter({ hasText: 'N3' })).toHaveCount(0)

  const number = (await papers.first().getAttribute('aria-label'))?.slice(-8) ?? ''
  await desk.find(number)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: new RegExp(`201.* · ${nights[3]}`) })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('N3-')
})

test('[L6] places of a departure are chosen by their number, and the screen says what each includes', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  await desk.shows.filter({ hasText: 'Kerala backwaters' }).first().click()
  await expect(page.getByRole('list', { name: 'Included' })).toContainText('houseboat')
  await expect(
    page
      .getByRole('definition')
      .filter({ hasText: /^(from )?₹/ })
      .first(),
  ).toBeVisible()
  // Faster than the house answers: each press counts.
  await page.getByRole('button', { name: 'One place more' }).evaluate(async (more: HTMLElement) => {
    for (const _ of [1, 2, 3]) {
      more.click()
      // oxlint-disable-next-line no-await-in-loop -- one press after the other
      await Promise.resolve()
    }
  })
  await expect(desk.cart).toContainText('3 places')
  await desk.hold()
  await expect(page.getByText('21 of 24 left')).toBeVisible()
})

test('[H15] a desk waits for a held seat and has it when it is given back; the other screens never see it free', async ({
  openDesk,
}) => {
  const first = new Desk(await openDesk())
  const waiting = new Desk(await openDesk())
  await first.openShow('The Glass Orchard')
  await waiting.openShow('The Glass Orchard')
  await first.choose('D10')
  await first.hold()
  await waiting.expectSeat('D10', 'held elsewhere')
  await waiting.page.keyboard.press('Space')
  await waiting.page.getByRole('button', { name: 'Wait for it' }).click()
  await expect(waiting.message).toContainText('held here the moment it comes free')

  await first.page.keyboard.press('Escape')
  await first.page.getByRole('dialog').getByRole('button', { name: 'Release' }).click()
  const news = waiting.page.getByRole('complementary', { name: 'Urgent' })
  await expect(news.getByRole('alert')).toContainText('came free and is held for you: ')
  await expect(news.getByRole('timer')).toBeVisible()
  await first.expectSeat('D10', 'held elsewhere')
  await waiting.page.getByRole('button', { name: 'Continue with it' }).click()
  await expect(waiting.cart.getByRole('timer')).toBeVisible()
  await waiting.takeCash()
})

test('[H15] the first screen says what this desk waits for and who is ahead, and lets it leave @whole', async ({
  openDesk,
}) => {
  const first = new Desk(await openDesk())
  const waiting = new Desk(await openDesk())
  await first.openShow('The Glass Orchard')
  await waiting.openShow('The Glass Orchard')
  await first.choose('D10')
  await first.hold()
  await waiting.expectSeat('D10', 'held elsewhere')
  await waiting.page.keyboard.press('Space')
  await waiting.page.getByRole('button', { name: 'Wait for it' }).click()
  await expect(waiting.message).toContainText('held here the moment it comes free')

  await waiting.page.keyboard.press('Escape')
  const list = waiting.page.getByRole('region', { name: 'Waiting for seats' })
  await expect(list.getByRole('listitem')).toHaveText(/The Glass Orchard.*D10.*next in line/)
  await list.getByRole('button', { name: /Stop waiting for .*D10/ }).click()
  await expect(list).toBeHidden()
  await first.page.keyboard.press('Escape')
  await first.page.getByRole('dialog').getByRole('button', { name: 'Release' }).click()
  await first.expectSeat('D10', 'free')
})

test('[H10] where each click holds, seats are held as they are clicked, given back as they are clicked off, and a refusal is said', async ({
  openDesk,
}) => {
  const first = new Desk(await openDesk())
  const second = new Desk(await openDesk())
  await first.openShow('Nashik → Mumbai')
  await second.openShow('Nashik → Mumbai')
  await first.choose('3A')
  await expect(first.cart.getByRole('timer')).toBeVisible()
  await expect(first.cart.getByRole('button', { name: /^Pay/ })).toBeVisible()
  await second.expectSeat('3A', 'held elsewhere')
  await second.page.keyboard.press('Space')
  await expect(second.message).toContainText('3A')

  await first.choose('3B', '4A')
  await expect(first.cart.getByRole('button', { name: /^Pay/ })).toBeVisible()
  await second.expectSeat('4A', 'held elsewhere')
  await first.unchoose('3B')
  await second.expectSeat('3B', 'free')
  await second.expectSeat('3A', 'held elsewhere')
  await first.unchoose('3A')
  await first.unchoose('4A')
  await expect(first.cart.getByRole('timer')).toBeHidden()
  await second.expectSeat('4A', 'free')
  await second.choose('4A')
  await expect(second.cart.getByRole('timer')).toBeVisible()
  await second.cart.getByLabel('Who sits in').selectOption({ label: 'Woman' })
  await expect(second.cart.getByRole('button', { name: /^Pay/ })).toBeVisible()
  await first.choose('4B')
  await expect(first.message).toContainText(/4B\u2069 is for a woman/)
  await expect(first.cart.getByRole('timer')).toBeHidden()
  await second.takeCash()
})
