import { expect, test } from '../fixtures.ts'
import { axeFaults } from '../axe.ts'
import { Desk } from '../pages/desk.ts'

test('[P10] single seats go back by keys alone: which and how much is said, their tickets are gone, the rest stays sold', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const watcher = new Desk(await openDesk())
  const number = await desk.sell('The Glass Orchard', 'D10', 'D11', 'D12')
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('columnheader', { name: 'Refund' })).toBeVisible()

  for (const seat of ['D11', 'D12']) {
    const tick = page.getByRole('checkbox', { name: `Return \u2068${seat}\u2069` })
    await tick.focus()
    await page.keyboard.press('Space')
    await expect(tick).toBeChecked()
  }
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('dialog', { name: 'Return 2 seats of this booking?' })
  await expect(dialog).toContainText('₹2,420.00 is refunded for \u2068D11\u2069 and \u2068D12\u2069.')
  await expect(dialog.getByRole('button', { name: 'The way it was paid: ₹2,420.00 in cash' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Refund ₹2,420.00' })).toBeDisabled()
  await expect(dialog.getByLabel('Reason (needed)')).toBeFocused()
  await page.keyboard.type('Two are ill')
  await page.keyboard.press('Enter')

  await expect(desk.message).toHaveText(
    'Refunded to the customer: ₹2,420.00 in cash. \u2068D11\u2069 and \u2068D12\u2069: on sale again, those tickets are void.',
  )
  await expect(page.getByRole('rowheader')).toHaveText(['D10'])
  await expect(page.getByText(/TKT-/)).toHaveCount(1)
  await expect(page.getByText('refunded: ₹2,420.00 in cash')).toBeVisible()
  await expect(page.getByText(/^.D11.: ₹1,210.00/)).toBeVisible()
  await expect(page.locator('[aria-current=step]')).toContainText('confirmed')
  await watcher.openShow('The Glass Orchard')
  await watcher.expectSeat('D11', 'free')
  await watcher.expectSeat('D10', 'sold')
})

test('[P10] [P9] a whole booking goes to a wallet: a walk-in’s is a new one, whose number is said', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('The Glass Orchard', 'E10', 'E11')
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Cancel booking' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'New wallet: its number goes on a slip' }).click()
  await dialog.getByRole('button', { name: 'Customer cannot come' }).click()
  await dialog.getByRole('button', { name: 'Cancel and refund ₹2,420.00' }).click()
  await expect(desk.message).toHaveText(
    /^Refunded to the customer: ₹2,420.00 into wallet \d+. The booking is cancelled, its seats are on sale again.$/,
  )
  await expect(page.getByText(/refunded: ₹2,420.00 into wallet \d+/)).toBeVisible()
  await expect(page.locator('[aria-current=step]')).toContainText('refunded')
})

test('[P10] one seat of several given back is one ticket void @whole', async ({ openDesk }) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('The Glass Orchard', 'E10', 'E11')
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: /^Return .*E10/ }).check()
  await page.getByRole('button', { name: 'Return 1 seat' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Customer cannot come' }).click()
  await dialog.getByRole('button', { name: 'Refund ₹1,210.00' }).click()
  await expect(desk.message).toContainText('\u2068E10\u2069: on sale again, its ticket is void.')
})

test('[A4] what has ended is taken out of the lists with a reason, and is found no more', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell('Test event', 'A7')
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  // Until the booking is there, keys go to the search.
  await expect(page.getByRole('heading', { name: 'Test event' })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Remove' })).toHaveCount(0)
  await page.keyboard.press('Delete')
  await page.keyboard.type('wrong show')
  await page.keyboard.press('Enter')
  await expect(page.locator('[aria-current=step]')).toContainText('refunded')
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.keyboard.type('entered twice')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^No results for/)).toBeVisible()
})

test('[P5] [T4] [E1] the change that is due lies on no button of the map, also at 1024 @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: { viewport: { width: 1024, height: 768 } } })
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('C6')
  await desk.hold()
  await desk.takeCash('5000')
  await desk.find('')
  await page.getByRole('listbox', { name: 'Found' }).getByRole('option').first().press('Enter')
  await page.getByRole('button', { name: 'Move to other seats' }).click()
  await expect(desk.map).toBeVisible()
  const expectApart = async (change: string, closer: string) => {
    const due = page.getByRole('region', { name: change })
    const zoom = page.getByRole('button', { name: closer })
    await expect(due).toBeVisible()
    const [sum, button] = [await due.boundingBox(), await zoom.boundingBox()]
    if (!sum || !button) throw new Error('nothing is drawn')
    const isBeside = sum.x + sum.width <= button.x || button.x + button.width <= sum.x
    expect(isBeside || button.y + button.height <= sum.y).toBe(true)
  }
  await expectApart('Change', 'Zoom in')
  await page.getByRole('combobox', { name: 'Language' }).selectOption('fa')
  await expectApart('باقی پول', 'بزرگ‌تر')
})

test('[T4] a sold seat moves to a dearer one by keys alone: the difference is taken with its change, and the new ticket is there', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const watcher = new Desk(await openDesk())
  const number = await desk.sell('Test event', 'C5', 'C6')
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  const stays = page.getByRole('checkbox', { name: 'Return \u2068C6\u2069' })
  await stays.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('m')
  await expect(desk.map).toBeFocused()
  const panel = page.getByRole('complementary', { name: 'What moves where' })
  await expect(panel.getByRole('listitem')).toHaveText([/C6.*choose a seat/])
  await page.keyboard.type('A8')
  await page.keyboard.press('Space')
  await expect(panel.getByRole('listitem')).toHaveText([/C6.*A8/])
  await expect(panel.getByRole('status')).toContainText('To take')
  const sum = (await panel.getByRole('status').getByRole('strong').textContent()) ?? ''
  expect(await axeFaults(page)).toEqual([])
  await page.getByLabel('Cash received').focus()
  await page.keyboard.type('1')
  await expect(panel.getByRole('button', { name: /^Move 1 seat/ })).toBeDisabled()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('5000')
  await expect(panel.getByRole('button', { name: `Move 1 seat, take ${sum}` })).toBeEnabled()
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: '1 seat is moved' })).toBeVisible()
  await expect(page.getByText('is void: take it back')).toContainText('C6')
  await expect(page.getByText('Change')).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.keyboard.press('n')
  await expect(page.getByRole('rowheader')).toHaveText(['C5', 'A8'])
  await watcher.openShow('Test event')
  await watcher.expectSeat('C6', 'free')
  await watcher.expectSeat('A8', 'sold')
})

test('[T4] a cheaper seat gives the difference back, to a wallet where that is asked for; a seat that others take is named @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const rival = new Desk(await openDesk())
  const number = await desk.sell('Test event', 'A7')
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Move to other seats' }).click()
  await expect(desk.map).toBeFocused()
  await page.keyboard.type('C8')
  await page.keyboard.press('Space')
  const panel = page.getByRole('complementary', { name: 'What moves where' })
  await expect(panel.getByRole('status')).toContainText('To refund')
  await rival.openShow('Test event')
  await rival.choose('C8')
  await rival.hold()
  await expect(panel.getByRole('alert')).toContainText('C8')
  await expect(panel.getByRole('listitem')).toHaveText([/A7.*choose a seat/])
  await desk.map.focus()
  await page.keyboard.type('C9')
  await page.keyboard.press('Space')
  await panel.getByRole('button', { name: 'New wallet' }).click()
  await panel.getByRole('button', { name: /^Move 1 seat, refund/ }).click()
  await expect(page.getByText(/^Refunded to the customer: .* into wallet \d+/)).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('rowheader')).toHaveText(['C9'])
})
