// Somebody who knows the way types ahead of the screens: a key that was heard stays where it went, whatever comes meanwhile.

import { expect, test } from '../fixtures.ts'
import { Till } from '../pages/till.ts'

const show = 'The Glass Orchard'

test('[E2] F2 in the instant the tickets appear is the search’s, and so is the Enter after it', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D10')
  // Before the browser does anything else with what it has just drawn: no hand is as fast, a busy machine is as slow.
  await till.page.evaluate(() => {
    new MutationObserver((_, watch) => {
      if (!document.querySelector('main article')) return
      watch.disconnect()
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2' }))
    }).observe(document.body, { childList: true, subtree: true })
  })
  await till.page.keyboard.press('Enter')
  await till.expectSold()
  await till.page.keyboard.press('Enter')
  await expect(till.page.getByRole('heading', { level: 1 })).toContainText('Newest')
  await expect(till.search).toBeFocused()
})

test('[E2] what is typed into the search while the tickets are on their way stays there', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const held: (() => void)[] = []
  await page.routeWebSocket(/\/ws$/, (ws) => {
    const hub = ws.connectToServer()
    ws.onMessage((frame) => {
      if (String(frame).includes('"name":"tickets"')) held.push(() => hub.send(frame))
      else hub.send(frame)
    })
  })
  await page.reload()
  const till = new Till(page)
  await till.begin(show, 'D12')
  await page.keyboard.press('Enter')
  await expect.poll(() => held.length).toBe(1)
  await page.keyboard.press('F2')
  await expect(till.search).toBeFocused()
  for (const send of held) send()
  await till.expectSold()
  await expect(till.search).toBeFocused()
})
