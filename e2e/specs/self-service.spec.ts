import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { wholeUnless } from '../sizes.ts'
import { axeFaults } from '../axe.ts'
import { Desk } from '../pages/desk.ts'
import { People } from '../pages/people.ts'
import { targetFaults } from '../targets.ts'

const hallPin = '70414'

/** A screen in the hall, left signed in for customers. */
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
  await page.getByRole('button', { name: /^Pay ₹/ }).tap()
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  // A touch that was meant for the previous screen takes no tickets away.
  await expect(async () => {
    await page.getByRole('button', { name: 'Done' }).tap()
    await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible({ timeout: 500 })
  }).toPass()
})

test('[A7] [E2] in the smallest window a screen of customers has all that is on, and what the shapes mean, in sight @whole', async ({
  openDesk,
}) => {
  test.setTimeout(120_000)
  const page = await openDesk()
  const desk = new Desk(page)
  await openHall(page)
  await page.setViewportSize({ width: 800, height: 600 })
  const main = page.getByRole('main')
  const cutOff = () =>
    main.evaluate((of) =>
      [...of.querySelectorAll('button, li')]
        .filter((one) => one.getBoundingClientRect().bottom > innerHeight)
        .map((one) => one.textContent),
    )
  await expect(main.getByRole('listitem')).toHaveCount(7)
  expect(await cutOff()).toEqual([])
  expect(await targetFaults(page, 71)).toEqual([])
  await main.getByRole('button', { name: /The Glass Orchard/ }).click()
  await expect(desk.map).toBeVisible()
  expect(await cutOff()).toEqual([])
  // A seat left alone beside theirs is mentioned while customers choose, not afterwards: there it would cover the clock of their payment.
  await desk.choose('G10')
  await expect(page.getByRole('status').filter({ hasText: 'G9' })).toBeVisible()
  await desk.hold()
  await expect(desk.message).toHaveCount(0)
  await page.keyboard.press('F9')
  await expect(page.getByRole('group', { name: 'Ways to pay' })).toBeVisible()
  await expect(desk.message).toHaveCount(0)
})

test('[A7] nobody there: it is asked, then the seats are given back, and the next customer begins in the first one’s language @whole', async ({
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
  await page.clock.fastForward(26_000)
  const asked = page.getByRole('dialog', { name: 'क्या आप यहीं हैं?' })
  await asked.getByRole('button', { name: 'हाँ, आगे बढ़ें' }).click()
  await expect(asked).toBeHidden()
  await page.clock.fastForward(46_000)
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible()
  await page.getByRole('button', { name: /The Glass Orchard/ }).click()
  await desk.expectSeat('D10', 'free')
})

/** [LOOK] For customers at their distance from the screen; seats on the map have a rule of their own. */
const TARGET_PX = 72

/** In English, then in Persian: other words, and right to left. */
async function expectBigTargets(page: Page, where: string): Promise<void> {
  for (const language of ['fa', 'en']) {
    // oxlint-disable-next-line no-await-in-loop -- one screen, one language at a time
    await page.locator('header select').first().selectOption(language)
    // oxlint-disable-next-line no-await-in-loop -- see above
    expect.soft(await targetFaults(page, TARGET_PX), `${where}, ${language}`).toEqual([])
  }
}

/** [LOOK] The map comes first: as high as it can be above its legend, in either direction of writing. */
async function expectRoomForMap(desk: Desk, leastPx: number): Promise<void> {
  for (const language of ['fa', 'en']) {
    // oxlint-disable-next-line no-await-in-loop -- one screen, one language at a time
    await desk.page.locator('header select').first().selectOption(language)
    // oxlint-disable-next-line no-await-in-loop -- see above
    const box = await desk.map.boundingBox()
    expect.soft(box?.height, `the map's height, ${language}`).toBeGreaterThanOrEqual(leastPx)
  }
}

const screens = {
  'a small screen': { viewport: { width: 1024, height: 768 }, mapPx: 480 },
  'a laptop’s screen': { viewport: { width: 1280, height: 720 }, mapPx: 460 },
  'a large one': { viewport: { width: 1920, height: 1080 }, mapPx: 840 },
  'one that stands upright': { viewport: { width: 1080, height: 1920 }, mapPx: 1460 },
}
for (const [name, { viewport, mapPx }] of Object.entries(screens)) {
  test(`[A7] on ${name}, all that a customer may touch is 72 px or more each way, whole, and under nothing else${wholeUnless(viewport.width === 1080)}`, async ({
    openDesk,
  }) => {
    test.setTimeout(180_000)
    const page = await openDesk({ browser: { hasTouch: true, reducedMotion: 'reduce', viewport } })
    const desk = new Desk(page)
    await openHall(page)
    await expectBigTargets(page, 'what is on')
    await page.getByRole('button', { name: /Mumbai → Pune/ }).tap()
    await desk.choose('3A')
    await expectBigTargets(page, 'a coach')
    // Beside the question who sits there, which a ladies' seat brings: it must not push this out.
    await expect
      .soft(desk.cart.getByRole('button', { name: /^Remove .* from the cart/ }))
      .toBeInViewport({ ratio: 1 })
    await page
      .getByRole('button', { name: 'Home' })
      .or(page.getByRole('button', { name: 'Tonight' }))
      .tap()
    await page.getByRole('button', { name: /The Glass Orchard/ }).tap()
    await desk.choose('D10', 'D11')
    await expectBigTargets(page, 'two seats chosen')
    await expectRoomForMap(desk, mapPx)
    await page.getByRole('button', { name: /coupon/i }).tap()
    await expectBigTargets(page, 'a coupon')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'List' }).tap()
    await page.locator('summary').first().tap()
    await page.locator('summary').nth(1).tap()
    await expectBigTargets(page, 'seats as a list')
    await page.getByRole('button', { name: 'Map' }).tap()
    await desk.hold()
    await expectBigTargets(page, 'held')
    // [UX] Customers see what they pay for: both seats, beside the clock that has appeared.
    await expect.soft(desk.cart.getByRole('listitem').nth(1)).toBeInViewport({ ratio: 1 })
    await expectRoomForMap(desk, mapPx)
    await desk.cart.getByRole('button', { name: 'Release' }).tap()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect.soft(await targetFaults(page, TARGET_PX), 'given back?').toEqual([])
    await page.keyboard.press('Escape')
    await desk.cart.getByRole('button', { name: /^Pay/ }).tap()
    await expectBigTargets(page, 'to pay')
    await page.getByRole('button', { name: /^Pay ₹/ }).tap()
    await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
    await expectBigTargets(page, 'tickets')
  })
}
