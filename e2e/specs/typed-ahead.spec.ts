// A practised seller types ahead of the screens: a key that was heard keeps its effect, whatever arrives meanwhile.

import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { Till } from '../pages/till.ts'

const show = 'The Glass Orchard'

test('[E2] F2 in the instant the tickets appear is the search’s, and so is the Enter after it', async ({
  openDesk,
}) => {
  const till = new Till(await openDesk())
  await till.begin(show, 'D10')
  // Before the browser does anything else with what it has just drawn: no hand is as fast, but a busy machine is as slow.
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

/** From the first screen on, calls of one name wait until they are released. */
async function hold(page: Page, name: string): Promise<(() => void)[]> {
  const held: (() => void)[] = []
  await page.routeWebSocket(/\/ws$/, (ws) => {
    const hub = ws.connectToServer()
    ws.onMessage((frame) => {
      if (String(frame).includes(`"name":"${name}"`)) held.push(() => hub.send(frame))
      else hub.send(frame)
    })
  })
  await page.evaluate(() => (location.hash = '#/tonight'))
  await page.reload()
  return held
}

test('[E2] what is typed into the search while the tickets are on their way stays there @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const held = await hold(page, 'tickets')
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

test('[E2] a search that is begun while a map’s plan is on its way keeps the keyboard; one that led there gives it up', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const held = await hold(page, 'plan')
  await desk.shows.filter({ hasText: show }).first().click()
  await expect.poll(() => held.length).toBe(1)
  await page.keyboard.press('F2')
  for (const send of held.splice(0)) send()
  await expect(desk.map).toBeVisible()
  await expect(desk.search).toBeFocused()
  // The plan of another show, and of this one once more.
  for (const title of ['Mumbai → Pune', show]) {
    // oxlint-disable no-await-in-loop -- one after the other
    await page.keyboard.press('F2')
    await page.keyboard.type(title)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
    await expect(async () => {
      for (const send of held.splice(0)) send()
      await expect(desk.map).toBeFocused({ timeout: 500 })
    }).toPass()
    // oxlint-enable no-await-in-loop
  }
})

test('[E2] a search that is begun while a booking is on its way keeps the keyboard; one that led there gives it up @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell(show, 'D14')
  const held = await hold(page, 'booking-story')
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  const title = page.getByRole('main').getByRole('heading', { name: show })
  await expect.poll(() => held.length).toBe(1)
  for (const send of held.splice(0)) send()
  await expect(title).toBeFocused()
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await expect.poll(() => held.length).toBe(1)
  await page.keyboard.press('F2')
  for (const send of held.splice(0)) send()
  await expect(title).toBeVisible()
  await expect(desk.search).toBeFocused()
})

test('[E2] the arrow down in the search goes into what is found as soon as it is there, and not into what was found before @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const number = await desk.sell(show, 'D16')
  const held = await hold(page, 'find-bookings')
  await expect(desk.search).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('F2')
    await expect(desk.search).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.type(number.slice(-8))
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => held.length).toBe(1)
  await expect(desk.search).toBeFocused()
  // It may have been asked for before the last letter, and again after it.
  await expect(async () => {
    for (const send of held.splice(0)) send()
    await expect(desk.found.first()).toBeFocused({ timeout: 500 })
  }).toPass()
  // Typing goes on: now something else is wanted.
  await page.keyboard.press('F2')
  await page.keyboard.type('nobody is called so')
  await page.keyboard.press('ArrowDown')
  await expect(desk.search).toBeFocused()
  await page.keyboard.type('!')
  await expect.poll(() => held.length).toBeGreaterThan(0)
  await expect(async () => {
    for (const send of held.splice(0)) send()
    await expect(page.getByRole('heading', { level: 2 })).toContainText('so!', { timeout: 500 })
  }).toPass()
  await expect(desk.search).toBeFocused()
})
