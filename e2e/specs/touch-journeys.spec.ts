// An exchange, a shift and a door by touch alone: every step has something to tap, large enough, and no key is needed.

import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { Touch } from '../pages/touch.ts'

const tablet = { hasTouch: true, isMobile: true, viewport: { width: 1024, height: 768 } }
const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } }

test.setTimeout(120_000)

/** The first show of a name, its best two seats, for cash; returns the number of the first ticket. */
async function sellTwo(page: Page, touch: Touch, title: string): Promise<string> {
  await touch.tap(page.getByRole('listbox').getByRole('option', { name: title }).first())
  await touch.tap(page.getByRole('button', { name: 'Best', exact: true }))
  const cart = page.getByRole('complementary', { name: 'Cart' })
  await touch.tap(cart.getByRole('button', { name: /^Hold 2 seats/ }))
  await touch.tap(cart.getByRole('button', { name: /^Pay ₹/ }))
  await touch.tap(page.getByRole('button', { name: /^Take ₹/ }))
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  return (await page.getByText(/TKT-/).first().textContent()) ?? ''
}

test('[E2] [T4] two seats are exchanged for one of another evening by touch alone, and what is too much is handed back', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: tablet })
  const touch = new Touch(page)
  const number = await sellTwo(page, touch, 'The Glass Orchard')
  await touch.write(page.getByRole('searchbox', { name: 'Find show, booking, customer' }), number.slice(-8))
  await touch.tap(page.getByRole('listbox', { name: 'Found' }).getByRole('option').first())
  await touch.tap(page.getByRole('button', { name: /^Exchange/ }))
  await touch.tap(page.getByRole('dialog').getByRole('option').first())
  await expect(page.getByRole('status').filter({ hasText: 'In exchange for' })).toBeVisible()
  await touch.chooseFromList(/Stalls/, /Row .?D/, /seat .?10.?:/)
  const cart = page.getByRole('complementary', { name: 'Cart' })
  await touch.tap(cart.getByRole('button', { name: /^Hold 1 seat/ }))
  await touch.tap(cart.getByRole('button', { name: /^Exchange, refund ₹/ }))
  await touch.tap(page.getByRole('button', { name: /^Exchange, refund ₹/ }))
  await expect(page.getByRole('heading', { name: /^Sold/ })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('[E2] [A5] a shift by touch alone: opened, cash taken out, counted short with a reason, its Z report read and left @whole', async ({
  openDesk,
}) => {
  const page = await openDesk({ browser: tablet })
  const touch = new Touch(page)
  await touch.tap(page.getByRole('link', { name: 'Shift', exact: true }))
  await touch.write(page.getByLabel('How many of ₹500.00'), '1')
  await touch.tap(page.getByRole('button', { name: /^Open/ }))
  await expect(page.getByText(/^Open since/)).toBeVisible()
  await touch.tap(page.getByRole('button', { name: 'Cash in or out' }))
  const dialog = page.getByRole('dialog')
  await touch.write(dialog.getByRole('textbox').first(), '100')
  await touch.write(dialog.getByRole('textbox').last(), 'Courier')
  await touch.tap(dialog.getByRole('button', { name: 'Take ₹100.00 out' }))
  await expect(page.getByText('₹100.00 taken out.')).toBeVisible()
  await touch.tap(page.getByRole('button', { name: /^Count and close/ }))
  await touch.write(page.getByLabel('How many of ₹200.00'), '1')
  await touch.tap(page.getByRole('button', { name: 'Declare ₹200.00' }))
  await expect(page.getByText('₹200.00 short')).toBeVisible()
  await touch.write(page.getByRole('main').getByRole('textbox'), 'Wrong change')
  await touch.tap(page.getByRole('button', { name: 'Close: Z report 1' }))
  await expect(page.getByRole('article').getByRole('heading', { name: 'Z report 1' })).toBeVisible()
  await touch.tap(page.getByRole('button', { name: 'Back to the shift' }))
  await expect(page.getByRole('heading', { name: 'Open shift 2' })).toBeVisible()
})

test('[E2] [T3] a door by touch alone: its show chosen, a number written, let in once, the second time said @whole', async ({
  openDesk,
}) => {
  const desk = await openDesk({ browser: tablet })
  const number = await sellTwo(desk, new Touch(desk), 'The Glass Orchard')
  const page = await openDesk({ browser: phone })
  const touch = new Touch(page)
  await touch.tap(page.getByRole('button', { name: 'Commands' }))
  await page.keyboard.insertText('Gate')
  await touch.tap(page.getByRole('menuitem', { name: /^Gate/ }))
  await page.getByRole('combobox', { name: 'Show at this door' }).selectOption({ index: 2 })
  const answer = page.locator('[data-answer]').first()
  const say = async (said: string) => {
    await touch.write(page.getByLabel('Ticket number'), number.slice(-8))
    await touch.tap(page.getByRole('button', { name: 'Check' }))
    await expect(answer).toContainText(said)
  }
  await say('Valid')
  await say('Already used')
})
