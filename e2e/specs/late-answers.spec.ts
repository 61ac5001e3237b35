// [H9] Answers that come when the seller has gone on to the next customer: they stay with the cart that asked.

import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { Till } from '../pages/till.ts'

/** From `hold()` on, answers that contain `text` wait for `letGo()`. Loads the page anew. */
async function lateAnswers(page: Page, text: string) {
  let isHeld = false
  let waiting: (() => void)[] = []
  await page.routeWebSocket(/\/ws$/, (ws) => {
    const hub = ws.connectToServer()
    hub.onMessage(async (frame) => {
      const isLate = typeof frame === 'string' && frame.includes('"answer"') && frame.includes(text)
      if (isHeld && isLate) await new Promise<void>((resolve) => waiting.push(resolve))
      ws.send(frame)
    })
  })
  await page.reload()
  return {
    hold: () => {
      isHeld = true
    },
    letGo: () => {
      isHeld = false
      for (const go of waiting) go()
      waiting = []
    },
  }
}

test('[H9] seats held late are a parked cart: the next customer’s screen is not touched', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const late = await lateAnswers(page, '"holdMs"')
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('F12', 'F13')
  late.hold()
  await page.keyboard.press('F9')
  await expect(desk.cart).toContainText('Holding…')
  await page.getByRole('link', { name: 'Tonight' }).click()
  await desk.openShow('Test event')
  await expect(desk.cart).toContainText('No seats')
  late.letGo()
  await expect(desk.cart.getByRole('button', { name: 'Recall (1 parked)' })).toBeVisible()
  await expect(desk.cart).toContainText('No seats')
  await page.keyboard.press('F5')
  await expect(page.getByRole('heading', { name: /The Glass Orchard/ })).toBeVisible()
  await expect(desk.cart.getByText('F13', { exact: true })).toBeVisible()
})

test('[H9] seats released late take nothing of what was chosen for the next customer', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const late = await lateAnswers(page, '"cancelled"')
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.choose('F12')
  await desk.hold()
  late.hold()
  await desk.cart.getByRole('button', { name: 'Release' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Release' }).click()
  await page.getByRole('link', { name: 'Tonight' }).click()
  await desk.openShow('Test event')
  await desk.choose('A1')
  late.letGo()
  await desk.hold()
  await expect(desk.cart.getByText('A1', { exact: true })).toBeVisible()
})

test('[P5] [H9] a picture that is sent late pays for no other cart than the one it was shown for', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const late = await lateAnswers(page, '"missing"')
  const till = new Till(page)
  await till.openShow('The Glass Orchard')
  await till.choose('F12')
  await till.hold()
  await page.keyboard.press('F4')
  await page.getByRole('link', { name: 'Tonight' }).click()
  await till.begin('Test event', 'A1')
  late.hold()
  await till.showPicture()
  await expect(page.getByRole('button', { name: 'Taking…' })).toBeVisible()
  await page.getByRole('link', { name: 'Tonight' }).click()
  await page.getByRole('button', { name: /The Glass Orchard.*F12/ }).click()
  await expect(till.cart.getByText('F12', { exact: true })).toBeVisible()
  late.letGo()
  await till.takeCash()
  await expect(page.getByRole('article')).toHaveText([/F/])
})
