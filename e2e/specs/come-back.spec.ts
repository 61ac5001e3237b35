// A window that is reloaded, goes back and forward, or was frozen by its browser, in the middle of a sale: it shows what became of the
// sale, and never a screen without a way on.

import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { Till } from '../pages/till.ts'

const show = 'The Glass Orchard'

/** From the next load on, every frame from the house passes through here on its way to the page; true: the page gets it. */
async function between(page: Page, hears: (frame: string) => boolean): Promise<void> {
  await page.routeWebSocket(/\/ws$/, (ws) => {
    const hub = ws.connectToServer()
    hub.onMessage((frame) => {
      if (hears(String(frame))) ws.send(frame)
    })
  })
  await page.reload()
}

test('[P6] a page loaded again in the very moment of the terminal’s answer comes to the tickets, before and after it has heard it', async ({
  openDesk,
}) => {
  const { page } = new Till(await openDesk())
  const till = new Till(page)
  let isTold = false
  await between(page, (frame) => {
    if (!isTold && frame.includes('"state":"confirmed"')) {
      isTold = true
      setImmediate(() => void page.reload())
    }
    return true
  })
  await till.askByCard(show, 'D10')
  await till.expectSold()
  // As if the page had let go of its cart, and its new address was lost.
  await page.evaluate(() => history.replaceState(null, '', location.hash.replace(/ticket.*/, 'pay/1')))
  await page.reload()
  await till.expectSold()
  await expect(page.getByText(/TKT-\d{8}-[0-9A-F]{8}/)).toHaveCount(1)
  expect(isTold).toBe(true)
})

test('[P7] a page loaded again after another window gave the cart back says so over the map @whole', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  const other = new Till(await openDesk({ beside: till.page }))
  await till.begin(show, 'D10')
  await other.page.getByRole('button', { name: /The Glass Orchard.*D10.*₹/ }).click()
  await till.page.goto('about:blank')
  await other.cart.getByRole('button', { name: 'Release' }).click()
  await other.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Release/ })
    .click()
  await expect(other.cart).toContainText('No seats')
  await till.page.goBack()
  await expect(till.message).toContainText('the booking is cancelled')
  await expect(till.map).toBeVisible()
})

test('[P7] back and forward in the middle of a sale lose nothing, and from the tickets nobody comes back to the money', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  const { page } = till
  await till.begin(show, 'D10')
  await page.goBack()
  await expect(till.cart.getByRole('timer')).toBeVisible()
  await page.goForward()
  await expect(till.due).toBeVisible()
  await till.by('Card')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Waiting for the terminal' })).toBeVisible()
  await page.goBack()
  await expect(till.map).toBeVisible()
  await till.expectSold()
  await page.keyboard.press('n')

  await till.choose('D12')
  await till.hold()
  await page.keyboard.press('F9')
  await expect(page.getByLabel('Cash received')).toBeFocused()
  await page.keyboard.press('Enter')
  await till.expectSold()
  await page.goBack()
  await expect(till.map).toBeVisible()
  await expect(till.cart).toContainText('No seats')
  await page.goForward()
  await till.expectSold()
})

test('[S2] a page that the browser had put away shows what is so now when it is brought back @whole', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  const page = await openDesk({ beside: till.page })
  let isAway = false
  let line = 0
  await page.routeWebSocket(/\/ws$/, (ws) => {
    const own = (line += 1)
    const hub = ws.connectToServer()
    hub.onMessage((frame) => (isAway && own === 1 ? undefined : ws.send(frame)))
  })
  await page.reload()
  await till.begin(show, 'D10', 'D11')
  await page.getByRole('button', { name: /The Glass Orchard.*D10.*₹/ }).click()
  await page.keyboard.press('F9')
  const { due } = new Till(page)
  await expect(due).toContainText('₹2,420.00')
  isAway = true
  await till.page.keyboard.type('420')
  await till.page.keyboard.press('Enter')
  await expect(till.due).toContainText('₹2,000.00')
  await expect(due).toContainText('₹2,420.00')
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await expect(due).toContainText('₹2,000.00')
})

test('[SYNC 5.7] a line that went dead without a word is noticed, and the next one shows what was missed @whole', async ({
  openDesk,
}) => {
  test.setTimeout(120_000)
  const till = new Till(await openDesk())
  const page = await openDesk({ beside: till.page })
  let isAway = false
  let line = 0
  await page.routeWebSocket(/\/ws$/, (ws) => {
    const own = (line += 1)
    const hub = ws.connectToServer()
    hub.onMessage((frame) => (isAway && own === 1 ? undefined : ws.send(frame)))
    ws.onMessage((frame) => (isAway && own === 1 ? undefined : hub.send(frame)))
  })
  await page.reload()
  await till.begin(show, 'D10', 'D11')
  await page.getByRole('button', { name: /The Glass Orchard.*D10.*₹/ }).click()
  await page.keyboard.press('F9')
  const { due } = new Till(page)
  await expect(due).toContainText('₹2,420.00')
  isAway = true
  await till.page.keyboard.type('420')
  await till.page.keyboard.press('Enter')
  await expect(till.due).toContainText('₹2,000.00')
  await expect(due).toContainText('₹2,420.00')
  await expect(due).toContainText('₹2,000.00', { timeout: 40_000 })
})
