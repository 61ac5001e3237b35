import { MINUTE_MS } from '../../src/shared/lib/time.ts'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { People, clerkPin } from '../pages/people.ts'
import { TimeMachine } from '../pages/time-machine.ts'

test('[A6] a seat sold, cancelled and taken off sale: the hall as it was before, between and after, and who did it', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const machine = new TimeMachine(page)
  const number = await desk.sell('Mumbai → Pune', '1A')
  await desk.find(number.slice(-8))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Mumbai → Pune' }).waitFor()
  await page.keyboard.press('Delete')
  const question = page.getByRole('dialog')
  await question.getByRole('button', { name: 'Customer cannot come' }).click()
  await question.getByRole('button', { name: /^Cancel and refund/ }).click()
  await expect(desk.message).toContainText('Refunded to the customer')

  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByLabel('Search shows').fill('Mumbai → Pune')
  await page
    .getByRole('button', { name: /^Prices of Mumbai/ })
    .first()
    .click()
  const fields = page.getByRole('dialog').getByLabel(/^Front, /)
  for (const field of await fields.all()) await field.fill('')
  await page.getByRole('button', { name: 'Save prices' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page
    .getByRole('button', { name: /^Time machine/ })
    .first()
    .click()

  await expect(machine.slider).toBeVisible()
  await machine.press('End', 'ArrowLeft')
  await machine.expectSeat('1A', 'not on sale')
  await machine.press('ArrowLeft')
  await machine.expectSeat('1A', 'free')
  await machine.press('ArrowLeft')
  await machine.expectCounts('1 sold')
  await machine.expectSeat('1A', 'sold')
  await machine.press('ArrowLeft')
  await machine.expectSeat('1A', 'held')
  await machine.press('Home')
  await machine.expectCounts('0 sold, 0 held, 44 free, 0 not on sale')
  await machine.press('End')
  await machine.expectSeat('1A', 'not on sale')

  await page.keyboard.press('Enter')
  const moments = machine.story.getByRole('listitem')
  await expect(moments).toHaveText([/Put on sale/, /Held/, /Sold/, /Cancelled/, /Taken off sale/])
  await expect(moments.nth(2)).toContainText(/Desk.* at /)
  await moments.nth(2).getByRole('button').click()
  await machine.expectCounts('1 sold')

  await moments.nth(2).getByRole('link', { name: 'Open the booking' }).click()
  await expect(page.getByRole('heading', { name: 'Mumbai → Pune' })).toBeVisible()
  await page.keyboard.press('Escape')
  await machine.expectCounts('1 sold')
  await expect(moments.nth(2)).toContainText('Sold')
})

test('[A6] [E2] by keyboard alone: found in the palette, stepped by change, minute and hour, played; axe finds no fault @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const desk = new Desk(page)
  const machine = new TimeMachine(page)
  await desk.sell('Test event', 'A1')
  await machine.open('Test event')
  const sold = /(\d+) sold/.exec((await machine.slider.getAttribute('aria-valuetext')) ?? '')?.[1]
  await machine.press('ArrowLeft', 'ArrowLeft')
  await machine.expectCounts(`${Number(sold) - 1} sold`)
  await machine.press('ArrowRight')
  await machine.expectCounts(`${sold} sold`)
  for (const away of ['PageDown', 'Home']) {
    await machine.press('End', away)
    await machine.expectCounts(`${Number(sold) - 1} sold`)
  }
  for (const on of ['PageUp', 'End']) {
    await machine.press('Home', on)
    await machine.expectCounts(`${sold} sold`)
  }
  await machine.press('Home')
  const first = await machine.slider.inputValue()
  await machine.press('Shift+ArrowRight')
  const later = Number(await machine.slider.inputValue())
  expect(later).toBeGreaterThan(Number(first))
  expect(later).toBeLessThanOrEqual(Number(first) + MINUTE_MS)
  await machine.press('Home')
  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect.poll(async () => Number(await machine.slider.inputValue())).toBeGreaterThan(Number(first))
  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  expect(await axeFaults(page, 'time machine')).toEqual([])
  await machine.expectSeat('A1', 'free')
  await page.keyboard.press('Enter')
  await expect(machine.story.getByRole('listitem').first()).toContainText('Put on sale')
  expect(await axeFaults(page, 'story')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
})

test('[A6] [S1] what another desk sells comes to whoever stays at the end, and to nobody who looks back @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  const machine = new TimeMachine(page)
  const other = new Desk(await openDesk())
  await other.sell('Mumbai → Pune', '1A')
  await machine.open('Mumbai → Pune')
  await machine.expectCounts('1 sold')
  await other.page.keyboard.press('n')
  await other.choose('1B')
  await other.hold()
  await machine.expectCounts('1 sold, 1 held')
  await machine.press('Home')
  await other.takeCash()
  await machine.expectCounts('0 sold, 0 held')
  await machine.press('End')
  await machine.expectCounts('2 sold, 0 held')
})

test('[A6] [A7] whose work it is not is told so, and finds no way there @whole', async ({ openDesk }) => {
  await new People(await openDesk()).staffTheHouse()
  const page = await openDesk()
  await new People(page).signIn('Asha', clerkPin)
  await expect(new Desk(page).shows.first()).toBeVisible()
  await page.evaluate(() => {
    location.hash = '#/time-machine/1'
  })
  await expect(page.getByRole('heading', { name: 'For the office only' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill('time machine')
  await expect(page.getByText('No matching command.')).toBeVisible()
})
