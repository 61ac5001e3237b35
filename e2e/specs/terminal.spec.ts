import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { Till } from '../pages/till.ts'

const show = 'The Glass Orchard'

for (const way of ['Card', 'UPI', 'Net banking'] as const) {
  test(`[P5] [P6] ${way}: the terminal is asked, its answer comes by itself, and the tickets with it${wholeUnless(way === 'UPI')}`, async ({
    openDesk,
  }) => {
    const till = new Till(await openDesk())
    await till.begin(show, 'D10')
    await till.by(way)
    await till.page.getByRole('button', { name: /^Charge ₹/ }).click()
    await expect(till.page.getByRole('heading', { name: 'Waiting for the terminal' })).toBeVisible()
    await expect(till.page.getByRole('timer', { name: 'Time left for the answer' })).toBeVisible()
    await till.expectSold()
    await expect(till.page.getByText(/TKT-\d{8}-[0-9A-F]{8}/)).toHaveCount(1)
  })
}

test.describe('a terminal that says no', () => {
  test.use({ hubOptions: { words: ['--terminal', 'decline,decline,approve'] } })

  test('[P7] each no is said with the tries that are left, and the seats stay until one is a yes; by keys alone', async ({
    openDesk,
  }) => {
    const till = new Till(await openDesk())
    await till.begin(show, 'D10')
    await till.page.keyboard.press('d')
    await till.page.keyboard.press('Enter')
    await expect(till.message).toContainText('Card was declined')
    await expect(till.message).toContainText('2 tries are left')
    await till.page.keyboard.press('u')
    await till.page.keyboard.press('Enter')
    await expect(till.message).toContainText('1 try is left')
    await till.page.keyboard.press('d')
    await till.page.keyboard.press('Enter')
    await till.expectSold()
  })
})

test.describe('a terminal that only says no', () => {
  test.use({ hubOptions: { words: ['--terminal', 'decline'] } })

  test('[P7] the third no ends the booking: its seats are free for everybody, and the seller is told', async ({
    openDesk,
  }) => {
    const till = new Till(await openDesk())
    const watcher = new Till(await openDesk())
    await watcher.openShow(show)
    await till.begin(show, 'D10')
    for (const left of ['2 tries are', '1 try is']) {
      await till.page.keyboard.press('d')
      await till.page.keyboard.press('Enter')
      await expect(till.message).toContainText(`${left} left`)
    }
    await watcher.expectSeat('D10', 'held elsewhere')
    await till.page.keyboard.press('d')
    await till.page.keyboard.press('Enter')
    await expect(till.message).toContainText('not paid')
    await expect(till.map).toBeVisible()
    await watcher.expectSeat('D10', 'free')
  })
})

test.describe('a terminal that keeps silent', () => {
  test.use({ hubOptions: { holdSeconds: 4, words: ['--terminal', 'silent'] } })

  test('[H6] while it is asked the hold outlives its end; given up, the seats are free at once', async ({
    openDesk,
  }) => {
    const till = new Till(await openDesk())
    const watcher = new Till(await openDesk())
    await watcher.openShow(show)
    await till.askByCard(show, 'D10')
    await expect(till.page.getByRole('heading', { name: 'Waiting for the terminal' })).toBeVisible()
    await watcher.expectSeat('D10', 'being paid')
    // A hold that began later ends: so the end of the one that was asked about is past as well.
    await watcher.choose('D14')
    await watcher.hold()
    await expect(watcher.message).toContainText('Time is up')
    await watcher.expectSeat('D10', 'being paid')
    await till.giveUp()
    await expect(till.message).toContainText('not paid')
    await watcher.expectSeat('D10', 'free')
  })
})

test.describe('a terminal whose answer is lost', () => {
  test.use({ hubOptions: { words: ['--terminal', 'lost'] } })

  test('[P6] the house looks the answer up by itself, and the sale goes on; also over a reload', async ({
    openDesk,
  }) => {
    const till = new Till(await openDesk())
    await till.askByCard(show, 'D10')
    await expect(till.page.getByText('No answer yet')).toBeVisible({ timeout: 15_000 })
    await till.page.reload()
    await expect(till.page.getByRole('heading', { name: 'Waiting for the terminal' })).toBeVisible()
    await expect(till.page.getByRole('heading', { name: /^Sold/ })).toBeVisible({ timeout: 20_000 })
  })
})

test.describe('a terminal whose yes comes when all is over', () => {
  test.use({ hubOptions: { words: ['--terminal', 'lost'] } })

  test('[P8] money that comes after the payment was given up gets its seats all the same, and the desk is told @whole', async ({
    openDesk,
  }) => {
    const till = new Till(await openDesk())
    await till.askByCard(show, 'D10')
    await till.giveUp()
    await expect(till.message).toContainText('Late payment', { timeout: 25_000 })
    await expect(till.message).toContainText(/The same seats, .?D10.?, are sold for it/)
    await till.page.getByRole('button', { name: 'Show the tickets' }).click()
    await till.expectSold()
  })

  test('[P8] a part of it paid before: what was paid is given back, what comes late is in a wallet that pays @whole', async ({
    openDesk,
  }) => {
    const till = new Till(await openDesk())
    await till.begin(show, 'D10')
    await till.page.keyboard.type('210')
    await till.page.keyboard.press('Enter')
    await expect(till.due).toContainText('₹1,000.00')
    await till.page.keyboard.press('d')
    await till.page.keyboard.press('Enter')
    await till.giveUp()
    await expect(till.message).toContainText('It is in wallet no. 2', { timeout: 25_000 })
    await till.page.getByRole('button', { name: 'Money waiting' }).click()
    const owed = till.page.getByRole('region', { name: 'To be refunded' })
    await expect(owed.getByRole('listitem')).toContainText('₹210.00')
    await owed.getByRole('button', { name: 'Refund' }).click()
    await expect(till.message).toContainText('₹210.00 is refunded the way it was paid')
    await expect(owed).toContainText('There is nothing to refund')
    await expect(till.page.getByRole('region', { name: 'Late payments' })).toContainText('wallet no. 2')

    await till.page.getByRole('link', { name: 'Tonight' }).click()
    await till.begin(show, 'D12')
    await till.by('Wallet')
    await till.page.getByLabel('Wallet number on the slip').fill('2')
    await till.page.getByRole('button', { name: /^Take all ₹1,000\.00/ }).click()
    await till.page.getByRole('button', { name: /^Take ₹1,000\.00 from the wallet/ }).click()
    await expect(till.due).toContainText('₹210.00')
    await till.by('Cash')
    await till.page.keyboard.press('Enter')
    await till.expectSold()
  })
})
