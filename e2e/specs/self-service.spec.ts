import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { axeFaults } from '../axe.ts'
import { Desk } from '../pages/desk.ts'
import { People } from '../pages/people.ts'

const hallPin = '70414'

/** A screen in the hall, left signed in for whoever comes. */
async function openHall(page: Page): Promise<void> {
  const people = new People(page)
  await people.staffTheHouse()
  await people.hire('Hall', 'self-service')
  await people.givePin('Hall', hallPin)
  await people.choose('Sign out')
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  await people.chooseName('Hall')
  await people.typePin(hallPin)
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible()
}

test('[A7] [P6] a customer alone chooses seats, pays by card and has the tickets; nothing of the desk is there, and Done begins anew', async ({
  openDesk,
}) => {
  test.setTimeout(120_000)
  const page = await openDesk({ browser: { hasTouch: true, reducedMotion: 'reduce' } })
  const desk = new Desk(page)
  await openHall(page)
  expect(await axeFaults(page)).toEqual([])
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await page.getByRole('button', { name: /The Glass Orchard/ }).tap()
  await desk.choose('D10', 'D11')
  for (const ofDesk of [/Park/, /Walk-in/, /Exact/])
    await expect(desk.cart.getByRole('button', { name: ofDesk })).toBeHidden()
  await desk.hold()
  await desk.cart.getByRole('button', { name: /^Pay/ }).tap()
  const ways = page.getByRole('group', { name: 'Ways to pay' }).getByRole('button')
  await expect(ways.filter({ hasText: 'Card' })).toBeVisible()
  await expect(ways.filter({ hasText: 'Cash' })).toBeHidden()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: /^Ask/ }).tap()
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  // A touch that was meant for the screen before takes no tickets away.
  await expect(async () => {
    await page.getByRole('button', { name: 'Done' }).tap()
    await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible({ timeout: 500 })
  }).toPass()
})

test('[A7] nobody there: it is asked, then the seats are given back, and the next customer begins in the first one’s language', async ({
  openDesk,
}) => {
  test.setTimeout(120_000)
  const page = await openDesk()
  const desk = new Desk(page)
  await openHall(page)
  await page.getByRole('button', { name: /The Glass Orchard/ }).click()
  await desk.choose('D10')
  await desk.hold()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('hi')
  await page.clock.install()
  await page.clock.fastForward(61_000)
  const asked = page.getByRole('dialog', { name: 'क्या आप यहीं हैं?' })
  await asked.getByRole('button', { name: 'हाँ, आगे बढ़ें' }).click()
  await expect(asked).toBeHidden()
  await page.clock.fastForward(81_000)
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible()
  await page.getByRole('button', { name: /The Glass Orchard/ }).click()
  await desk.expectSeat('D10', 'free')
})
