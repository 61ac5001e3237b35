import type { Page } from '@playwright/test'
import { bookingOn, codesOf } from '../codes.ts'
import { expect, test } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'
import { Gate } from '../pages/gate.ts'

/** The line from a page to the house, which can be cut while the house goes on. Takes effect with the page's next load. */
async function cuttable(page: Page) {
  let isCut = false
  const open = new Set<() => Promise<void>>()
  await page.routeWebSocket(/\/ws$/, (socket) => {
    if (isCut) {
      void socket.close()
      return
    }
    socket.connectToServer()
    open.add(() => socket.close())
  })
  await page.reload()
  return {
    cut: async () => {
      isCut = true
      for (const close of open) await close()
      open.clear()
    },
    mend: () => {
      isCut = false
    },
  }
}

test('[T3] [C3] cut from the house a door tells genuine from forged, lets each in once, and hands in what it did when it is back', async ({
  openDesk,
}) => {
  test.setTimeout(150_000)
  const seller = await openDesk()
  const desk = new Desk(seller)
  await desk.sell('The Glass Orchard', 'D10', 'D11', 'D12')
  const [first = '', second = '', third = ''] = await codesOf(seller, bookingOn(seller))
  await seller.getByRole('link', { name: 'Tonight' }).click()
  await desk.sell('Test event', 'A3')
  const [other = ''] = await codesOf(seller, bookingOn(seller))

  const page = await openDesk()
  await expect(page.getByRole('link', { name: 'Tonight' })).toBeVisible()
  const way = await cuttable(page)
  const gate = new Gate(page)
  await expect(page.getByRole('link', { name: 'Tonight' })).toBeVisible()
  await gate.open()
  await gate.scan(third, 'Valid')
  await way.cut()
  await expect(page.getByText('Offline: tickets are checked')).toBeVisible()

  await gate.scan(first, 'Genuine')
  await expect(gate.answer).toContainText('Checked offline: first time at this door.')
  await gate.scan(first, 'Already used')
  await gate.scan(third, 'Already used')
  // The whole code may be typed too, as by a scanner that is too slow to be told from a person.
  await gate.type(second, 'Genuine')
  await gate.scan(other, 'Wrong show')
  await gate.scan(first.replace('/D', '/E'), 'Not a ticket')
  await gate.type('1A2B3C4D', 'Not checked')
  await expect(page.getByText('2 tickets are still to be reported to the house.')).toBeVisible()

  // Another door, which the house still hears, lets one of them in.
  await seller.getByRole('link', { name: 'Tonight' }).click()
  const elsewhere = new Gate(seller)
  await elsewhere.open()
  await elsewhere.scan(second, 'Valid')

  // Neither a reload of the page nor another screen loses what must still be sent.
  await page.evaluate(() => (location.hash = '#/tonight'))
  await page.reload()
  way.mend()
  await expect(elsewhere.counts).toContainText('In3Still to come2Sold5', { timeout: 30_000 })
  await gate.open()
  const conflict = page.getByRole('alert').filter({ hasText: 'and elsewhere at' })
  await expect(conflict).toHaveCount(1)
  await expect(page.getByText('still to be reported to the house')).toBeHidden()
  await expect(elsewhere.counts).toContainText('In3Still to come2Sold5')
  await elsewhere.scan(first, 'Already used')
  // On a phone, whatever is told above it, the field for numbers stays above the counts.
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Camera' }).click()
  await expect(page.locator('video')).toBeVisible()
  const field = await page.getByLabel('Ticket number').boundingBox()
  const counts = await gate.counts.boundingBox()
  expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThan(counts?.y ?? 0)
  await conflict.getByRole('button', { name: 'OK' }).click()
  await expect(conflict).toHaveCount(0)
  await page.reload()
  await expect(gate.answer).toBeVisible()
  await expect(conflict).toHaveCount(0)
})
