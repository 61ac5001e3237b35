// [V18] What people type is shown as they typed it, wherever it appears: markup that would run is put into every field for a name or a
// reason, and every screen is then searched for an element that our code did not make. Letters: src/main/post/letter.test.ts.

import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { type Wire, openIpcWire } from '../wire.ts'

const canary = '<img src=x onerror=window.canary=1>'
let calls = 0

/** One call below the screens; anything but a yes fails. */
async function call<Value>(wire: Wire, name: string, input: object): Promise<Value> {
  const id = (calls += 1)
  await wire.send({ t: 'call', id, name, input, commandId: `canary-${id}` as never })
  const { answer } = await (await wire.next('answer', id)).jsonValue()
  if (answer.kind !== 'done') throw new Error(`${name}: ${JSON.stringify(answer)}`)
  return answer.value as Value
}

async function planted(wire: Wire): Promise<{ showId: number; bookingId: string }> {
  const planId = 1
  const { categories } = await call<{ categories: unknown[] }>(wire, 'plan', { planId })
  const { showId } = await call<{ showId: number }>(wire, 'open-show', {
    planId,
    title: canary,
    sort: 'performance',
    venue: { name: canary, zone: 'Asia/Kolkata', currency: 'INR' },
    startsAtMs: Date.now() + 3_600_000,
    ticketTypes: [canary],
    prices: categories.map(() => [1000]),
  })
  const person = { customerId: null, name: canary, phone: '+911234567890', email: 'x@example.com' }
  const { customerId } = await call<{ customerId: number }>(wire, 'save-customer', person)
  await call(wire, 'save-staff', { staffId: null, name: canary, role: 'clerk', active: true })
  const hold = { showId, customerId, couponCode: null }
  const line = (seatId: number) => [{ seatId, ticketTypeId: 0 }]
  const cart = { cartId: 'canary-cart-1', lines: line(0) }
  const { booking } = await call<{ booking: { bookingId: string; totals: { totalMinor: number } } }>(
    wire,
    'hold-seats',
    {
      ...hold,
      ...cart,
    },
  )
  const { bookingId, totals } = booking
  const { totalMinor } = totals
  await call(wire, 'pay-booking', { bookingId, mode: 'CASH', totalMinor, tenderedMinor: totalMinor })
  return { showId, bookingId }
}

const places = (showId: number, bookingId: string): readonly string[] => [
  'tonight',
  'gate',
  'money',
  'shift',
  'plans',
  'import',
  'spreadsheet',
  'staff',
  'kiosks',
  'audit',
  'reports',
  'messages',
  'printers',
  'terms',
  `sell/${showId}`,
  `seats/${showId}`,
  `off-sale/${showId}`,
  `time-machine/${showId}`,
  `series/${showId}`,
  `booking/${bookingId}`,
  `ticket/${bookingId}`,
  `move/${bookingId}`,
  `find/0/${encodeURIComponent(canary)}`,
  'manage/shows',
  'manage/calendar',
  'manage/listings',
  'manage/bookings',
  'manage/holds',
  'manage/customers',
  'manage/coupons',
  'manage/changes',
]

/** Elements that only such text could have become. */
const made = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('img[src="x"], [onerror], main script').length)

test('[V18] markup that people type is text on every screen', async ({ openDesktop }) => {
  test.setTimeout(180_000)
  const { page } = await openDesktop()
  const { showId, bookingId } = await planted(await openIpcWire(page))
  let seen = 0
  for (const place of places(showId, bookingId)) {
    await page.evaluate((hash) => {
      location.hash = `#/${hash}`
    }, place)
    await expect(page.getByRole('main')).not.toBeEmpty()
    // The show, the customer and the rest come from the house: waits where one of them belongs.
    const isThere = page.getByText(canary).first()
    if (/^(tonight|sell|booking|staff|manage\/(shows|customers|bookings))/.test(place))
      await expect(isThere, place).toBeAttached()
    seen += await page.getByText(canary).count()
    expect(await made(page), place).toBe(0)
  }
  expect(seen).toBeGreaterThan(10)
  expect(await page.evaluate(() => 'canary' in window)).toBe(false)
})
